import type { MultiPolygon } from 'geojson';
import { asWgs84, type LonLat, type Wgs84 } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';
import type { Steps } from '../progress.ts';
import { isochroneGrid, POINTS_PER_STEP, type IsochroneGrid } from './isochrone-grid.ts';
import { isochroneOutlineSteps } from './isochrone-outline.ts';
import { Box, neighbourhoodsSteps } from './neighbourhoods.ts';

/** Circles laid between two reports: a few milliseconds' work. */
const CIRCLES_PER_STEP = 20;

/**
 * Whatever lies within each of some radii (metres, straight lines) of any of the centres, one geometry a radius in the
 * order given. Drawn on the grid of isochrones, to about a metre: overlapping circles by the thousand are one outline.
 */
export function* circleUnionSteps(centres: readonly LonLat[], radiiM: readonly number[]): Steps<Wgs84<MultiPolygon>[]> {
  const farthestM = Math.max(...radiiM);
  const boxes = centres.map((place) => {
    const box = new Box();
    box.around(place, farthestM + MARGIN_M);
    return { place, box };
  });
  const shapes: Wgs84<MultiPolygon>[][] = [];
  for (const group of yield* neighbourhoodsSteps(boxes)) shapes.push(yield* togetherSteps(group, radiiM));
  return radiiM.map((_, i) => {
    const coordinates = shapes.flatMap((shape) => shape[i]!.coordinates);
    return asWgs84({ type: 'MultiPolygon', coordinates });
  });
}

/** Metres from one group's circles to its grid's edge. */
const MARGIN_M = 60;

function* togetherSteps(centres: readonly LonLat[], radiiM: readonly number[]): Steps<Wgs84<MultiPolygon>[]> {
  const farthestM = Math.max(...radiiM);
  const grid = isochroneGrid(boundsAround(centres), farthestM + MARGIN_M);
  const nearestM = new Float32Array(grid.columns * grid.rows).fill(Infinity);
  for (const [done, centre] of centres.entries()) {
    if (done % CIRCLES_PER_STEP === 0) yield { stage: 'reach', done, total: centres.length };
    lay(nearestM, grid, centre, farthestM + grid.spacingM);
  }
  const outlines: Wgs84<MultiPolygon>[] = [];
  for (const radiusM of radiiM) {
    const field = new Float32Array(nearestM.length);
    for (let point = 0; point < field.length; point++) {
      if (point % POINTS_PER_STEP === 0) yield { stage: 'reach', done: point, total: field.length };
      field[point] = Math.max(-grid.spacingM, Math.min(grid.spacingM, radiusM - nearestM[point]!));
    }
    outlines.push(yield* isochroneOutlineSteps(field, grid));
  }
  return outlines;
}

/** Offers a centre to the points near it. */
function lay(nearestM: Float32Array, grid: IsochroneGrid, [lon, lat]: LonLat, farthestM: number): void {
  const { spacingM, perLon, perLat, firstColumn, firstRow, columns, rows } = grid;
  const x = lon * perLon - firstColumn * spacingM;
  const y = lat * perLat - firstRow * spacingM;
  const fromColumn = Math.max(0, Math.ceil((x - farthestM) / spacingM));
  const toColumn = Math.min(columns - 1, Math.floor((x + farthestM) / spacingM));
  const toRow = Math.min(rows - 1, Math.floor((y + farthestM) / spacingM));
  for (let row = Math.max(0, Math.ceil((y - farthestM) / spacingM)); row <= toRow; row++) {
    for (let column = fromColumn; column <= toColumn; column++) {
      const metres = Math.hypot(column * spacingM - x, row * spacingM - y);
      const point = row * columns + column;
      if (metres < nearestM[point]!) nearestM[point] = metres;
    }
  }
}

function boundsAround(centres: readonly LonLat[]): Bounds {
  const box = new Box();
  for (const [lon, lat] of centres) box.hold(lon, lat);
  return box.within(box);
}
