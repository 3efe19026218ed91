import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';

/**
 * Spacing of the grid's points in metres. Measured on Heidelberg: 5 m has twice the corners in three times the time for
 * a tenth of a per cent; 15 m would do for the shares as well, in two thirds of the time, but is coarser than an alley.
 */
const SPACING_M = 10;

/** Points worked through between two reports, where little is done with each: under a millisecond's work. */
export const POINTS_PER_STEP = 1 << 16;

/** Above this many points the spacing widens instead: a hundred megabytes of them. */
const MOST_POINTS = 6_000_000;

/**
 * Points on the ground at even distances, row after row from the south-west. They are counted from the same beginning
 * for all places nearby, so that an outline does not flicker while the place is dragged.
 */
export interface IsochroneGrid {
  readonly spacingM: number;
  readonly perLon: number;
  readonly perLat: number;
  /** The south-west point, in spacings from longitude and latitude 0. */
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columns: number;
  readonly rows: number;
  /** Metres from the box that was to be covered to the outermost points, at least. */
  readonly marginM: number;
}

/** A grid that covers a box in degrees and metres around it: `leastMarginM`, or three spacings where that is more. */
export function isochroneGrid([west, south, east, north]: Bounds, leastMarginM: number): IsochroneGrid {
  // To the tenth of a degree: metres are off by a thousandth at most, and dragging does not shift the points.
  const { perLon, perLat } = metresPerDegree(Math.round(((south + north) / 2) * 10) / 10);
  const widthM = (east - west) * perLon + 2 * leastMarginM;
  const heightM = (north - south) * perLat + 2 * leastMarginM;
  const spacingM = Math.max(SPACING_M, Math.sqrt((widthM * heightM) / MOST_POINTS));
  const marginM = Math.max(leastMarginM, 3 * spacingM);
  const firstColumn = Math.floor((west * perLon - marginM) / spacingM) - 1;
  const firstRow = Math.floor((south * perLat - marginM) / spacingM) - 1;
  return {
    spacingM,
    perLon,
    perLat,
    firstColumn,
    firstRow,
    columns: Math.ceil((east * perLon + marginM) / spacingM) + 2 - firstColumn,
    rows: Math.ceil((north * perLat + marginM) / spacingM) + 2 - firstRow,
    marginM,
  };
}

/** The position in degrees so many columns and rows from the south-west point. */
export function positionOn(grid: IsochroneGrid, column: number, row: number): LonLat {
  return [
    ((grid.firstColumn + column) * grid.spacingM) / grid.perLon,
    ((grid.firstRow + row) * grid.spacingM) / grid.perLat,
  ];
}
