import type { SharedPlace } from './pool-instance.ts';
import type { PoolPart } from './pool-parts.ts';
import { countedWalkM } from './pool-places.ts';

/**
 * The part without places that another can always stand in for: it serves the same areas or more, nothing limits its room,
 * and nobody walks farther to it. The best total, of m², units and walks alike, stays what it was. (A rival of limited room
 * might be full: two buildings hold more than one.)
 */
export function withWorthwhilePlaces(part: PoolPart): PoolPart {
  const byArea = part.areas.map((): number[] => []);
  for (const [p, { who }] of part.places.entries()) for (const i of who) byArea[i]!.push(p);
  const places = part.places.filter((place, p) => {
    const rivals = byArea[place.who[0]!]!;
    return !rivals.some((q) => q !== p && standsInFor(part.places[q]!, place, q < p));
  });
  return { ...part, places };
}

/** `first`: of two that are alike in everything, the rival is the one that stays. */
function standsInFor(rival: SharedPlace, place: SharedPlace, first: boolean): boolean {
  if (rival.roomM2 !== null || rival.who.length < place.who.length) return false;
  let alike = rival.who.length === place.who.length && place.roomM2 === null;
  for (const [k, i] of place.who.entries()) {
    const at = rival.who.indexOf(i);
    if (at < 0) return false;
    const [there, here] = [countedWalkM(rival.walks[at]!), countedWalkM(place.walks[k]!)];
    if (there > here) return false;
    if (there < here) alike = false;
  }
  return !alike || first;
}
