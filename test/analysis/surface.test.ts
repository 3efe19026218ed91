import { describe, expect, it } from 'vitest';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import type { Surface, SurfaceRequest } from '../../src/analysis/surface.ts';
import type { Change } from '../../src/core/plan/edit.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { PlanBuilder, pointAt, squareAt } from '../builders/plan-builder.ts';
import { nantong } from '../builders/standards.ts';

const town = new PlanBuilder()
  .area('hectare', { elders: 40, elders80: 10, geometry: squareAt(0, 0, 100) })
  .area('nobody', { elders: 0, elders80: 0, geometry: squareAt(1000, 0, 100) })
  .area('blank', { geometry: squareAt(0, 1000, 100) })
  .area('point', { elders: 8, elders80: 4, geometry: pointAt(2000, 2000) })
  .facility('home', { type: 'institution', beds: 20, geometry: pointAt(50, 50) });

function lay(plan: Plan, request: Partial<SurfaceRequest>): { surface: Surface; values: (number | null)[] } {
  const engine = new AnalysisEngine('test');
  const change: Change = [
    ...[...plan.areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...plan.facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
    { table: 'population', from: null, to: plan.population },
  ];
  engine.patch({ base: 0, version: 1, change, last: true });
  runSteps(engine.auditSteps({ planVersion: 1, standard: nantong, asOf: '2026-01-01', inputs: [], inputIssues: [] }));
  const whole: SurfaceRequest = {
    of: { kind: 'elder_density' },
    cells: 'areas',
    cellM: 250,
    classes: 'quantile',
    ...request,
  };
  const surface = runSteps(engine.surfaceSteps(whole))!;
  const { features } = JSON.parse(new TextDecoder().decode(surface.bytes)) as {
    features: { properties: { value: number | null } }[];
  };
  return { surface, values: features.map(({ properties }) => properties.value) };
}

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
const HECTARES = ((Math.sqrt(3) / 2) * 250 * 250) / 10_000;

describe('elders laid over the ground', () => {
  it('are persons per hectare of the area; unknown is not nobody', () => {
    const { surface, values } = lay(town.build(), {});
    expect(values.map((value) => value && Math.round(value))).toEqual([null, 40, 0]);
    expect(surface.classes).toMatchObject({ least: 0, unknown: 1 });
    expect(surface.from).toBe('areas');
  });

  it.each(['hexagon', 'grid'] as const)('keep their number in cells of a %s', (cells) => {
    const hectares = cells === 'hexagon' ? HECTARES : 6.25;
    expect(sum(lay(town.build(), { cells }).values) * hectares).toBeCloseTo(48, 6);
  });

  it('come from the population grid where there is one, cells outside every area included', () => {
    const plan = new PlanBuilder()
      .area('A', { elders: 40, geometry: squareAt(0, 0, 100) })
      .cells([50, 50, 30], [4000, 0, 7])
      .build();
    const { surface, values } = lay(plan, { cells: 'hexagon' });
    expect(surface.from).toBe('population');
    expect(sum(values) * HECTARES).toBeCloseTo(37, 6);
  });
});

describe('the share of the oldest', () => {
  it('is Σ 80+ over Σ elders, and of nobody there is none', () => {
    expect(lay(town.build(), { of: { kind: 'oldest_share' } }).values).toEqual([null, 0.25, null]);
    const cells = lay(town.build(), { of: { kind: 'oldest_share' }, cells: 'grid', cellM: 1000 }).values;
    expect(cells.filter((value) => value !== null).every((value) => value === 0.25 || value === 0.5)).toBe(true);
  });
});

describe('accessibility', () => {
  it('is beds for 1 000 who share them, with the sums behind it', () => {
    const question = { supply: 'beds', demand: 'elders', decay: 'none', minutes: null } as const;
    const { surface, values } = lay(town.build(), { of: { kind: 'access', question } });
    // 20 beds are shared by the 40 elders of the one area that walks there: 500 for 1 000.
    expect(values).toEqual([null, 500, 0]);
    expect(surface.access).toMatchObject({ supply: 20, supplyShared: 20, demandUnserved: 8, areasLeftOut: 1 });
  });
});
