import { describe, expect, it } from 'vitest';
import { ageBandHeaders, parseAgeBand } from '../../../src/core/import/age-band-header.ts';

describe('a header of an age band', () => {
  it.each([
    ['0-14岁', 0, 14],
    ['15－59岁', 15, 59],
    ['60~64岁人口', 60, 64],
    ['60至69周岁', 60, 69],
    ['60-69', 60, 69],
    ['70—79岁（人）', 70, 79],
    ['age_60_64', 60, 64],
    ['65岁及以上', 65, null],
    ['80岁及以上人口', 80, null],
    ['60岁以上人口数', 60, null],
    ['85+', 85, null],
    ['≥65岁', 65, null],
    ['65 and over', 65, null],
    ['14岁及以下', 0, 14],
    ['15岁以下', 0, 14],
    ['60岁', 60, 60],
  ])('%s', (header, from, to) => expect(parseAgeBand(header)).toEqual({ from, to }));

  it.each([
    '户数',
    '常住人口',
    '60',
    '2020-2021',
    '60-50岁',
    '1-3层',
    '150岁及以上',
    'elders_80',
    '60㎡以上',
    '60-90㎡',
    '',
  ])('is not %s', (header) => expect(parseAgeBand(header)).toBeNull());

  it('counts among others alone: one open band is a plain count of elders', () => {
    expect(ageBandHeaders(['id', '65岁及以上'])).toEqual([]);
    expect(ageBandHeaders(['id', '0-5岁', '6-12岁'])).toEqual([]);
    expect(ageBandHeaders(['60-64岁', 'id', '65岁及以上', '65+'])).toEqual([
      { at: 0, from: 60, to: 64 },
      { at: 2, from: 65, to: null },
    ]);
  });
});
