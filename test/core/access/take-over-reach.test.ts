import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networkReachSteps, type NetworkReach } from '../../../src/core/access/network-reach.ts';
import { nearestWalk } from '../../../src/core/access/nearest-walk.ts';
import type { Origins } from '../../../src/core/access/reach.ts';
import { lineMetres } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { editStreetsSteps, type StreetChange } from '../../../src/core/network/edit-streets.ts';
import { route } from '../../../src/core/network/route.ts';
import { snap } from '../../../src/core/network/snap.ts';
import { waysOnto } from '../../../src/core/network/walking-search.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway } from '../../builders/plan-builder.ts';
import { randomStreetEdits, streetChange } from '../../builders/random-street-edits.ts';
import { randomNetwork, randomPosition, withoutTwins, type RandomNetwork } from '../../builders/random-streets.ts';
import { graphOf, linesOver, streetLines } from '../../builders/street-world.ts';

const LIMIT_M = 700;
const SNAP_M = 90;

function edited(base: StreetGraph, edits: readonly StreetChange[]): StreetGraph {
  return runSteps(editStreetsSteps(base, edits)).graph;
}

function originsAt(at: readonly LonLat[]): Origins {
  return {
    areaIds: at.map((_, i) => `A${i}`),
    start: Uint32Array.from({ length: at.length + 1 }, (_, i) => i),
    basis: at.map(() => 'point'),
    lon: Float64Array.from(at, ([lon]) => lon),
    lat: Float64Array.from(at, ([, lat]) => lat),
    weight: new Float64Array(at.length).fill(1),
  };
}

function reachOver(
  graph: StreetGraph,
  origins: Origins,
  places: readonly LonLat[],
  previous: NetworkReach | null = null,
): NetworkReach {
  const destinations = new Map(places.map((at, f) => [`F${f}`, at]));
  return runSteps(networkReachSteps(graph, origins, destinations, LIMIT_M, SNAP_M, previous));
}

/** Everything of a reach that says who walks where. */
function saidOf({ rows, originSnaps, destinationSnaps, streetOrigins }: NetworkReach) {
  return { rows, originSnaps, destinationSnaps, streetOrigins };
}

/** Networks, some hundred metres across, mainland and islands; a second one like it 2 km to the east. */
function twoTowns(): fc.Arbitrary<RandomNetwork> {
  return fc.tuple(randomNetwork(), randomNetwork()).map(([west, east]) => ({
    places: [...west.places, ...east.places.map(([x, y]) => [x + 1200, y] as const)],
    lines: [...west.lines, ...east.lines.map((line) => line.map((place) => place + west.places.length))],
  }));
}

