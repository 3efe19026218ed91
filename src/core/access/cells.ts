import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';

/** What a figure is laid over: regular cells, or the residential areas themselves. */
export const SURFACE_CELLS = ['hexagon', 'grid', 'areas'] as const;
export type SurfaceCells = (typeof SURFACE_CELLS)[number];
export type CellShape = Exclude<SurfaceCells, 'areas'>;

/** Figures at places, in flat arrays of one length; NaN is unknown. */
export interface PlacedFigures {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly figure: Float64Array;
  /** What the figure is a share of, so that a cell is Σ figure ÷ Σ base; null: the figure is only summed. */
  readonly base: Float64Array | null;
}

/** One cell with at least one place in it. */
export interface Cell {
  readonly ring: readonly LonLat[];
  /** Sums over the places where figure and base are known. */
  readonly figure: number;
  readonly base: number;
  readonly known: number;
  readonly unknown: number;
}

const SQRT3 = Math.sqrt(3);

/** Square metres of a cell `widthM` wide: between opposite sides, of a hexagon. */
export function cellAreaM2(shape: CellShape, widthM: number): number {
  return shape === 'grid' ? widthM * widthM : (SQRT3 / 2) * widthM * widthM;
}

/**
 * Gathers places in cells of one size. The plane is local: metres east and north of the middle of the places, so a cell of a
 * city's size map is true to a fraction of a per cent. Every place is in exactly one cell: sums are those of the places.
 */
export function gatherInCells(
  { lon, lat, figure, base }: PlacedFigures,
  shape: CellShape,
  widthM: number,
): readonly Cell[] {
  const middle = middleOf(lon, lat);
  const { perLon, perLat } = metresPerDegree(middle[1]);
  const plane = PLANES[shape](widthM);
  const cells = new Map<
    string,
    { column: number; row: number; figure: number; base: number; known: number; unknown: number }
  >();
  for (let i = 0; i < lon.length; i++) {
    const [column, row] = plane.cellAt((lon[i]! - middle[0]) * perLon, (lat[i]! - middle[1]) * perLat);
    const key = `${column},${row}`;
    let cell = cells.get(key);
    if (!cell) {
      cell = { column, row, figure: 0, base: 0, known: 0, unknown: 0 };
      cells.set(key, cell);
    }
    const under = base === null ? 0 : base[i]!;
    if (Number.isNaN(figure[i]!) || Number.isNaN(under)) {
      cell.unknown++;
      continue;
    }
    cell.known++;
    cell.figure += figure[i]!;
    cell.base += under;
  }
  return [...cells.values()].map(({ column, row, ...sums }) => ({
    ...sums,
    ring: plane.ring(column, row).map(([x, y]): LonLat => [middle[0] + x / perLon, middle[1] + y / perLat]),
  }));
}

interface CellPlane {
  /** Column and row of the cell that holds a position in metres. */
  cellAt(x: number, y: number): readonly [column: number, row: number];
  /** The cell's corners, closed. */
  ring(column: number, row: number): readonly (readonly [x: number, y: number])[];
}

const PLANES: Readonly<Record<CellShape, (widthM: number) => CellPlane>> = {
  grid: (width) => ({
    cellAt: (x, y) => [Math.floor(x / width), Math.floor(y / width)],
    ring: (column, row) =>
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ].map(([right, up]) => [(column + right!) * width, (row + up!) * width] as const),
  }),
  hexagon: hexagonPlane,
};

/** Hexagons with a corner on top; axial coordinates, rounded by way of cubes (redblobgames.com, Hexagonal Grids). */
function hexagonPlane(width: number): CellPlane {
  const radius = width / SQRT3;
  return {
    cellAt(x, y) {
      const q = x / width - y / (3 * radius);
      const r = (2 * y) / (3 * radius);
      const s = -q - r;
      let column = Math.round(q);
      let row = Math.round(r);
      const third = Math.round(s);
      const [dq, dr, ds] = [Math.abs(column - q), Math.abs(row - r), Math.abs(third - s)];
      if (dq > dr && dq > ds) column = -row - third;
      else if (dr > ds) row = -column - third;
      return [column, row];
    },
    ring(column, row) {
      const x = width * (column + row / 2);
      const y = 1.5 * radius * row;
      const corners = Array.from({ length: 6 }, (_, corner) => {
        const angle = (Math.PI / 3) * corner + Math.PI / 6;
        return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
      });
      return [...corners, corners[0]!];
    },
  };
}

function middleOf(lon: Float64Array, lat: Float64Array): LonLat {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lon.length; i++) {
    west = Math.min(west, lon[i]!);
    east = Math.max(east, lon[i]!);
    south = Math.min(south, lat[i]!);
    north = Math.max(north, lat[i]!);
  }
  return lon.length === 0 ? [0, 0] : [(west + east) / 2, (south + north) / 2];
}
