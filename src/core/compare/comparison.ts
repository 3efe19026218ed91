import type { AreaCheckId, Summary, Verdict } from '../checks/result.ts';
import type { AreaClass, AreaId, FacilityId, PoolId, Settlement } from '../plan/plan.ts';
import type { Settings } from '../plan/settings.ts';
import type { RuleKey, StandardStatus } from '../standards/standard.ts';
import type { IsoDate } from '../units.ts';

/** The same of each of two sides that are compared. */
export interface Both<T> {
  readonly left: T;
  readonly right: T;
}

/**
 * What became of a check from left to right. A gap is what is short today, whatever is planned: it `opened` or `closed`, or
 * stayed and grew `worse` or `better`, or stayed as it was and is `overdue` on one side alone; `unclear`: a side could not be
 * judged; `other`: only figures differ, no gap does.
 */
export const DIFFERENCE_KINDS = ['opened', 'closed', 'worse', 'better', 'overdue', 'unclear', 'other'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** The figures of one side, a position a row. NaN is unknown, not applicable or not there. */
export interface SideFigures {
  /** Positions in `VERDICTS`, or `NO_CHECK`: the area is not there or does not carry the check. */
  readonly verdict: Uint8Array<ArrayBuffer>;
  readonly required: Float64Array<ArrayBuffer>;
  readonly counted: Float64Array<ArrayBuffer>;
  readonly gap: Float64Array<ArrayBuffer>;
}

/** Every check of every area that differs, a row each, in order of area and check: flat columns, for two standards differ everywhere. */
export interface DifferenceColumns extends Both<SideFigures> {
  /** Position in `areaIds`. */
  readonly area: Uint32Array<ArrayBuffer>;
  /** Position in `AREA_CHECKS`. */
  readonly check: Uint8Array<ArrayBuffer>;
  /** Position in `DIFFERENCE_KINDS`. */
  readonly kind: Uint8Array<ArrayBuffer>;
  /** Gap on the right less that on the left, in the check's unit; where nothing is asked there is no gap. NaN: a side is unknown. */
  readonly delta: Float64Array<ArrayBuffer>;
  /** The causes of row `r` are those at the positions `cause[causeStart[r]]` up to `causeStart[r + 1]` of the list. */
  readonly causeStart: Uint32Array<ArrayBuffer>;
  readonly cause: Uint32Array<ArrayBuffer>;
}

/** How a facility stands on a side. */
export const STANDS = [
  'absent',
  'open',
  'building',
  'planned',
  'opens_later',
  'suspended',
  'closed',
  'lease_ended',
  'term_ended',
] as const;
export type Stand = (typeof STANDS)[number];

/** A figure of a policy document and where it is written. */
export interface CitedValue {
  readonly value: number;
  readonly unit: string;
  readonly document: string;
  readonly clause: string;
  readonly status: StandardStatus;
}

/** A rule whose figure or source is another on either side; null: that side has none in force. */
export interface RuleDifference extends Both<CitedValue | null> {
  readonly rule: RuleKey;
}

/** What can differ between two sides as a whole. */
export const COMPARED_PARTS = [
  'standard',
  'as_of',
  'settings',
  'areas',
  'facilities',
  'units',
  'population',
  'streets',
] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

interface OfFacility {
  readonly facility: FacilityId;
  readonly name: string | null;
}

interface OfArea {
  readonly area: AreaId;
  readonly name: string | null;
}

/** Figures of an area that checks read. Null: unknown. */
export type AreaFigure =
  | ({ readonly figure: 'households' | 'residents' | 'elders' } & Both<number | null>)
  | ({ readonly figure: 'class' } & Both<AreaClass>)
  | ({ readonly figure: 'settlement' } & Both<Settlement>)
  | ({ readonly figure: 'pool' } & Both<PoolId | null>);

/** Why a check differs, told from the two plans and their audits. */
export type DifferenceCause =
  /** The area is on one side alone. */
  | { readonly code: 'area_only'; readonly side: 'left' | 'right' }
  | ({ readonly code: 'area_figure' } & OfArea & AreaFigure)
  | ({ readonly code: 'area_shape' } & OfArea)
  /** It names the same pool on both sides, and reaches its space on one of them alone. */
  | ({ readonly code: 'pool_reach'; readonly pool: PoolId } & Both<boolean>)
  | ({ readonly code: 'facility_stand'; readonly floorAreaM2: number | null } & OfFacility & Both<Stand>)
  | ({ readonly code: 'facility_size' | 'facility_land' } & OfFacility & Both<number | null>)
  /** Metres as the crow flies; null: it has no place on a side. */
  | ({ readonly code: 'facility_moved'; readonly metres: number | null } & OfFacility)
  /** It serves other areas, another pool, or counts as something else than it did. */
  | ({ readonly code: 'facility_rebooked' } & OfFacility)
  /** Facilities that are the same on both sides are shared another way, as others that share in them differ. */
  | { readonly code: 'sharing' }
  | ({ readonly code: 'rule' } & RuleDifference)
  | ({ readonly code: 'setting'; readonly setting: keyof Settings } & Both<Settings[keyof Settings]>)
  | { readonly code: 'street_edits'; readonly count: number }
  /** Walks follow other streets, or streets on one side alone. */
  | { readonly code: 'streets' }
  | { readonly code: 'population' }
  /** A gap is overdue on one side alone: its deadline on either side (null: none is set), and the days that it is overdue. */
  | ({ readonly code: 'overdue'; readonly deadline: Both<IsoDate | null> } & Both<number | null>)
  /** No single cause was found; what differs between the sides as a whole. */
  | { readonly code: 'several'; readonly differing: readonly ComparedPart[] };

/** A total of both sides. */
export interface ComparedSum extends Both<number> {
  /** Parts whose figure is unknown: they are in neither total. */
  readonly unknown: Both<number>;
  /** Right less left over the parts that are known on both sides; one that is not there or not asked for anything is nothing. */
  readonly delta: number;
  /** Parts that `delta` leaves out, because a side does not know them. */
  readonly leftOut: number;
}

export interface ComparedTotals {
  readonly areas: Both<number>;
  readonly byVerdict: Both<Partial<Record<Verdict, number>>>;
  readonly byCheck: Both<Summary['by_check']>;
  /** m² over areas and pools, a pool's once. */
  readonly floorGap: ComparedSum;
  /** m² over counties. */
  readonly landGap: ComparedSum;
  /** Persons over areas. */
  readonly eldersCovered: ComparedSum;
}

/** What differs between two finished audits. */
export interface Comparison {
  /** Of areas on either side, sorted. */
  readonly areaIds: readonly AreaId[];
  /** Areas that are on one side alone. */
  readonly only: Both<readonly AreaId[]>;
  readonly totals: ComparedTotals;
  readonly rules: readonly RuleDifference[];
  /** The clauses that each check is judged by. */
  readonly clauses: Both<Readonly<Record<AreaCheckId, readonly string[]>>>;
  readonly rows: DifferenceColumns;
  readonly causes: readonly DifferenceCause[];
}
