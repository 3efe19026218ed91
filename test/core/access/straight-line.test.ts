import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originsSteps } from '../../../src/core/access/origins.ts';
import { straightLineSteps } from '../../../src/core/access/straight-line.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { HERE, metresAway, PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

const LIMIT_M = 750;
const FACTOR = 1.3;

function reachOf(plan: ReturnType<PlanBuilder['build']>, destinations: Record<string, LonLat>) {
  const areas = [...plan.areas.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const origins = runSteps(originsSteps(areas, plan.population));
  return runSteps(straightLineSteps(origins, new Map(Object.entries(destinations)), LIMIT_M, FACTOR));
}

describe('straight-line reach', () => {
  it('finds exactly the origins that a comparison of every pair finds, as far as haversine × 1.3 says', () => {
    const square = fc.record({
      east: fc.integer({ min: -1500, max: 1500 }),
      north: fc.integer({ min: -1500, max: 1500 }),
      side: fc.integer({ min: 5, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(square, { maxLength: 8 }), fc.integer({ min: -900, max: 900 }), (squares, east) => {
        const plan = new PlanBuilder();
        for (const [i, { east: e, north, side }] of squares.entries())
          plan.area(`A${i}`, { geometry: squareAt(e, north, side) });
        const at = metresAway(east, 40);
        const { origins, rows } = reachOf(plan.build(), { f: at });
        const row = rows.get('f')!;
        const brute = Array.from(origins.lon, (lon, i) => greatCircleMetres([lon, origins.lat[i]!], at) * FACTOR);
        const expected = brute.flatMap((metres, i) => (metres <= LIMIT_M ? [i] : []));
        expect([...row.origin]).toEqual(expected);
        for (const [k, i] of expected.entries()) expect(row.metres[k]).toBeCloseTo(brute[i]!, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('includes the limit itself, to a millionth of a metre', () => {
    const radiusM = LIMIT_M / FACTOR;
    const plan = new PlanBuilder().area('A', { geometry: pointAt(0) }).build();
    const exact = metresAway(0, radiusM);
    expect(greatCircleMetres(HERE, exact)).toBeCloseTo(radiusM, 6);
    const { rows } = reachOf(plan, { at: exact, beyond: metresAway(0, radiusM + 0.001) });
    expect(rows.get('at')!.origin).toHaveLength(1);
    expect(rows.get('beyond')!.origin).toHaveLength(0);
  });

  it('takes over the rows of facilities that stayed where they were', () => {
    const plan = new PlanBuilder().area('A', { geometry: squareAt(0, 0, 300) }).build();
    const first = reachOf(plan, { stays: metresAway(100), moves: metresAway(200) });
    const next = runSteps(
      straightLineSteps(
        first.origins,
        new Map([
          ['stays', metresAway(100)],
          ['moves', metresAway(250)],
        ]),
        LIMIT_M,
        FACTOR,
        first,
      ),
    );
    expect(next.rows.get('stays')).toBe(first.rows.get('stays'));
    expect(next.rows.get('moves')).not.toBe(first.rows.get('moves'));
  });
});
