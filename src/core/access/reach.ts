import type { LonLat } from '../geo/geometry.ts';
import type { AreaId, FacilityId } from '../plan/plan.ts';

/** How an area's origins were obtained. `none`: the area has no geometry, nothing spatial can be judged. */
export type OriginBasis = 'none' | 'point' | 'cells' | 'sampled';

/**
 * Where the people of each area start walking, in flat arrays. The origins of area `i` are those from `start[i]` up to
 * `start[i + 1]`; areas are in the order of `areaIds` (sorted). Weights of one area add up to 1 unless it has no origin.
 */
export interface Origins {
  readonly areaIds: readonly AreaId[];
  readonly start: Uint32Array;
  readonly basis: readonly OriginBasis[];
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly weight: Float64Array;
}

/** Who can walk to one facility: origin indices ascending, and the walk of each in metres. */
export interface ReachRow {
  /** Where the walk ends. */
  readonly at: LonLat;
  readonly origin: Uint32Array;
  readonly metres: Float64Array;
}

/**
 * Who walks where, and how far: for each located facility the origins within `limitM`. A change of speed or minutes below
 * the limit only filters. Straight line and street network fill the same shape.
 */
export interface Reach {
  readonly method: 'network' | 'straight_line';
  readonly limitM: number;
  readonly origins: Origins;
  /** Facilities that could not be placed have no row. */
  readonly rows: ReadonlyMap<FacilityId, ReachRow>;
}

/** Metres walked in the given minutes. */
export function walkingMetres(minutes: number, speedKmH: number): number {
  return (minutes * speedKmH * 1000) / 60;
}

/** Minutes a walk takes. */
export function walkingMinutes(metres: number, speedKmH: number): number {
  return (metres * 60) / (speedKmH * 1000);
}
