import type { LonLat, PlaceGeometry } from '../geo/geometry.ts';
import { personsFrom, type AgeBand } from '../plan/age-bands.ts';
import { readEstimates } from '../plan/estimates-text.ts';
import type { Area, Candidate, Estimates, Facility, Unit } from '../plan/plan.ts';
import { DEFAULT_SETTINGS } from '../plan/settings.ts';
import { readServes } from './read-serves.ts';
import { withoutUnknown, type RowReader } from './row-reader.ts';
import {
  ACQUISITION_WORDS,
  CANDIDATE_KIND_WORDS,
  CLASS_WORDS,
  LAND_BASIS_WORDS,
  LEVEL_WORDS,
  OWNERSHIP_WORDS,
  SETTLEMENT_WORDS,
  STATUS_WORDS,
  TYPE_WORDS,
} from './words.ts';

/** Where a row is, as far as that could be read. */
export interface RowPlace {
  readonly geometry: PlaceGeometry | undefined;
  readonly entrance: LonLat | undefined;
}

/** The residential area of the row that the reader is turned to. */
export function readArea(reader: RowReader, id: string, { geometry }: RowPlace): Area {
  const residents = reader.amount('residents', 'persons');
  const ageBands = reader.ageBands();
  const elders = eldersOf(reader, ageBands);
  const elders80 = reader.amount('elders_80', 'persons') ?? (ageBands && personsFrom(ageBands, 80));
  checkWithin(reader, 'elders_exceed_residents', 'elders', elders, 'residents', residents);
  checkWithin(reader, 'elders_exceed_residents', 'elders_80', elders80, 'elders', elders);
  return withoutUnknown<Area>({
    id,
    name: reader.text('name'),
    class: reader.word('class', CLASS_WORDS, 'unknown') ?? 'unknown',
    settlement: reader.word('settlement', SETTLEMENT_WORDS, 'urban') ?? 'urban',
    households: reader.count('households', 'households'),
    residents,
    elders,
    elders80,
    ageBands,
    estimated: readEstimated(reader),
    ...reader.unitNames(),
    pool: reader.text('pool'),
    conditionDate: reader.day('condition_date'),
    geometry,
    extra: reader.extra(),
  });
}

/** Elders as stated, or summed from age bands; `withEldersOfBands` counts them from another age than the default. */
function eldersOf(reader: RowReader, ageBands: readonly AgeBand[] | undefined): number | undefined {
  return ageBands ? personsFrom(ageBands, DEFAULT_SETTINGS.elder_age) : reader.amount('elders', 'persons');
}

/** Which figures an export of ours says were estimated. */
function readEstimated(reader: RowReader): Estimates | undefined {
  const text = reader.text('estimated');
  if (text === undefined) return undefined;
  const estimated = readEstimates(text);
  if (estimated === undefined) {
    reader.report(
      'value_unknown',
      { found: text, expected: ['elders=grid', 'residents=units|households|A/B'] },
      'estimated',
    );
  }
  return estimated;
}

