import { describe, expect, test } from 'vitest';
import { networkReachSteps, type NetworkReach } from '../../../src/core/access/network-reach.ts';
import { networkIssues } from '../../../src/core/access/network-issues.ts';
import type { Origins } from '../../../src/core/access/reach.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { metresAway } from '../../builders/plan-builder.ts';
import { graphOf, streetLines } from '../../builders/street-world.ts';

const GRAPH = graphOf(
  streetLines({ A: [0, 0], B: [1000, 0], C: [1000, 1000], D: [0, 1000], E: [500, 0], F: [500, 1000] }, [
    'A E',
    'E B',
    'B C',
    'C F',
    'F D',
    'D A',
    'E F',
  ]),
);

function originsAt(...at: readonly LonLat[]): Origins {
  return {
    areaIds: at.map((_, i) => `A${i}`),
    start: Uint32Array.from({ length: at.length + 1 }, (_, i) => i),
    basis: at.map(() => 'point'),
    lon: Float64Array.from(at, ([lon]) => lon),
    lat: Float64Array.from(at, ([, lat]) => lat),
    weight: new Float64Array(at.length).fill(1),
  };
}

const ORIGINS = originsAt(metresAway(100, 20), metresAway(500, 500), metresAway(900, 1000), metresAway(5000, 0));
const F1 = metresAway(0, 0);
const F2 = metresAway(1000, 1000);

function reach(
  destinations: Readonly<Record<string, LonLat>>,
  previous: NetworkReach | null = null,
  { graph = GRAPH, origins = ORIGINS, limitM = 1000 }: { graph?: StreetGraph; origins?: Origins; limitM?: number } = {},
): NetworkReach {
  const map = new Map(Object.entries(destinations));
  return runSteps(networkReachSteps(graph, origins, map, limitM, 300, previous));
}

describe('reach along the streets', () => {
  test('has the walks of the origins within the limit, off the street and along it', () => {
    const { method, rows } = reach({ F1, F2 });
    expect(method).toBe('network');
    expect([...rows.get('F1')!.origin]).toEqual([0, 1]);
    expect(rows.get('F1')!.metres[0]).toBeCloseTo(120, 1);
    expect(rows.get('F1')!.metres[1]).toBeCloseTo(1000, 0);
    expect([...rows.get('F2')!.origin]).toEqual([1, 2]);
  });

  test('keeps the row of a facility that stays, and makes that of one that moves anew', () => {
    const before = reach({ F1, F2 });
    const after = reach({ F1, F2: metresAway(500, 980) }, before);
    expect(after.rows.get('F1')).toBe(before.rows.get('F1'));
    expect(after.streetOrigins).toBe(before.streetOrigins);
    expect(after.rows.get('F2')!.metres).not.toEqual(before.rows.get('F2')!.metres);
    expect(after.rows.get('F2')).toEqual(reach({ F1, F2: metresAway(500, 980) }).rows.get('F2'));
  });

  test('keeps nothing when the limit, the origins or the streets are others', () => {
    const before = reach({ F1 });
    const others = [
      { limitM: 500 },
      { origins: originsAt(metresAway(100, 0)) },
      { graph: graphOf(streetLines({ A: [0, 0], B: [2000, 0] }, ['A B'])) },
    ];
    for (const other of others) {
      expect(reach({ F1 }, before, other).rows.get('F1')).toEqual(reach({ F1 }, null, other).rows.get('F1'));
      expect(reach({ F1 }, before, other).rows.get('F1')).not.toBe(before.rows.get('F1'));
    }
  });

  test('says which facility is too far from any street', () => {
    const { rows, destinationSnaps } = reach({ F3: metresAway(0, -2000) });
    expect(rows.get('F3')!.origin).toHaveLength(0);
    expect(destinationSnaps.get('F3')).toMatchObject({ status: 'too_far' });
    expect(destinationSnaps.get('F3')!.awayM).toBeCloseTo(2000, 0);
  });
});

describe('who did not get onto the streets', () => {
  test('is told one by one', () => {
    const issues = networkIssues(reach({ F1, F3: metresAway(0, -2000) }));
    expect(issues).toMatchObject([
      { code: 'too_far', where: { input: 'areas', id: 'A3' }, detail: { limit: 300, count: 1, of: 1 } },
      { code: 'too_far', where: { input: 'facilities', id: 'F3' }, detail: { metres: 2000 } },
    ]);
  });

  test('is told where only an island is near', () => {
    const graph = graphOf(streetLines({ A: [0, 0], B: [500, 0], C: [0, 900], D: [5000, 900] }, ['A B', 'C D']));
    const issues = networkIssues(reach({ F1 }, null, { graph, origins: originsAt(metresAway(100, 20)) }));
    expect(issues.map(({ code, where }) => [code, where.id])).toEqual([
      ['snapped_to_island', 'A0'],
      ['snapped_to_island', 'F1'],
    ]);
  });

  test('is told once when the streets are of another city', () => {
    const beijing = originsAt([116.4, 39.9], [116.5, 39.9]);
    const issues = networkIssues(reach({ F1: [116.3, 39.9] }, null, { origins: beijing }));
    expect(issues).toMatchObject([{ code: 'streets_elsewhere', where: { input: 'streets' } }]);
    expect(issues[0]!.detail['found']).toBeGreaterThan(900);
  });

  test('is nobody where all did', () => {
    expect(networkIssues(reach({ F1, F2 }, null, { origins: originsAt(metresAway(100, 20)) }))).toEqual([]);
  });
});
