import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greatCircleMetres, metresPerDegree } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { NearestStreet } from '../../../src/core/network/nearest-street.ts';
import { snap, snapAllSteps } from '../../../src/core/network/snap.ts';
import { NO_EDGE, type StreetGraph } from '../../../src/core/network/street-graph.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway } from '../../builders/plan-builder.ts';
import { randomLines, randomPosition } from '../../builders/random-streets.ts';
import { graphOf, streetLines } from '../../builders/street-world.ts';

/** Metres to the nearest street, and to the nearest of a component of at least 1 km, segment by segment. */
function nearest(graph: StreetGraph, at: LonLat): { any: number; mainland: number } {
  const { perLon, perLat } = metresPerDegree(at[1]);
  let any = Infinity;
  let mainland = Infinity;
  for (let s = 0; s + 1 < graph.shapeLon.length; s++) {
    const edge = graph.shapeEdge[s]!;
    if (graph.shapeEdge[s + 1] !== edge) continue;
    const [ax, ay] = [(graph.shapeLon[s]! - at[0]) * perLon, (graph.shapeLat[s]! - at[1]) * perLat];
    const [bx, by] = [(graph.shapeLon[s + 1]! - at[0]) * perLon, (graph.shapeLat[s + 1]! - at[1]) * perLat];
    const lengthSq = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = lengthSq === 0 ? 0 : Math.max(0, Math.min(1, (ax * (ax - bx) + ay * (ay - by)) / lengthSq));
    const metres = Math.hypot(ax + share * (bx - ax), ay + share * (by - ay));
    any = Math.min(any, metres);
    if (graph.componentM[graph.nodeComponent[graph.edgeFrom[edge]!]!]! >= 1000) mainland = Math.min(mainland, metres);
  }
  return { any, mainland };
}

describe('snapping', () => {
  test('finds the nearest street of a component of at least 1 km, else of any, else none', () => {
    const snapM = fc.constantFrom(20, 100, 300);
    fc.assert(
      fc.property(randomLines(), fc.array(randomPosition(), { maxLength: 20 }), snapM, (lines, positions, limitM) => {
        const graph = graphOf(lines);
        const search = new NearestStreet(graph);
        for (const [east, north] of positions) {
          const at = metresAway(east, north);
          const { any, mainland } = nearest(graph, at);
          const found = snap(graph, at, limitM, search);
          const expected = mainland <= limitM ? 'snapped' : any <= limitM ? 'snapped_to_island' : 'too_far';
          if (Math.min(Math.abs(mainland - limitM), Math.abs(any - limitM)) > 0.02) expect(found.status).toBe(expected);
          if (found.status === 'snapped') expect(found.awayM).toBeCloseTo(mainland, 1);
          else expect(found.awayM).toBeCloseTo(any, 1);
        }
      }),
    );
  });

  test('gives the position along the edge, from its start', () => {
    fc.assert(
      fc.property(randomLines(), randomPosition(), (lines, [east, north]) => {
        const graph = graphOf(lines);
        const { edge, alongM, awayM, at } = snap(graph, metresAway(east, north), 1e6);
        expect(awayM).toBeCloseTo(greatCircleMetres(metresAway(east, north), at!), 9);
        const [first, end] = [graph.shapeStart[edge]!, graph.shapeStart[edge + 1]!];
        let s = first;
        while (s + 2 < end && graph.shapeM[s + 1]! < alongM) s++;
        const fromPoint = greatCircleMetres([graph.shapeLon[s]!, graph.shapeLat[s]!], at!);
        expect(graph.shapeM[s]! + fromPoint).toBeCloseTo(alongM, 2);
      }),
    );
  });

  test('many at once are what they are one by one, in any order', () => {
    fc.assert(
      fc.property(randomLines(), fc.array(randomPosition(), { maxLength: 30 }), (lines, positions) => {
        const graph = graphOf(lines);
        const at = positions.map(([east, north]) => metresAway(east, north));
        const lons = Float64Array.from(at, ([lon]) => lon);
        const snaps = runSteps(
          snapAllSteps(
            graph,
            lons,
            Float64Array.from(at, ([, lat]) => lat),
            60,
          ),
        );
        for (const [i, position] of at.entries()) {
          const one = snap(graph, position, 60);
          expect([snaps.edge[i], snaps.alongM[i], snaps.island[i]]).toEqual([
            one.edge,
            one.alongM,
            one.status === 'snapped_to_island' ? 1 : 0,
          ]);
          if (one.edge !== NO_EDGE) expect(snaps.awayM[i]).toBe(one.awayM);
        }
      }),
    );
  });

  test('passes over a nearer island of less than 1 km', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [1000.5, 0], C: [0, 200], D: [900, 200] }, ['A B', 'C D']));
    expect(snap(graph, metresAway(500, 190), 300)).toMatchObject({ status: 'snapped' });
    expect(snap(graph, metresAway(500, 190), 300).awayM).toBeCloseTo(190, 1);
    expect(snap(graph, metresAway(500, 190), 100)).toMatchObject({ status: 'snapped_to_island' });
  });

  test('says how far the nearest street is when none is near enough, however far', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [1200, 0] }, ['A B']));
    expect(snap(graph, metresAway(0, 301), 300)).toMatchObject({ status: 'too_far', edge: NO_EDGE, at: null });
    expect(snap(graph, metresAway(0, 5000), 300).awayM).toBeCloseTo(5000, 0);
    expect(snap(graph, [2, 48], 300).awayM).toBeGreaterThan(9e6);
  });

  test('the limit itself is near enough', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [1200, 0] }, ['A B']));
    const { awayM } = snap(graph, metresAway(600, 250), 300);
    expect(snap(graph, metresAway(600, 250), awayM).status).toBe('snapped');
  });
});
