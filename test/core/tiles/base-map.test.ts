import type { Feature, LineString, Polygon, Position } from 'geojson';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import {
  BASE_MAP_LAYERS,
  baseMapOfLinesSteps,
  baseMapSteps,
  type BaseMap,
  type BaseMapLayer,
} from '../../../src/core/tiles/base-map.ts';
import { readStreetsSteps } from '../../../src/core/network/read-streets.ts';
import { SQUARE, STEPS } from '../../../src/core/network/street-lines.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { geoJsonOf } from '../../builders/map-features.ts';
import { osmXml, type OsmMap } from '../../builders/osm-map.ts';
import { streetLines } from '../../builders/street-world.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

type Tags = Readonly<Record<string, string>>;

/** A made-up piece of the world: nodes by name with positions in hundreds of metres or so, ways over them by name. */
class World {
  private readonly nodes: { id: number; lon: number; lat: number; tags?: Tags }[] = [];
  private readonly ids = new Map<string, number>();
  private readonly ways: { id: number; nodes: number[]; tags?: Tags }[] = [];
  private readonly relations: NonNullable<OsmMap['relations']>[number][] = [];

  constructor() {
    this.way('A B', { highway: 'residential', name: '起点路' }, { A: [-10, -10], B: [-9, -10] });
  }

  node(name: string, [x, y]: readonly [number, number], tags?: Tags): this {
    this.ids.set(name, this.ids.size + 1);
    this.nodes.push({ id: this.ids.size, lon: 120 + x / 1000, lat: 30 + y / 1000, ...(tags ? { tags } : {}) });
    return this;
  }

  /** Returns the way's id. Nodes that were not placed are missing from the file. */
  way(names: string, tags: Tags, places: Readonly<Record<string, readonly [number, number]>> = {}): number {
    for (const [name, at] of Object.entries(places)) this.node(name, at);
    const nodes = names.split(' ').map((name) => this.ids.get(name) ?? 999_999);
    return this.ways.push({ id: this.ways.length + 1, nodes, tags });
  }

  square(name: string, [x, y]: readonly [number, number], side: number, tags: Tags): number {
    const corners = { [`${name}1`]: [x, y], [`${name}2`]: [x + side, y] } as const;
    const others = { [`${name}3`]: [x + side, y + side], [`${name}4`]: [x, y + side] } as const;
    return this.way(`${name}1 ${name}2 ${name}3 ${name}4 ${name}1`, tags, { ...corners, ...others });
  }

  relation(members: readonly (readonly [way: number, role: string])[], tags: Tags): this {
    this.relations.push({
      id: this.relations.length + 1,
      members: members.map(([way, role]) => ({ way, role })),
      tags: { type: 'multipolygon', ...tags },
    });
    return this;
  }

  map(): BaseMap {
    const text = osmXml({ nodes: this.nodes, ways: this.ways, relations: this.relations });
    const { extract } = runSteps(readStreetsSteps({ name: 'made-up.osm', bytes: new TextEncoder().encode(text) }));
    return runSteps(baseMapSteps(extract!));
  }
}

function featuresOf(map: BaseMap, layer: BaseMapLayer): Feature[] {
  return geoJsonOf(map[layer]);
}

function saidOf(map: BaseMap, layer: BaseMapLayer): Feature['properties'][] {
  return featuresOf(map, layer).map(({ properties }) => properties);
}

