import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS, type AreaResult, type Check } from '../../src/core/checks/result.ts';
import { AREA_CLASSES, type Plan } from '../../src/core/plan/plan.ts';
import { areaColumns } from '../../src/state/area-columns.ts';
import { filterRows } from '../../src/state/gap-rows.ts';
import { checkOfUnit, growUnitForest } from '../../src/state/unit-forest.ts';
import { NO_FILTER } from '../../src/state/workspace-state.ts';
import { auditPlan } from '../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../builders/plan-builder.ts';
import { randomPlan } from '../builders/random-plan.ts';
import { rollUpPlan } from '../builders/rolled-up.ts';

const RUNS = { numRuns: 80 };
/** Each run audits a plan twice. */
const TIMEOUT_MS = 30_000;

function floorOf({ checks }: AreaResult): Check {
  return checks.find(({ check }) => check === 'floor_area')!;
}

/** What an area lacks, its pool's gap split by own need: from the full result, not from the columns under test. */
function gapPartOf(area: AreaResult, areas: readonly AreaResult[], plan: Plan): number | null {
  const check = floorOf(area);
  if (check.gap === null || !check.reasons.includes('in_pool')) return check.gap;
  const { pool } = plan.areas.get(area.id)!;
  const members = areas.filter(
    (one) => plan.areas.get(one.id)!.pool === pool && floorOf(one).reasons.includes('in_pool'),
  );
  const whole = members.reduce((sum, one) => sum + (floorOf(one).own_required ?? 0), 0);
  return whole === 0 ? 0 : (check.gap * (check.own_required ?? 0)) / whole;
}

