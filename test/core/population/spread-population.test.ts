import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, inverse } from '../../../src/core/plan/edit.ts';
import type { Area, Plan } from '../../../src/core/plan/plan.ts';
import type { RefusedSpread, Spread, SpreadRequest } from '../../../src/core/population/spread.ts';
import { spreadPopulationSteps } from '../../../src/core/population/spread-population.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';

const BY_HOUSEHOLDS: SpreadRequest = { source: 'units', weight: 'households', overwrite: false, eldersByShare: false };
const FROM_GRID: SpreadRequest = { source: 'grid', overwrite: false };

function outcome(plan: Plan, request: Partial<SpreadRequest> = {}): Spread | RefusedSpread {
  return runSteps(spreadPopulationSteps(plan, { ...BY_HOUSEHOLDS, ...request } as SpreadRequest, null));
}

function spread(plan: Plan, request: Partial<SpreadRequest> = {}) {
  const done = outcome(plan, request);
  if ('refused' in done) throw new Error(`expected a spread, got ${done.refused}`);
  const after = applyChange(plan, done.change);
  return { ...done, after, elders: done.figures.find(({ figure }) => figure === 'elders')!, of: eldersOf(after) };
}

function eldersOf({ areas }: Plan): Record<string, number | undefined> {
  return Object.fromEntries([...areas.values()].map(({ id, elders }) => [id, elders]));
}

function town(): PlanBuilder {
  return new PlanBuilder()
    .unit('subdistrict', 'S', { elders: 100 })
    .area('A', { subdistrict: 'S', households: 300 })
    .area('B', { subdistrict: 'S', households: 100 });
}