const people = fc
  .array(fc.tuple(randomPosition(), fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((all) => all.map(([[east, north], far]) => metresAway(east + (far ? 1200 : 0), north)));

describe('a reach taken over to streets that have been edited', () => {
  test('is bit for bit the one measured from scratch, after any edits in any order', () => {
    const edits = randomStreetEdits(['barrier', 'link'], { minLength: 3, maxLength: 6 });
    const shown = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(twoTowns(), people, people, edits, shown, (network, from, to, all, steps) => {
        const base = graphOf(linesOver(network.places, network.lines));
        const origins = originsAt(from);
        let reach = reachOver(base, origins, to);
        const first = reach;
        for (const step of [...steps, []]) {
          const graph = edited(
            base,
            all.filter((_, i) => step[i]),
          );
          reach = reachOver(graph, origins, to, reach);
          expect(saidOf(reach)).toEqual(saidOf(reachOver(graph, origins, to)));
        }
        expect(reach.rows).toEqual(first.rows);
      }),
      { numRuns: 300 },
    );
  });

  test('searches again only from places that the edit can matter to', () => {
    const base = graphOf(streetLines({ A: [0, 0], B: [5000, 0], C: [9000, 0], P: [5000, 9] }, ['A B', 'B C', 'B P']));
    const origins = originsAt([metresAway(100, 10), metresAway(500, 10), metresAway(8000, 10)]);
    const places = [metresAway(300), metresAway(8100)];
    const before = reachOver(base, origins, places);
    const graph = edited(base, [
      streetChange('wall', 'barrier', [
        [400, -50],
        [400, 50],
      ]),
    ]);
    const after = reachOver(graph, origins, places, before);
    expect([...before.rows.get('F0')!.origin]).toEqual([0, 1]);
    expect([...after.rows.get('F0')!.origin]).toEqual([0]);
    expect(after.rows.get('F1')).toBe(before.rows.get('F1'));
    expect(after.destinationSnaps.get('F1')).toEqual(before.destinationSnaps.get('F1'));
  });
});

describe('with all legs of a walk', () => {
  const metresOf = (reach: NetworkReach, facility: string, origin: number): number => {
    const row = reach.rows.get(facility)!;
    const k = row.origin.indexOf(origin);
    return k < 0 ? Infinity : row.metres[k]!;
  };

  test('a link lengthens none', () => {
    const links = randomStreetEdits(['link'], { minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(twoTowns(), people, people, randomStreetEdits(), links, (network, from, to, others, [link]) => {
        const { places, lines } = withoutTwins(network);
        const base = graphOf(linesOver(places, lines));
        const origins = originsAt(from);
        const before = reachOver(edited(base, others), origins, to);
        const after = reachOver(edited(base, [...others, { ...link!, id: 'another' }]), origins, to, before);
        for (const facility of before.rows.keys()) {
          for (const i of from.keys()) {
            expect(metresOf(after, facility, i) <= metresOf(before, facility, i) + 1e-6).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a barrier shortens none of those who still get onto the streets where they did', () => {
    const barriers = randomStreetEdits(['barrier'], { minLength: 1, maxLength: 1 });
    let same = 0;
    fc.assert(
      fc.property(twoTowns(), people, people, barriers, (network, from, to, barrier) => {
        const { places, lines } = withoutTwins(network);
        const base = graphOf(linesOver(places, lines));
        const origins = originsAt(from);
        const [before, after] = [reachOver(base, origins, to), reachOver(edited(base, barrier), origins, to)];
        for (const [facility, snapped] of after.destinationSnaps) {
          if (!waysOnto(snapped).every(({ awayM }) => awayM === before.destinationSnaps.get(facility)!.awayM)) continue;
          for (const i of from.keys()) {
            if (!Object.is(after.originSnaps.awayM[i], before.originSnaps.awayM[i])) continue;
            same++;
            expect(metresOf(after, facility, i) >= metresOf(before, facility, i) - 1e-6).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(same).toBeGreaterThan(1000);
  });

  test('one walks over the way that was measured', () => {
    fc.assert(
      fc.property(twoTowns(), people, people, randomStreetEdits(), (network, from, to, edits) => {
        const graph = edited(graphOf(linesOver(network.places, network.lines)), edits);
        const reach = reachOver(graph, originsAt(from), to);
        for (const [i, at] of from.entries()) {
          const start = snap(graph, at, SNAP_M);
          const walks = [...reach.destinationSnaps.values()].map((end) => route(graph, start, end));
          for (const [f, walk] of walks.entries()) {
            const metres = metresOf(reach, `F${f}`, i);
            if (metres === Infinity) expect(walk?.metres ?? Infinity).toBeGreaterThan(LIMIT_M - 1e-6);
            else expect(walk!.metres).toBeCloseTo(metres, 6);
            if (!walk) continue;
            expect(lineMetres(walk.line)).toBeCloseTo(walk.streetM, 1);
            expect(walk.startAwayM + walk.streetM + walk.endAwayM).toBeCloseTo(walk.metres, 6);
          }
          const nearest = nearestWalk(reach, at, [...reach.rows.keys()], 1.3);
          const least = Math.min(...walks.map((walk) => walk?.metres ?? Infinity));
          expect(nearest?.metres ?? Infinity).toBeCloseTo(least, 6);
        }
      }),
      { numRuns: 300 },
    );
  });
});
