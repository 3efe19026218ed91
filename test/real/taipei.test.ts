import { describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { readTaipei, taipeiFolder } from './taipei.ts';

const folder = taipeiFolder(ROOT);

function sum(rows: readonly Record<string, string | number>[], column: string): number {
  return rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
}

describe.skipIf(!folder)(`Taipei${folder ? '' : ' (../shared/data is not there)'}`, () => {
  const tables = folder ? readTaipei(folder) : null;
  const villages = tables?.areas.features.map(({ properties }) => properties) ?? [];
  const facilities = tables?.facilities ?? [];

  it('has every village once, with the published totals', () => {
    expect(new Set(villages.map(({ id }) => id)).size).toBe(456);
    expect(sum(villages, 'residents')).toBe(2_490_869);
    expect(sum(villages, 'elders')).toBe(574_458);
    expect(sum(villages, 'households')).toBe(855_893);
  });

  it('matches the one damaged village name by what is left over', () => {
    expect(tables?.matchedByRule).toEqual([{ district: '萬華區', damaged: '糖?里', name: '糖廍里' }]);
    expect(villages.some(({ name }) => String(name).includes('?'))).toBe(false);
  });

  it('has the day-care centres without a floor area and the institutions with their beds', () => {
    expect(facilities.filter(({ type }) => type === 'day_care')).toHaveLength(14);
    expect(facilities.filter(({ type }) => type === 'institution')).toHaveLength(94);
    expect(facilities.some((row) => 'floor_area' in row)).toBe(false);
    expect(sum(facilities, 'beds')).toBe(5192);
    expect(facilities.every((row) => Number(row['nursing_beds'] ?? 0) <= Number(row['beds'] ?? 0))).toBe(true);
    expect(new Set(facilities.map(({ county }) => county)).size).toBe(12);
  });
});
