import type { Issue, InputRole } from '../issue.ts';
import type { AreaId, Estimates, FacilityId, PoolId, UnitLevel } from '../plan/plan.ts';
import type { Settings } from '../plan/settings.ts';
import type { StandardStatus } from '../standards/standard.ts';
import type { IsoDate } from '../units.ts';

// The audit result as it is written to JSON: names and meanings are a contract with scripts outside, hence snake_case.

/** Worst first: the order in which an area's own verdict is taken from its binding checks. */
export const VERDICTS = ['short', 'met_if_built', 'depends_on_class', 'no_data', 'met', 'not_applicable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export const CHECK_IDS = [
  'floor_area',
  'single_unit',
  'land_per_person',
  'walk_circle',
  'subdistrict_centre',
  'community_station',
  'county_institution',
  'nursing_beds',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Checks that residential areas carry. */
export const AREA_CHECKS = ['floor_area', 'single_unit', 'walk_circle', 'land_per_person'] as const satisfies CheckId[];
export type AreaCheckId = (typeof AREA_CHECKS)[number];

export type CheckUnit = 'm2' | 'share' | 'facilities' | 'beds';

/** How floor area came to be booked where it is. */
export type BookedHow = 'serves' | 'pool' | 'contains' | 'shared';

/** Why a verdict is what it is, or what was assumed on the way. */
export const REASONS = [
  // what is missing
  'households_unknown',
  'residents_unknown',
  'elders_unknown',
  'floor_area_unknown',
  'land_area_unknown',
  'beds_unknown',
  'nursing_beds_unknown',
  'no_geometry',
  'no_facility',
  'unit_without_areas',
  // why it does not apply
  'no_rule',
  'rural',
  'no_households',
  'no_residents',
  'no_beds',
  'not_in_force',
  // what stands behind the figure
  'in_pool',
  'out_of_reach',
  'new_need_unmet',
  'assumed_by_distance',
  'opening_date_unknown',
  'households_estimated',
  'population_estimated',
  'land_apportioned',
  'conditions_predate_rule',
  'straight_line_estimate',
  'class_unknown',
  'areas_left_out',
  'below_break_even',
  // what is on the way
  'work_under_way',
  'planned_only',
  'opens_later',
  // reach
  'partial',
  'none',
] as const;
export type ReasonCode = (typeof REASONS)[number];

export interface Part {
  facility: FacilityId;
  /** Null: the facility's figure is unknown. */
  m2: number | null;
  how: BookedHow;
}

/** Figures of a check in one state (today, or with everything planned). Null: unknown or not applicable. */
export interface Figures {
  counted: number | null;
  gap: number | null;
  verdict: Verdict;
}

/** All figures of a check: today's, with what they are judged by and how they stand otherwise. */
export interface CheckFigures extends Figures {
  required: number | null;
  ratio: number | null;
  planned: Figures | null;
  deadline: DeadlineState | null;
}

export interface DeadlineState {
  date: IsoDate;
  /** Null: not yet due on the as-of date. */
  verdict: Verdict | null;
  counted: number | null;
  days_overdue: number;
}

export interface CheckSource {
  document: string;
  clause: string;
  status: StandardStatus;
  /** The document's own words; null where its text was not seen. */
  quote: string | null;
}

/** One clause, applied to one area, pool or unit. */
export interface Check {
  check: CheckId;
  role: 'binding' | 'indicator';
  verdict: Verdict;
  required: number | null;
  counted: number | null;
  gap: number | null;
  unit: CheckUnit;
  /** m² per 100 households, m² per person, or a share from 0 to 1; exact. */
  ratio: number | null;
  reasons: ReasonCode[];
  parts: Part[];
  /** `adds`: the parts that only count once they open. */
  planned: (Figures & { adds?: Part[] }) | null;
  /** What `required` was computed from: `rate` × `quantity` (÷ 100 for households). */
  basis: { rate: number; quantity: number | null } | null;
  own_required?: number | null;
  /** Areas that a unit's sum leaves out because their households are unknown. */
  left_out?: AreaId[];
  by_class?: { new: CheckFigures; built: CheckFigures };
  deadline: DeadlineState | null;
  source: CheckSource | null;
}

export interface NearestFacility {
  facility: FacilityId;
  minutes: number;
}

export interface AreaResult {
  id: AreaId;
  name: string | null;
  verdict: Verdict;
  checks: Check[];
  nearest: NearestFacility | null;
  covered_share: number | null;
  elders_uncovered: number | null;
  /** Which of its figures were estimated, and from what; absent: none. */
  estimated?: Estimates;
}

export interface PoolResult {
  id: PoolId;
  members: AreaId[];
  dropped: AreaId[];
  checks: Check[];
}

export interface UnitResult {
  level: UnitLevel;
  name: string;
  path: string;
  checks: Check[];
  areas_by_verdict: Partial<Record<Verdict, number>>;
  /** Null: not known for every area of it. */
  residents: number | null;
  elders: number | null;
  elders_uncovered: number | null;
}

export type UnbookedReason =
  | 'books_nowhere'
  | 'estate_unknown'
  | 'serves_unknown_area'
  | 'serves_exceeds_floor_area'
  | 'serves_remainder'
  | 'households_unknown'
  | 'pool_without_members';

export interface UnbookedSpace {
  facility: FacilityId;
  /** Null: the facility's floor area is unknown. */
  m2: number | null;
  reason: UnbookedReason;
}

export interface InputFile {
  role: InputRole;
  file: string;
  sha256: string;
  rows: number;
}

export interface Run {
  yiquan: string;
  standards: { id: string; version: string; status: StandardStatus; sha256: string };
  as_of: IsoDate;
  speed_km_h: number;
  minutes: number;
  method: 'network' | 'straight_line';
  settings: Settings;
  inputs: InputFile[];
}

export interface Summary {
  areas: number;
  by_verdict: Partial<Record<Verdict, number>>;
  by_check: Partial<Record<CheckId, Partial<Record<Verdict, number>>>>;
  elders: number;
  elders_covered: number;
  /** Elders of areas without a place: in `elders`, and neither covered nor uncovered. */
  elders_not_located: number;
  /** Areas whose elders are unknown: they are in none of the sums above. */
  areas_without_elders: number;
  /** Areas whose elders are estimated: they are in the sums above. */
  areas_with_estimated_elders: number;
  floor_gap_m2: number;
  /** Areas and pools whose floor area could not be judged: what they lack is not in `floor_gap_m2`. */
  floor_gap_undecided: number;
  land_gap_m2: number;
  /** Counties judged by the land clause, whose gaps `land_gap_m2` adds up: none, where no county is known. */
  counties: number;
  /** Counties whose land could not be judged: what they lack is not in `land_gap_m2`. */
  land_gap_undecided: number;
  status_blank: number;
}

export interface AuditResult {
  run: Run;
  areas: AreaResult[];
  pools: PoolResult[];
  units: UnitResult[];
  unbooked: UnbookedSpace[];
  summary: Summary;
  issues: Issue[];
}
