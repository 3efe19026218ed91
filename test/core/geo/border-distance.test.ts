import { describe, expect, it } from 'vitest';
import { metresToBorder } from '../../../src/core/geo/border-distance.ts';
import { asWgs84 } from '../../../src/core/geo/geometry.ts';
import { metresAway, pointAt, squareAt } from '../../builders/plan-builder.ts';

describe('metres to a border', () => {
  const square = squareAt(0, 0, 1000);

  it.each([
    ['outside, straight', [-300, 500], 300],
    ['outside, at a corner', [-300, -400], 500],
    ['inside', [200, 500], 200],
    ['on it', [1000, 500], 0],
  ] as const)('%s', (_, [east, north], metres) => {
    expect(metresToBorder(square, metresAway(east, north))).toBeCloseTo(metres, 1);
  });

  it('are those of the nearest part, holes included', () => {
    const rings = [squareAt(0, 0, 1000), squareAt(3000, 0, 1000), squareAt(100, 100, 200)].map((geometry) =>
      geometry.type === 'Polygon' ? geometry.coordinates[0]! : [],
    );
    const parts = asWgs84({ type: 'MultiPolygon', coordinates: [[rings[0]!, rings[2]!], [rings[1]!]] });
    expect(metresToBorder(parts, metresAway(2800, 500))).toBeCloseTo(200, 1);
    expect(metresToBorder(parts, metresAway(200, 200))).toBeCloseTo(100, 1);
  });

  it('are none of a point', () => expect(metresToBorder(pointAt(0), metresAway(1))).toBe(Infinity));
});
