import { expect, test } from 'vitest';
import { readStreetsSteps } from '../../../src/core/network/read-streets.ts';
import { waterAreasSteps, type WaterAreas } from '../../../src/core/network/water-areas.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { osmXml, type OsmMap } from '../../builders/osm-map.ts';

/** Thousandths of a degree east and north of 120° E, 30° N. */
const NODES = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [4, 4],
  [6, 4],
  [5, 6],
].map(([x, y], i) => ({ id: i + 1, lon: 120 + x! / 1000, lat: 30 + y! / 1000 }));
const ROAD = { id: 9, nodes: [1, 2], tags: { highway: 'residential' } };
const SQUARE = [1, 2, 3, 4, 1];

function waterOf(ways: OsmMap['ways'], relations: OsmMap['relations'] = []): WaterAreas {
  const bytes = new TextEncoder().encode(osmXml({ nodes: NODES, ways: [ROAD, ...ways], relations }));
  return runSteps(waterAreasSteps(runSteps(readStreetsSteps({ name: 'a.osm', bytes })).extract!));
}

test('an area of water has its ring and its box', () => {
  const water = waterOf([{ id: 1, nodes: SQUARE, tags: { natural: 'water' } }]);
  expect([...water.halfWidthM]).toEqual([0]);
  expect([...water.lineStart]).toEqual([0, 1]);
  expect([...water.positionStart]).toEqual([0, 5]);
  expect([...water.bounds]).toEqual([120, 30, 120.01, 30.01]);
});

test('an island is a ring of the same water, also where the outer boundary is tagged as water itself', () => {
  const ways = [
    { id: 1, nodes: SQUARE, tags: { natural: 'water' } },
    { id: 2, nodes: [5, 6, 7, 5] },
  ];
  const members = [
    { way: 1, role: 'outer' },
    { way: 2, role: 'inner' },
  ];
  const tags = { type: 'multipolygon', natural: 'water' };
  const water = waterOf([...ways, { id: 3, nodes: [5, 6, 7], tags: { barrier: 'wall' } }], [{ id: 1, members, tags }]);
  expect([...water.lineStart]).toEqual([0, 2]);
  expect([...water.positionStart]).toEqual([0, 5, 9]);
});

test.each([
  ['20', [10]],
  ['7.5 m', [3.75]],
  [undefined, []],
  ['wide', []],
  ['-3', []],
  ['99999', []],
])('a canal of width %s', (width, halves) => {
  const water = waterOf([{ id: 1, nodes: [1, 2, 3], tags: { waterway: 'canal', ...(width ? { width } : {}) } }]);
  expect([...water.halfWidthM]).toEqual(halves);
});

test('what runs in a tunnel is not water to walk around, nor is a meadow', () => {
  const tunnel = { id: 1, nodes: [1, 2, 3], tags: { waterway: 'canal', width: '20', tunnel: 'culvert' } };
  expect(waterOf([tunnel, { id: 2, nodes: SQUARE, tags: { landuse: 'meadow' } }]).halfWidthM).toHaveLength(0);
});