describe('spreading the persons of a unit', () => {
  it('goes by households, and says of each figure what it comes from', () => {
    const { of, after, elders } = spread(town().build());
    expect(of).toEqual({ A: 75, B: 25 });
    expect(after.areas.get('A')?.estimated).toEqual({ elders: { from: 'units', unit: 'S', weight: 'households' } });
    expect(elders).toMatchObject({ areas: 2, persons: 100, kept: 0, overwritten: 0, unplaced: 0, skipped: [] });
  });

  it('goes by the floor area of dwellings, or by the polygons, where that is chosen', () => {
    const plan = new PlanBuilder()
      .unit('subdistrict', 'S', { elders: 100 })
      .area('A', { subdistrict: 'S', extra: { '住宅建筑面积(㎡)': '9,000' }, geometry: squareAt(0, 0, 100) })
      .area('B', { subdistrict: 'S', extra: { '住宅建筑面积(㎡)': '1000' }, geometry: squareAt(200, 0, 200) })
      .build();
    expect(spread(plan, { weight: 'floor_area' }).of).toEqual({ A: 90, B: 10 });
    expect(spread(plan, { weight: 'polygon' }).of).toEqual({ A: 20, B: 80 });
  });

  it('leaves what an area states as it is, and spreads the rest', () => {
    const plan = town().area('C', { subdistrict: 'S', households: 1, elders: 40 }).build();
    const { of, after, elders } = spread(plan);
    expect(of).toEqual({ A: 45, B: 15, C: 40 });
    expect(after.areas.get('C')).toBe(plan.areas.get('C'));
    expect(elders.kept).toBe(1);
  });

  it('puts a stated figure aside only where that is chosen, and undo brings it back', () => {
    const plan = town().area('C', { subdistrict: 'S', households: 600, elders: 1 }).build();
    const { of, elders, change, after } = spread(plan, { overwrite: true });
    expect(of).toEqual({ A: 30, B: 10, C: 60 });
    expect(elders.overwritten).toBe(1);
    expect(applyChange(after, inverse(change))).toEqual(plan);
  });

  it('takes an earlier estimate for none: another weight gives another figure', () => {
    const plan = town()
      .area('A', { subdistrict: 'S', households: 300, geometry: squareAt(0, 0, 100) })
      .area('B', { subdistrict: 'S', households: 100, geometry: squareAt(200, 0, 100) })
      .build();
    const { after } = spread(plan);
    expect(spread(after, { weight: 'polygon' }).of).toEqual({ A: 50, B: 50 });
    expect(outcome(after)).toMatchObject({ refused: 'nothing_to_spread' });
  });

  it('takes the lowest unit that has a figure, and counts nobody twice', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X', { elders: 1000 })
      .unit('subdistrict', 'X/S')
      .unit('community', 'X/S/K', { elders: 300 })
      .unit('community', 'X/S/L')
      .area('A', { community: 'K', households: 10 })
      .area('B', { community: 'L', households: 10 })
      .area('C', { county: 'X', households: 10, elders: 100 })
      .build();
    const { of, after } = spread(plan);
    expect(of).toEqual({ A: 300, B: 600, C: 100 });
    expect(after.areas.get('B')?.estimated).toEqual({ elders: { from: 'units', unit: 'X', weight: 'households' } });
  });

  it('says why a unit gave nothing', () => {
    const plan = new PlanBuilder()
      .unit('subdistrict', 'empty', { elders: 5 })
      .unit('subdistrict', 'full', { elders: 12 })
      .unit('subdistrict', 'over', { elders: 10 })
      .unit('subdistrict', 'weightless', { elders: 7 })
      .unit('subdistrict', 'good', { elders: 8 })
      .area('F', { subdistrict: 'full', elders: 9 })
      .area('O', { subdistrict: 'over', elders: 11 })
      .area('P', { subdistrict: 'over', households: 5 })
      .area('W', { subdistrict: 'weightless' })
      .area('V', { subdistrict: 'weightless', households: 0 })
      .area('G', { subdistrict: 'good', households: 1 })
      .area('H', { subdistrict: 'good' })
      .area('N')
      .build();
    const { elders, of } = spread(plan);
    expect(elders.skipped).toEqual([
      { unit: 'empty', reason: 'no_areas', persons: 5 },
      { unit: 'full', reason: 'all_stated', persons: 3 },
      { unit: 'over', reason: 'exceeded', persons: -1 },
      { unit: 'weightless', reason: 'no_weight', persons: 7 },
    ]);
    expect(elders.unplaced).toBe(15);
    expect(elders.without).toEqual({ no_unit: 1, no_weight: 3, unit_skipped: 1 });
    expect(of).toEqual({ F: 9, O: 11, P: undefined, W: undefined, V: undefined, G: 8, H: undefined, N: undefined });
  });

  it('gives elders by the unit’s own share where an area states its residents alone, if that is chosen', () => {
    const plan = new PlanBuilder()
      .unit('subdistrict', 'S', { residents: 1000, elders: 200 })
      .area('A', { subdistrict: 'S', residents: 400, households: 10 })
      .area('B', { subdistrict: 'S', households: 10 })
      .area('C', { subdistrict: 'S', households: 30 });
    const { of, after } = spread(plan.build(), { eldersByShare: true });
    expect(of).toEqual({ A: 80, B: 30, C: 90 });
    expect(after.areas.get('A')?.estimated).toEqual({ elders: { from: 'share', unit: 'S' } });
    expect(after.areas.get('B')?.residents).toBe(150);
    const more = plan.area('A', { subdistrict: 'S', residents: 1100, households: 10 }).build();
    const skipped = { figure: 'elders', skipped: [{ unit: 'S', reason: 'exceeded', persons: -20 }] };
    expect(outcome(more, { eldersByShare: true }).figures[1]).toMatchObject(skipped);
  });

  it('tells how many areas would have more elders than residents', () => {
    const plan = town().area('A', { subdistrict: 'S', households: 300, residents: 50 }).build();
    expect(spread(plan).eldersAboveResidents).toBe(1);
  });

  it('conserves every unit’s count to the person, whatever the plan', () => {
    const figure = fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined });
    const row = fc.record({ unit: fc.integer({ min: 0, max: 3 }), households: figure, elders: figure });
    const rows = fc.array(row, { minLength: 1, maxLength: 25 });
    const counts = fc.array(fc.option(fc.integer({ min: 0, max: 9000 }), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(rows, counts, fc.boolean(), (areas, elders, overwrite) => {
        const builder = new PlanBuilder();
        for (const [u, count] of elders.entries())
          builder.unit('community', `K${u}`, count === undefined ? {} : { elders: count });
        for (const [a, { unit, households, elders: stated }] of areas.entries()) {
          builder.area(`A${a}`, {
            community: `K${unit}`,
            ...(households === undefined ? {} : { households }),
            ...(stated === undefined ? {} : { elders: stated }),
          });
        }
        const plan = builder.build();
        const done = outcome(plan, { overwrite });
        if ('refused' in done) return;
        const after = [...applyChange(plan, done.change).areas.values()];
        const skipped = new Set(done.figures[0]!.skipped.map(({ unit }) => unit));
        for (const [u, count] of elders.entries()) {
          const inside = after.filter(({ community }) => community === `K${u}`);
          if (count === undefined || skipped.has(`K${u}`) || !inside.some(({ estimated }) => estimated)) continue;
          expect(inside.reduce((sum, { elders: one = 0 }) => sum + one, 0)).toBe(count);
        }
        if (!overwrite) {
          for (const area of after) {
            const before = plan.areas.get(area.id)!;
            if (before.elders !== undefined) expect(area).toBe(before);
          }
        }
      }),
    );
  });
});

