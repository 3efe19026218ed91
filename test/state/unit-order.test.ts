import { describe, expect, it } from 'vitest';
import { allExpanded, expandedTo, firstExpanded, unitsInSight } from '../../src/state/unit-order.ts';
import type { UnitSort } from '../../src/state/workspace-state.ts';
import { PlanBuilder, pointAt } from '../builders/plan-builder.ts';
import { rollUpPlan } from '../builders/rolled-up.ts';

const NOTHING: ReadonlySet<string> = new Set();
const BY_NAME: UnitSort = { column: 'name', descending: false };

function forest() {
  const plan = new PlanBuilder()
    .area('A', { county: '甲区', subdistrict: '10街道', households: 1000, elders: 30, geometry: pointAt(0) })
    .area('B', { county: '甲区', subdistrict: '2街道', households: 3000, elders: 50, geometry: pointAt(9000) })
    .area('C', { county: '甲区', subdistrict: '3街道', geometry: pointAt(20_000) })
    .area('D', { county: '乙区', subdistrict: '1街道', households: 100, elders: 10, geometry: pointAt(40_000) })
    .build();
  return rollUpPlan(plan).forest;
}

function names(expanded: ReadonlySet<string>, level: Parameters<typeof unitsInSight>[2], sort: UnitSort): string[] {
  return unitsInSight(forest(), expanded, level, sort, 'zh-CN').map(({ unit }) => unit.name);
}

describe('units in sight', () => {
  it('are the roots alone while nothing is open, then children below their parents', () => {
    expect(names(NOTHING, null, BY_NAME)).toEqual(['甲区', '乙区']);
    expect(names(new Set(['county:甲区']), null, BY_NAME)).toEqual(['甲区', '2街道', '3街道', '10街道', '乙区']);
  });

  it('are sorted among siblings, unknown last whichever way', () => {
    const open = allExpanded(forest());
    const largest = names(open, null, { column: 'floorGap', descending: true });
    expect(largest).toEqual(['甲区', '2街道', '10街道', '3街道', '乙区', '1街道']);
    const least = names(open, null, { column: 'floorGap', descending: false });
    expect(least).toEqual(['乙区', '1街道', '甲区', '10街道', '2街道', '3街道']);
  });

  it('of one level are sorted over the whole plan', () => {
    expect(names(NOTHING, 'subdistrict', { column: 'uncovered', descending: true })).toEqual([
      '2街道',
      '10街道',
      '1街道',
      '3街道',
    ]);
  });
});

describe('what is open', () => {
  it('at first is as much as fits, the first level always', () => {
    expect(firstExpanded(forest())).toEqual(new Set(['county:甲区', 'county:乙区']));
    const builder = new PlanBuilder();
    for (let i = 0; i < 300; i++) builder.area(`A${i}`, { county: 'X', subdistrict: `S${i % 20}`, community: `K${i}` });
    expect(firstExpanded(rollUpPlan(builder.build()).forest)).toEqual(new Set(['county:X']));
  });

  it('grows so that a unit comes into sight, and stays the same where it is', () => {
    const grown = forest();
    const row = grown.byPath.get('甲区/2街道')!;
    const open = expandedTo(NOTHING, row);
    expect(open).toEqual(new Set(['county:甲区']));
    expect(expandedTo(open, row)).toBe(open);
  });
});
