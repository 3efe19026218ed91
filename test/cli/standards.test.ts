import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

const fixture = (name: string): string => readFileSync(path.join(ROOT, 'test/fixtures/bad/standards', name), 'utf8');
const folder = folderWith({
  'good.json': fixture('good.json'),
  'bad.json': fixture('periods-overlap.json'),
});

describe('yiquan standards', () => {
  it.each([[['standards']], [['standards', 'list']]])('%s lists what ships, its status with it', async (args) => {
    const { code, out } = await runYiquan(folder, args);
    expect(code).toBe(0);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([id, , status]) => `${id}: ${status}`)).toEqual([
      'anhui-2022: in force',
      'henan-2018: superseded',
      'henan-2022: in force',
      'nantong-draft-2023: draft for comment',
      'qingdao-2018: in force',
    ]);
    expect(rows.every((cells) => cells.length === 5)).toBe(true);
  });

  it('shows one with every figure, its clause, words and deadline', async () => {
    const { code, out } = await runYiquan(folder, ['standards', 'show', 'nantong-draft-2023', '--lang', 'zh-CN']);
    expect(code).toBe(0);
    expect(out).toContain('状态: 征求意见稿');
    expect(out).toContain('floor_area_rate_built: 20 m2_per_100_households');
    expect(out).toMatch(/期限 2024-06-30; 条款 二（二）5; 原文: “确保到2024年6月底前补齐/);
  });

  it('shows the file itself with --json', async () => {
    const { out } = await runYiquan(folder, ['standards', 'show', 'henan-2022', '--json']);
    expect(out).toBe(readFileSync(path.join(ROOT, 'data/standards/henan-2022.json'), 'utf8'));
  });

  it('checks files: good ones on standard output, problems with file and place on standard error', async () => {
    const good = await runYiquan(folder, ['standards', 'check', 'good.json']);
    expect(good).toMatchObject({ code: 0, out: 'good.json: good (good, version 1, 3 values)\n', err: '' });
    const both = await runYiquan(folder, ['standards', 'check', 'bad.json', 'good.json']);
    expect(both.code).toBe(2);
    expect(both.out).toBe(good.out);
    expect(both.lines).toEqual([
      'bad.json: rules.floor_area_rate_new[1]: the period 2022-12-31/.. overlaps ../2022-12-31 of the same rule',
    ]);
  });

  it.each([
    [['standards', 'show'], /ID\|FILE is required/],
    [['standards', 'show', 'atlantis'], /“atlantis”.*nantong-draft-2023/],
    [['standards', 'check'], /FILE is required/],
    [['standards', 'check', 'none.json'], /none\.json: there is no such file/],
    [['standards', 'check', '.'], /cannot be read \(EISDIR\)/],
    [['standards', 'erase'], /“erase”.*list, show, check/],
    [['standards', 'toString'], /“toString”.*list, show, check/],
    [['standards', 'list', 'more'], /unexpected argument “more”/],
    [['standards', 'list', '--json'], /--json/],
  ])('%s: exit code 2 and one line', async (args, line) => {
    const { code, out, lines } = await runYiquan(folder, args);
    expect([code, out]).toEqual([2, '']);
    expect(lines).toEqual([expect.stringMatching(line)]);
  });
});
