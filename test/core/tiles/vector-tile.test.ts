import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readStreetsSteps } from '../../../src/core/network/read-streets.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { BASE_MAP_LAYERS, baseMapSteps, type BaseMap } from '../../../src/core/tiles/base-map.ts';
import { FeatureCollector } from '../../../src/core/tiles/feature-collector.ts';
import type { MapFeatures } from '../../../src/core/tiles/map-features.ts';
import { DEEPEST_ZOOM, EXTENT, positionAt, type TilePlace } from '../../../src/core/tiles/tile-grid.ts';
import { vectorTileSteps } from '../../../src/core/tiles/vector-tile.ts';
import { gridPartsOf } from '../../builders/map-features.ts';
import { readTile, type TileFeature } from '../../builders/read-tile.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

type Point = readonly [x: number, y: number];

/** A corner where four of the deepest tiles meet, and four of each zoom above them down to 7. */
const CORNER: Point = [107 * 256 * EXTENT, 52 * 256 * EXTENT];
const MARGIN_PX = 8;
const MARGIN = MARGIN_PX * 16;

interface Thing {
  readonly parts: readonly (readonly Point[])[];
  readonly said?: Readonly<Record<string, string | number>>;
  readonly zoom?: number;
}

/** Things by their places on the world's grid, from that corner; an area's parts after the first are holes. */
function featuresOf(shape: MapFeatures['shape'], things: readonly Thing[]): MapFeatures {
  const collector = new FeatureCollector(shape);
  for (const { parts, said = {}, zoom = 0 } of things) {
    for (const [i, part] of parts.entries()) {
      for (const [x, y] of part) collector.position(...positionAt(CORNER[0] + x, CORNER[1] + y));
      collector.closePart(i > 0);
    }
    collector.closeFeature(said, zoom);
  }
  return runSteps(collector.finishSteps());
}

function tileOf(features: MapFeatures, place: TilePlace): TileFeature[] {
  const bytes = runSteps(vectorTileSteps([{ name: 'things', features, marginPx: MARGIN_PX }], place));
  return readTile(bytes)['things'] ?? [];
}

/** The four tiles of a zoom around the corner. */
function around(z: number): TilePlace[] {
  const [x, y] = CORNER.map((at) => at / EXTENT / 2 ** (DEEPEST_ZOOM - z)) as [number, number];
  return [-1, 0].flatMap((dx) => [-1, 0].map((dy): TilePlace => ({ z, x: x + dx, y: y + dy })));
}

function ring(x: number, y: number, width: number, height = width): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
}

/** A tile's places on the world's grid, from the corner. */
function onGrid({ z, x, y }: TilePlace, [px, py]: Point): Point {
  const scale = 2 ** (DEEPEST_ZOOM - z);
  return [(x * EXTENT + px) * scale - CORNER[0], (y * EXTENT + py) * scale - CORNER[1]];
}

function area(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, [bx, by], i) => sum + (points[i]![0] * by - bx * points[i]![1]) / 2, 0);
}

/** Square units of a tile itself that a ring covers: cut half-plane by half-plane (Sutherland and Hodgman). */
function areaInTile(points: readonly Point[]): number {
  let kept = points.slice(1);
  for (const axis of [0, 1] as const) {
    for (const [edge, sign] of [
      [0, 1],
      [EXTENT, -1],
    ] as const) {
      kept = kept.flatMap((to, i): Point[] => {
        const from = kept.at(i - 1)!;
        const out = (point: Point) => sign * (point[axis] - edge) < 0;
        if (out(from) === out(to)) return out(to) ? [] : [to];
        const share = (edge - from[axis]) / (to[axis] - from[axis]);
        const at: Point = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
        return out(to) ? [at] : [at, to];
      });
    }
  }
  return kept.length > 0 ? area([kept.at(-1)!, ...kept]) : 0;
}

const points = fc.array(fc.tuple(fc.integer({ min: -8000, max: 8000 }), fc.integer({ min: -8000, max: 8000 })), {
  minLength: 3,
  maxLength: 40,
});

/** A ring that does not cross itself: corners at growing angles around a middle. */
const simpleRing = fc
  .tuple(
    fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 })),
    fc.array(fc.integer({ min: 20, max: 4500 }), { minLength: 3, maxLength: 30 }),
  )
  .map(([[x, y], radii]) => {
    const corners = radii.map((radius, i): Point => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [x + Math.round(radius * Math.cos(angle)), y + Math.round(radius * Math.sin(angle))];
    });
    return [...corners, corners[0]!];
  });

