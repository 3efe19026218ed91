import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/core/checks/result.ts';
import { ROOT } from '../sources.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

const AREAS =
  'id,name,class,households,elders,lon,lat\nA1,One,built,1000,300,120.9,32\nA2,Two,new,2000,500,120.91,32\n';
const FACILITIES =
  'id,type,status,floor_area,serves,lon,lat\nF1,station,open,190,A1,120.9,32.001\nF2,station,open,600,A2,120.91,32.001\n';
const GOOD = { 'areas.csv': AREAS, 'facilities.csv': FACILITIES };
const both = ['audit', '--areas', 'areas.csv', '--facilities', 'facilities.csv', '--as-of', '2026-01-01'];

function parse(text: string): AuditResult {
  return JSON.parse(text) as AuditResult;
}

describe('yiquan audit', () => {
  it('judges the areas and writes JSON to standard output', async () => {
    const { code, out, lines } = await runYiquan(folderWith(GOOD), both);
    expect(code).toBe(0);
    const result = parse(out);
    expect(result.areas.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['A1', 'short'],
      ['A2', 'met'],
    ]);
    expect(result.run).toMatchObject({
      as_of: '2026-01-01',
      standards: { id: 'nantong-draft-2023', status: 'draft' },
      speed_km_h: 3,
      minutes: 15,
      method: 'straight_line',
    });
    expect(result.run.inputs.map(({ role, file, rows }) => [role, file, rows])).toEqual([
      ['areas', 'areas.csv', 2],
      ['facilities', 'facilities.csv', 2],
    ]);
    expect(lines.at(-1)).toBe('2 areas: 1 Short, 1 Met. By nantong-draft-2023 (draft for comment), as of 2026-01-01.');
  });

  it('gives the same bytes twice', async () => {
    const folder = folderWith(GOOD);
    await runYiquan(folder, [...both, '--out', 'one.json']);
    await runYiquan(folder, [...both, '--out', 'two.json']);
    expect(readFileSync(path.join(folder, 'one.json'))).toEqual(readFileSync(path.join(folder, 'two.json')));
  });

  it('takes paths from the folder of the caller, and writes by ending', async () => {
    const folder = folderWith(GOOD);
    for (const ending of ['json', 'geojson', 'CSV']) {
      const { code, out } = await runYiquan(folder, [...both, '--out', `gaps.${ending}`]);
      expect([code, out]).toEqual([0, '']);
    }
    expect(readdirSync(folder).toSorted()).toEqual([
      'areas.csv',
      'facilities.csv',
      'gaps.CSV',
      'gaps.geojson',
      'gaps.json',
    ]);
    expect(parse(readFileSync(path.join(folder, 'gaps.json'), 'utf8')).areas).toHaveLength(2);
    expect(readFileSync(path.join(folder, 'gaps.geojson'), 'utf8')).toContain('"FeatureCollection"');
    expect(readFileSync(path.join(folder, 'gaps.CSV'), 'utf8')).toMatch(/^\uFEFFid,/);
  });

  it('records settings, and what is given on the command line', async () => {
    const args = ['--speed', '4', '--minutes', '10', '--set', 'elder_age=65', '--set', 'land_binds=true'];
    const { out } = await runYiquan(folderWith(GOOD), [...both, ...args]);
    expect(parse(out).run).toMatchObject({
      speed_km_h: 4,
      minutes: 10,
      settings: { elder_age: 65, land_binds: true, single_unit: 'each_unit' },
    });
  });

  it('judges by another standard that ships, or by a file', async () => {
    const folder = folderWith({
      ...GOOD,
      'mine.json': readFileSync(path.join(ROOT, 'test/fixtures/bad/standards/good.json'), 'utf8'),
    });
    const shipped = await runYiquan(folder, [...both, '--standards', 'qingdao-2018']);
    expect(parse(shipped.out).run.standards).toMatchObject({ id: 'qingdao-2018', status: 'in_force' });
    const own = await runYiquan(folder, [...both, '--standards', 'mine.json']);
    expect(parse(own.out).run.standards).toMatchObject({ id: 'good', version: '1' });
  });

  it('uses the rows that can be used, and says what is wrong with the others', async () => {
    const folder = folderWith({ ...GOOD, 'areas.csv': `${AREAS}A3,Three,built,many,10,120.92,32\n` });
    const { code, out, err } = await runYiquan(folder, both);
    expect(code).toBe(0);
    expect(parse(out).areas).toHaveLength(3);
    expect(parse(out).issues).toContainEqual(
      expect.objectContaining({
        code: 'number_invalid',
        where: expect.objectContaining({ row: 3, column: 'households' }),
      }),
    );
    expect(err).toMatch(/^error: areas\.csv, row 3, column “households”.*“many”.*\[number_invalid\]$/m);
  });

  it('says at most 200 problems, and how many more there are', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => `B${i},x,built,-1,10,120.92,32\n`).join('');
    const { code, out, lines } = await runYiquan(folderWith({ ...GOOD, 'areas.csv': AREAS + rows }), both);
    expect(code).toBe(0);
    const found = parse(out).issues.length;
    expect(lines.at(-2)).toBe(`… and ${found - 200} more like these; all of them are in issues[] of the JSON result`);
    expect(lines.slice(0, 200).every((line) => line.startsWith('error: '))).toBe(true);
  });

  it('under --strict ends with 2 for any error, and writes nothing', async () => {
    const folder = folderWith({ ...GOOD, 'areas.csv': `${AREAS}A3,Three,built,many,10,120.92,32\n` });
    const { code, out, lines } = await runYiquan(folder, [...both, '--strict', '--out', 'gaps.json']);
    expect([code, out]).toEqual([2, '']);
    expect(lines.at(-1)).toBe('--strict: problems of severity error: 1; nothing was written');
    expect(existsSync(path.join(folder, 'gaps.json'))).toBe(false);
    expect((await runYiquan(folderWith(GOOD), [...both, '--strict'])).code).toBe(0);
  });

  it('speaks the language asked for, or that of the environment', async () => {
    const folder = folderWith(GOOD);
    const summary = '2 个居住区：1 不达标, 1 达标。标准 nantong-draft-2023（征求意见稿），基准日 2026-01-01。';
    expect((await runYiquan(folder, [...both, '--lang', 'zh-CN'])).lines.at(-1)).toBe(summary);
    expect((await runYiquan(folder, both, { LANG: 'zh_CN.UTF-8' })).lines.at(-1)).toBe(summary);
    expect((await runYiquan(folder, [...both, '--lang=en'], { LANG: 'zh_CN.UTF-8' })).lines.at(-1)).toContain('areas');
  });
});

