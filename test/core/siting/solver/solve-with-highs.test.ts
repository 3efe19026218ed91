import { beforeAll, describe, expect, it } from 'vitest';
import type { Highs } from 'highs';
import fc from 'fast-check';
import { LinearModelBuilder } from '../../../../src/core/siting/solver/linear-model.ts';
import { stoppedSolution, type Improvement } from '../../../../src/core/siting/solver/solution.ts';
import { solveWithHighs } from '../../../../src/core/siting/solver/solve-with-highs.ts';
import { openHighs } from '../../../builders/solver.ts';

const LIMIT = { timeLimitS: 30 };
let highs: Highs;

beforeAll(async () => {
  highs = await openHighs();
});

function knapsack(weights: readonly number[], values: readonly number[], room: number) {
  const builder = new LinearModelBuilder();
  const columns = values.map((value) => builder.binary(value));
  builder.row(
    -Infinity,
    columns.map((column, i) => [column, weights[i]!] as const),
    room,
  );
  return builder.build('maximise');
}

describe('solving with HiGHS', () => {
  it('finds what trying everything finds, and proves it', () => {
    const item = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 90 }), (items, room) => {
        const weights = items.map(([weight]) => weight);
        const values = items.map(([, value]) => value);
        let best = 0;
        for (let mask = 0; mask < 1 << items.length; mask++) {
          const taken = items.map((_, i) => (mask >> i) & 1);
          const weight = taken.reduce((sum, on, i) => sum + on * weights[i]!, 0);
          if (weight <= room)
            best = Math.max(
              best,
              taken.reduce((sum, on, i) => sum + on * values[i]!, 0),
            );
        }
        const solution = solveWithHighs(highs, knapsack(weights, values, room), LIMIT);
        expect(solution.status).toBe('optimal');
        expect(solution.objective).toBeCloseTo(best, 6);
        expect(solution.bound).toBeCloseTo(best, 6);
        expect(solution.gap).toBeCloseTo(0, 9);
        expect([...solution.values!].every((value) => value === 0 || value === 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('solves a model without whole numbers', () => {
    const builder = new LinearModelBuilder();
    const x = builder.column(-1, 0, Infinity, false);
    const y = builder.column(-1, 0, Infinity, false);
    builder.row(
      -Infinity,
      [
        [x, 2],
        [y, 1],
      ],
      4,
    );
    builder.row(
      -Infinity,
      [
        [x, 1],
        [y, 2],
      ],
      4,
    );
    const { status, objective, bound, values } = solveWithHighs(highs, builder.build('minimise'), LIMIT);
    expect(status).toBe('optimal');
    expect(objective).toBeCloseTo(-8 / 3, 6);
    expect(bound).toBeCloseTo(-8 / 3, 6);
    expect(values![0]).toBeCloseTo(4 / 3, 6);
  });

  it('says where there is no solution, and where there is no end', () => {
    const none = new LinearModelBuilder();
    none.row(2, [[none.binary(1), 1]], 3);
    expect(solveWithHighs(highs, none.build('minimise'), LIMIT)).toMatchObject({ status: 'infeasible', values: null });
    const endless = new LinearModelBuilder();
    endless.column(1, 0, Infinity, false);
    expect(solveWithHighs(highs, endless.build('maximise'), LIMIT)).toMatchObject({ status: 'unbounded', gap: null });
  });

  it('without time to search gives what it began from, and does not call it optimal', () => {
    const weights = Array.from({ length: 60 }, (_, i) => 1000 + ((i * 7919) % 997));
    const values = weights.map((weight, i) => weight + ((i * 104729) % 13));
    const model = knapsack(weights, values, 21_000);
    const start = Float64Array.from(weights, (_, i) => Number(i < 10));
    const begun = start.reduce((sum, on, i) => sum + on * values[i]!, 0);
    const { status, objective, bound } = solveWithHighs(highs, model, { start, timeLimitS: 0 });
    expect(status).toBe('feasible');
    expect(objective!).toBeGreaterThanOrEqual(begun - 1e-6);
    expect(bound === null || bound >= objective!).toBe(true);
  });

  it('tells of better solutions on the way, each better than the one before', () => {
    const weights = Array.from({ length: 40 }, (_, i) => 100 + ((i * 7919) % 97));
    const values = weights.map((weight, i) => weight + ((i * 104729) % 31));
    const found: Improvement[] = [];
    const start = new Float64Array(40);
    const model = knapsack(weights, values, 1000);
    const solution = solveWithHighs(highs, model, { ...LIMIT, start }, { onImproved: (one) => found.push(one) });
    expect(found.length).toBeGreaterThan(0);
    for (const [i, { objective }] of found.entries()) {
      if (i > 0) expect(objective).toBeGreaterThanOrEqual(found[i - 1]!.objective);
    }
    expect(found.at(-1)!.objective).toBeCloseTo(solution.objective!, 6);
  });
});

describe('a search that was stopped', () => {
  it('leaves the best it had, which nothing proves', () => {
    const model = knapsack([1, 2], [3, 5], 3);
    expect(stoppedSolution(model, Float64Array.of(1, 0), 8)).toEqual({
      status: 'feasible',
      objective: 3,
      bound: 8,
      gap: 5 / 3,
      values: Float64Array.of(1, 0),
    });
    expect(stoppedSolution(model, undefined, null).status).toBe('none');
  });
});
