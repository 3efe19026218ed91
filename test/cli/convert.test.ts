import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, runYiquan } from './run-yiquan.ts';

const AREAS = 'id,name,class,households,lon,lat,note\nA1,=1+1,new,1200,120.9,32,x\nA2,,built,,121,32.1,\n';
const FACILITIES = '编号,类型,建筑面积,公益性,经度,纬度\nF1,助餐点,350.5,是,120.91,32.01\n';
const FILES = { 'areas.csv': AREAS, 'facilities.csv': FACILITIES };

describe('yiquan convert', () => {
  it.each(['gpkg', 'zip', 'xlsx'])('writes all tables into one .%s, which it reads back', async (ending) => {
    const folder = folderWith(FILES);
    const args = ['convert', '--areas', 'areas.csv', '--facilities', 'facilities.csv', '--to', `all.${ending}`];
    const there = await runYiquan(folder, [...args, '--crs-out', 'EPSG:4528', '--headers', 'zh']);
    expect([there.code, there.out]).toEqual([0, '']);
    expect(there.lines.at(-1)).toBe(`all.${ending}: areas 2, facilities 1, in EPSG:4528.`);
    const layer = `areas=居住区${ending === 'zip' ? '.shp' : ''}`;
    const back = await runYiquan(folder, ['convert', '--areas', `all.${ending}`, '--layer', layer, '--to', 'back.csv']);
    expect(back.code).toBe(0);
    const lines = readFileSync(path.join(folder, 'back.csv'), 'utf8').trimEnd().split('\r\n');
    const [header = '', first = '', second = ''] = lines;
    expect(header).toBe(
      '\uFEFFid,name,class,households,residents,elders,elders_80,settlement,community,subdistrict,county,city,pool,condition_date,lon,lat,note',
    );
    expect(first).toMatch(/^A1,'=1\+1,new,1200,,,,urban,,,,,,,(120\.9|120\.8999)\d*,(32|31\.9999)[\d.]*,x$/);
    expect(second).toMatch(/^A2,,built,,,,,urban,,,,,,,12[01]\.\d+,32\.[01]\d*,$/);
  });

  it('says every option that is wrong at once', async () => {
    const folder = folderWith(FILES);
    const wrong = ['--to', 'a.csv', '--crs-out', 'GCJ-02', '--headers', 'fr', '--areas', 'areas.csv'];
    const { code, lines } = await runYiquan(folder, ['convert', ...wrong, '--facilities', 'facilities.csv']);
    expect(code).toBe(2);
    expect(lines).toEqual([
      '--to: .csv holds one table only; give one input, or use .xlsx, .gpkg, .zip',
      expect.stringMatching(/^--crs-out: found “GCJ-02”, expected EPSG:4326, /),
      '--headers: found “fr”, expected en, zh',
    ]);
    const none = await runYiquan(folder, ['convert']);
    expect(none.code).toBe(2);
    expect(none.lines).toEqual([
      'at least one of --areas, --facilities, --units, --candidates, --population is required',
      '--to is required',
    ]);
  });

  it('writes nothing where the places lie outside the zone', async () => {
    const folder = folderWith(FILES);
    const args = ['convert', '--areas', 'areas.csv', '--to', 'out.geojson', '--crs-out', 'EPSG:4513'];
    const { code, lines } = await runYiquan(folder, args);
    expect(code).toBe(2);
    expect(lines).toEqual([expect.stringContaining('2 rows lie outside the range of EPSG:4513')]);
    expect(existsSync(path.join(folder, 'out.geojson'))).toBe(false);
  });

  it('speaks both languages', async () => {
    const folder = folderWith({});
    const [english, chinese] = await Promise.all(
      ['en', 'zh-CN'].map((lang) => runYiquan(folder, ['convert', '--help', '--lang', lang])),
    );
    for (const { code, out } of [english!, chinese!]) {
      expect(code).toBe(0);
      for (const option of ['--to', '--crs-out', '--headers', '--candidates']) expect(out).toContain(option);
    }
  });
});
