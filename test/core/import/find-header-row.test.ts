import { describe, expect, it } from 'vitest';
import { findHeaderRow } from '../../../src/core/import/find-header-row.ts';

describe('the header line', () => {
  it.each([
    [
      'is the first where it is the first',
      [
        ['编号', '名称', '户数'],
        ['A1', '甲', 3],
      ],
      0,
    ],
    ['comes after blank lines', [[], ['', null], ['id', 'name'], ['1', 'a']], 2],
    ['comes after a title of one cell', [['某区小区统计表'], [], ['编号', '名称', '户数'], ['A1', '甲', 3]], 2],
    [
      'comes after notes of several cells',
      [
        ['统计表'],
        ['填报单位：民政局', '', '', '日期：2024'],
        ['编号', '小区名称', '类别', '户数'],
        ['A1', '甲', '新建', 3],
      ],
      2,
    ],
    [
      'is the lower of two, where the upper only groups columns',
      [
        ['编号', '名称', '人口', ''],
        ['编号', '名称', '常住人口', '老年人口'],
        ['A1', '甲', 3, 1],
      ],
      1,
    ],
    ['is the first full one where no header is known', [['Report'], ['a', 'b', 'c'], ['p', 'q', 'r']], 1],
    [
      'is not a line of data that holds a known word',
      [
        ['foo', 'bar'],
        ['街道', 'p'],
        ['县', 'q'],
      ],
      0,
    ],
    ['of one column is the first', [['id'], ['A1']], 0],
    ['is none in a sheet of blanks', [[], ['', undefined]], -1],
  ])('%s', (_, lines, at) => {
    expect(findHeaderRow(lines)).toBe(at);
  });
});
