import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../../src/core/import/guess-mapping.ts';
import { ROW_NUMBERS } from '../../../src/core/import/mapping.ts';
import { parseCsv } from '../../../src/core/import/parse-csv.ts';
import { parseGeoJson } from '../../../src/core/import/parse-geojson.ts';
import { profileColumns } from '../../../src/core/import/profile-columns.ts';
import type { TableRole } from '../../../src/core/import/table.ts';
import { taipeiFolder } from '../../real/taipei.ts';
import { ROOT } from '../../sources.ts';

function guess(role: TableRole, text: string) {
  const { raw } = text.startsWith('{') ? parseGeoJson(text, {}) : parseCsv(text, undefined, {});
  const { hasGeometries } = raw!;
  return guessMapping(role, { profiles: profileColumns(raw!), hasGeometries, hasOwnIds: false });
}

describe('a guess', () => {
  it('is sure of names and known spellings, and only likely of what is like them', () => {
    const { mapping, likely } = guess('areas', '小区编号,楼盘,总户数（户）,65岁以上老人\n1,甲,100,9\n');
    expect(mapping.columns).toEqual({
      id: ['小区编号'],
      households: ['总户数（户）'],
      name: ['楼盘'],
      elders: ['65岁以上老人'],
    });
    expect(likely).toEqual(['name', 'elders']);
  });

  it('knows a closed list by its values, under any header, and translates words that are wider', () => {
    const { mapping } = guess('facilities', '代号,甲,乙\n1,日间照料中心,试运营\n2,养老院,筹建中停工\n3,养老院,正常\n');
    expect(mapping.columns).toMatchObject({ type: ['甲'] });
    const status = guess('facilities', 'id,类型,运营情况\n1,养老院,试运营\n2,养老院,歇业整顿\n').mapping;
    expect(status.values).toEqual({ status: { 试运营: 'open', 歇业整顿: 'suspended' } });
  });

  it('numbers rows where no column holds ids that tell them apart', () => {
    expect(guess('areas', '代码,名称\n7,甲\n7,乙\n').mapping.columns['id']).toEqual(['代码']);
    expect(guess('areas', '所属编码,名称\n7,甲\n7,乙\n').mapping.columns['id']).toEqual([ROW_NUMBERS]);
  });

  it('takes no half of a place', () => {
    expect(guess('areas', 'id,经度\na,1\n').mapping.columns).toEqual({ id: ['id'] });
  });
});

const folder = taipeiFolder(ROOT);
describe.skipIf(folder === null)('of Taipei’s own files (skipped where ../shared/data is absent)', () => {
  const read = (name: string): string => readFileSync(path.join(folder!, name), 'utf8').replace(/^\uFEFF/, '');

  it('finds ids, names, places, beds and ownership of its institutions', () => {
    const { mapping } = guess('facilities', read('elderly-institutions.csv'));
    expect(mapping.columns).toMatchObject({
      id: ['編號'],
      name: ['機構名稱'],
      county: ['區域別'],
      address: ['地址'],
      beds: ['核定床數-核定總床位數'],
      ownership: ['屬性'],
      lon: ['lon'],
      lat: ['lat'],
    });
    expect(mapping.values).toEqual({ ownership: { 私立: 'private', 公設民營: 'public_private', 公立: 'public' } });
  });

  it('finds ids, names and elders of its villages, and the households of the other file', () => {
    expect(guess('areas', read('villages-population-3bands.geojson')).mapping.columns).toMatchObject({
      id: ['V_ID'],
      name: ['VILLAGE'],
      elders: ['A65UP_CNT'],
    });
    expect(guess('areas', read('villages-tax-households.geojson')).mapping.columns).toMatchObject({
      name: ['VNAME'],
      county: ['TNAME'],
      households: ['納稅單位(戶)'],
    });
  });
});
