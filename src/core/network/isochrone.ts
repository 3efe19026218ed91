import type { MultiPolygon } from 'geojson';
import { asWgs84, type Wgs84 } from '../geo/geometry.ts';
import { isochroneGrid } from './isochrone-grid.ts';
import { isochroneGround } from './isochrone-ground.ts';
import { isochroneOutline } from './isochrone-outline.ts';
import { BLOCK_M, isochroneShape } from './isochrone-shape.ts';
import { neighbourhoods, walkedStreets } from './isochrone-streets.ts';
import type { StreetGraph } from './street-graph.ts';
import { WalkingSearch, type StreetPoint } from './walking-search.ts';

/** Metres looked beyond the limit, so that streets just beyond it say by how much. */
const BEYOND_M = 20;

/**
 * From where a place can be walked to (and to where from it) within each of some limits in metres, one geometry a limit
 * in the order given: the streets walked with what lies along them and the blocks between them. The walk off the street
 * to the place counts. Limits lie within each other: what a smaller one holds, a larger one holds. A place that is on no
 * street, or farther from it than the limit, has a geometry without polygons. `search` may be given to reuse its scratch
 * space.
 */
export function isochrone(
  graph: StreetGraph,
  place: StreetPoint,
  limitsM: readonly number[],
  search = new WalkingSearch(graph),
): Wgs84<MultiPolygon>[] {
  return together(graph, [place], limitsM, search);
}

/** The same for whichever of several places is nearest: the union of their isochrones. */
export function isochroneUnion(
  graph: StreetGraph,
  places: readonly StreetPoint[],
  limitsM: readonly number[],
  search = new WalkingSearch(graph),
): Wgs84<MultiPolygon>[] {
  const groups = neighbourhoods(graph, places, farthest(limitsM), 4 * BLOCK_M);
  const shapes = groups.map((group) => together(graph, group, limitsM, search));
  return limitsM.map((_, i) => {
    const coordinates = shapes.flatMap((shape) => shape[i]!.coordinates);
    return asWgs84({ type: 'MultiPolygon', coordinates });
  });
}

function farthest(limitsM: readonly number[]): number {
  return Math.max(...limitsM) + BEYOND_M;
}

/** Outlines on one grid, for places near each other. */
function together(
  graph: StreetGraph,
  places: readonly StreetPoint[],
  limitsM: readonly number[],
  search: WalkingSearch,
): Wgs84<MultiPolygon>[] {
  const walked = walkedStreets(graph, places, farthest(limitsM), search);
  // An empty box is turned into a grid of a few points, all of them outside.
  const grid = isochroneGrid(walked.bounds ?? [0, 0, 0, 0], BLOCK_M);
  const ground = isochroneGround(graph, walked, grid);
  return limitsM.map((limitM) => isochroneOutline(isochroneShape(ground, grid, limitM), grid));
}
