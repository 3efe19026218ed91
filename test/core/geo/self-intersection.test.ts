import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { findSelfIntersection } from '../../../src/core/geo/self-intersection.ts';

const polygon = (...rings: Position[][]) => ({ type: 'Polygon' as const, coordinates: rings });

/** A ring around a star of so many corners, in degrees near Nantong; from 50 corners on it is looked at through an index. */
function star(corners: number): Position[] {
  const ring = Array.from({ length: corners }, (_, k): Position => {
    const angle = (2 * Math.PI * k) / corners;
    const radius = 0.01 * (k % 2 === 0 ? 1 : 0.6);
    return [120.8 + radius * Math.cos(angle), 32 + radius * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

describe('edges that cross', () => {
  test('in a bow tie, at its knot', () => {
    expect(
      findSelfIntersection(
        polygon([
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ]),
      ),
    ).toEqual([1, 1]);
  });

  test.each([20, 500])('in a star of %d corners with two of them exchanged', (corners) => {
    const ring = star(corners);
    [ring[3], ring[6]] = [ring[6]!, ring[3]!];
    expect(findSelfIntersection(polygon(ring))).not.toBeNull();
  });

  test('a hole that leaves the shell, parts that overlap', () => {
    const shell = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(
      findSelfIntersection(
        polygon(shell, [
          [3, 1],
          [5, 1],
          [5, 2],
          [3, 2],
          [3, 1],
        ]),
      ),
    ).not.toBeNull();
    const part = [
      [
        [3, 3],
        [5, 3],
        [5, 5],
        [3, 5],
        [3, 3],
      ],
    ];
    expect(findSelfIntersection({ type: 'MultiPolygon', coordinates: [[shell], part] })).not.toBeNull();
  });
});

describe('edges that only touch', () => {
  test.each([4, 20, 500, 5000])('a star of %d corners is simple', (corners) => {
    expect(findSelfIntersection(polygon(star(corners)))).toBeNull();
  });

  test('a ring of fifty thousand vertices is looked at in a moment', () => {
    const ring = Array.from({ length: 50_000 }, (_, k): Position => {
      const angle = (2 * Math.PI * k) / 50_000;
      return [120.8 + 0.01 * Math.cos(angle), 32 + 0.01 * Math.sin(angle)];
    });
    expect(findSelfIntersection(polygon([...ring, ring[0]!]))).toBeNull();
  }, 2000);

  test('repeated vertices, a vertex visited twice, a hole on the shell, neighbours', () => {
    expect(
      findSelfIntersection(
        polygon([
          [0, 0],
          [0, 0],
          [2, 0],
          [2, 0],
          [2, 2],
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBeNull();
    expect(
      findSelfIntersection(
        polygon([
          [0, 0],
          [1, 1],
          [2, 0],
          [2, 2],
          [1, 1],
          [0, 2],
          [0, 0],
        ]),
      ),
    ).toBeNull();
    const shell = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(
      findSelfIntersection(
        polygon(shell, [
          [0, 1],
          [1, 1],
          [1, 2],
          [0, 1],
        ]),
      ),
    ).toBeNull();
    const neighbour = [
      [
        [4, 1],
        [6, 1],
        [6, 3],
        [4, 3],
        [4, 1],
      ],
    ];
    expect(findSelfIntersection({ type: 'MultiPolygon', coordinates: [[shell], neighbour] })).toBeNull();
  });
});
