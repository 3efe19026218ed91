import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EXTENT, gridX, gridY, positionAt, WORLD } from '../../../src/core/tiles/tile-grid.ts';

const positions = fc.tuple(
  fc.double({ min: -179.9, max: 179.9, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true }),
);

it('goes from a position to the grid and back within a unit', () => {
  fc.assert(
    fc.property(positions, ([lon, lat]) => {
      const [x, y] = [gridX(lon), gridY(lat)];
      const [backLon, backLat] = positionAt(x, y);
      expect(Math.abs(backLon - lon)).toBeLessThan(360 / WORLD);
      expect(Math.abs(backLat - lat)).toBeLessThan(360 / WORLD);
    }),
  );
});

it('counts tiles as the OSM wiki does (Slippy map tilenames)', () => {
  fc.assert(
    fc.property(positions, ([lon, lat]) => {
      const side = WORLD / 2 ** 12;
      const radians = (lat * Math.PI) / 180;
      const x = ((lon + 180) / 360) * 2 ** 12;
      const y = ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** 12;
      expect(gridX(lon) / side).toBeCloseTo(x, 4);
      expect(gridY(lat) / side).toBeCloseTo(y, 4);
    }),
  );
});

it('keeps everything on the grid, the poles and the antimeridian too', () => {
  for (const at of [gridX(-180), gridX(180), gridY(-90), gridY(90), gridY(89)]) {
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThan(WORLD);
  }
  expect(WORLD % EXTENT).toBe(0);
});
