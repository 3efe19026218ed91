import type { FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import type { Origins, Reach, ReachRow } from './reach.ts';

/** The areas that reach a facility within the circle, by position ascending, and the share of each one's origins that does. */
export interface Catchment {
  readonly area: Uint32Array;
  readonly share: Float64Array;
}

export type Catchments = ReadonlyMap<FacilityId, Catchment>;

const PER_STEP = 200;

/** Catchments of all facilities within `limitM` metres walked, the limit included. */
export function* catchmentsSteps(reach: Reach, limitM: number): Steps<Catchments> {
  const areaOf = areaOfOrigins(reach.origins);
  const catchments = new Map<FacilityId, Catchment>();
  let done = 0;
  for (const [facility, row] of reach.rows) {
    if (done++ % PER_STEP === 0) yield { stage: 'catchments', done, total: reach.rows.size };
    catchments.set(facility, catchmentOf(row, areaOf, reach.origins.weight, limitM + TOLERANCE));
  }
  return catchments;
}

function areaOfOrigins({ start, areaIds }: Origins): Uint32Array {
  const areaOf = new Uint32Array(start[areaIds.length]!);
  for (let area = 0; area < areaIds.length; area++) areaOf.fill(area, start[area], start[area + 1]);
  return areaOf;
}

/** Origins ascend and each area's lie together, so one pass adds up area after area. */
function catchmentOf(row: ReachRow, areaOf: Uint32Array, weight: Float64Array, limitM: number): Catchment {
  const area: number[] = [];
  const share: number[] = [];
  for (let k = 0; k < row.origin.length; k++) {
    if (row.metres[k]! > limitM) continue;
    const origin = row.origin[k]!;
    const here = areaOf[origin]!;
    if (area[area.length - 1] !== here) {
      area.push(here);
      share.push(0);
    }
    share[share.length - 1]! += weight[origin]!;
  }
  return { area: Uint32Array.from(area), share: Float64Array.from(share) };
}
