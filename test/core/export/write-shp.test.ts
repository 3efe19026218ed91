import { describe, expect, it } from 'vitest';
import { writeShp } from '../../../src/core/export/write-shp.ts';
import { readShp } from '../../../src/core/import/read-shp.ts';
import type { SourceShape } from '../../../src/core/import/read-shape.ts';

const ring = (from: number, to: number): number[][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

/** RFC 7946 turns outer rings the other way than Shapefiles do: what comes back runs clockwise outside. */
const HOLED: SourceShape = { type: 'Polygon', coordinates: [ring(0, 9).toReversed(), ring(2, 4)] };

describe('a .shp with its .shx', () => {
  it('gives points and null shapes back, each where the index says', () => {
    const shapes: (SourceShape | null)[] = [{ type: 'Point', coordinates: [120.9, 32] }, null];
    const { shp, shx } = writeShp('points', shapes);
    expect(readShp(shp, shx, {})).toEqual({ geometries: shapes, issues: [] });
    const index = new DataView(shx.buffer);
    const records = new DataView(shp.buffer);
    for (const i of [0, 1]) expect(records.getInt32(index.getInt32(100 + i * 8) * 2)).toBe(i + 1);
  });

  it('turns rings the way the format wants, whichever way they ran', () => {
    const other: SourceShape = { type: 'Polygon', coordinates: [ring(0, 9), ring(2, 4).toReversed()] };
    const { shp, shx } = writeShp('polygons', [HOLED, other]);
    expect(readShp(shp, shx, {}).geometries).toEqual([HOLED, HOLED]);
  });

  it('keeps the parts of a multipolygon apart', () => {
    const shape: SourceShape = { type: 'MultiPolygon', coordinates: [[ring(20, 21).toReversed()], HOLED.coordinates] };
    const { shp, shx } = writeShp('polygons', [shape]);
    expect(readShp(shp, shx, {}).geometries).toEqual([shape]);
  });
});