describe("a unit's row", () => {
  it(
    'says what the rows of the gap list under it add up to',
    () => {
      fc.assert(
        fc.property(randomPlan, (plan) => {
          const { digest, forest } = rollUpPlan(plan);
          const columns = areaColumns(plan.areas, digest.areaIds);
          const { areas } = auditPlan(plan);
          for (const { unit, space, eldersUncovered, areas: count } of forest.rows) {
            const rows = [...filterRows(digest, columns, { ...NO_FILTER, verdicts: VERDICTS, unit: unit.path })];
            const listed = rows.map((a) => areas[a]!);
            expect(listed.length).toBe(count);
            for (const verdict of VERDICTS) {
              const shown = listed.filter((area) => area.verdict === verdict).length;
              expect(unit.areas_by_verdict[verdict] ?? 0).toBe(shown);
            }
            const known = listed.flatMap(({ elders_uncovered: outside }) => outside ?? []);
            expect(eldersUncovered.unknownAreas).toBe(listed.length - known.length);
            expect(eldersUncovered.known ?? 0).toBeCloseTo(
              known.reduce((sum, one) => sum + one, 0),
              6,
            );
            const gaps = listed.flatMap((area) => gapPartOf(area, areas, plan) ?? []);
            expect(space.floorGapM2 === null).toBe(gaps.length === 0);
            expect(space.floorGapM2 ?? 0).toBeCloseTo(
              gaps.reduce((sum, one) => sum + one, 0),
              6,
            );
            expect(space.floorGapUndecided).toBe(listed.filter((area) => floorOf(area).verdict === 'no_data').length);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'keeps the classes apart, and they add up to its sums',
    () => {
      fc.assert(
        fc.property(randomPlan, (plan) => {
          for (const { unit, space } of rollUpPlan(plan).forest.rows) {
            const check = checkOfUnit(unit, 'floor_area')!;
            const classes = AREA_CLASSES.map((name) => space.byClass[name]);
            const counted = classes.reduce((sum, one) => sum + (one.counted ?? 0), 0);
            expect(check.counted ?? 0).toBeCloseTo(counted, 6);
            if (check.required !== null) {
              const required = classes.reduce((sum, one) => sum + (one.required ?? 0), 0);
              expect(check.required).toBeCloseTo(required, 6);
            }
            const leftOut = classes.reduce((sum, one) => sum + one.leftOut, 0);
            expect(leftOut).toBe(check.left_out?.length ?? 0);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'adds up to the gap of the whole, each pool once, even one that lies in two counties',
    () => {
      fc.assert(
        fc.property(randomPlan, (plan) => {
          const areas = new Map([...plan.areas].map(([id, area]) => [id, { ...area, county: area.county ?? 'X' }]));
          const { digest, forest } = rollUpPlan({ ...plan, areas });
          const gaps = forest.rows.map(({ unit, space }) => (unit.level === 'county' ? (space.floorGapM2 ?? 0) : 0));
          const sum = gaps.reduce((total, one) => total + one, 0);
          expect(sum).toBeCloseTo(digest.summary.floor_gap_m2, 6);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});

describe('the tree', () => {
  it('hangs units on those that they lie in, and counts the tiers below', () => {
    const plan = new PlanBuilder()
      .area('A', { county: 'X', subdistrict: 'S', community: 'K', households: 100, geometry: pointAt(0) })
      .area('B', { county: 'X', subdistrict: 'S', community: 'L', households: 100, geometry: pointAt(5000) })
      .area('C', { county: 'X', subdistrict: 'T', community: 'M', households: 100, geometry: pointAt(9000) })
      .facility('f', { floorAreaM2: 60, geometry: pointAt(0), community: 'K', subdistrict: 'S', county: 'X' })
      .facility('c', { type: 'centre', geometry: pointAt(0), subdistrict: 'S', county: 'X' })
      .build();
    const { forest } = rollUpPlan(plan);
    expect(forest.levels).toEqual(['county', 'subdistrict', 'community']);
    expect(forest.roots.map(({ unit }) => unit.path)).toEqual(['X']);
    expect(forest.byPath.get('X/S')!.children.map(({ unit }) => unit.name)).toEqual(['K', 'L']);
    expect(forest.byPath.get('X/S/K')!.depth).toBe(2);
    expect(forest.byPath.get('X')!.tiersBelow).toEqual([
      { check: 'subdistrict_centre', met: 1, asked: 2 },
      { check: 'community_station', met: 1, asked: 3 },
    ]);
  });

  it('places areas by where they lie, and the list counts them as the tree does', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X', { geometry: squareAt(0, 0, 2000) })
      .area('A', { households: 100, geometry: pointAt(500, 500) })
      .area('B', { households: 100, geometry: pointAt(9000, 500) })
      .build();
    const { digest, forest } = rollUpPlan(plan);
    const columns = areaColumns(plan.areas, digest.areaIds);
    const rows = filterRows(digest, columns, { ...NO_FILTER, verdicts: VERDICTS, unit: 'X' });
    expect([...rows].map((a) => digest.areaIds[a])).toEqual(['A']);
    expect(forest.byPath.get('X')!.areas).toBe(1);
  });

  it('shows a unit that no area lies in, under the unit that its path names', () => {
    const plan = new PlanBuilder()
      .unit('county', 'X')
      .unit('community', 'X/K')
      .unit('community', 'X/L')
      .area('A', { county: 'X', community: 'K' })
      .build();
    const { forest, digest } = rollUpPlan(plan);
    const empty = forest.byPath.get('X/L')!;
    expect(empty).toMatchObject({ areas: 0, parent: forest.byPath.get('X') });
    expect(empty.unit.areas_by_verdict).toEqual({});
    expect(digest.issues).toContainEqual(
      expect.objectContaining({ code: 'unit_without_areas', where: { input: 'units', id: 'X/L' } }),
    );
  });

  it('is not grown from a roll-up of another plan', () => {
    const { digest, rollUp } = rollUpPlan(new PlanBuilder().area('A', { county: 'X' }).build());
    expect(growUnitForest({ ...rollUp, planVersion: 2 }, digest)).toBeNull();
  });
});