/** The facility of the row that the reader is turned to. A type that is missing or unknown makes it `other`, and is an error. */
export function readFacility(reader: RowReader, id: string, { geometry, entrance }: RowPlace): Facility {
  if (reader.text('type') === undefined) {
    reader.report('value_unknown', { found: '', expected: TYPE_WORDS.values, used: 'other' }, 'type');
  }
  const beds = reader.count('beds', 'beds');
  const nursingBeds = reader.count('nursing_beds', 'beds');
  checkWithin(reader, 'nursing_beds_exceed_beds', 'nursing_beds', nursingBeds, 'beds', beds);
  const validFrom = reader.day('valid_from');
  const validTo = reader.day('valid_to');
  if (validFrom !== undefined && validTo !== undefined && validFrom > validTo) {
    reader.report('dates_reversed', { from: validFrom, to: validTo }, 'valid_to');
  }
  const { services, malformed } = readServes(reader.cell('serves'));
  for (const entry of malformed) reader.report('serves_malformed', { found: entry, expected: 'A1;A2:100' }, 'serves');
  return withoutUnknown<Facility>({
    id,
    name: reader.text('name'),
    type: reader.word('type', TYPE_WORDS, 'other') ?? 'other',
    status: reader.word('status', STATUS_WORDS),
    floorAreaM2: reader.amount('floor_area', 'm2'),
    landAreaM2: reader.amount('land_area', 'm2'),
    landBasis: reader.word('land_basis', LAND_BASIS_WORDS),
    beds,
    nursingBeds,
    occupiedBeds: reader.count('occupied_beds', 'beds'),
    validFrom,
    validTo,
    acquisition: reader.word('acquisition', ACQUISITION_WORDS),
    serves: services,
    pool: reader.text('pool'),
    building: reader.text('building'),
    ownership: reader.word('ownership', OWNERSHIP_WORDS),
    publicBenefit: reader.flag('public_benefit'),
    updated: reader.day('updated'),
    ...reader.unitNames(),
    address: reader.text('address'),
    phone: reader.text('phone'),
    hours: reader.text('hours'),
    services: reader.text('services'),
    operator: reader.text('operator'),
    grade: reader.text('grade'),
    evidence: reader.text('evidence'),
    storey: reader.text('storey'),
    entrance,
    geometry,
    extra: reader.extra(),
  });
}

/** The candidate site of the row that the reader is turned to. */
export function readCandidate(reader: RowReader, id: string, { geometry }: RowPlace): Candidate {
  return withoutUnknown<Candidate>({
    id,
    name: reader.text('name'),
    kind: reader.word('kind', CANDIDATE_KIND_WORDS, 'other') ?? 'other',
    formerUse: reader.text('former_use'),
    floorAreaM2: reader.amount('floor_area', 'm2'),
    landAreaM2: reader.amount('land_area', 'm2'),
    storey: reader.text('storey'),
    tenure: reader.text('tenure'),
    costWanYuan: reader.amount('cost', 'wan_yuan'),
    ...reader.unitNames(),
    address: reader.text('address'),
    geometry,
    extra: reader.extra(),
  });
}

/** The administrative unit of the row; null when it lacks the level or name that it is known by. */
export function readUnit(reader: RowReader, { geometry }: RowPlace): { unit: Unit; parent: string | undefined } | null {
  const name = reader.text('name');
  const parent = reader.text('parent')?.replace(/^\/+|\/+$/g, '');
  if (name === undefined) {
    reader.report('id_missing', {}, 'name');
    return null;
  }
  const path = parent === undefined || parent === '' ? name : `${parent}/${name}`;
  reader.identify(path);
  const level = reader.word('level', LEVEL_WORDS);
  if (level === undefined) {
    if (reader.text('level') === undefined) {
      reader.report('value_unknown', { found: '', expected: LEVEL_WORDS.values }, 'level');
    }
    return null;
  }
  const residents = reader.amount('residents', 'persons');
  const ageBands = reader.ageBands();
  const elders = eldersOf(reader, ageBands);
  checkWithin(reader, 'elders_exceed_residents', 'elders', elders, 'residents', residents);
  const unit = withoutUnknown<Unit>({
    path,
    level,
    name,
    code: reader.text('code'),
    settlement: reader.word('settlement', SETTLEMENT_WORDS),
    residents,
    elders,
    ageBands,
    geometry,
    extra: reader.extra(),
  });
  return { unit, parent };
}

/** A part larger than its whole is reported; both figures stay as they are. */
export function checkWithin(
  reader: RowReader,
  code: 'elders_exceed_residents' | 'nursing_beds_exceed_beds',
  column: string,
  part: number | undefined,
  wholeColumn: string,
  whole: number | undefined,
): void {
  if (part !== undefined && whole !== undefined && part > whole) {
    reader.report(code, { found: part, limit: whole, of: wholeColumn }, column);
  }
}
