import { describe, expect, it } from 'vitest';
import { AREA_CHECKS, type AreaCheckId } from '../../src/core/checks/result.ts';
import { compareSides, judgedSide, toldRows } from '../builders/judged-sides.ts';
import { nantong, shippedStandard } from '../builders/standards.ts';
import { ROOT } from '../sources.ts';
import { taipeiFolder } from './taipei.ts';
import { readTaipeiPlan } from './taipei-plan.ts';

// Taipei by two documents, and before and after a day-care centre closes: what differs is counted again from the audits.

const folder = taipeiFolder(ROOT);

describe.skipIf(!folder)(`Taipei, compared${folder ? '' : ' (../shared/data is not there)'}`, () => {
  if (!folder) return;
  const plan = readTaipeiPlan(folder);
  const here = judgedSide(plan);
  const there = judgedSide(plan, '2026-01-01', shippedStandard('qingdao-2018'));
  const comparison = compareSides(here, there);
  const rows = toldRows(comparison);
  const of = (check: AreaCheckId) => rows.filter((row) => row.check === check);

  it('by two documents: every village is asked for less, by the ratio of their rates', () => {
    const [before, after] = [nantong, shippedStandard('qingdao-2018')].map(
      ({ standard }) => standard.rules.floor_area_rate_built![0]!.value,
    );
    const floor = of('floor_area');
    expect(floor).toHaveLength(456);
    for (const { required } of floor) expect(required[1]).toBeCloseTo((required[0] * after!) / before!, 9);
    const { floorGap } = comparison.totals;
    const known = floor.reduce((sum, { delta }) => sum + (Number.isNaN(delta) ? 0 : delta), 0);
    expect(known).toBeCloseTo(floorGap.delta, 6);
    expect(floorGap.leftOut).toBe(floor.filter(({ delta }) => Number.isNaN(delta)).length);
    expect(floorGap.left).toBeCloseTo(here.audit.result.summary.floor_gap_m2, 6);
  });

  it('finds a cause for each, and none that is left to several', () => {
    expect(rows.filter(({ causes }) => causes.length === 0)).toEqual([]);
    expect(rows.filter(({ causes }) => causes.some(({ code }) => code === 'several'))).toEqual([]);
  });

  it('names the centre that closed to all whom it covered alone, and to nobody else', () => {
    const [id] = [...plan.facilities.values()].filter(({ type }) => type === 'day_care').map((one) => one.id);
    const facilities = new Map(plan.facilities);
    facilities.set(id!, { ...facilities.get(id!)!, status: 'closed' });
    const closed = judgedSide({ ...plan, facilities });
    const lost = toldRows(compareSides(here, closed));
    const shares = [here, closed].map(({ audit }) => audit.columns.coveredShare);
    const fewer = here.audit.context.areas.filter((_, a) => shares[0]![a]! - shares[1]![a]! > 1e-6);
    expect(fewer.length).toBeGreaterThan(0);
    expect(lost.filter(({ check }) => check === 'walk_circle').map(({ area }) => area)).toEqual(
      fewer.map((area) => area.id),
    );
    for (const { causes } of lost) {
      expect(causes).toEqual([
        expect.objectContaining({ code: 'facility_stand', facility: id, left: 'open', right: 'closed' }),
      ]);
    }
  });

  it('differs in nothing from itself', () => {
    const again = compareSides(here, judgedSide(readTaipeiPlan(folder)));
    expect([again.rows.area.length, again.rules]).toEqual([0, []]);
    expect(AREA_CHECKS.some((check) => of(check).length > 0)).toBe(true);
  });
});