describe('a tile', () => {
  it('is no bytes where nothing lies', () => {
    const features = featuresOf('line', [
      {
        parts: [
          [
            [0, 0],
            [500, 500],
          ],
        ],
      },
    ]);
    const layers = [{ name: 'things', features, marginPx: MARGIN_PX }];
    expect(runSteps(vectorTileSteps(layers, { z: DEEPEST_ZOOM, x: 1, y: 1 }))).toHaveLength(0);
    expect(runSteps(vectorTileSteps([], { z: 0, x: 0, y: 0 }))).toHaveLength(0);
  });

  it('holds what lies at its edge, and so does its neighbour', () => {
    const features = featuresOf('line', [
      {
        parts: [
          [
            [-4000, 0],
            [4000, 0],
          ],
        ],
      },
    ]);
    for (const place of around(DEEPEST_ZOOM)) {
      const [line] = tileOf(features, place);
      const ends = line!.parts[0]!.map((point) => onGrid(place, point));
      // As far as the tile's own edge and its margin beyond the corner.
      expect(ends.map(([x]) => x)).toEqual(place.x < CORNER[0] / EXTENT ? [-4000, MARGIN] : [-MARGIN, 4000]);
    }
  });

  it('holds every position of its zoom’s lines, wherever they run', () => {
    fc.assert(
      fc.property(points, (line) => {
        const features = featuresOf('line', [{ parts: [line] }]);
        if (features.saying.length === 0) return;
        const [part] = gridPartsOf(features, 0).map((grid) =>
          grid.map(([x, y]): Point => [x - CORNER[0], y - CORNER[1]]),
        );
        const found = new Set(
          around(DEEPEST_ZOOM).flatMap((place) =>
            tileOf(features, place).flatMap(({ parts }) => parts.flat().map((point) => String(onGrid(place, point)))),
          ),
        );
        for (const point of part!) expect(found).toContain(String(point));
      }),
    );
  });

  it('leaves out positions that nobody sees, the same in every tile', () => {
    const wave = Array.from({ length: 400 }, (_, i): Point => [
      (i - 200) * 40,
      Math.round(Math.sin(i / 3) * 300) + 4000,
    ]);
    const features = featuresOf('line', [{ parts: [wave] }]);
    const seen = (z: number) =>
      around(z).flatMap((place) =>
        tileOf(features, place).flatMap(({ parts }) => parts.flat().map((point) => onGrid(place, point))),
      );
    expect(seen(DEEPEST_ZOOM).length).toBeGreaterThan(400);
    const coarse = seen(11);
    expect(coarse.length).toBeLessThan(300);
    // Each position is one of the line's to half a unit of the tile, or lies where the line was cut at the margin.
    const scale = 2 ** (DEEPEST_ZOOM - 11);
    for (const [x, y] of coarse) {
      const near = wave.some(([wx, wy]) => Math.abs(wx - x) <= scale / 2 + 1 && Math.abs(wy - y) <= scale / 2 + 1);
      expect([x, y, near || Math.abs(x) === MARGIN * scale]).toEqual([x, y, true]);
    }
  });

  it('holds as much of an area as lies in it: the tiles’ shares add up', () => {
    fc.assert(
      fc.property(simpleRing, fc.constantFrom(DEEPEST_ZOOM, 13, 11), (outline, z) => {
        const features = featuresOf('area', [{ parts: [outline] }]);
        if (features.saying.length === 0 || features.zoom[0]! > z) return;
        const scale = 2 ** (DEEPEST_ZOOM - z);
        const sum = around(z)
          .flatMap((place) => tileOf(features, place))
          .reduce((total, { parts }) => total + parts.reduce((of, part) => of + areaInTile(part), 0), 0);
        // Each position may be moved by half a unit, and left out where it is within the tolerance of the line.
        const length = outline
          .slice(1)
          .reduce((of, [x, y], i) => of + Math.hypot(x - outline[i]![0], y - outline[i]![1]), 0);
        const slack = z === DEEPEST_ZOOM ? length : length * scale * 6 + scale * scale;
        expect(Math.abs(sum * scale * scale - Math.abs(area(outline)))).toBeLessThanOrEqual(slack + 10);
      }),
    );
  });

  it('keeps holes open, and drops them with the ring that they are in', () => {
    const features = featuresOf('area', [{ parts: [ring(-3000, -3000, 6000), ring(-50, -50, 100).reverse()] }]);
    const shares = (z: number) =>
      around(z)
        .flatMap((place) => tileOf(features, place))
        .map(({ parts }) => parts.map((part) => Math.sign(area(part))));
    expect(shares(DEEPEST_ZOOM)).toEqual([
      [1, -1],
      [1, -1],
      [1, -1],
      [1, -1],
    ]);
    // From afar the hole is less than a unit.
    expect(shares(7)).toEqual([[1], [1], [1], [1]]);
  });

  it('lays the small on the large, and says once what is the same', () => {
    const features = featuresOf('area', [
      { parts: [ring(100, 100, 50)], said: { kind: 'pond' } },
      { parts: [ring(50, 50, 3000)], said: { kind: 'park' } },
      { parts: [ring(10, 10, 7000)], said: { kind: 'town' } },
      { parts: [ring(200, 200, 60)], said: { kind: 'pond' } },
    ]);
    const [, , , place] = around(DEEPEST_ZOOM);
    const drawn = tileOf(features, place!);
    expect(drawn.map(({ properties, parts }) => [properties['kind'], parts.length])).toEqual([
      ['town', 1],
      ['park', 1],
      ['pond', 2],
    ]);
  });

  it('has each point once, on an edge or off it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })), { minLength: 1 }),
        fc.constantFrom(DEEPEST_ZOOM, 14, 10),
        (places, z) => {
          const features = featuresOf(
            'point',
            places.map((at, i) => ({ parts: [[at]], said: { name: i } })),
          );
          const names = around(z).flatMap((place) =>
            tileOf(features, place).map(({ properties }) => properties['name']),
          );
          expect(names.toSorted((a, b) => Number(a) - Number(b))).toEqual(places.map((_, i) => i));
        },
      ),
    );
  });

  it('leaves out what its zoom does not show, and what would be less than a dot', () => {
    const features = featuresOf('area', [
      { parts: [ring(1000, 1000, 4000)], said: { is: 'large' } },
      { parts: [ring(1000, 1000, 4000)], said: { is: 'near' }, zoom: 14 },
      { parts: [ring(1000, 1000, 20)], said: { is: 'small' } },
    ]);
    const said = (z: number) => tileOf(features, around(z)[3]!).map(({ properties }) => properties['is']);
    expect(said(DEEPEST_ZOOM)).toEqual(['large', 'near', 'small']);
    expect(said(13)).toEqual(['large']);
  });
});

