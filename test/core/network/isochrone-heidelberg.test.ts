import { readFileSync } from 'node:fs';
import type { MultiPolygon, Position } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { isochrone } from '../../../src/core/network/isochrone.ts';
import { readStreetsSteps } from '../../../src/core/network/read-streets.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { WalkingSearch, type StreetPoint } from '../../../src/core/network/walking-search.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { mulberry32 } from '../../bench/metropolis.ts';
import { graphOf } from '../../builders/street-world.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

const HEIDELBERG = 'data/streets/heidelberg.osm.pbf';
const SOURCES = 40;
const MINUTES = [5, 10, 15];
/** Metres between two positions looked at along an edge. */
const EVERY_M = 20;

/** Time for hundreds of thousands of positions on a machine that has other things to do, ms. */
const PATIENCE_MS = 60_000;

/** Metres a minute: a slow walker, the pace that planners use, a quick one. */
const PACES = [45, 60, 80];

describeWithShared('isochrones of Heidelberg', HEIDELBERG, () => {
  let graph: StreetGraph;
  let search: WalkingSearch;
  beforeAll(() => {
    const bytes = readFileSync(sharedPath(HEIDELBERG));
    graph = graphOf(runSteps(readStreetsSteps({ name: 'heidelberg.osm.pbf', bytes })).lines!);
    search = new WalkingSearch(graph);
  }, PATIENCE_MS);

  test.each(PACES)(
    'at %i m a minute hold the streets within N minutes and not those beyond N + 1',
    { timeout: PATIENCE_MS },
    (perMinute) => {
      const random = mulberry32(perMinute);
      const limitsM = MINUTES.map((minutes) => minutes * perMinute);
      const tallies = MINUTES.map(() => ({ within: 0, withinInside: 0, beyond: 0, beyondOutside: 0 }));
      let leastShare = 1;
      for (let i = 0; i < SOURCES; i++) {
        const before = tallies.map(({ within, withinInside }) => [within, withinInside] as const);
        const start = somewhere(graph, random);
        const shapes = isochrone(graph, null, start, limitsM, search).map(edgesByHeight);
        // Within the limits of the next minutes: streets far away are outside anyway and would only flatter the share.
        search.run(start, limitsM.at(-1)! + 5 * perMinute);
        for (const { lon, lat, metres } of positions(graph, search, start)) {
          for (const [k, tally] of tallies.entries()) {
            if (metres > limitsM[k]! + 5 * perMinute) continue;
            const isWithin = metres <= limitsM[k]!;
            if (!isWithin && metres <= limitsM[k]! + perMinute) continue;
            const isInside = holds(shapes[k]!, lon, lat);
            tally.within += isWithin ? 1 : 0;
            tally.withinInside += isWithin && isInside ? 1 : 0;
            tally.beyond += isWithin ? 0 : 1;
            tally.beyondOutside += isWithin || isInside ? 0 : 1;
          }
        }
        for (const [k, [within, withinInside]] of before.entries()) {
          const share = (tallies[k]!.withinInside - withinInside) / (tallies[k]!.within - within);
          if (share < leastShare) leastShare = share;
        }
      }
      // Of a single short walk a position or two may be missing.
      expect(leastShare).toBeGreaterThan(0.98);
      for (const [k, { within, withinInside, beyond, beyondOutside }] of tallies.entries()) {
        const shares = [withinInside / within, beyondOutside / beyond] as const;
        const said = shares.map((share) => `${(100 * share).toFixed(2)} %`);
        console.log(
          `${MINUTES[k]} min at ${perMinute} m/min: ${said[0]} of ${within} inside, ${said[1]} of ${beyond} outside`,
        );
        expect(shares[0]).toBeGreaterThanOrEqual(0.99);
        expect(shares[1]).toBeGreaterThanOrEqual(0.95);
      }
    },
  );

  test('are small: for a 15-minute walk under 2000 corners', () => {
    const random = mulberry32(7);
    for (let i = 0; i < 20; i++) {
      const [shape] = isochrone(graph, null, somewhere(graph, random), [15 * 60], search);
      expect(shape!.coordinates.flat().reduce((sum, ring) => sum + ring.length, 0)).toBeLessThan(2000);
    }
  });
});

/** A place on the main component, up to 20 m off its street. */
function somewhere(graph: StreetGraph, random: () => number): StreetPoint {
  for (;;) {
    const edge = Math.floor(random() * graph.edgeM.length);
    const point = { edge, alongM: random() * graph.edgeM[edge]!, awayM: 20 * random() };
    if (graph.nodeComponent[graph.edgeFrom[edge]!] === 0) return point;
  }
}

/** Positions along all edges that are walked to, and how far they are. */
function* positions(
  graph: StreetGraph,
  { nodeM }: WalkingSearch,
  start: StreetPoint,
): Generator<{ lon: number; lat: number; metres: number }> {
  const { edgeM, edgeFrom, edgeTo, shapeStart, shapeM, shapeLon, shapeLat } = graph;
  for (let e = 0; e < edgeM.length; e++) {
    const [fromM, toM] = [nodeM[edgeFrom[e]!]!, nodeM[edgeTo[e]!]!];
    if (fromM === Infinity && toM === Infinity && e !== start.edge) continue;
    let s = shapeStart[e]!;
    for (let along = 0; along < edgeM[e]!; along += EVERY_M) {
      while (shapeM[s + 1]! < along) s++;
      const share = (along - shapeM[s]!) / (shapeM[s + 1]! - shapeM[s]!) || 0;
      const direct = e === start.edge ? start.awayM + Math.abs(start.alongM - along) : Infinity;
      yield {
        lon: shapeLon[s]! + share * (shapeLon[s + 1]! - shapeLon[s]!),
        lat: shapeLat[s]! + share * (shapeLat[s + 1]! - shapeLat[s]!),
        metres: Math.min(fromM + along, toM + edgeM[e]! - along, direct),
      };
    }
  }
}

type Edge = readonly [Position, Position];

/** Edges of all rings by the thousandths of a degree of latitude that they pass: hundreds of thousands are asked about. */
function edgesByHeight({ coordinates }: MultiPolygon): Map<number, Edge[]> {
  const edges = new Map<number, Edge[]>();
  for (const ring of coordinates.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1]!, ring[i]!];
      const [low, high] = [Math.min(a[1]!, b[1]!), Math.max(a[1]!, b[1]!)];
      for (let height = Math.floor(low * 1000); height <= Math.floor(high * 1000); height++) {
        const others = edges.get(height);
        if (others) others.push([a, b]);
        else edges.set(height, [[a, b]]);
      }
    }
  }
  return edges;
}

/** Even-odd rule. */
function holds(edges: Map<number, Edge[]>, lon: number, lat: number): boolean {
  let inside = false;
  for (const [a, b] of edges.get(Math.floor(lat * 1000)) ?? []) {
    if (a[1]! > lat === b[1]! > lat) continue;
    if (lon < a[0]! + ((lat - a[1]!) / (b[1]! - a[1]!)) * (b[0]! - a[0]!)) inside = !inside;
  }
  return inside;
}
