import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { AscendingSet } from '../../../src/core/network/ascending-set.ts';
import { originsOnStreets } from '../../../src/core/network/origins-on-streets.ts';
import { snap, snapAllSteps, type Snap } from '../../../src/core/network/snap.ts';
import { NO_EDGE, type StreetGraph } from '../../../src/core/network/street-graph.ts';
import type { StreetLines } from '../../../src/core/network/street-lines.ts';
import { WalkingSearch } from '../../../src/core/network/walking-search.ts';
import { WalkingTimes } from '../../../src/core/network/walking-times.ts';
import { walkingTree } from '../../../src/core/network/walking-tree.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { PlainDijkstra } from '../../bench/plain-dijkstra.ts';
import { metresAway } from '../../builders/plan-builder.ts';
import { randomLines, randomNetwork, randomPosition, type RandomNetwork } from '../../builders/random-streets.ts';
import { graphOf, linesOver, streetLines } from '../../builders/street-world.ts';

const FAR = Infinity;

/** A network with a pin on each place: a line to a point of its own, so that every place is a node that can be found again. */
function pinned({ places, lines }: RandomNetwork): StreetLines {
  const pins = places.map((_, i) => [1000 + 7 * i, -1000 - 11 * i] as const);
  return linesOver([...places, ...pins], [...lines, ...places.map((_, i) => [i, places.length + i])]);
}

/** Metres between all pins, by the search. */
function metresBetweenPins(lines: StreetLines, pins: number): number[][] {
  const graph = graphOf(lines);
  const search = new WalkingSearch(graph);
  const nodes = Array.from({ length: pins }, (_, i) => {
    const vertex = lines.lon.length - pins + i;
    return graph.nodeLon.findIndex((lon, n) => lon === lines.lon[vertex] && graph.nodeLat[n] === lines.lat[vertex]);
  });
  return nodes.map((node) => {
    const edge = graph.arcEdge[graph.firstArc[node]!]!;
    search.run({ edge, alongM: graph.edgeFrom[edge] === node ? 0 : graph.edgeM[edge]!, awayM: 0 }, FAR);
    return nodes.map((other) => search.nodeM[other]!);
  });
}

/** The same from the lines themselves: all pairs by Floyd and Warshall, shape points and all. */
function floyd({ lon, lat, start, vertex }: StreetLines, pins: number): number[][] {
  const count = lon.length;
  const metres = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count }, (_, j) => (i === j ? 0 : Infinity)),
  );
  for (let line = 0; line + 1 < start.length; line++) {
    for (let k = start[line]! + 1; k < start[line + 1]!; k++) {
      const [a, b] = [vertex[k - 1]!, vertex[k]!];
      const length = greatCircleMetres([lon[a]!, lat[a]!], [lon[b]!, lat[b]!]);
      metres[a]![b] = metres[b]![a] = Math.min(metres[a]![b]!, length);
    }
  }
  for (let k = 0; k < count; k++) {
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) metres[i]![j] = Math.min(metres[i]![j]!, metres[i]![k]! + metres[k]![j]!);
    }
  }
  return metres.slice(count - pins).map((row) => row.slice(count - pins));
}

function everyPair(matrix: number[][], holds: (metres: number, i: number, j: number) => boolean): boolean {
  return matrix.every((row, i) => row.every((metres, j) => holds(metres, i, j)));
}

function same(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) < 1e-6;
}

describe('shortest walks along streets', () => {
  test('are those of all pairs worked out from the lines themselves', () => {
    fc.assert(
      fc.property(randomNetwork(), (network) => {
        const lines = pinned(network);
        const found = metresBetweenPins(lines, network.places.length);
        const expected = floyd(lines, network.places.length);
        // A pin's way to itself is 0 in both.
        expect(everyPair(found, (metres, i, j) => same(metres, expected[i]![j]!))).toBe(true);
      }),
    );
  });

  test('are as long there as back, and no longer than by way of a third place', () => {
    fc.assert(
      fc.property(randomNetwork(), (network) => {
        const metres = metresBetweenPins(pinned(network), network.places.length);
        expect(everyPair(metres, (there, i, j) => same(there, metres[j]![i]!))).toBe(true);
        const byAny = (i: number, j: number): number => Math.min(...metres[i]!.map((leg, k) => leg + metres[k]![j]!));
        expect(everyPair(metres, (direct, i, j) => direct === Infinity || direct <= byAny(i, j) + 1e-6)).toBe(true);
      }),
    );
  });

  test('never grow by a street more, nor shrink by a street less', () => {
    fc.assert(
      fc.property(randomNetwork(), ({ places, lines }) => {
        const before = metresBetweenPins(pinned({ places, lines: lines.slice(0, -1) }), places.length);
        const after = metresBetweenPins(pinned({ places, lines }), places.length);
        expect(everyPair(after, (metres, i, j) => metres <= before[i]![j]! + 1e-6)).toBe(true);
      }),
    );
  });

  test('are to the last bit those of a plain heap, whatever the limit', () => {
    fc.assert(
      fc.property(
        randomLines(),
        randomPosition(),
        fc.integer({ min: 0, max: 1500 }),
        (lines, [east, north], limitM) => {
          const graph = graphOf(lines);
          const start = snap(graph, metresAway(east, north), FAR);
          const search = new WalkingSearch(graph);
          const plain = new PlainDijkstra(graph);
          for (const limit of [limitM, 700, limitM]) {
            search.run(start, limit);
            expect(plain.run(start, limit)).toBe(search.reachedCount);
            expect([...search.nodeM]).toEqual(Array.from(search.nodeM, (_, n) => plain.metresTo(n)));
          }
        },
      ),
    );
  });
});

