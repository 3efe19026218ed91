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

/** Where a walk joins the streets: on an edge, so many metres from its start, after a straight walk off the street. */
export interface Snap {
  readonly status: SnapStatus;
  /** `NO_EDGE` when too far. */
  readonly edge: number;
  readonly alongM: number;
  /** Straight metres to the street; when too far to the nearest street of all (Infinity: there are no streets). */
  readonly awayM: number;
  /** The position on the street; null when too far. */
  readonly at: LonLat | null;
}

/** Many points snapped: one place a point, as in `Snap`. Too far: `NO_EDGE`, and no distance is worked out (NaN). */
export interface Snaps {
  readonly edge: Uint32Array;
  readonly alongM: Float64Array;
  readonly awayM: Float64Array;
  readonly island: Uint8Array;
}

/**
 * Where a point joins the streets: at the nearest position on the nearest street of a connected component of at least
 * 1 km in all within `snapM`; failing that, on the nearest of any component within `snapM`; failing that nowhere.
 * `search` may be given to reuse its scratch space.
 */
export function snap(graph: StreetGraph, at: LonLat, snapM: number, search = new NearestStreet(graph)): Snap {
  search.find(at[0], at[1], snapM * SLACK);
  const mainland = located(graph, at, search.mainlandSegment, search.mainlandShare);
  if (mainland && mainland.awayM <= snapM + TOLERANCE) return { status: 'snapped', ...mainland };
  const any = located(graph, at, search.segment, search.share);
  if (any && any.awayM <= snapM + TOLERANCE) return { status: 'snapped_to_island', ...any };
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
  };
  const search = new NearestStreet(graph);
  for (let i = 0; i < count; i++) {
    if (i % PER_STEP === 0) yield { stage: 'origins', done: i, total: count };
    const at: LonLat = [lon[i]!, lat[i]!];
    search.find(at[0], at[1], snapM * SLACK);
    let found = located(graph, at, search.mainlandSegment, search.mainlandShare);
    if (!found || found.awayM > snapM + TOLERANCE) {
      found = located(graph, at, search.segment, search.share);
      if (!found || found.awayM > snapM + TOLERANCE) continue;
      snaps.island[i] = 1;
    }
    snaps.edge[i] = found.edge;
    snaps.alongM[i] = found.alongM;
    snaps.awayM[i] = found.awayM;
  }
  return snaps;
}

function located(graph: StreetGraph, from: LonLat, segment: number, share: number): Omit<Snap, 'status'> | null {
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
