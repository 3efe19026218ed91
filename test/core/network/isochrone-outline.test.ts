import { expect, test } from 'vitest';
import type { IsochroneGrid } from '../../../src/core/network/isochrone-grid.ts';
import { isochroneOutlineSteps } from '../../../src/core/network/isochrone-outline.ts';
import { runSteps } from '../../../src/core/progress.ts';

/** A grid of pictures: `#` is inside. Points are `spacingM` metres apart, and a spacing is a degree. */
function outlineOf(picture: readonly string[], spacingM: number): number[][] {
  const rows = picture.toReversed();
  const columns = rows[0]!.length;
  const grid: IsochroneGrid = {
    spacingM,
    perLon: spacingM,
    perLat: spacingM,
    firstColumn: 0,
    firstRow: 0,
    columns,
    rows: rows.length,
    marginM: 0,
  };
  const field = Float32Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : -1));
  return runSteps(isochroneOutlineSteps(field, grid)).coordinates.map((polygon) => polygon.map((ring) => ring.length));
}

test('a point inside is a square on its corner', () => {
  expect(outlineOf(['...', '.#.', '...'], 10)).toEqual([[5]]);
});

test('points that touch at their corners hang together', () => {
  expect(outlineOf(['....', '.#..', '..#.', '....'], 10)).toHaveLength(1);
});

test('a straight side has two corners, however long it is', () => {
  expect(outlineOf(['.......', '.#####.', '.#####.', '.......'], 10)).toEqual([[9]]);
});

const RING = [
  '.........',
  '.#######.',
  '.#.....#.',
  '.#.###.#.',
  '.#.#.#.#.',
  '.#.###.#.',
  '.#.....#.',
  '.#######.',
  '.........',
];

test('an island in a hole is a polygon of its own, with its own hole', () => {
  const rings = outlineOf(RING, 100);
  expect(rings.map((polygon) => polygon.length)).toEqual([2, 2]);
});

test('a hole too small to be seen is filled, with what lies in it', () => {
  // The outer hole is about 25 squares of 7 m, the inner one less than one.
  expect(outlineOf(RING, 7).map((polygon) => polygon.length)).toEqual([1]);
  expect(outlineOf(RING, 12).map((polygon) => polygon.length)).toEqual([2, 1]);
});