/** The walk between two snapped places, put together by hand. */
function walkBetween(graph: StreetGraph, plain: PlainDijkstra, place: Snap, origin: Snap): number {
  if (place.edge === NO_EDGE || origin.edge === NO_EDGE) return Infinity;
  plain.run(place, FAR);
  const street = Math.min(
    plain.metresTo(graph.edgeFrom[origin.edge]!) + origin.alongM,
    plain.metresTo(graph.edgeTo[origin.edge]!) + (graph.edgeM[origin.edge]! - origin.alongM),
    place.edge === origin.edge ? place.awayM + Math.abs(place.alongM - origin.alongM) : Infinity,
  );
  return street + origin.awayM;
}

describe('the row of a facility', () => {
  test('holds exactly the origins within the limit, ascending, with their walks', () => {
    const positions = fc.array(randomPosition(), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        randomLines(),
        positions,
        randomPosition(),
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom(30, 300),
        (lines, origins, [east, north], limitM, snapM) => {
          const graph = graphOf(lines);
          const at = origins.map(([e, n]) => metresAway(e, n));
          const snaps = runSteps(
            snapAllSteps(
              graph,
              Float64Array.from(at, ([lon]) => lon),
              Float64Array.from(at, ([, lat]) => lat),
              snapM,
            ),
          );
          const times = new WalkingTimes(graph, originsOnStreets(graph, snaps));
          const place = snap(graph, metresAway(east, north), snapM);
          const plain = new PlainDijkstra(graph);
          const expected = at
            .map((position, i) => [i, walkBetween(graph, plain, place, snap(graph, position, snapM))] as const)
            .filter(([, metres]) => metres <= limitM + 1e-6);
          // Twice: nothing of the first search may be left over.
          for (let turn = 0; turn < 2; turn++) {
            const row = times.row(place, limitM);
            expect([...row.origin].map((origin, k) => [origin, row.metres[k]])).toEqual(expected);
          }
        },
      ),
    );
  });

  test('walks directly between two points of one street, and round a ring the shorter way', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [400, 0], C: [400, 400], D: [0, 400] }, ['A B C D A']));
    const at = [metresAway(100, 0), metresAway(0, 100)];
    const snaps = runSteps(
      snapAllSteps(
        graph,
        Float64Array.from(at, ([lon]) => lon),
        Float64Array.from(at, ([, lat]) => lat),
        300,
      ),
    );
    const { metres } = new WalkingTimes(graph, originsOnStreets(graph, snaps)).row(
      snap(graph, metresAway(300, 10), 300),
      900,
    );
    expect(metres[0]).toBeCloseTo(210, 1);
    expect(metres[1]).toBeCloseTo(410, 1);
  });

  test('is empty for a place on no street', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [400, 0] }, ['A B']));
    const snaps = runSteps(snapAllSteps(graph, new Float64Array(0), new Float64Array(0), 300));
    const times = new WalkingTimes(graph, originsOnStreets(graph, snaps));
    expect(times.row(snap(graph, metresAway(0, 5000), 300), 900).origin).toHaveLength(0);
  });
});

describe('the tree of walks from a place', () => {
  test('comes to every node by an edge that is just as long as the difference', () => {
    fc.assert(
      fc.property(randomLines(), randomPosition(), (lines, [east, north]) => {
        const graph = graphOf(lines);
        const tree = walkingTree(graph, snap(graph, metresAway(east, north), FAR), 2000);
        const metresTo = new Map(Array.from(tree.node, (node, k) => [node, tree.metres[k]!]));
        for (const [k, node] of tree.node.entries()) {
          const edge = tree.edge[k]!;
          if (edge === NO_EDGE) continue;
          const before = graph.edgeFrom[edge] === node ? graph.edgeTo[edge]! : graph.edgeFrom[edge]!;
          if (metresTo.get(before)! + graph.edgeM[edge]! !== tree.metres[k]) throw new Error(`node ${node}`);
        }
      }),
    );
  });
});

test('numbers leave a set in ascending order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 4999 })), (values) => {
      const set = new AscendingSet(5000);
      for (let turn = 0; turn < 2; turn++) {
        for (const value of values) set.add(value);
        expect([...set.drain()]).toEqual(values.toSorted((a, b) => a - b));
      }
    }),
  );
});
