import { reaches } from '../../units.ts';
import { countedWalkM, type PlaceName, type PlaceWalk, type PoolPlace } from './pool-places.ts';

/** Where a pool's unit would best stand, and how each member walks there. */
export interface ChosenPlace {
  readonly place: PlaceName & Pick<PoolPlace, 'at' | 'roomM2'>;
  /** In the order of the members; null: does not reach it. */
  readonly walks: readonly (PlaceWalk | null)[];
}

/**
 * The place that most of the members reach, of those with room for `m2`; among them the one that the members walk to
 * least, each as often as it has households. Null: nobody reaches any.
 */
export function bestPlace(
  places: readonly PoolPlace[],
  members: readonly { readonly a: number; readonly households: number }[],
  m2: number,
): ChosenPlace | null {
  let best: PoolPlace | null = null;
  let reached = 0;
  let walked = Infinity;
  for (const place of places) {
    if (place.roomM2 !== null && !reaches(place.roomM2, m2)) continue;
    const here = members.filter(({ a }) => place.walks.has(a));
    const walkedHere = here.reduce((sum, { a, households }) => sum + households * countedWalkM(place.walks.get(a)!), 0);
    if (here.length < reached || (here.length === reached && walkedHere >= walked)) continue;
    [best, reached, walked] = [place, here.length, walkedHere];
  }
  if (best === null || reached === 0) return null;
  const { kind, id, at, roomM2, walks } = best;
  return { place: { kind, id, at, roomM2 }, walks: members.map(({ a }) => walks.get(a) ?? null) };
}
