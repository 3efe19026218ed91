import fc from 'fast-check';
import type { MultiPolygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import { EARTH_RADIUS_M } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { contains } from '../../../src/core/geo/polygon.ts';
import { editStreetsSteps, type StreetChange } from '../../../src/core/network/edit-streets.ts';
import { isochrone, isochroneUnionSteps } from '../../../src/core/network/isochrone.ts';
import { snap, type Snap } from '../../../src/core/network/snap.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import type { WaterAreas } from '../../../src/core/network/water-areas.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway } from '../../builders/plan-builder.ts';
import { streetChange } from '../../builders/random-street-edits.ts';
import { randomLines, randomPosition } from '../../builders/random-streets.ts';
import { graphOf, linesOver, streetLines } from '../../builders/street-world.ts';

type Metres = readonly [east: number, north: number];

function from(graph: StreetGraph, [east, north]: Metres, ...limitsM: number[]): ReturnType<typeof isochrone> {
  return isochrone(graph, null, snap(graph, metresAway(east, north), 300), limitsM);
}

function edited(base: StreetGraph, ...edits: StreetChange[]): StreetGraph {
  return runSteps(editStreetsSteps(base, edits)).graph;
}

function isochroneUnion(...[graph, places, limitsM]: [StreetGraph, Snap[], number[]]): ReturnType<typeof isochrone> {
  return runSteps(isochroneUnionSteps(graph, null, places, limitsM));
}

function has(shape: ReturnType<typeof isochrone>[number], [east, north]: Metres): boolean {
  return contains(shape, metresAway(east, north));
}

/** Square metres inside a ring, positive when it runs counter-clockwise. */
function ringM2(ring: readonly (readonly number[])[]): number {
  const perDegree = (EARTH_RADIUS_M * Math.PI) / 180;
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [lonA, latA] = ring[i - 1]!;
    const [lonB, latB] = ring[i]!;
    sum += ((lonB! - lonA!) * (latA! + latB! - 2 * ring[0]![1]!)) / 2;
  }
  return -sum * perDegree ** 2 * Math.cos((ring[0]![1]! * Math.PI) / 180);
}

function areaM2({ coordinates }: MultiPolygon): number {
  return coordinates.flat().reduce((sum, ring) => sum + ringM2(ring), 0);
}

/** Streets every `blockM` metres, `blocks` blocks each way. */
function gridTown(blocks: number, blockM: number): StreetGraph {
  const side = blocks + 1;
  const places = Array.from({ length: side * side }, (_, i) => [(i % side) * blockM, Math.floor(i / side) * blockM]);
  const lines = Array.from({ length: side }, (_, i) => i).flatMap((i) => [
    Array.from({ length: side }, (_, k) => i * side + k),
    Array.from({ length: side }, (_, k) => k * side + i),
  ]);
  return graphOf(linesOver(places as unknown as Metres[], lines));
}

/** A box of water, in metres. */
function waterBetween(west: number, south: number, east: number, north: number): WaterAreas {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x, y]) => metresAway(x!, y));
  return {
    halfWidthM: Float64Array.of(0),
    lineStart: Uint32Array.of(0, 1),
    positionStart: Uint32Array.of(0, 5),
    lon: Float64Array.from(corners, ([lon]) => lon),
    lat: Float64Array.from(corners, ([, lat]) => lat),
    bounds: Float64Array.of(...corners[0]!, ...corners[2]!),
  };
}

