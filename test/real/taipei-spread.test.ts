import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/core/plan/edit.ts';
import type { Area, Plan, SpreadWeight, Unit } from '../../src/core/plan/plan.ts';
import { spreadPopulationSteps } from '../../src/core/population/spread-population.ts';
import { runSteps } from '../../src/core/progress.ts';
import { ROOT } from '../sources.ts';
import { readTaipeiPlan } from './taipei-plan.ts';
import { taipeiFolder } from './taipei.ts';

// The villages' elders are taken away, their districts given the sums, and the sums spread to the villages again: districts
// must come out to the person, and how far each village is off says what such an estimate is worth.

const folder = taipeiFolder(ROOT);
const CITY = '臺北市';

describe.skipIf(!folder)(`Taipei, its elders spread${folder ? '' : ' (../shared/data is not there)'}`, () => {
  if (!folder) return;
  const truth = readTaipeiPlan(folder);
  const unknown = withoutElders(truth);

  it.each<[SpreadWeight, number]>([
    ['households', 0.15],
    ['polygon', 0.8],
  ])('by %s: every district to the person, half the villages within %d', (weight, bound) => {
    const after = spread(unknown, weight);
    for (const [path, sum] of districtSums(truth)) expect(districtSums(after).get(path)).toBe(sum);
    const errors = [...after.areas.values()].map(({ id, elders }) => {
      const counted = truth.areas.get(id)!.elders!;
      return Math.abs(elders! - counted) / counted;
    });
    const median = errors.toSorted((a, b) => a - b)[errors.length >> 1]!;
    console.info(`Taipei by ${weight}: median relative error of ${errors.length} villages ${median.toFixed(3)}`);
    expect(median).toBeLessThan(bound);
  });
});

function spread(plan: Plan, weight: SpreadWeight): Plan {
  const request = { source: 'units', weight, overwrite: false, eldersByShare: false } as const;
  const outcome = runSteps(spreadPopulationSteps(plan, request, null));
  if ('refused' in outcome) throw new Error(`expected a spread, got ${outcome.refused}`);
  expect(outcome.figures).toMatchObject([{ areas: 456, persons: 574_458, unplaced: 0, skipped: [], without: {} }]);
  return applyChange(plan, outcome.change);
}

function districtSums({ areas }: Plan): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { county, elders } of areas.values()) {
    const path = `${CITY}/${county}`;
    sums.set(path, (sums.get(path) ?? 0) + (elders ?? NaN));
  }
  return sums;
}

function withoutElders(plan: Plan): Plan {
  const areas = [...plan.areas.values()].map((area): [string, Area] => {
    const blind = { ...area };
    delete (blind as { elders?: number }).elders;
    return [area.id, blind];
  });
  const units = [...districtSums(plan)].map(([path, elders]): [string, Unit] => [
    path,
    { path, level: 'county', name: path.slice(CITY.length + 1), elders },
  ]);
  return { ...plan, areas: new Map(areas), units: new Map(units) };
}