describe('yiquan audit refuses, with exit code 2 and a line a problem', () => {
  const CASES: readonly [title: string, args: readonly string[], lines: readonly (string | RegExp)[]][] = [
    ['an unknown option', [...both, '--colour', 'red'], ['unknown option --colour; see yiquan audit --help']],
    ['an unknown argument', [...both, 'red'], ['unexpected argument “red”']],
    ['output over a folder', [...both, '--out', 'folder.json'], [/folder\.json: cannot be written \(EISDIR\)/]],
    ['no areas', ['audit', '--facilities', 'facilities.csv'], ['--areas is required']],
    ['a file that is not there', ['audit', '--areas', 'none.csv'], ['none.csv: there is no such file']],
    ['a missing column', ['audit', '--areas', 'facilities-only.csv'], [/facilities-only\.csv.*“id”/]],
    ['an unknown coordinate system', [...both, '--crs', 'areas=EPSG:99999'], [/areas\.csv.*EPSG:99999.*GCJ-02/]],
    ['a system that does not fit', [...both, '--crs', 'facilities=EPSG:4528'], [/facilities\.csv.*EPSG:4528/]],
    ['a system for no input', [...both, '--crs', 'units=GCJ-02'], [/--crs units/]],
    ['a system for nothing', [...both, '--crs', 'GCJ-02'], [/--crs.*“GCJ-02”.*areas\|facilities/]],
    ['an unknown setting', [...both, '--set', 'colour=red'], [/--set.*“colour”.*speed_km_h/]],
    ['a setting out of range', [...both, '--set', 'circle_share=95'], [/circle_share.*“95”.*0 < x ≤ 1/]],
    ['a setting without a value', [...both, '--set', 'circle_share'], [/KEY=VALUE/]],
    ['a setting given twice', [...both, '--speed', '4', '--set', 'speed_km_h=3'], [/speed_km_h/]],
    ['a negative speed', [...both, '--speed', '-3'], [/--speed.*“-3”.*0 < x/]],
    ['a speed of nothing', [...both, '--speed', '0'], [/--speed.*“0”/]],
    ['a day that is none', [...both.slice(0, 5), '--as-of', '2026-02-30'], [/--as-of.*“2026-02-30”.*YYYY-MM-DD/]],
    ['a spreadsheet as output', [...both, '--out', 'x.xlsx'], [/\.xlsx is not supported by this version.*\.csv/]],
    ['an unknown ending', [...both, '--out', 'x.txt'], [/--out.*“x\.txt”.*\.json, \.geojson, \.csv/]],
    ['output in no folder', [...both, '--out', 'no/x.json'], [/--out no\/x\.json: cannot be written/]],
    ['output over an input', [...both, '--out', 'areas.csv'], [/--out areas\.csv: is one of the inputs/]],
    ['an unknown standard', [...both, '--standards', 'atlantis'], [/“atlantis”.*nantong-draft-2023/]],
    ['an option without its value', ['audit', '--areas', '--facilities', 'facilities.csv'], [/--areas needs a value/]],
    ['an option given twice', [...both, '--areas', 'areas.csv'], ['--areas is given more than once']],
    ['an unknown language', [...both, '--lang', 'fr'], [/--lang.*“fr”.*zh-CN, en/]],
    ['several things at once', ['audit', '--speed', 'fast', '--as-of', 'today'], [/--areas/, /--as-of/, /--speed/]],
  ];

  it.each(CASES)('%s', async (_title, args, expected) => {
    const folder = folderWith({ ...GOOD, 'facilities-only.csv': 'name,households\nx,1\n' });
    mkdirSync(path.join(folder, 'folder.json'));
    const { code, out, lines } = await runYiquan(folder, args);
    expect([code, out]).toEqual([2, '']);
    expect(lines).toEqual(expected.map((one) => expect.stringMatching(one) as string));
    expect(readdirSync(folder).toSorted()).toEqual([
      'areas.csv',
      'facilities-only.csv',
      'facilities.csv',
      'folder.json',
    ]);
  });

  it('every input that cannot be used, not only the first', async () => {
    const folder = folderWith({ 'areas.csv': '', 'facilities.csv': 'name\nx\n' });
    const { code, lines } = await runYiquan(folder, both);
    expect(code).toBe(2);
    expect(lines).toContainEqual(expect.stringContaining('areas.csv'));
    expect(lines).toContainEqual(expect.stringContaining('facilities.csv'));
  });

  it('a standards file with problems, naming place and reason', async () => {
    const broken = readFileSync(path.join(ROOT, 'test/fixtures/bad/standards/unit-wrong.json'), 'utf8');
    const { code, lines } = await runYiquan(folderWith({ ...GOOD, 'mine.json': broken }), [
      ...both,
      '--standards',
      'mine.json',
    ]);
    expect(code).toBe(2);
    expect(lines).toEqual(['mine.json: rules.land_per_person[0].unit: found "m2", but this rule is in m2_per_person']);
  });

  it('an id that would order a terminal about, on one line', async () => {
    const folder = folderWith({ ...GOOD, 'areas.csv': `${AREAS}"A\n3\u001b[2J",x,built,many,1,120.9,32\n` });
    const { lines } = await runYiquan(folder, both);
    expect(lines.join('\n')).not.toContain('\u001b');
    expect(lines.every((line) => /^(error|warning|note|\d+ areas): ?/.test(line))).toBe(true);
  });
});

describe('output is written whole or not at all', () => {
  it('leaves the old file and nothing else when the input turns out unusable', async () => {
    const folder = folderWith({ 'areas.csv': 'name\nx\n', 'out.json': 'old' });
    const { code } = await runYiquan(folder, ['audit', '--areas', 'areas.csv', '--out', 'out.json']);
    expect(code).toBe(2);
    expect(readFileSync(path.join(folder, 'out.json'), 'utf8')).toBe('old');
    expect(readdirSync(folder).toSorted()).toEqual(['areas.csv', 'out.json']);
  });

  it('replaces the file behind a link, not the link', async () => {
    const folder = folderWith({ ...GOOD, 'real.json': 'old' });
    symlinkSync('real.json', path.join(folder, 'link.json'));
    expect((await runYiquan(folder, [...both, '--out', 'link.json'])).code).toBe(0);
    expect(parse(readFileSync(path.join(folder, 'real.json'), 'utf8')).areas).toHaveLength(2);
    expect(readdirSync(folder).toSorted()).toEqual(['areas.csv', 'facilities.csv', 'link.json', 'real.json']);
  });
});