describe('spreading a population grid', () => {
  const grid = () =>
    new PlanBuilder()
      .area('A', { geometry: squareAt(0, 0, 100) })
      .area('B', { geometry: squareAt(100, 0, 100) })
      .area('C', { geometry: squareAt(1000, 0, 100), elders: 9 })
      .area('D', { geometry: squareAt(2000, 0, 100) })
      .area('P', { geometry: pointAt(50, 50) })
      .cells([20, 20, 1.6], [80, 80, 1.7], [150, 50, 2.2], [500, 500, 4], [1050, 50, 30], [50, 20, NaN]);

  it('gives each area its cells in whole persons, and tells who is outside all of them', () => {
    const { of, elders, after } = spread(grid().build(), FROM_GRID);
    expect(of['A']! + of['B']!).toBeCloseTo(5.5, 9);
    expect(of).toMatchObject({ C: 9, D: undefined, P: undefined });
    expect(Math.abs(of['A']! - 3.3)).toBeLessThan(1);
    expect(after.areas.get('B')?.estimated).toEqual({ elders: { from: 'grid' } });
    expect(elders).toMatchObject({
      areas: 2,
      unplaced: 4,
      kept: 1,
      without: { no_cell: 1, no_polygon: 1 },
      cells: { outside: 1, inKept: 30, shared: 0, unknown: 1 },
    });
  });

  it('counts a cell in several polygons once: in the first by id', () => {
    const plan = new PlanBuilder()
      .area('B', { geometry: squareAt(0, 0, 100) })
      .area('A', { geometry: squareAt(0, 0, 100) })
      .cells([50, 50, 3])
      .build();
    const { of, elders } = spread(plan, FROM_GRID);
    expect(of).toEqual({ A: 3, B: undefined });
    expect(elders.cells).toMatchObject({ shared: 1 });
  });

  it('leaves estimates of a figure that the grid does not state', () => {
    const plan = grid()
      .area('A', {
        geometry: squareAt(0, 0, 100),
        residents: 5,
        estimated: { residents: { from: 'share', unit: 'S' } },
      })
      .build();
    expect(spread(plan, FROM_GRID).after.areas.get('A')).toMatchObject({
      residents: 5,
      estimated: { residents: { from: 'share', unit: 'S' }, elders: { from: 'grid' } },
    });
  });
});

describe('a spread that cannot be', () => {
  it.each([
    ['no_areas', new PlanBuilder(), BY_HOUSEHOLDS],
    ['no_unit_figures', new PlanBuilder().unit('county', 'X').area('A', { county: 'X', households: 1 }), BY_HOUSEHOLDS],
    ['no_grid', new PlanBuilder().area('A'), FROM_GRID],
    ['no_grid', new PlanBuilder().area('A', { geometry: squareAt(0, 0, 9) }).cells([1, 1, NaN]), FROM_GRID],
    ['nothing_to_spread', new PlanBuilder().unit('county', 'X', { elders: 1 }).area('A', { elders: 2 }), BY_HOUSEHOLDS],
  ] as const)('says why: %s', (refused, builder, request) => {
    expect(outcome(builder.build(), request)).toMatchObject({ refused });
  });
});

describe('the flag on an estimated figure', () => {
  it('survives the plan’s way to the worker and to a file', () => {
    const { after } = spread(town().build());
    const areas: Area[] = [...after.areas.values()];
    expect(structuredClone(areas)).toEqual(areas);
    expect(JSON.parse(JSON.stringify(areas))).toEqual(areas);
  });
});