describe('the map that an extract holds', () => {
  it('cuts the island out of a lake whose shore comes in pieces', () => {
    const world = new World();
    const south = world.way('p q r', {}, { p: [0, 0], q: [10, 0], r: [10, 10] });
    const north = world.way('r s p', {}, { s: [0, 10] });
    const island = world.square('i', [4, 4], 2, { natural: 'wood' });
    world.relation(
      [
        [south, 'outer'],
        [north, 'outer'],
        [island, 'inner'],
      ],
      { natural: 'water', name: '明湖', 'name:en': 'Bright Lake' },
    );
    const map = world.map();
    const [lake, wood] = featuresOf(map, 'ground') as Feature<Polygon>[];
    expect([lake?.properties, wood?.properties]).toEqual([{ kind: 'water' }, { kind: 'forest' }]);
    expect(lake?.geometry.coordinates.map((ring) => ring.length)).toEqual([5, 5]);
    const label = saidOf(map, 'places')[0];
    expect(label).toEqual({ kind: 'water', ha: expect.closeTo(100, -1) as number, name: '明湖', en: 'Bright Lake' });
  });

  it('gives each hole to the part of a multipolygon that it lies in', () => {
    const world = new World();
    const west = world.square('w', [0, 0], 10, {});
    const east = world.square('e', [20, 0], 10, {});
    const hole = world.square('h', [24, 4], 2, {});
    world.relation(
      [
        [west, 'outer'],
        [east, 'outer'],
        [hole, 'inner'],
      ],
      { landuse: 'forest' },
    );
    const [forest] = featuresOf(world.map(), 'ground');
    const polygons = (forest!.geometry as { coordinates: Position[][][] }).coordinates;
    const holes = polygons.map((rings) => [rings[0]![0]![0]! > 120.015, rings.length]);
    expect(holes).toContainEqual([true, 2]);
    expect(holes).toContainEqual([false, 1]);
  });

  it('does not fill a hole again with the boundary that is tagged like its relation', () => {
    const world = new World();
    const outer = world.square('o', [0, 0], 10, { natural: 'water' });
    const inner = world.square('n', [4, 4], 2, {});
    world.relation(
      [
        [outer, 'outer'],
        [inner, 'inner'],
      ],
      { natural: 'water' },
    );
    expect(saidOf(world.map(), 'ground')).toEqual([{ kind: 'water' }]);
  });

  it('draws the shore where a lake is cut off by the edge of the file', () => {
    const world = new World();
    const shore = world.way('p q gone', {}, { p: [0, 0], q: [10, 0] });
    world.relation([[shore, 'outer']], { natural: 'water', name: '大江' });
    const map = world.map();
    expect(saidOf(map, 'ground')).toEqual([]);
    expect(saidOf(map, 'waterways')).toEqual([{ class: 'shore', name: '大江' }]);
  });

  it('draws the large before the small', () => {
    const world = new World();
    world.square('p', [2, 2], 1, { natural: 'water' });
    world.square('g', [1, 1], 5, { leisure: 'park' });
    world.square('r', [0, 0], 10, { landuse: 'residential' });
    expect(saidOf(world.map(), 'ground').map((said) => said?.['kind'])).toEqual(['residential', 'green', 'water']);
  });

  it('joins the pieces of a street, and keeps its bridge apart', () => {
    const world = new World();
    const places = { a: [0, 0], b: [1, 0], c: [2, 0], d: [3, 0] } as const;
    const street = { highway: 'primary', name: '中山路', 'name:en': 'Zhongshan Road' };
    world.way('a b', street, places);
    world.way('c b', street);
    world.way('c d', { ...street, bridge: 'yes' });
    const roads = featuresOf(world.map(), 'roads').filter(({ properties }) => properties?.['class'] === 'primary');
    const said = { class: 'primary', name: '中山路', en: 'Zhongshan Road' };
    expect(roads.map(({ properties }) => properties)).toEqual([said, { ...said, bridge: true }]);
    expect((roads[0]!.geometry as LineString).coordinates).toHaveLength(3);
  });

  it('tells classes of roads, slip roads, tunnels, steps and squares', () => {
    const world = new World();
    const ends = { a: [0, 0], b: [1, 0] } as const;
    world.way('a b', { highway: 'motorway_link' }, ends);
    world.way('a b', { highway: 'trunk', tunnel: 'yes' });
    world.way('a b', { highway: 'steps' });
    world.way('a b', { highway: 'footway' });
    world.way('a b', { highway: 'construction' });
    world.square('s', [4, 4], 2, { highway: 'pedestrian', area: 'yes' });
    const map = world.map();
    // The named street that every world has comes last.
    expect(saidOf(map, 'roads').slice(0, -1)).toEqual([
      { class: 'motorway', link: true },
      { class: 'trunk', tunnel: true },
      { class: 'steps' },
      { class: 'path' },
    ]);
    expect(saidOf(map, 'ground')).toEqual([{ kind: 'square' }]);
  });

  it('has rails, waterways, buildings and the names of places', () => {
    const world = new World();
    const ends = { a: [0, 0], b: [1, 0] } as const;
    world.way('a b', { railway: 'rail', service: 'siding' }, ends);
    world.way('a b', { railway: 'razed' });
    world.way('a b', { waterway: 'drain' });
    world.way('a b', { waterway: 'canal', tunnel: 'culvert' });
    world.square('h', [4, 4], 1, { building: 'apartments', landuse: 'residential' });
    world.square('n', [6, 4], 1, { building: 'no' });
    world.node('t', [5, 5], { place: 'suburb', name: '鼓楼区', 'name:en': 'Gulou' });
    world.node('u', [5, 6], { place: 'suburb' });
    const map = world.map();
    expect(saidOf(map, 'rails')).toEqual([{ class: 'rail', side: true }]);
    expect(saidOf(map, 'waterways')).toEqual([{ class: 'stream' }]);
    expect(featuresOf(map, 'buildings')).toHaveLength(1);
    expect(saidOf(map, 'places')).toEqual([{ kind: 'suburb', name: '鼓楼区', en: 'Gulou' }]);
  });

  it('draws a road as far as the file has it', () => {
    const world = new World();
    world.way('a b gone c d', { highway: 'service' }, { a: [0, 0], b: [1, 0], c: [3, 0], d: [4, 0] });
    expect(saidOf(world.map(), 'roads')).toHaveLength(3);
  });
});

