import Flatbush from 'flatbush';
import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';
import { changedStreets } from '../network/changed-streets.ts';
import { originsOnStreets, type OriginsOnStreets } from '../network/origins-on-streets.ts';
import { snapAgainSteps, type Snap, type Snaps } from '../network/snap.ts';
import { NO_EDGE, type StreetGraph } from '../network/street-graph.ts';
import { WalkingTimes } from '../network/walking-times.ts';
import type { FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { NetworkReach } from './network-reach.ts';
import type { Origins, ReachRow } from './reach.ts';

/** Origins looked at between two reports. */
const PER_STEP = 100_000;

/** How far the plane may be off, as a factor, and a metre for what is snapped: a little more is worked out anew than need be. */
const SLACK = 1.002;
const SLACK_M = 1;

/** What of a reach still holds on streets that may be others by now. */
export interface TakenOver {
  readonly originSnaps: Snaps;
  readonly streetOrigins: OriginsOnStreets;
  readonly times: WalkingTimes;
  /** How a facility got onto the streets, while that is still how it does. */
  readonly snapOf: (facility: FacilityId, at: LonLat) => Snap | null;
  /** Its row, while nothing differs within its limit. */
  readonly rowOf: (facility: FacilityId, at: LonLat) => ReachRow | null;
}

/**
 * Takes a reach over to streets that street edits made of the same ones: origins are snapped again where something near
 * them differs, and a row stands while nothing within its limit does, neither streets nor where an origin joins them.
 * Null: nothing can be taken over.
 */
export function* takeOverReachSteps(
  previous: NetworkReach,
  graph: StreetGraph,
  origins: Origins,
  snapM: number,
): Steps<TakenOver | null> {
  if (previous.origins !== origins || previous.snapM !== snapM) return null;
  const rowOf = (facility: FacilityId, at: LonLat): ReachRow | null => {
    const row = previous.rows.get(facility);
    return row && row.at[0] === at[0] && row.at[1] === at[1] ? row : null;
  };
  const snapOf = (facility: FacilityId, at: LonLat): Snap | null =>
    rowOf(facility, at) && previous.destinationSnaps.get(facility)!;
  if (previous.graph === graph) {
    const { originSnaps, streetOrigins, times } = previous;
    return { originSnaps, streetOrigins, times, snapOf, rowOf };
  }
  const changed = changedStreets(previous.graph, graph);
  if (!changed) return null;
  const { boxes, numberOf } = changed;
  const isNear = nearTo(boxes, snapM);
  const before = yield* renumberedSteps(previous.originSnaps, numberOf);
  const points = yield* pointsToSnapSteps(before, origins, isNear);
  const originSnaps = yield* snapAgainSteps(before, points, graph, origins.lon, origins.lat, snapM);
  const places = movedOf(points, before, originSnaps).map((point): Bounds => {
    const [lon, lat] = [origins.lon[point]!, origins.lat[point]!];
    return [lon, lat, lon, lat];
  });
  const isWithin = nearTo([...boxes, ...places], previous.limitM);
  const streetOrigins = originsOnStreets(graph, originSnaps);
  const keptSnap = (facility: FacilityId, at: LonLat): Snap | null => {
    const known = snapOf(facility, at);
    // How far the nearest street of all is from one that is too far is not known by what is near it.
    if (!known || known.edge === NO_EDGE || isNear(at)) return null;
    const { others, ...way } = known;
    const here = { ...way, edge: numberOf(way.edge) };
    return others ? { ...here, others: others.map((other) => ({ ...other, edge: numberOf(other.edge) })) } : here;
  };
  return {
    originSnaps,
    streetOrigins,
    times: new WalkingTimes(graph, streetOrigins),
    snapOf: keptSnap,
    rowOf: (facility, at) => (keptSnap(facility, at) && !isWithin(at) ? rowOf(facility, at) : null),
  };
}

/** The same snaps by the numbers that edges have by now; those on an edge that has none are near what differs. */
function* renumberedSteps(snaps: Snaps, numberOf: (edge: number) => number): Steps<Snaps> {
  const edge = snaps.edge.slice();
  for (let i = 0; i < edge.length; i++) {
    if (i % PER_STEP === 0) yield { stage: 'origins', done: i, total: edge.length };
    if (edge[i] !== NO_EDGE) edge[i] = numberOf(edge[i]!);
  }
  return { ...snaps, edge, others: snaps.others.map((way) => ({ ...way, edge: numberOf(way.edge) })) };
}

/** Origins that something near differs for, ascending. */
function* pointsToSnapSteps(
  { edge }: Snaps,
  { lon, lat }: Origins,
  isNear: (at: LonLat) => boolean,
): Steps<Uint32Array> {
  const points: number[] = [];
  for (let i = 0; i < edge.length; i++) {
    if (i % PER_STEP === 0) yield { stage: 'origins', done: i, total: edge.length };
    if (isNear([lon[i]!, lat[i]!])) points.push(i);
  }
  return Uint32Array.from(points);
}

/** Points that join the streets elsewhere than before. */
function movedOf(points: Uint32Array, before: Snaps, after: Snaps): number[] {
  const others = [othersByPoint(before), othersByPoint(after)] as const;
  return [...points].filter(
    (point) =>
      before.edge[point] !== after.edge[point] ||
      !Object.is(before.alongM[point], after.alongM[point]) ||
      !Object.is(before.awayM[point], after.awayM[point]) ||
      others[0].get(point) !== others[1].get(point),
  );
}

/** The other ways of the points that have some, as text. */
function othersByPoint({ others }: Snaps): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { point, edge, alongM, awayM } of others) {
    texts.set(point, `${texts.get(point) ?? ''} ${edge} ${alongM} ${awayM}`);
  }
  return texts;
}

/** Tells whether a position is within so many metres of one of some boxes, or a little farther. */
function nearTo(boxes: readonly Bounds[], metres: number): (at: LonLat) => boolean {
  if (boxes.length === 0) return () => false;
  const index = new Flatbush(boxes.length);
  for (const box of boxes) index.add(...box);
  index.finish();
  const { minX, minY, maxX, maxY } = index;
  const farM = metres * SLACK + SLACK_M;
  return ([lon, lat]) => {
    const { perLon, perLat } = metresPerDegree(lat);
    const [east, north] = [farM / perLon, farM / perLat];
    // Most positions are far from all of them.
    if (lon + east < minX || lon - east > maxX || lat + north < minY || lat - north > maxY) return false;
    return index.search(lon - east, lat - north, lon + east, lat + north).length > 0;
  };
}
