import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { originsOnStreets } from '../../../src/core/network/origins-on-streets.ts';
import { route } from '../../../src/core/network/route.ts';
import { snap, snapAllSteps } from '../../../src/core/network/snap.ts';
import { WalkingTimes } from '../../../src/core/network/walking-times.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway } from '../../builders/plan-builder.ts';
import { randomLines, randomPosition } from '../../builders/random-streets.ts';
import { graphOf, streetLines } from '../../builders/street-world.ts';

function lengthOf(line: readonly LonLat[]): number {
  return line.slice(1).reduce((sum, at, i) => sum + greatCircleMetres(line[i]!, at), 0);
}

describe('a route', () => {
  test('is as long as the row says, and so is the line that it draws', () => {
    fc.assert(
      fc.property(randomLines(), randomPosition(), randomPosition(), (lines, from, to) => {
        const graph = graphOf(lines);
        const [start, end] = [snap(graph, metresAway(...from), 1e6), snap(graph, metresAway(...to), 1e6)];
        const found = route(graph, start, end);
        const [lon, lat] = metresAway(...to);
        const snaps = runSteps(snapAllSteps(graph, Float64Array.of(lon), Float64Array.of(lat), 1e6));
        const row = new WalkingTimes(graph, originsOnStreets(graph, snaps)).row(start, 1e6);
        if (row.metres.length === 0) {
          expect(found).toBeNull();
          return;
        }
        expect(found!.metres).toBe(row.metres[0]);
        expect(found!.startAwayM + found!.streetM + found!.endAwayM).toBeCloseTo(found!.metres, 6);
        expect(lengthOf(found!.line)).toBeCloseTo(found!.streetM, 2);
        expect(found!.line[0]).toEqual(start.at);
        expect(found!.line.at(-1)).toEqual(end.at);
      }),
    );
  });

  test('goes farther than the first limit of the search', () => {
    const places = { A: [0, 0], B: [9000, 0], C: [9000, 9000], D: [9000, -10] } as const;
    const graph = graphOf(streetLines(places, ['A B', 'B C', 'B D']));
    const found = route(graph, snap(graph, metresAway(1, 0), 300), snap(graph, metresAway(9000, 8000), 300));
    expect(found!.metres / 16999).toBeCloseTo(1, 2);
    expect(found!.edges).toHaveLength(2);
  });

  test('is none between islands, and none for a place too far from any street', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [100, 0], C: [0, 50], D: [100, 50] }, ['A B', 'C D']));
    const [south, north] = [snap(graph, metresAway(50, 0), 300), snap(graph, metresAway(50, 50), 300)];
    expect(route(graph, south, north)).toBeNull();
    expect(route(graph, south, snap(graph, metresAway(50, 2000), 300))).toBeNull();
  });
});