it('draws streets that came as lines alone, without the walks across squares', () => {
  const lines = streetLines({ A: [0, 0], B: [100, 0], C: [200, 0] }, ['A B', 'B C', 'A C'], [0, STEPS, SQUARE]);
  const map = runSteps(baseMapOfLinesSteps(lines));
  expect(saidOf(map, 'roads')).toEqual([{ class: 'minor' }, { class: 'steps' }]);
  expect(BASE_MAP_LAYERS.filter((layer) => featuresOf(map, layer).length > 0)).toEqual(['roads']);
});

const EXTRACTS = [
  { name: 'data/streets/heidelberg.osm.pbf', ground: 850, roads: 20_000, buildings: 5 },
  { name: 'data/porto-alegre/poa_osm.pbf', ground: 60, roads: 10_000, buildings: 19 },
  { name: 'data/streets/beijing-tsinghua.osm', ground: 80, roads: 550, buildings: 500 },
  { name: 'data/streets/shanghai-baoshan.osm', ground: 50, roads: 180, buildings: 90 },
  { name: 'data/streets/moscow.osm.gz', ground: 70, roads: 500, buildings: 600 },
  { name: 'data/streets/berlin-siegessaeule.osm.gz', ground: 20, roads: 100, buildings: 5 },
];

for (const { name, ...least } of EXTRACTS) {
  describeWithShared(`the map of ${path.basename(name)}`, name, () => {
    test('is sound, with what the extract is known to hold', () => {
      const { extract } = runSteps(readStreetsSteps({ name, bytes: readFileSync(sharedPath(name)) }));
      const begun = performance.now();
      const map = runSteps(baseMapSteps(extract!));
      const ms = performance.now() - begun;
      const counts = BASE_MAP_LAYERS.map((layer) => {
        const features = featuresOf(map, layer);
        expect(features.filter((feature) => !isSound(feature))).toEqual([]);
        return [layer, features.length] as const;
      });
      console.log(
        `${path.basename(name)}: ${counts.map(([layer, count]) => `${count} ${layer}`).join(', ')}, ${ms.toFixed(0)} ms`,
      );
      for (const [layer, count] of counts) {
        if (layer in least) expect(count).toBeGreaterThanOrEqual(least[layer as keyof typeof least]);
      }
    });
  });
}

/** RFC 7946: positions in range, lines of two and more, rings closed and of four and more. */
function isSound({ geometry }: Feature): boolean {
  const inRange = ([lon, lat]: Position): boolean => Math.abs(lon ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90;
  const ring = (positions: Position[]): boolean =>
    positions.length >= 4 && positions.every(inRange) && String(positions[0]) === String(positions.at(-1));
  if (geometry.type === 'Point') return inRange(geometry.coordinates);
  if (geometry.type === 'LineString') return geometry.coordinates.length >= 2 && geometry.coordinates.every(inRange);
  if (geometry.type === 'Polygon') return geometry.coordinates.every(ring);
  return geometry.type === 'MultiPolygon' && geometry.coordinates.flat().every(ring);
}
