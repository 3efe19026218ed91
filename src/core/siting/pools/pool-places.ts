import { rowsToSteps } from '../../access/row-to.ts';
import type { Origins, ReachRow } from '../../access/reach.ts';
import type { Audit } from '../../checks/audit.ts';
import type { LonLat, PlaceGeometry } from '../../geo/geometry.ts';
import { innerPosition } from '../../geo/polygon.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Steps } from '../../progress.ts';
import { TOLERANCE } from '../../units.ts';

/** What stands at a place where a pool's unit could be: a member itself, a candidate site, a parcel reserved for elder care. */
export interface PlaceName {
  readonly kind: 'area' | 'candidate' | 'parcel';
  readonly id: string;
}

/** How an area walks to a place. */
export interface PlaceWalk {
  /** Share of its people within the circle of pools; more than none. */
  readonly share: number;
  /** Walk of the median person, m; null: farther than was measured. */
  readonly medianM: number | null;
}

/** Longer than any walk that is measured within a circle, m. */
const FAR_M = 10_000;

/** What a walk counts as where walks are weighed against each other, m. */
export function countedWalkM({ medianM }: PlaceWalk): number {
  return medianM ?? FAR_M;
}

/** A place where a pool's unit could be, and the areas that reach it within the circle of pools, by position. */
export interface PoolPlace extends PlaceName {
  readonly at: LonLat;
  /** Floor area that there is room for, m²; null: not limited by what is known. */
  readonly roomM2: number | null;
  readonly walks: ReadonlyMap<number, PlaceWalk>;
}

/**
 * Places where a unit for some of these areas (by position) could be: inside each of them, on candidate sites, on parcels
 * reserved for elder care. As in the audit, an area reaches a place if any of its origins does. Only places that at least
 * one of the areas reaches.
 */
export function* poolPlacesSteps(
  { context, memory }: Audit,
  { candidates, parcels }: Pick<Plan, 'candidates' | 'parcels'>,
  areas: readonly number[],
): Steps<PoolPlace[]> {
  const { reach } = memory.walks;
  const named = new Map<string, PlaceName & Pick<PoolPlace, 'at' | 'roomM2'>>();
  const add = (kind: PlaceName['kind'], id: string, geometry: PlaceGeometry | undefined, roomM2: number | null) => {
    if (geometry) named.set(`${kind} ${id}`, { kind, id, at: innerPosition(geometry), roomM2 });
  };
  for (const a of areas) add('area', context.areas[a]!.id, context.areas[a]!.geometry, null);
  // A plot's floor area is yet to be drawn up: only what is built already limits it.
  for (const { id, geometry, floorAreaM2, kind } of candidates.values()) {
    add('candidate', id, geometry, kind === 'idle_building' ? (floorAreaM2 ?? null) : null);
  }
  for (const { id, geometry, floorAreaM2, use } of parcels.values()) {
    if (use === 'elder_care') add('parcel', id, geometry, floorAreaM2 ?? null);
  }
  const rows = yield* rowsToSteps(reach, new Map([...named].map(([key, { at }]) => [key, at])));
  const found: PoolPlace[] = [];
  for (const [key, place] of named) {
    const walks = walksOf(rows.get(key)!, reach.origins, areas, context.poolCircleM);
    if (walks.size > 0) found.push({ ...place, walks });
  }
  return found;
}

function walksOf(
  { origin, metres }: ReachRow,
  { start, weight }: Origins,
  areas: readonly number[],
  circleM: number,
): Map<number, PlaceWalk> {
  const walks = new Map<number, PlaceWalk>();
  for (const a of areas) {
    const walked: { metres: number; weight: number }[] = [];
    for (let k = firstFrom(origin, start[a]!); k < origin.length && origin[k]! < start[a + 1]!; k++) {
      walked.push({ metres: metres[k]!, weight: weight[origin[k]!]! });
    }
    const share = walked.reduce((sum, one) => sum + (one.metres <= circleM + TOLERANCE ? one.weight : 0), 0);
    if (share > 0) walks.set(a, { share: Math.min(1, share), medianM: medianOf(walked) });
  }
  return walks;
}

/** The walk within which half of the people are; null where fewer were reached at all. */
function medianOf(walked: { metres: number; weight: number }[]): number | null {
  walked.sort((a, b) => a.metres - b.metres);
  let sum = 0;
  for (const { metres, weight } of walked) {
    sum += weight;
    if (sum >= 0.5 - TOLERANCE) return metres;
  }
  return null;
}

/** First position in ascending numbers that is not below a value. */
function firstFrom(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
