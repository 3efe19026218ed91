import * as z from 'zod';
import type { LonLat, PlaceGeometry } from '../geo/geometry.ts';
import type { TableName, TableRecords } from '../plan/edit.ts';
import {
  ACQUISITIONS,
  AREA_CLASSES,
  CANDIDATE_KINDS,
  FACILITY_STATUSES,
  FACILITY_TYPES,
  LAND_BASES,
  MEASURE_FORMS,
  OWNERSHIPS,
  PARCEL_USES,
  SETTLEMENTS,
  SPREAD_WEIGHTS,
  STREET_EDIT_CAUSES,
  STREET_EDIT_KINDS,
  SYNC_STAGES,
  UNIT_LEVELS,
} from '../plan/plan.ts';
import { isIsoDate } from '../units.ts';

// Before any schema is made: the page's Content-Security-Policy allows no code made from text.
z.config({ jitless: true });

/** A schema a field, none left out: a field that a record gets must get its place in the file. */
type ShapeOf<R> = { readonly [F in keyof R]-?: z.ZodType<R[F]> };

const POSITION = { type: 'array', items: { type: 'number' }, minItems: 2, description: 'longitude, latitude' } as const;
const text = z.string().optional();
const figure = z.number().optional();
export const isoDate = z.string().refine(isIsoDate, 'YYYY-MM-DD').meta({ format: 'date' });
const day = isoDate.optional();
const flag = z.boolean().optional();

/** Texts by name. Not what zod makes of it is used but the record itself: zod leaves a name `__proto__` out. */
const texts = z
  .record(z.string(), z.string())
  .refine((record) => Object.values(record).every((value) => typeof value === 'string'), 'string');

// A city has millions of positions: they are looked at here, many times faster than by schemas.
const geometry = z
  .custom<PlaceGeometry>(isPlaceGeometry, 'GeoJSON Point, Polygon, MultiPolygon')
  .meta({ type: 'object', description: 'GeoJSON Point, Polygon or MultiPolygon in degrees on WGS84 (RFC 7946)' });
const position = z.custom<LonLat>(isPosition, '[lon, lat]').meta(POSITION);
const line = z
  .custom<readonly LonLat[]>((value) => isListOf(value, isPosition, 2), '[[lon, lat], [lon, lat], …]')
  .meta({ type: 'array', items: POSITION, minItems: 2 });

const settlement = z.enum(SETTLEMENTS);
const facilityType = z.enum(FACILITY_TYPES);
const unitNames = { city: text, county: text, subdistrict: text, community: text };
const ageBands = z
  .array(z.strictObject({ from: z.number(), to: z.number().nullable(), persons: z.number() }))
  .optional();
const estimate = z
  .discriminatedUnion('from', [
    z.strictObject({ from: z.literal('units'), unit: z.string(), weight: z.enum(SPREAD_WEIGHTS) }),
    z.strictObject({ from: z.literal('share'), unit: z.string() }),
    z.strictObject({ from: z.literal('grid') }),
  ])
  .optional();
const syncDates = z.strictObject({ housing: day, facility: day }).optional();
const stages = Object.fromEntries(SYNC_STAGES.map((stage) => [stage, syncDates])) as Record<
  (typeof SYNC_STAGES)[number],
  typeof syncDates
>;

const SHAPES = {
  areas: {
    id: z.string(),
    name: text,
    class: z.enum(AREA_CLASSES),
    settlement,
    households: figure,
    residents: figure,
    elders: figure,
    elders80: figure,
    ageBands,
    estimated: z.strictObject({ residents: estimate, elders: estimate }).optional(),
    ...unitNames,
    pool: text,
    conditionDate: day,
    geometry: geometry.optional(),
    extra: texts.optional(),
  },
  facilities: {
    id: z.string(),
    name: text,
    type: facilityType,
    status: z.enum(FACILITY_STATUSES).optional(),
    floorAreaM2: figure,
    landAreaM2: figure,
    landBasis: z.enum(LAND_BASES).optional(),
    beds: figure,
    nursingBeds: figure,
    occupiedBeds: figure,
    validFrom: day,
    validTo: day,
    acquisition: z.enum(ACQUISITIONS).optional(),
    serves: z.array(z.strictObject({ area: z.string(), m2: figure })).optional(),
    pool: text,
    building: text,
    ownership: z.enum(OWNERSHIPS).optional(),
    publicBenefit: flag,
    updated: day,
    ...unitNames,
    address: text,
    phone: text,
    hours: text,
    services: text,
    operator: text,
    grade: text,
    evidence: text,
    storey: text,
    entrance: position.optional(),
    geometry: geometry.optional(),
    extra: texts.optional(),
  },
  units: {
    path: z.string(),
    level: z.enum(UNIT_LEVELS),
    name: z.string(),
    code: text,
    settlement: settlement.optional(),
    residents: figure,
    elders: figure,
    ageBands,
    geometry: geometry.optional(),
    extra: texts.optional(),
  },
  candidates: {
    id: z.string(),
    name: text,
    kind: z.enum(CANDIDATE_KINDS),
    formerUse: text,
    floorAreaM2: figure,
    landAreaM2: figure,
    storey: text,
    tenure: text,
    costWanYuan: figure,
    address: text,
    ...unitNames,
    geometry: geometry.optional(),
    extra: texts.optional(),
  },
  parcels: {
    id: z.string(),
    name: text,
    use: z.enum(PARCEL_USES),
    plannedFor: facilityType.optional(),
    landAreaM2: figure,
    floorAreaM2: figure,
    source: text,
    ...unitNames,
    geometry: geometry.optional(),
    extra: texts.optional(),
  },
  streetEdits: {
    id: z.string(),
    kind: z.enum(STREET_EDIT_KINDS),
    cause: z.enum(STREET_EDIT_CAUSES),
    name: text,
    line,
  },
  measures: {
    id: z.string(),
    subject: z.strictObject({ kind: z.enum(['facility', 'area', 'pool', 'parcel']), id: z.string() }),
    form: z.enum(MEASURE_FORMS).optional(),
    year: figure,
    stages: z.strictObject(stages).optional(),
    note: text,
  },
  growth: {
    id: z.string(),
    households: figure,
    residents: figure,
    elders: figure,
    survival: z.record(z.string(), z.number()).optional(),
  },
  housing: { id: z.string(), area: z.string(), year: z.number(), households: z.number() },
} as const satisfies { readonly [T in TableName]: ShapeOf<TableRecords[T]> };

/** The field that names a record of a table. */
export function keyField(table: TableName): 'id' | 'path' {
  return table === 'units' ? 'path' : 'id';
}

/** What a record of each table may hold: what is absent is unknown, and nothing else may be there. */
export const RECORDS = Object.fromEntries(
  Object.entries(SHAPES).map(([table, shape]) => [table, z.strictObject(shape)]),
) as unknown as Readonly<Record<TableName, z.ZodObject<Record<string, z.ZodType>>>>;

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && value.length >= 2 && value.every((one) => Number.isFinite(one));
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean, least = 1): boolean {
  return Array.isArray(value) && value.length >= least && value.every((one) => isOne(one));
}

function isPolygon(value: unknown): boolean {
  return isListOf(value, (ring) => isListOf(ring, isPosition));
}

function isPlaceGeometry(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type === 'Point') return isPosition(coordinates);
  return type === 'Polygon' ? isPolygon(coordinates) : type === 'MultiPolygon' && isListOf(coordinates, isPolygon);
}
