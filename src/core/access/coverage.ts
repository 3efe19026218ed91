import { TOLERANCE } from '../units.ts';
import type { Reach, ReachRow } from './reach.ts';

/** For each area: the share of its origins within the limit of a facility, and the walk of its median origin. */
export interface Coverage {
  /** Metres from each origin to the nearest facility within the limit; Infinity where there is none. */
  readonly originM: Float64Array;
  /** Position in the list of rows of that facility; -1 where there is none. */
  readonly originRow: Int32Array;
  /** From 0 to 1; NaN for an area without origins. */
  readonly share: Float64Array;
  /** Position in the list of rows of the facility nearest to the weighted median origin; -1 beyond the limit. */
  readonly nearest: Int32Array;
  /** Metres from the weighted median origin to that facility. */
  readonly nearestM: Float64Array;
}

/**
 * Coverage by the given facilities' rows within `limitM` metres, the limit included; rows not given do not count.
 * With `base`, on top of what that covers. Of two facilities equally near, the one earlier in the list is the nearest.
 */
export function coverageOf(
  { origins }: Reach,
  rows: readonly (ReachRow | undefined)[],
  limitM: number,
  base?: Coverage,
): Coverage {
  const { start, weight, areaIds } = origins;
  const best = base ? base.originM.slice() : new Float64Array(weight.length).fill(Infinity);
  const bestRow = base ? base.originRow.slice() : new Int32Array(weight.length).fill(-1);
  const within = limitM + TOLERANCE;
  for (const [index, row] of rows.entries()) {
    if (!row) continue;
    const { origin, metres } = row;
    for (let k = 0; k < origin.length; k++) {
      const i = origin[k]!;
      const m = metres[k]!;
      if (m < best[i]! && m <= within) {
        best[i] = m;
        bestRow[i] = index;
      }
    }
  }
  const share = new Float64Array(areaIds.length);
  const nearest = new Int32Array(areaIds.length).fill(-1);
  const nearestM = new Float64Array(areaIds.length).fill(Infinity);
  const order = new Uint32Array(mostOrigins(start));
  for (let area = 0; area < areaIds.length; area++) {
    const from = start[area]!;
    const to = start[area + 1]!;
    let covered = 0;
    let all = true;
    for (let i = from; i < to; i++) {
      if (bestRow[i]! >= 0) covered += weight[i]!;
      else all = false;
    }
    // Weights add up to 1 only to rounding: every origin covered is exactly 1.
    share[area] = from === to ? NaN : all ? 1 : covered;
    if (covered < 0.5 - TOLERANCE) continue;
    const median = medianOrigin(best, weight, from, to, order);
    if (bestRow[median]! < 0) continue;
    nearest[area] = bestRow[median]!;
    nearestM[area] = best[median]!;
  }
  return { originM: best, originRow: bestRow, share, nearest, nearestM };
}

/** The largest number of origins in one area. */
function mostOrigins(start: Uint32Array): number {
  let most = 0;
  for (let area = 0; area + 1 < start.length; area++) most = Math.max(most, start[area + 1]! - start[area]!);
  return most;
}

/** The first origin, by distance, at which half of the weight is reached. `order` is room for the origins of one area. */
function medianOrigin(
  distance: Float64Array,
  weight: Float64Array,
  from: number,
  to: number,
  order: Uint32Array,
): number {
  sortByDistance(order, distance, from, to);
  if (areAlike(weight, from, to)) {
    let middle = Math.ceil((to - from) / 2) - 1;
    while (middle > 0 && distance[order[middle - 1]!] === distance[order[middle]!]) middle--;
    return order[middle]!;
  }
  let sum = 0;
  for (let k = 0; k < to - from; k++) {
    sum += weight[order[k]!]!;
    if (sum >= 0.5 - 1e-9) return order[k]!;
  }
  return to - 1;
}

/** Up to so many origins are quickest sorted by insertion, which calls nothing and makes nothing. */
const FEW = 64;

/** Fills the start of `order` with the origins of one area, nearest first; of two as near, the first. */
function sortByDistance(order: Uint32Array, distance: Float64Array, from: number, to: number): void {
  if (to - from > FEW) {
    for (let i = from; i < to; i++) order[i - from] = i;
    order.subarray(0, to - from).sort((a, b) => distance[a]! - distance[b]! || a - b);
    return;
  }
  for (let i = from; i < to; i++) {
    const metres = distance[i]!;
    let k = i - from;
    for (; k > 0 && distance[order[k - 1]!]! > metres; k--) order[k] = order[k - 1]!;
    order[k] = i;
  }
}

function areAlike(weight: Float64Array, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (weight[i] !== weight[from]) return false;
  return true;
}
