import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

interface Audited {
  readonly run: { readonly inputs: readonly { role: string; file: string; rows: number; sha256: string }[] };
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  readonly issues: readonly { readonly code: string }[];
}

/** A new folder with fixtures in it. */
function folderOf(...names: readonly string[]): string {
  const folder = folderWith({});
  for (const name of names) {
    copyFileSync(path.join(ROOT, 'test/fixtures/formats', name), path.join(folder, name));
  }
  return folder;
}

async function audit(folder: string, ...args: readonly string[]): Promise<Audited> {
  const { code, out, err } = await runYiquan(folder, ['audit', ...args]);
  expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  expect(code).toBe(0);
  return JSON.parse(out) as Audited;
}

const IDS = ['003', 'A1', 'A2'];

describe('the command line reads every format', () => {
  it('a Shapefile, its other files found beside it', async () => {
    const folder = folderOf('areas.shp', 'areas.dbf', 'areas.shx', 'areas.prj');
    const { areas, run } = await audit(folder, '--areas', 'areas.shp', '--crs', 'areas=EPSG:4326');
    expect(areas.map(({ id }) => id).toSorted()).toEqual(IDS);
    expect(areas.find(({ id }) => id === 'A1')!.name).toBe('学田新村');
    expect(run.inputs).toMatchObject([{ role: 'areas', file: 'areas.shp', rows: 3 }]);
  });

  it('a GeoPackage, with SQLite’s own code', async () => {
    const { areas, issues } = await audit(folderOf('areas.gpkg'), '--areas', 'areas.gpkg', '--layer', 'areas=居住区');
    expect(areas.map(({ id }) => id).toSorted()).toEqual(IDS);
    expect(issues.map(({ code }) => code)).not.toContain('layer_assumed');
  });

  it.each(['areas.fgb', 'areas.kml', 'areas-zstd.parquet'])('%s', async (name) => {
    const { areas } = await audit(folderOf(name), '--areas', name, '--crs', 'areas=EPSG:4326');
    expect(areas.map(({ id }) => id).toSorted()).toEqual(IDS);
  });

  it.each(['areas.xlsx', 'areas.xls'])('%s, with the line of its headers named', async (name) => {
    const choice = ['--layer', 'areas=小区清单', '--header-row', 'areas=4'];
    const { areas } = await audit(folderOf(name), '--areas', name, ...choice);
    expect(areas.map(({ id }) => id).toSorted()).toEqual(['001', '002', 'A3', 'A4']);
  });

  it('a table in the encoding that is named', async () => {
    const folder = folderOf('areas.dbf');
    const read = await audit(folder, '--areas', 'areas.dbf', '--encoding', 'areas=GBK');
    expect(read.areas.find(({ id }) => id === 'A2')!.name).toBe('和平花园');
  });

  it('a raster as the population grid', async () => {
    const folder = folderOf('areas.geojson', 'pop-deflate.tif');
    const { run, issues } = await audit(folder, '--areas', 'areas.geojson', '--population', 'pop-deflate.tif');
    expect(run.inputs[1]).toMatchObject({ role: 'population', rows: 9 });
    expect(issues.map(({ code }) => code)).toContain('raster_as_elders');
  });

  it('the hash is of all files that belong together', async () => {
    const whole = folderOf('areas.shp', 'areas.dbf', 'areas.prj');
    const bare = folderOf('areas.shp', 'areas.dbf');
    const hashes = await Promise.all(
      [whole, bare].map(async (folder) => {
        const { run } = await audit(folder, '--areas', 'areas.shp', '--crs', 'areas=EPSG:4326');
        return run.inputs[0]!.sha256;
      }),
    );
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it.each([
    ['a layer that is not there', 'areas.gpkg', ['--layer', 'areas=x'], /居住区, 设施/],
    ['a Shapefile that names no system', 'areas.shp', [], /coordinate system is not stated/],
    ['a locked workbook', 'locked.xls', [], /password/],
    ['an encoding that is none', 'areas.dbf', ['--encoding', 'areas=klingon'], /--encoding/],
    ['a header line that is none', 'areas.xlsx', ['--header-row', 'areas=0'], /--header-row/],
    ['a layer of an input that is not given', 'areas.gpkg', ['--layer', 'units=x'], /there is no --units/],
    ['a layer of the streets', 'areas.gpkg', ['--layer', 'streets=x'], /--layer/],
  ])('refuses %s', async (_, name, args, why) => {
    const folder = folderOf(name, ...(name === 'areas.shp' ? ['areas.dbf'] : []));
    const { code, out, err } = await runYiquan(folder, ['audit', '--areas', name, ...args, '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(why);
  });
});
