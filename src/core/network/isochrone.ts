import type { MultiPolygon } from 'geojson';
import { asWgs84, type Wgs84 } from '../geo/geometry.ts';
import { runSteps, type Steps } from '../progress.ts';
import { isochroneGrid } from './isochrone-grid.ts';
import { isochroneGroundSteps } from './isochrone-ground.ts';
import { isochroneOutlineSteps } from './isochrone-outline.ts';
import { BLOCK_M, isochroneShapeSteps, ShapeScratch } from './isochrone-shape.ts';
import { walkingNeighboursSteps, walkedStreetsSteps } from './isochrone-streets.ts';
import { isochroneWaterSteps } from './isochrone-water.ts';
import type { StreetGraph } from './street-graph.ts';
import { WalkingSearch, type StreetPoint } from './walking-search.ts';
import type { WaterAreas } from './water-areas.ts';

/** Metres looked beyond the limit, so that streets just beyond it say by how much. */
const BEYOND_M = 20;

/**
 * From where a place can be walked to (and to where from it) within each of some limits in metres, one geometry a limit
 * in the order given: the streets walked with what lies along them and the blocks between them, without the water. The
 * walk off the street to the place counts. Limits lie within each other: what a smaller one holds, a larger one holds. A
 * place that is on no street, or farther from it than the limit, has a geometry without polygons. `water` of the same
 * extract may be null: none is known. `search` may be given to reuse its scratch space.
 */
export function isochrone(
  graph: StreetGraph,
  water: WaterAreas | null,
  place: StreetPoint,
  limitsM: readonly number[],
  search = new WalkingSearch(graph),
): Wgs84<MultiPolygon>[] {
  return runSteps(togetherSteps(graph, water, [place], limitsM, search));
}

/**
 * The same for whichever of several places is nearest: the union of their isochrones. Needs 150 MB for a while at most,
 * however large the city: beyond that its grid is coarser. `search` is in use until the last step.
 */
export function* isochroneUnionSteps(
  graph: StreetGraph,
  water: WaterAreas | null,
  places: readonly StreetPoint[],
  limitsM: readonly number[],
  search = new WalkingSearch(graph),
): Steps<Wgs84<MultiPolygon>[]> {
  const groups = yield* walkingNeighboursSteps(graph, places, farthest(limitsM), 4 * BLOCK_M);
  const shapes: Wgs84<MultiPolygon>[][] = [];
  for (const group of groups) shapes.push(yield* togetherSteps(graph, water, group, limitsM, search));
  return limitsM.map((_, i) => {
    const coordinates = shapes.flatMap((shape) => shape[i]!.coordinates);
    return asWgs84({ type: 'MultiPolygon', coordinates });
  });
}

function farthest(limitsM: readonly number[]): number {
  return Math.max(...limitsM) + BEYOND_M;
}

/** Outlines on one grid, for places near each other. */
function* togetherSteps(
  graph: StreetGraph,
  water: WaterAreas | null,
  places: readonly StreetPoint[],
  limitsM: readonly number[],
  search: WalkingSearch,
): Steps<Wgs84<MultiPolygon>[]> {
  const walked = yield* walkedStreetsSteps(graph, places, farthest(limitsM), search);
  // An empty box is turned into a grid of a few points, all of them outside.
  const grid = isochroneGrid(walked.bounds ?? [0, 0, 0, 0], BLOCK_M);
  const ground = yield* isochroneGroundSteps(graph, walked, grid);
  const waterM = water && (yield* isochroneWaterSteps(water, grid));
  const scratch = new ShapeScratch(grid);
  const outlines: Wgs84<MultiPolygon>[] = [];
  for (const limitM of limitsM) {
    const shape = yield* isochroneShapeSteps(ground, waterM, grid, limitM, scratch);
    outlines.push(yield* isochroneOutlineSteps(shape, grid));
  }
  return outlines;
}