describe('an isochrone', () => {
  const straight = graphOf(streetLines({ A: [0, 0], B: [1000, 0] }, ['A B']));

  test('goes along the street as far as one can walk, and a frontage to either side', () => {
    const [near] = from(straight, [500, 0], 200);
    for (const east of [302, 400, 500, 600, 698]) expect(has(near!, [east, 0])).toBe(true);
    for (const east of [290, 710]) expect(has(near!, [east, 0])).toBe(false);
    expect([has(near!, [500, 20]), has(near!, [500, 32])]).toEqual([true, false]);
    expect(areaM2(near!) / (400 * 50)).toBeCloseTo(0.95, 1);
  });

  test('counts the walk off the street', () => {
    const [near] = from(straight, [500, 80], 200);
    expect([has(near!, [500 + 117, 0]), has(near!, [500 + 128, 0])]).toEqual([true, false]);
  });

  test('has no polygons for a place on no street, and for one farther from it than the limit', () => {
    expect(from(straight, [500, 400], 200, 600).map(({ coordinates }) => coordinates)).toEqual([[], []]);
    expect(from(straight, [500, 100], 90, 200).map(({ coordinates }) => coordinates.length)).toEqual([0, 1]);
  });

  test('has one shape a limit, in the order given', () => {
    const [large, small] = from(straight, [500, 0], 300, 100);
    expect(areaM2(large!)).toBeGreaterThan(2.5 * areaM2(small!));
    expect(from(straight, [500, 0])).toEqual([]);
  });

  test('goes along part of an edge when neither of its ends is reached', () => {
    const [near] = from(straight, [500, 0], 60);
    expect([has(near!, [555, 0]), has(near!, [566, 0])]).toEqual([true, false]);
  });

  test('fills blocks between streets that are walked, and leaves open what is too far from any', () => {
    const [close] = from(gridTown(6, 100), [300, 300], 500);
    expect(close!.coordinates.map((polygon) => polygon.length)).toEqual([1]);
    expect(has(close!, [350, 350])).toBe(true);
    const [superblock] = from(gridTown(6, 200), [600, 600], 900);
    expect(has(superblock!, [700, 700])).toBe(true);
    const [wide] = from(gridTown(6, 300), [900, 900], 1000);
    expect(wide!.coordinates[0]!.length).toBeGreaterThan(3);
    expect([has(wide!, [1050, 1050]), has(wide!, [1050, 915])]).toEqual([false, true]);
  });

  test('leaves a block open into which a street leads that is not walked', () => {
    const places = { A: [0, 0], B: [200, 0], C: [200, 200], D: [0, 200], E: [200, 100], F: [110, 100] } as const;
    const block = graphOf(streetLines({ ...places, G: [-900, 0] }, ['A B E C D A G', 'E F']));
    const [partly, wholly] = from(block, [0, 0], 340, 420);
    expect([has(partly!, [100, 50]), has(wholly!, [100, 50])]).toEqual([false, true]);
    expect([has(partly!, [150, 100]), has(wholly!, [150, 100])]).toEqual([false, true]);
  });

  test('crosses a river by its bridge only, and keeps off the water', () => {
    // Quays 80 m apart, a bridge at 1000 m.
    const places = { A: [0, 0], B: [1000, 0], C: [1400, 0], D: [0, 80], E: [1000, 80], F: [1400, 80] } as const;
    const river = graphOf(streetLines(places, ['A B C', 'D E F', 'B E']));
    const [quay, across] = from(river, [500, 0], 450, 900);
    for (const east of [200, 500, 900]) {
      expect([has(quay!, [east, 0]), has(quay!, [east, 40]), has(quay!, [east, 80])]).toEqual([true, false, false]);
    }
    // 500 m to the bridge and 80 m over it leave 320 m along the other quay.
    expect([has(across!, [1000, 40]), has(across!, [690, 80]), has(across!, [670, 80])]).toEqual([true, true, false]);
    expect([has(across!, [400, 40]), has(across!, [400, 80])]).toEqual([false, false]);
  });

  test('leaves the water out between two quays that are walked, but for the bridge', () => {
    const places = { A: [0, 0], B: [1000, 0], C: [1400, 0], D: [0, 80], E: [1000, 80], F: [1400, 80] } as const;
    const river = graphOf(streetLines(places, ['A B C', 'D E F', 'B E']));
    const at = snap(river, metresAway(500, 0), 300);
    const [dry] = isochrone(river, null, at, [900]);
    const [wet] = isochrone(river, waterBetween(-100, 15, 1500, 65), at, [900]);
    expect([has(dry!, [850, 40]), has(dry!, [1000, 40])]).toEqual([true, true]);
    expect([has(wet!, [850, 40]), has(wet!, [1000, 40])]).toEqual([false, true]);
    for (const north of [0, 12, 68, 80]) expect(has(wet!, [850, north])).toBe(true);
    for (const north of [18, 62]) expect(has(wet!, [850, north])).toBe(false);
  });

  test('does not go on behind a canal where nobody gets across', () => {
    const at = snap(straight, metresAway(500, 0), 300);
    const [near] = isochrone(straight, waterBetween(-100, 8, 1100, 20), at, [200]);
    expect([has(near!, [500, 22]), has(near!, [500, 5]), has(near!, [500, -22])]).toEqual([false, true, true]);
    expect(near!.coordinates.map((polygon) => polygon.length)).toEqual([1]);
  });

  test('ends at a wall along the street, goes round its end, and over a bridge alone across a canal', () => {
    const walled = edited(
      straight,
      streetChange('wall', 'barrier', [
        [400, 8],
        [600, 8],
      ]),
    );
    const [near] = from(walled, [500, -5], 300);
    expect([has(near!, [500, -18]), has(near!, [500, 18]), has(near!, [700, 18])]).toEqual([true, false, true]);
    const places = { A: [0, 0], B: [1000, 0], C: [0, 200], D: [1000, 200], E: [500, 0], F: [500, 200] } as const;
    const banks = graphOf(streetLines(places, ['A E B', 'C F D', 'E F']));
    const canal = streetChange('canal', 'barrier', [
      [-100, 100],
      [1100, 100],
    ]);
    const bridge = streetChange('bridge', 'link', [
      [900, 5],
      [900, 195],
    ]);
    const of = (...edits: StreetChange[]) => from(edited(banks, ...edits), [500, 0], 500)[0]!;
    expect([has(of(), [500, 180]), has(of(canal), [500, 80]), has(of(canal), [500, 180])]).toEqual([true, true, false]);
    const bridged = from(edited(banks, canal, bridge), [500, 0], 700)[0]!;
    expect([has(bridged, [900, 100]), has(bridged, [880, 200]), has(bridged, [300, 200])]).toEqual([true, true, false]);
  });

  test('leaves out streets that no street leads to', () => {
    const places = { A: [0, 0], B: [1100, 0], C: [0, 30], D: [1200, 30] } as const;
    const apart = graphOf(streetLines(places, ['A B', 'C D']));
    const [near] = from(apart, [300, -5], 500);
    expect([has(near!, [300, 0]), has(near!, [300, 30])]).toEqual([true, false]);
  });
});

