import type { Steps } from '../progress.ts';
import type { IsochroneGrid } from './isochrone-grid.ts';
import type { WaterAreas } from './water-areas.ts';

/**
 * For each point of a grid the metres to the nearest shore: above 0 on dry ground, 0 or less on water, a spacing at most
 * either way. Null where the grid has no water.
 */
export function* isochroneWaterSteps(water: WaterAreas, grid: IsochroneGrid): Steps<Float32Array | null> {
  const field = new WaterField(water, grid);
  const count = water.halfWidthM.length;
  for (let i = 0; i < count; i++) {
    if (!field.meets(i)) continue;
    yield { stage: 'reach', done: i, total: count };
    field.lay(i);
  }
  return field.finish();
}

class WaterField {
  private readonly water: WaterAreas;
  private readonly grid: IsochroneGrid;
  private shoreM: Float32Array | null = null;
  private wet = new Uint8Array(0);

  constructor(water: WaterAreas, grid: IsochroneGrid) {
    this.water = water;
    this.grid = grid;
  }

  meets(i: number): boolean {
    const { bounds, halfWidthM } = this.water;
    const { columns, rows, spacingM } = this.grid;
    const marginM = halfWidthM[i]! + spacingM;
    const b = i * 4;
    const besides =
      this.x(bounds[b]!) - marginM > columns * spacingM || this.y(bounds[b + 1]!) - marginM > rows * spacingM;
    return !besides && this.x(bounds[b + 2]!) + marginM >= 0 && this.y(bounds[b + 3]!) + marginM >= 0;
  }

  lay(i: number): void {
    const { columns, rows } = this.grid;
    if (this.shoreM === null) {
      this.shoreM = new Float32Array(columns * rows).fill(this.grid.spacingM);
      this.wet = new Uint8Array(columns * rows);
    }
    const { lineStart, positionStart, lon, lat, halfWidthM } = this.water;
    const crossings = new Map<number, number[]>();
    for (let line = lineStart[i]!; line < lineStart[i + 1]!; line++) {
      for (let p = positionStart[line]! + 1; p < positionStart[line + 1]!; p++) {
        const [x0, y0] = [this.x(lon[p - 1]!), this.y(lat[p - 1]!)];
        const [x1, y1] = [this.x(lon[p]!), this.y(lat[p]!)];
        this.shore(this.shoreM, halfWidthM[i]!, x0, y0, x1, y1);
        if (halfWidthM[i] === 0) this.cross(crossings, x0, y0, x1, y1);
      }
    }
    for (const [row, at] of crossings) {
      at.sort((a, b) => a - b);
      for (let k = 0; k + 1 < at.length; k += 2) {
        const from = Math.max(0, Math.ceil(at[k]!));
        const to = Math.min(columns, Math.floor(at[k + 1]!) + 1);
        if (from < to) this.wet.fill(1, row * columns + from, row * columns + to);
      }
    }
  }

  finish(): Float32Array | null {
    const { shoreM, wet } = this;
    if (shoreM) for (let point = 0; point < wet.length; point++) if (wet[point]) shoreM[point] = -shoreM[point]!;
    return shoreM;
  }

  /** Metres east of the grid's first column. */
  private x(lon: number): number {
    return lon * this.grid.perLon - this.grid.firstColumn * this.grid.spacingM;
  }

  private y(lat: number): number {
    return lat * this.grid.perLat - this.grid.firstRow * this.grid.spacingM;
  }

  /** Where a piece of shore crosses the rows, in columns. */
  private cross(crossings: Map<number, number[]>, x0: number, y0: number, x1: number, y1: number): void {
    const { spacingM, rows } = this.grid;
    const [low, high] = y0 < y1 ? [y0, y1] : [y1, y0];
    const to = Math.min(rows - 1, Math.ceil(high / spacingM) - 1);
    for (let row = Math.max(0, Math.ceil(low / spacingM)); row <= to; row++) {
      const column = (x0 + ((row * spacingM - y0) / (y1 - y0)) * (x1 - x0)) / spacingM;
      const others = crossings.get(row);
      if (others) others.push(column);
      else crossings.set(row, [column]);
    }
  }

  /** Offers a piece of shore, or of a middle line with so much water to either side, to the points near it. */
  private shore(shoreM: Float32Array, halfWidthM: number, x0: number, y0: number, x1: number, y1: number): void {
    const { spacingM, columns, rows } = this.grid;
    const farthestM = halfWidthM + spacingM;
    const [dx, dy] = [x1 - x0, y1 - y0];
    const perSq = 1 / (dx * dx + dy * dy || 1);
    const fromColumn = Math.max(0, Math.ceil((Math.min(x0, x1) - farthestM) / spacingM));
    const toColumn = Math.min(columns - 1, Math.floor((Math.max(x0, x1) + farthestM) / spacingM));
    const fromRow = Math.max(0, Math.ceil((Math.min(y0, y1) - farthestM) / spacingM));
    const toRow = Math.min(rows - 1, Math.floor((Math.max(y0, y1) + farthestM) / spacingM));
    for (let row = fromRow; row <= toRow; row++) {
      for (let column = fromColumn; column <= toColumn; column++) {
        const px = column * spacingM - x0;
        const py = row * spacingM - y0;
        const share = Math.min(1, Math.max(0, (px * dx + py * dy) * perSq));
        const metres = Math.hypot(px - share * dx, py - share * dy) - halfWidthM;
        const point = row * columns + column;
        if (metres < 0) this.wet[point] = 1;
        const away = Math.abs(metres);
        if (away < shoreM[point]!) shoreM[point] = away;
      }
    }
  }
}