describeWithShared('tiles of Heidelberg', 'data/streets/heidelberg.osm.pbf', () => {
  const layersOf = (map: BaseMap, marginPx: number) =>
    BASE_MAP_LAYERS.map((name) => ({ name, features: map[name], marginPx }));

  /** All tiles of a zoom with anything of the map in them. */
  function tilesOf(map: BaseMap, marginPx: number, z: number): ReturnType<typeof readTile>[] {
    const side = EXTENT * 2 ** (DEEPEST_ZOOM - z);
    const boxes = BASE_MAP_LAYERS.flatMap((name) => map[name].boxes ?? []);
    const first = (least: 'minX' | 'minY') => Math.floor(Math.min(...boxes.map((box) => box[least])) / side);
    const last = (most: 'maxX' | 'maxY') => Math.floor(Math.max(...boxes.map((box) => box[most])) / side);
    const tiles: ReturnType<typeof readTile>[] = [];
    for (let x = first('minX'); x <= last('maxX'); x++) {
      for (let y = first('minY'); y <= last('maxY'); y++) {
        tiles.push(readTile(runSteps(vectorTileSteps(layersOf(map, marginPx), { z, x, y }))));
      }
    }
    return tiles;
  }

  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  const partsOf = (features: readonly TileFeature[] = []) => features.flatMap(({ parts }) => parts);
  const length = (line: readonly Point[]) =>
    sum(line.slice(1).map(([x, y], i) => Math.hypot(x - line[i]![0], y - line[i]![1])));

  function heidelberg(): BaseMap {
    const bytes = readFileSync(sharedPath('data/streets/heidelberg.osm.pbf'));
    return runSteps(baseMapSteps(runSteps(readStreetsSteps({ name: 'heidelberg.osm.pbf', bytes })).extract!));
  }

  test('hold every metre of road and every square metre of ground at full detail', () => {
    const map = heidelberg();
    const tiles = tilesOf(map, 0, DEEPEST_ZOOM);
    const roads = [...map.roads.saying.keys()].flatMap((thing) => gridPartsOf(map.roads, thing));
    const found = sum(tiles.flatMap((tile) => partsOf(tile['roads']).map(length)));
    expect(found / sum(roads.map(length))).toBeCloseTo(1, 4);
    const covered = sum(tiles.flatMap(({ ground }) => partsOf(ground).map(areaInTile)));
    expect(covered / sum(map.ground.size)).toBeCloseTo(1, 3);
    const said = new Set(tiles.flatMap(({ roads: some = [] }) => some.map((road) => JSON.stringify(road.properties))));
    expect(said).toEqual(new Set(map.roads.sayings.map((saying) => JSON.stringify(saying))));
  });

  test.each([9, 12, 14])('hold each name of zoom %i once', (z) => {
    const map = heidelberg();
    const names = tilesOf(map, 64, z).flatMap(({ places }) => partsOf(places).flat());
    expect(names).toHaveLength(map.places.zoom.filter((zoom) => zoom <= z).length);
  });
});