describe('the union of isochrones', () => {
  const road = graphOf(streetLines({ A: [0, 0], B: [6000, 0] }, ['A B']));
  const at = (...easts: number[]): Snap[] => easts.map((east) => snap(road, metresAway(east, 0), 300));

  test('is one polygon where walks meet, and several where they do not', () => {
    const [near, far] = isochroneUnion(road, at(1000, 1500, 4000), [200, 300]);
    expect([near!.coordinates.length, far!.coordinates.length]).toEqual([3, 2]);
    expect([has(far!, [1250, 0]), has(near!, [1250, 0]), has(far!, [3750, 0])]).toEqual([true, false, true]);
  });

  test('of places far apart is theirs side by side, whatever their order', () => {
    const shapesOf = (places: Snap[]): number[] => isochroneUnion(road, places, [300]).map(areaM2);
    const apart = at(1000, 4000).map((place) => areaM2(isochrone(road, null, place, [300])[0]!));
    expect(shapesOf(at(4000, 1000, 1000))[0]).toBeCloseTo(apart[0]! + apart[1]!, 0);
  });

  test('of no places, or of such as are on no street, has no polygons', () => {
    const nowhere = snap(road, metresAway(3000, 2000), 300);
    expect(isochroneUnion(road, [], [300])[0]!.coordinates).toEqual([]);
    expect(isochroneUnion(road, [nowhere], [300, 600]).map(({ coordinates }) => coordinates)).toEqual([[], []]);
    expect(isochroneUnion(road, [nowhere, ...at(1000)], [300])[0]!.coordinates.length).toBe(1);
  });
});

