import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/core/checks/result.ts';
import { BRIDGE_M, DAMAGED_PBF, DEGREE_M, STREETS } from './made-up-streets.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

// An area on the west bank, a station right across the canal: 94 m for a bird, 1 429 m by the bridge. X is far from all.
const FILES = {
  'streets.geojson': STREETS,
  'areas.csv': 'id,class,households,elders,lon,lat\nA,built,100,40,120,32.004\nX,built,100,40,120,31.99\n',
  'facilities.csv': 'id,type,status,floor_area,lon,lat\nC,station,open,200,120.001,32.004\n',
};
const audit = ['audit', '--areas', 'areas.csv', '--facilities', 'facilities.csv', '--as-of', '2026-01-01'];
const walked = [...audit, '--streets', 'streets.geojson'];

function parse(text: string): AuditResult {
  return JSON.parse(text) as AuditResult;
}

describe('yiquan audit --streets', () => {
  it('walks along the streets where the straight line leaps the canal', async () => {
    const folder = folderWith(FILES);
    const straight = parse((await runYiquan(folder, audit)).out);
    expect(straight.run.method).toBe('straight_line');
    expect(straight.areas[0]!.nearest).toEqual({
      facility: 'C',
      // The canal is crossed 0.006° south of the bridge, where a degree of longitude is longer by less than a tenth of a promille.
      minutes: expect.closeTo((BRIDGE_M * 1.3) / 50, 2) as number,
    });
    expect(straight.areas[0]!.covered_share).toBe(1);

    const network = parse((await runYiquan(folder, walked)).out);
    expect(network.run.method).toBe('network');
    expect(network.run.inputs.map(({ role, file, rows }) => [role, file, rows])).toContainEqual([
      'streets',
      'streets.geojson',
      4,
    ]);
    expect(network.areas[0]!.covered_share).toBe(0);
    expect(JSON.stringify(network)).not.toContain('straight_line_estimate');

    const longer = parse((await runYiquan(folder, [...walked, '--minutes', '30'])).out);
    expect(longer.areas[0]!.nearest).toEqual({
      facility: 'C',
      minutes: expect.closeTo((0.012 * DEGREE_M + BRIDGE_M) / 50, 9) as number,
    });
    expect(longer.areas[0]!.covered_share).toBe(1);
  });

  it('says who is too far from any street, in the result and on standard error', async () => {
    const { code, out, lines } = await runYiquan(folderWith(FILES), walked);
    expect(code).toBe(0);
    expect(parse(out).issues.filter(({ code: one }) => one === 'too_far')).toMatchObject([
      { where: { input: 'areas', id: 'X' }, detail: { metres: Math.round(0.01 * DEGREE_M), limit: 300 } },
    ]);
    expect(lines).toContainEqual(expect.stringMatching(/^warning: .*X: .*\[too_far\]$/));
    const snapped = await runYiquan(folderWith(FILES), [...walked, '--set', 'snap_m=1200']);
    expect(parse(snapped.out).issues.map(({ code: one }) => one)).not.toContain('too_far');
  });

  it('gives the same bytes twice', async () => {
    const folder = folderWith(FILES);
    expect((await runYiquan(folder, walked)).out).toBe((await runYiquan(folder, walked)).out);
  });

  it.each([
    ['damaged streets', 'bad.osm.pbf', /^bad\.osm\.pbf: The street file is cut off or damaged/],
    ['a table for streets', 'areas.csv', /^areas\.csv: It cannot be told what streets/],
    ['streets that are not there', 'none.osm', /^none\.osm: there is no such file$/],
    ['a folder for streets', '.', /cannot be read \(EISDIR\)/],
  ])('refuses %s with exit code 2 and one line', async (_title, name, line) => {
    const folder = folderWith(FILES);
    writeFileSync(path.join(folder, 'bad.osm.pbf'), DAMAGED_PBF);
    const { code, out, lines } = await runYiquan(folder, [...audit, '--streets', name]);
    expect([code, out]).toEqual([2, '']);
    expect(lines).toEqual([expect.stringMatching(line)]);
  });
});
