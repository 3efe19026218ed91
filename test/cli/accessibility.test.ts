import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AccessibilityFile } from '../../src/core/report/accessibility-json.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

// Two areas 950 m apart; 30 beds beside the first, 10 beside the second, 20 that open only later.
const AREAS =
  'id,name,class,elders,lon,lat\nA1,One,built,300,120.9,32\nA2,Two,built,500,120.91,32\nA3,Three,built,,120.9,32\n';
const FACILITIES =
  'id,type,status,beds,lon,lat\nF1,institution,open,30,120.9,32\nF2,institution,open,10,120.91,32\nF3,institution,planned,20,120.9,32\n';
const folder = () => folderWith({ 'areas.csv': AREAS, 'facilities.csv': FACILITIES });
const both = ['accessibility', '--areas', 'areas.csv', '--facilities', 'facilities.csv', '--as-of', '2026-01-01'];

describe('yiquan accessibility', () => {
  it('shares beds among the elders who walk to them', async () => {
    const { code, out, lines } = await runYiquan(folder(), both);
    expect(code).toBe(0);
    const file = JSON.parse(out) as AccessibilityFile;
    expect(file.question).toEqual({ supply: 'beds', demand: 'elders', decay: { kind: 'none' }, limit_m: 750 });
    expect(file.areas).toEqual([
      { id: 'A1', name: 'One', demand: 300, access: 0.1, left_out: null },
      { id: 'A2', name: 'Two', demand: 500, access: 0.02, left_out: null },
      { id: 'A3', name: 'Three', demand: null, access: null, left_out: 'demand_unknown' },
    ]);
    expect(file.facilities).toEqual([
      { id: 'F1', supply: 30, persons: 300, ratio: 0.1, left_out: null },
      { id: 'F2', supply: 10, persons: 500, ratio: 0.02, left_out: null },
      { id: 'F3', supply: 20, persons: null, ratio: null, left_out: 'not_open' },
    ]);
    expect(file.summary).toEqual({
      supply: 40,
      supply_shared: 40,
      demand: 800,
      demand_located: 800,
      demand_unserved: 0,
    });
    expect(lines.at(-1)).toBe('2 facilities share out 40 among 800 elders. Left out: 1 facilities, 1 areas.');
  });

  it('takes a longer walk and zones, and writes CSV', async () => {
    const here = folder();
    const options = ['--minutes', '40', '--decay', '5:1,40:0.5', '--out', 'beds.csv'];
    expect((await runYiquan(here, [...both, ...options])).code).toBe(0);
    const [header, first] = readFileSync(path.join(here, 'beds.csv'), 'utf8').split('\r\n');
    expect(header).toBe('\uFEFFid,name,demand,access,left_out');
    // F1: 30 ÷ (300 + 500 ÷ 2)     F2: 10 ÷ (500 + 300 ÷ 2)     A1: 30 ÷ 550 + 0.5 × 10 ÷ 650
    expect(Number(first!.split(',')[3])).toBeCloseTo(30 / 550 + 5 / 650, 12);
  });

  it('says everything that is wrong with its options at once', async () => {
    const wrong = [
      '--supply',
      'rooms',
      '--demand',
      'all',
      '--decay',
      '10:1,5:2',
      '--minutes',
      'x',
      '--out',
      'a.geojson',
    ];
    const { code, lines } = await runYiquan(folder(), [...both, ...wrong]);
    expect(code).toBe(2);
    for (const option of ['--supply', '--demand', '--decay', '--minutes', '--out']) {
      expect(lines.some((line) => line.includes(option))).toBe(true);
    }
  });
});
