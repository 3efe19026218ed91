import type { FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import type { Origins, Reach, ReachRow } from './reach.ts';

/** The areas that reach a facility within the circle, by position ascending, and the share of each one's origins that does. */
export interface Catchment {
  /** The walks it was added up from. */
  readonly row: ReachRow;
  readonly area: Uint32Array;
  readonly share: Float64Array;
}

export type Catchments = ReadonlyMap<FacilityId, Catchment>;

const PER_STEP = 200;

/**
 * Catchments of all facilities within `limitM` metres walked, the limit included. Those of `previous` (of the same limit
 * and origins) are taken over where the facility's walks are the same.
 */
export function* catchmentsSteps(
  { origins, rows }: Reach,
  limitM: number,
  previous: Catchments | null = null,
): Steps<Catchments> {
  const adder = new CatchmentAdder(origins);
  const catchments = new Map<FacilityId, Catchment>();
  let done = 0;
  for (const [facility, row] of rows) {
    if (done++ % PER_STEP === 0) yield { stage: 'catchments', done, total: rows.size };
    const known = previous?.get(facility);
    catchments.set(facility, known?.row === row ? known : adder.add(row, limitM + TOLERANCE));
  }
  return catchments;
}

class CatchmentAdder {
  private readonly areaOf: Uint32Array;
  private readonly weight: Float64Array;
  /** Room for the areas of one facility. */
  private readonly area: Uint32Array;
  private readonly share: Float64Array;

  constructor({ start, areaIds, weight }: Origins) {
    this.areaOf = new Uint32Array(weight.length);
    for (let area = 0; area < areaIds.length; area++) this.areaOf.fill(area, start[area], start[area + 1]);
    this.weight = weight;
    this.area = new Uint32Array(areaIds.length);
    this.share = new Float64Array(areaIds.length);
  }

  /** Origins ascend and each area's lie together, so one pass adds up area after area. */
  add(row: ReachRow, limitM: number): Catchment {
    const { areaOf, weight, area, share } = this;
    const { origin, metres } = row;
    let last = -1;
    for (let k = 0; k < origin.length; k++) {
      if (metres[k]! > limitM) continue;
      const here = areaOf[origin[k]!]!;
      if (last < 0 || area[last] !== here) {
        last++;
        area[last] = here;
        share[last] = 0;
      }
      share[last]! += weight[origin[k]!]!;
    }
    return { row, area: area.slice(0, last + 1), share: share.slice(0, last + 1) };
  }
}
