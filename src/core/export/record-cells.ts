import type { LonLat } from '../geo/geometry.ts';
import type { TableRole } from '../import/table.ts';
import { writeEstimates } from '../plan/estimates-text.ts';
import type { Area, Candidate, Facility, Service, Unit } from '../plan/plan.ts';
import type { ExportValue } from './export-table.ts';

type Cells<R> = Readonly<Record<string, (record: R) => ExportValue>>;

/** A population cell; NaN is unknown. */
export interface CellFigures {
  readonly elders: number;
  readonly residents: number;
}

const UNIT_NAMES: Cells<Area | Facility | Candidate> = {
  community: ({ community }) => community,
  subdistrict: ({ subdistrict }) => subdistrict,
  county: ({ county }) => county,
  city: ({ city }) => city,
};

const AREA: Cells<Area> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  class: (area) => area.class,
  households: ({ households }) => households,
  residents: ({ residents }) => residents,
  elders: ({ elders }) => elders,
  elders_80: ({ elders80 }) => elders80,
  settlement: ({ settlement }) => settlement,
  ...UNIT_NAMES,
  pool: ({ pool }) => pool,
  condition_date: ({ conditionDate }) => conditionDate,
  estimated: ({ estimated }) => writeEstimates(estimated) || undefined,
};

/** `entrance` is left to whoever knows the table's system. */
const FACILITY: Cells<Facility> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  type: ({ type }) => type,
  floor_area: ({ floorAreaM2 }) => floorAreaM2,
  land_area: ({ landAreaM2 }) => landAreaM2,
  land_basis: ({ landBasis }) => landBasis,
  beds: ({ beds }) => beds,
  nursing_beds: ({ nursingBeds }) => nursingBeds,
  occupied_beds: ({ occupiedBeds }) => occupiedBeds,
  status: ({ status }) => status,
  valid_from: ({ validFrom }) => validFrom,
  valid_to: ({ validTo }) => validTo,
  acquisition: ({ acquisition }) => acquisition,
  serves: ({ serves }) => serves && servesText(serves),
  pool: ({ pool }) => pool,
  building: ({ building }) => building,
  ownership: ({ ownership }) => ownership,
  public_benefit: ({ publicBenefit }) => publicBenefit,
  updated: ({ updated }) => updated,
  ...UNIT_NAMES,
  address: ({ address }) => address,
  phone: ({ phone }) => phone,
  hours: ({ hours }) => hours,
  services: ({ services }) => services,
  operator: ({ operator }) => operator,
  grade: ({ grade }) => grade,
  evidence: ({ evidence }) => evidence,
  storey: ({ storey }) => storey,
};

const UNIT: Cells<Unit> = {
  level: ({ level }) => level,
  name: ({ name }) => name,
  code: ({ code }) => code,
  parent: ({ path, name }) => (path === name ? undefined : path.slice(0, -name.length - 1)),
  settlement: ({ settlement }) => settlement,
  residents: ({ residents }) => residents,
  elders: ({ elders }) => elders,
};

const CANDIDATE: Cells<Candidate> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  kind: ({ kind }) => kind,
  former_use: ({ formerUse }) => formerUse,
  floor_area: ({ floorAreaM2 }) => floorAreaM2,
  land_area: ({ landAreaM2 }) => landAreaM2,
  storey: ({ storey }) => storey,
  tenure: ({ tenure }) => tenure,
  cost: ({ costWanYuan }) => costWanYuan,
  ...UNIT_NAMES,
  address: ({ address }) => address,
};

const POPULATION: Cells<CellFigures> = {
  elders: ({ elders }) => (Number.isNaN(elders) ? undefined : elders),
  residents: ({ residents }) => (Number.isNaN(residents) ? undefined : residents),
};

const CELLS = {
  areas: AREA,
  facilities: FACILITY,
  units: UNIT,
  candidates: CANDIDATE,
  population: POPULATION,
} as const satisfies Record<TableRole, unknown>;

/** The cell of a record under a canonical column, in the words of the contract: the inverse of reading it. */
export function recordCell(role: TableRole, column: string, record: unknown): ExportValue {
  const cells = CELLS[role] as Cells<unknown>;
  return Object.hasOwn(cells, column) ? cells[column]!(record) : undefined;
}

/** `A1;A2:100`: the areas that floor area is booked to, with m² where stated. */
export function servesText(serves: readonly Service[]): string {
  return serves.map(({ area, m2 }) => (m2 === undefined ? area : `${area}:${m2}`)).join(';');
}

/** `lon lat`, in whatever system the position is. */
export function positionText([x, y]: readonly [x: number, y: number] | LonLat): string {
  return `${x} ${y}`;
}
