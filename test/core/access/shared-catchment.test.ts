import { describe, expect, it } from 'vitest';
import { equalZones, LUO_QI_WEIGHTS, type Decay } from '../../../src/core/access/decay.ts';
import { originsSteps } from '../../../src/core/access/origins.ts';
import { sharedCatchmentSteps, type SharedCatchment } from '../../../src/core/access/shared-catchment.ts';
import { straightLineSteps } from '../../../src/core/access/straight-line.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { naiveCatchment } from '../../builders/naive-catchment.ts';
import { metresAway, PlanBuilder, pointAt } from '../../builders/plan-builder.ts';
import { describeWithShared, readShared } from '../../shared.ts';

/** Point areas and facilities at metres east (and north) of one place, who walk straight. */
function shared(
  areas: readonly (readonly [persons: number, east: number, north?: number])[],
  facilities: readonly (readonly [supply: number, east: number, north?: number])[],
  limitM: number,
  decay: Decay,
): SharedCatchment {
  const plan = new PlanBuilder();
  for (const [i, [, east, north]] of areas.entries()) plan.area(nameOf(i), { geometry: pointAt(east, north) });
  const origins = runSteps(originsSteps([...plan.build().areas.values()], null));
  const places = new Map(facilities.map(([, east, north], j) => [nameOf(j), metresAway(east, north)]));
  const reach = runSteps(straightLineSteps(origins, places, limitM, 1));
  return runSteps(
    sharedCatchmentSteps({
      reach,
      rows: [...reach.rows.values()],
      supply: Float64Array.from(facilities, ([supply]) => supply),
      demand: Float64Array.from(areas, ([persons]) => persons),
      limitM,
      decay,
    }),
  );
}

function nameOf(i: number): string {
  return String(i).padStart(4, '0');
}

describe('three zones in a row, a kilometre apart, with beds at both ends', () => {
  // elders    200 (A) ------- 300 (B) ------- 500 (C)
  // beds       10 (f)                          20 (g)      limit 1 200 m: B reaches both, A and C one each
  const areas = [
    [200, 0],
    [300, 1000],
    [500, 2000],
  ] as const;
  const facilities = [
    [10, 0],
    [20, 2000],
  ] as const;

  it('shares as Luo & Wang do', () => {
    const { persons, ratio, areaAccess } = shared(areas, facilities, 1200, { kind: 'none' });
    // f: 10 ÷ (200 + 300) = 0.02     g: 20 ÷ (300 + 500) = 0.025
    expect([...persons]).toEqual([500, 800]);
    expect([...ratio]).toEqual([0.02, 0.025]);
    // A: 0.02     B: 0.02 + 0.025 = 0.045     C: 0.025     and 200 × 0.02 + 300 × 0.045 + 500 × 0.025 = 4 + 13.5 + 12.5 = 30
    expect(areaAccess[0]).toBeCloseTo(0.02, 12);
    expect(areaAccess[1]).toBeCloseTo(0.045, 12);
    expect(areaAccess[2]).toBeCloseTo(0.025, 12);
  });

  it('shares as Luo & Qi do, by three zones of 400 m', () => {
    const { persons, areaAccess } = shared(areas, facilities, 1200, equalZones(1200, LUO_QI_WEIGHTS.slow));
    // B is in the outermost zone of both, weight 0.22: f: 200 × 1 + 300 × 0.22 = 266     g: 500 × 1 + 300 × 0.22 = 566
    expect(persons[0]).toBeCloseTo(266, 9);
    expect(persons[1]).toBeCloseTo(566, 9);
    // A: 10 ÷ 266     B: 0.22 × (10 ÷ 266 + 20 ÷ 566)     C: 20 ÷ 566
    expect(areaAccess[0]).toBeCloseTo(0.037_593_985, 9);
    expect(areaAccess[1]).toBeCloseTo(0.016_044_528, 9);
    expect(areaAccess[2]).toBeCloseTo(0.035_335_689, 9);
  });

  it('shares by a bell curve that ends at the limit', () => {
    const { persons } = shared(areas, facilities, 2000, { kind: 'gaussian' });
    // At half the limit (e^-0.125 − e^-0.5) ÷ (1 − e^-0.5) = 0.275 966 ÷ 0.393 469 = 0.701 367: 200 + 300 × 0.701 367; C, at the limit, weighs nothing.
    expect(persons[0]).toBeCloseTo(410.41, 3);
  });

  it('counts the limit and the end of a zone in', () => {
    const near = shared([[100, 1000]], [[5, 0]], greatCircleMetres(metresAway(0), metresAway(1000)), { kind: 'none' });
    expect(near.areaAccess[0]).toBe(0.05);
    const zones = { kind: 'zones', zones: [{ upToM: 1000, weight: 0.5 }] } as const;
    expect(shared([[100, 1000]], [[5, 0]], 1500, zones).persons[0]).toBe(50);
    expect(shared([[100, 1001]], [[5, 0]], 1500, zones).persons[0]).toBe(0);
  });

  it('leaves out what is unknown: it is not nought', () => {
    const { ratio, areaAccess } = shared([...areas, [NaN, 100]], [...facilities, [NaN, 0]], 1200, { kind: 'none' });
    expect([...ratio]).toEqual([0.02, 0.025, NaN]);
    expect(areaAccess[0]).toBeCloseTo(0.02, 12);
    expect(areaAccess[3]).toBeNaN();
  });

  it('refuses a limit beyond what was measured, and zones that do not ascend', () => {
    const ask = (limitM: number, decay: Decay) => {
      const origins = runSteps(originsSteps([], null));
      const none = new Float64Array();
      const reach = { origins, limitM: 1000 };
      return () => runSteps(sharedCatchmentSteps({ reach, rows: [], supply: none, demand: none, limitM, decay }));
    };
    expect(ask(1001, { kind: 'none' })).toThrow(/up to the 1000 m of the reach, got 1001/);
    const zones = [500, 400].map((upToM) => ({ upToM, weight: 1 }));
    expect(ask(1000, { kind: 'zones', zones })).toThrow(/zone 1: expected ascending metres/);
  });
});

