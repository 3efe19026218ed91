import { describe, expect, it } from 'vitest';
import { areaColumns, liesInUnit } from '../../src/state/area-columns.ts';
import { PlanBuilder } from '../builders/plan-builder.ts';

describe('columns of areas', () => {
  it('keeps the unknown unknown', () => {
    const { areas } = new PlanBuilder()
      .area('A', { name: '甲', households: 0, county: '崇川区', subdistrict: '东街道', community: '一社区' })
      .area('B')
      .build();
    const columns = areaColumns(areas, ['A', 'B', 'gone']);
    expect(columns.name).toEqual(['甲', 'B', 'gone']);
    expect(columns.unit).toEqual(['东街道 / 一社区', '', '']);
    expect(columns.path).toEqual(['崇川区/东街道/一社区', '', '']);
    expect([...columns.households]).toEqual([0, NaN, NaN]);
  });
});

describe('lying in a unit', () => {
  it.each([
    ['市/区/东街道/一社区', '市/区', true],
    ['市/区/东街道/一社区', '市/区/东街道/一社区', true],
    ['东街道/一社区', '市/区/东街道', true],
    ['东街道', '市/区/东街道', true],
    ['市/区/东街道', '市/区/东街道/一社区', false],
    ['甲县/城关镇', '乙县/城关镇', false],
    ['甲县/城关镇', '城关', false],
    ['', '市', false],
  ])('%s in %s: %s', (path, unit, expected) => {
    expect(liesInUnit(path, unit)).toBe(expected);
  });
});
