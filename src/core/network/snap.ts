import { greatCircleMetres } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { Steps } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import { NearestStreet, NO_SEGMENT } from './nearest-street.ts';
import { NO_EDGE, type StreetGraph } from './street-graph.ts';

/** Points worked through between two reports. */
const PER_STEP = 2000;

/** How far the plane may be off: candidates are looked for a little beyond the limit and then measured on the sphere. */
const SLACK = 1.001;

export type SnapStatus = 'snapped' | 'snapped_to_island' | 'too_far';

/** A way onto the streets: to a position on an edge, so many metres from its start, by a straight walk off the street. */
export interface WayOnto {
  readonly edge: number;
  readonly alongM: number;
  readonly awayM: number;
  /** The position on the street. */
  readonly at: LonLat;
}

/** Where a walk joins the streets. */
export interface Snap {
  readonly status: SnapStatus;
  /** `NO_EDGE` when too far. */
  readonly edge: number;
  readonly alongM: number;
  /** Straight metres to the street; when too far to the nearest street of all (Infinity: there are no streets). */
  readonly awayM: number;
  /** The position on the street; null when too far. */
  readonly at: LonLat | null;
  /** Other ways onto the streets that links open; absent: none. */
  readonly others?: readonly WayOnto[];
}

/** Many points snapped: one place a point, as in `Snap`. Too far: `NO_EDGE`, and no distance is worked out (NaN). */
export interface Snaps {
  readonly edge: Uint32Array;
  readonly alongM: Float64Array;
  readonly awayM: Float64Array;
  readonly island: Uint8Array;
  /** The other ways of the points that have some, by point ascending. */
  readonly others: readonly (WayOnto & { readonly point: number })[];
}

/**
 * Where a point joins the streets: at the nearest position on the nearest street of a connected component of at least
 * 1 km in all within `snapM`; failing that, on the nearest of any component within `snapM`; failing that nowhere. Nobody
 * gets onto a street across a barrier. Links open other ways beside that: onto each of them within `snapM`, and onto a
 * nearer street of what was too small a component before they joined it to others.
 * `search` may be given to reuse its scratch space.
 */
export function snap(graph: StreetGraph, at: LonLat, snapM: number, search = new NearestStreet(graph)): Snap {
  const [way, ...others] = waysFrom(graph, at, snapM, search);
  if (way) {
    const status = [way, ...others].some(({ edge }) => search.isOnMainland(edge)) ? 'snapped' : 'snapped_to_island';
    return { status, ...way, ...(others.length > 0 ? { others } : {}) };
  }
  search.find(at[0], at[1], Infinity);
  const far = located(graph, at, search.segment, search.share);
  return { status: 'too_far', edge: NO_EDGE, alongM: NaN, awayM: far ? far.awayM : Infinity, at: null };
}

/** Snaps many points; a city's origins are a million. */
export function* snapAllSteps(graph: StreetGraph, lon: Float64Array, lat: Float64Array, snapM: number): Steps<Snaps> {
  const count = lon.length;
  const snaps = {
    edge: new Uint32Array(count).fill(NO_EDGE),
    alongM: new Float64Array(count).fill(NaN),
    awayM: new Float64Array(count).fill(NaN),
    island: new Uint8Array(count),
    others: [],
  };
  yield* snapIntoSteps(
    snaps,
    new Uint32Array(count).map((_, i) => i),
    graph,
    lon,
    lat,
    snapM,
  );
  return snaps;
}

/** The same snaps with the given points, ascending, snapped anew: the streets around them are others. */
export function* snapAgainSteps(
  before: Snaps,
  points: Uint32Array,
  graph: StreetGraph,
  lon: Float64Array,
  lat: Float64Array,
  snapM: number,
): Steps<Snaps> {
  const again = new Set(points);
  const snaps = {
    edge: before.edge.slice(),
    alongM: before.alongM.slice(),
    awayM: before.awayM.slice(),
    island: before.island.slice(),
    others: before.others.filter(({ point }) => !again.has(point)),
  };
  yield* snapIntoSteps(snaps, points, graph, lon, lat, snapM);
  snaps.others.sort((a, b) => a.point - b.point);
  return snaps;
}

type OpenSnaps = Omit<Snaps, 'others'> & { readonly others: (WayOnto & { readonly point: number })[] };

function* snapIntoSteps(
  snaps: OpenSnaps,
  points: Uint32Array,
  graph: StreetGraph,
  lon: Float64Array,
  lat: Float64Array,
  snapM: number,
): Steps<void> {
  const search = new NearestStreet(graph);
  for (let k = 0; k < points.length; k++) {
    if (k % PER_STEP === 0) yield { stage: 'origins', done: k, total: points.length };
    const point = points[k]!;
    const [way, ...others] = waysFrom(graph, [lon[point]!, lat[point]!], snapM, search);
    snaps.edge[point] = way?.edge ?? NO_EDGE;
    snaps.alongM[point] = way?.alongM ?? NaN;
    snaps.awayM[point] = way?.awayM ?? NaN;
    const lost = way && ![way, ...others].some(({ edge }) => search.isOnMainland(edge));
    snaps.island[point] = lost ? 1 : 0;
    for (const other of others) snaps.others.push({ ...other, point });
  }
}

/** Every way from a point onto the streets, the one that it has without links first. */
function waysFrom(graph: StreetGraph, at: LonLat, snapM: number, search: NearestStreet): WayOnto[] {
  search.find(at[0], at[1], snapM * SLACK);
  const within = (way: WayOnto | null): WayOnto[] => (way && way.awayM <= snapM + TOLERANCE ? [way] : []);
  const mainland = within(located(graph, at, search.mainlandSegment, search.mainlandShare));
  const links = graph.overlay?.links ?? [];
  if (mainland.length > 0 && links.length === 0) return mainland;
  const any = within(located(graph, at, search.segment, search.share));
  if (links.length === 0) return any;
  const joined = any.filter(({ edge }) => search.isOnMainland(edge) && edge !== mainland[0]?.edge);
  const overLinks = search
    .findOnLinks(at[0], at[1], snapM * SLACK)
    .flatMap(({ segment, share }) => within(located(graph, at, segment, share)));
  return mainland.length > 0 ? [...mainland, ...joined, ...overLinks] : [...any, ...overLinks];
}

function located(graph: StreetGraph, from: LonLat, segment: number, share: number): WayOnto | null {
  if (segment === NO_SEGMENT) return null;
  const { shapeLon, shapeLat, shapeM, shapeEdge } = graph;
  const at: LonLat = [
    shapeLon[segment]! + share * (shapeLon[segment + 1]! - shapeLon[segment]!),
    shapeLat[segment]! + share * (shapeLat[segment + 1]! - shapeLat[segment]!),
  ];
  return {
    edge: shapeEdge[segment]!,
    alongM: shapeM[segment]! + share * (shapeM[segment + 1]! - shapeM[segment]!),
    awayM: greatCircleMetres(from, at),
    at,
  };
}