describeWithShared("doctors and dentists for Chicago's census tracts", 'data/access/chicago_metro_pop.csv', () => {
  const rowsOf = (file: string) =>
    readShared(`data/access/${file}`)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
  const people = rowsOf('chicago_metro_pop.csv');
  const offers = new Map(rowsOf('chicago_metro_docs_dentists.csv').map(([geoid, ...counts]) => [geoid, counts]));

  // The files give no places: the tracts stand in the order of their codes on a grid of 900 m × 1 100 m.
  const at = people.map((_, i) => [(i % 44) * 900, Math.floor(i / 44) * 1100] as const);
  const LIMIT_M = 3500;

  it.each([
    ['doctors', 0, { kind: 'none' }],
    ['doctors', 0, equalZones(LIMIT_M, LUO_QI_WEIGHTS.sharp)],
    ['dentists', 1, { kind: 'none' }],
    ['dentists', 1, { kind: 'gaussian' }],
  ] as const)('are all shared out: %s, %#', (_, column, decay) => {
    const areas = people.map(([, persons], i) => [persons!, ...at[i]!] as const);
    const facilities = people.map(([geoid], i) => [offers.get(geoid)![column]!, ...at[i]!] as const);
    const { areaAccess, ratio } = shared(areas, facilities, LIMIT_M, decay);
    const given = areas.reduce((sum, [persons], i) => sum + persons * areaAccess[i]!, 0);
    const offered = facilities.reduce((sum, [supply], j) => sum + (Number.isNaN(ratio[j]!) ? 0 : supply), 0);
    expect(offered).toBeGreaterThan(1000);
    expect(given / offered).toBeCloseTo(1, 12);

    const homes = areas.map(([persons], i) => ({
      persons,
      metres: at.map((there) => greatCircleMetres(metresAway(...at[i]!), metresAway(...there))),
    }));
    const naive = naiveCatchment(
      homes,
      facilities.map(([supply]) => supply),
      LIMIT_M,
      decay,
    );
    for (const [i, expected] of naive.entries()) expect(areaAccess[i]).toBeCloseTo(expected, 12);
  });
});