describe('isochrones of random streets', () => {
  const limits = fc.uniqueArray(fc.integer({ min: 20, max: 900 }), { minLength: 2, maxLength: 4 });

  const maybeWater = fc.constantFrom(null, waterBetween(100, 100, 250, 400), waterBetween(-200, 200, 700, 225));

  test('grow where what was filled as part of a block with a smaller limit is no longer one', () => {
    const places = { A: [473.9, 295], B: [40, 236], C: [77, 2] } as const;
    const graph = graphOf(streetLines(places, ['B C A', 'A B']));
    const water = waterBetween(100, 100, 250, 400);
    const [smaller, larger] = isochrone(graph, water, snap(graph, metresAway(158, 0), 300), [630, 687]);
    for (const corner of inside(smaller!)) expect(contains(larger!, corner)).toBe(true);
  });

  test('lie within each other, hold the place on the street, and grow', () => {
    fc.assert(
      fc.property(randomLines(), randomPosition(), limits, maybeWater, (lines, at, unsorted, water) => {
        const limitsM = unsorted.toSorted((a, b) => a - b);
        const graph = graphOf(lines);
        const snapped = snap(graph, metresAway(...at), 300);
        const shapes = isochrone(graph, water, snapped, limitsM);
        for (const [i, shape] of shapes.entries()) {
          const larger = shapes[i + 1];
          if (larger) expect(areaM2(larger)).toBeGreaterThanOrEqual(areaM2(shape) - 1);
          // Less than a spacing of the grid may fall between its points.
          if (snapped.at && snapped.awayM + 10 <= limitsM[i]!) expect(contains(shape, snapped.at)).toBe(true);
          if (larger) for (const corner of inside(shape)) expect(contains(larger, corner)).toBe(true);
        }
      }),
    );
  });

  test('have counter-clockwise outer rings, clockwise holes, and close', () => {
    fc.assert(
      fc.property(randomLines(), randomPosition(), fc.integer({ min: 100, max: 900 }), (lines, at, limitM) => {
        const graph = graphOf(lines);
        const [shape] = isochrone(graph, null, snap(graph, metresAway(...at), 300), [limitM]);
        for (const [outer, ...holes] of shape!.coordinates) {
          expect(ringM2(outer!)).toBeGreaterThan(0);
          for (const hole of holes) {
            expect(ringM2(hole)).toBeLessThan(-1500);
            expect(contains({ ...shape!, coordinates: [[outer!]] }, [hole[0]![0]!, hole[0]![1]!])).toBe(true);
          }
          for (const ring of [outer!, ...holes]) expect(ring.at(-1)).toEqual(ring[0]);
        }
      }),
    );
  });

  test('of several places hold those of each', () => {
    fc.assert(
      fc.property(randomLines(), randomPosition(), randomPosition(), limits, (lines, a, b, limitsM) => {
        const graph = graphOf(lines);
        const places = [a, b].map((at) => snap(graph, metresAway(...at), 300));
        // Short streets that lead nowhere have no say over the ground beside others, unless walks start there.
        if (graph.componentM.length > 1) return;
        const union = isochroneUnion(graph, places, limitsM);
        for (const place of places) {
          for (const [i, shape] of isochrone(graph, null, place, limitsM).entries()) {
            for (const corner of inside(shape)) expect(contains(union[i]!, corner)).toBe(true);
          }
        }
      }),
    );
  });
});

/** Its corners, drawn a centimetre or so towards the middle of the corners beside them where that is inside. */
function inside(shape: ReturnType<typeof isochrone>[number]): LonLat[] {
  return shape.coordinates.flat().flatMap((ring) =>
    ring
      .slice(1, -1)
      .map((at, i): LonLat => {
        const [before, after] = [ring[i]!, ring[i + 2]!];
        return [
          at[0]! + 1e-3 * ((before[0]! + after[0]!) / 2 - at[0]!),
          at[1]! + 1e-3 * ((before[1]! + after[1]!) / 2 - at[1]!),
        ];
      })
      .filter((at) => contains(shape, at)),
  );
}
