import type { LonLat } from '../geo/geometry.ts';
import type { Change } from '../plan/edit.ts';
import type { AreaId, FacilityId, FacilityStatus, PoolId } from '../plan/plan.ts';
import type { IsoDate } from '../units.ts';
import type { Check, ReasonCode, UnbookedReason, Verdict } from './result.ts';

// Why an area or a pool falls short and what would help, as data: codes and figures; the sentences are the text's.

/** Checks of areas and pools that are explained here. */
export const REMEDIED_CHECKS = ['floor_area', 'single_unit', 'walk_circle'] as const;
export type RemediedCheck = (typeof REMEDIED_CHECKS)[number];

/** A check of floor area, of an area or a pool. */
export type SpaceCheck = Check & { readonly check: 'floor_area' | 'single_unit' };

/** What is diagnosed: an area judged alone, or a pool. An area that shares its pool's verdict is diagnosed as the pool. */
export type DiagnosedSubject = { readonly area: AreaId } | { readonly pool: PoolId };

/** One check that fails today: why, and each thing that would help by itself. */
export interface Diagnosis {
  readonly of: DiagnosedSubject;
  readonly check: RemediedCheck;
  /** `short` or `met_if_built`. */
  readonly verdict: Verdict;
  /** In m²; a share of the people in `walk_circle`. */
  readonly gap: number | null;
  readonly causes: readonly Cause[];
  readonly remedies: readonly Remedy[];
}

/** A walk to the nearest open facility that would count, and by how much it is longer than the circle. */
export interface TooLongWalk {
  readonly facility: FacilityId;
  readonly from: LonLat;
  readonly metres: number;
  readonly minutes: number;
  readonly overM: number;
  readonly overMinutes: number;
}

/** `m2` is what is, or would be, counted here; null where unknown, and in `walk_circle`, which counts no space. */
export type Cause =
  /** No open facility of the kind lies within the circle. Null: none can be walked to at all. */
  | { readonly code: 'none_within_circle'; readonly nearest: TooLongWalk | null }
  /** Only part of the people are within the circle; the walk is that of the one farthest off. */
  | { readonly code: 'partly_within_circle'; readonly uncoveredShare: number; readonly farthest: TooLongWalk | null }
  /** Nothing that is open is booked here. */
  | { readonly code: 'nothing_booked' }
  | { readonly code: 'too_small'; readonly countedM2: number; readonly requiredM2: number | null }
  | {
      readonly code: 'unit_too_small';
      readonly facilities: readonly FacilityId[];
      readonly sizeM2: number;
      readonly leastM2: number;
    }
  /** `since`: its last day; null where that is not stated. */
  | {
      readonly code: 'closed' | 'suspended';
      readonly facility: FacilityId;
      readonly m2: number | null;
      readonly since: IsoDate | null;
    }
  /** Status open, but its last day is past: a lease that ended where `leased`. */
  | {
      readonly code: 'ended';
      readonly facility: FacilityId;
      readonly m2: number | null;
      readonly on: IsoDate;
      readonly leased: boolean;
    }
  | {
      readonly code: 'under_way';
      readonly facility: FacilityId;
      readonly m2: number | null;
      readonly state: ReasonCode;
      readonly from: IsoDate | null;
    }
  /** Within the circle and open, but all of its space is another's: areas or a pool, or nobody's. */
  | {
      readonly code: 'books_elsewhere';
      readonly facility: FacilityId;
      readonly m2: number | null;
      readonly areas: readonly AreaId[];
      readonly pool: PoolId | null;
      readonly unbooked: UnbookedReason | null;
    }
  | { readonly code: 'not_public_benefit'; readonly facility: FacilityId; readonly m2: number | null }
  /** Of a facility's `ofM2` only `m2` arrives here: the rest is these areas'. */
  | {
      readonly code: 'shared';
      readonly facility: FacilityId;
      readonly m2: number;
      readonly ofM2: number;
      readonly others: readonly { readonly area: AreaId; readonly m2: number }[];
    };

/** How the check stands once a remedy is applied, all else being equal. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly gap: number | null;
}

/** One thing that would help; applied to the plan, `change` makes the check stand as `outcome` says. */
export type Remedy = RemedyAct & { readonly outcome: Outcome; readonly change: Change };

export type RemedyAct =
  /**
   * Extend facilities that count here. `bookingShare` is the part of each added m² that arrives here by the booking rules:
   * `addM2` × `bookingShare` = `arrivesM2`. For a single unit its whole size counts, and the share is 1.
   */
  | { readonly kind: 'extend'; readonly facilities: readonly Extension[] }
  /**
   * New space in one piece, booked by name to the area or the pool, within `withinM` metres walked. Where new housing must
   * have a least single unit it is no smaller than that.
   */
  | { readonly kind: 'new_space'; readonly m2: number; readonly withinM: number }
  /** Open what is under way. */
  | { readonly kind: 'open'; readonly facility: FacilityId; readonly state: ReasonCode }
  /** Renew what has ended: a lease where `leased`. */
  | { readonly kind: 'renew'; readonly facility: FacilityId; readonly endedOn: IsoDate; readonly leased: boolean }
  /** Open again what is closed or suspended. */
  | { readonly kind: 'reopen'; readonly facility: FacilityId; readonly status: FacilityStatus }
  /** Join with areas whose space suffices for both. */
  | { readonly kind: 'pool'; readonly pool: PoolId; readonly with: readonly AreaId[] }
  /** Join with small areas and build for all at one place (`m2` in one piece, `at` one that all members walk to). */
  | {
      readonly kind: 'pool_and_build';
      readonly pool: PoolId;
      readonly with: readonly AreaId[];
      readonly m2: number;
      readonly jointNeedM2: number;
      readonly at: LonLat;
    }
  /** A facility of the circle at this place, of any size: then `share` of the people are within the circle. */
  | { readonly kind: 'new_facility'; readonly at: LonLat; readonly share: number };

export interface Extension {
  readonly facility: FacilityId;
  readonly addM2: number;
  readonly bookingShare: number;
  readonly arrivesM2: number;
}
