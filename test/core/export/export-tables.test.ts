import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportRequest } from '../../../src/core/export/export-request.ts';
import { exportTables } from '../../../src/core/export/export-tables.ts';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { asWgs84 } from '../../../src/core/geo/geometry.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

const REQUEST = {
  roles: ['areas'],
  format: 'csv',
  crs: parseCrs('EPSG:4326')!,
  language: 'en',
  on: '2026-11-25',
} as const satisfies ExportRequest;

function write(plan: Plan, change: Partial<ExportRequest> = {}) {
  return exportTables(plan, { ...REQUEST, ...change }, SOURCE_HOST);
}

async function lines(plan: Plan, change: Partial<ExportRequest> = {}): Promise<string[]> {
  const { file } = await write(plan, { format: 'csv', ...change });
  return new TextDecoder().decode(file!.bytes).trimEnd().split('\r\n');
}

const POINT = new PlanBuilder()
  .area('A', { name: '甲', extra: { note: '=1', lat: 'x' }, geometry: pointAt(0) })
  .build();

describe('a table as CSV', () => {
  it('has every canonical column, then the place, then the others', async () => {
    const [header, row] = await lines(POINT);
    expect(header).toBe(
      'id,name,class,households,residents,elders,elders_80,settlement,community,subdistrict,county,city,pool,condition_date,lon,lat,note,lat (2)',
    );
    expect(row).toBe("A,甲,built,,,,,urban,,,,,,,120.9,32,'=1,x");
  });

  it('speaks Chinese where that is asked for', async () => {
    const [header, row] = await lines(POINT, { language: 'zh' });
    expect(header).toMatch(/^编号,名称,类别,户数,.*,规划条件日期,经度,纬度,note,lat \(2\)$/);
    expect(row).toMatch(/^A,甲,已建成,.*城镇,/);
  });

  it('gives polygons as wkt, which names a zone', async () => {
    const [header, row] = await lines(new PlanBuilder().area('A', { geometry: squareAt(0, 0, 100) }).build(), {
      crs: parseCrs('EPSG:4528')!,
    });
    expect(header).toMatch(/,wkt$/);
    expect(row).toMatch(/"SRID=4528;POLYGON \(\(40585\d{3}\.\d+ 3542\d{3}\.\d+, /);
  });

  it('takes another spelling of a header that an unknown column bears', async () => {
    const plan = new PlanBuilder().area('A', { households: 5, extra: { 户数: 'five' } }).build();
    expect((await lines(plan, { language: 'zh' }))[0]).toMatch(/^编号,名称,类别,总户数,.*,户数$/);
  });

  it('says serves as reading takes it', async () => {
    const serves = [{ area: 'A1', m2: 200 }, { area: 'A2' }];
    const [header, row] = await lines(new PlanBuilder().facility('F', { serves }).build(), { roles: ['facilities'] });
    expect(row!.split(',')[header!.split(',').indexOf('serves')]).toBe('A1:200;A2');
  });
});

describe('what cannot be written', () => {
  it('is refused in a system that other programs do not know', async () => {
    const { file, issues } = await write(POINT, { crs: parseCrs('GCJ-02')! });
    expect([file, issues.map(({ code }) => code)]).toEqual([null, ['export_crs_unsupported']]);
  });

  it('is refused in a zone where the places are not', async () => {
    const { file, issues } = await write(POINT, { crs: parseCrs('EPSG:4513')! });
    expect(file).toBeNull();
    expect(issues).toMatchObject([{ code: 'export_outside_crs', where: { id: 'A' }, detail: { rows: 1 } }]);
  });

  it('of a Shapefile is named by row and column, and the rest is there', async () => {
    const plan = new PlanBuilder().area('A', { name: '名'.repeat(100), geometry: pointAt(0) }).build();
    const { file, issues } = await write(plan, { format: 'shp' });
    expect(Object.keys(unzipSync(file!.bytes))).toEqual([
      'areas.dbf',
      'areas.cpg',
      'areas.shp',
      'areas.shx',
      'areas.prj',
      'fields.txt',
    ]);
    expect(issues).toMatchObject([
      { code: 'export_columns_renamed', detail: { found: ['subdistrict', 'condition_date'] } },
      { code: 'export_text_cut', where: { id: 'A', column: 'name' }, detail: { found: 300, limit: 254 } },
    ]);
  });

  it('is refused where a sheet does not hold so many rows', async () => {
    const many = new Float64Array(1_048_576);
    const plan = { ...POINT, population: { lon: many, lat: many, elders: many, residents: many } };
    const { file, issues } = await write(plan, { format: 'xlsx', roles: ['population'] });
    expect([file, issues.map(({ code }) => code)]).toEqual([null, ['export_rows_too_many']]);
  });

  it('of a workbook is left blank and named', async () => {
    const ring = Array.from({ length: 1500 }, (_, i) => {
      const angle = (i / 1500) * 2 * Math.PI;
      return [120.9 + Math.cos(angle) / 100, 32 + Math.sin(angle) / 100];
    });
    const geometry = asWgs84({ type: 'Polygon', coordinates: [[...ring, ring[0]!]] });
    const { file, issues } = await write(new PlanBuilder().area('A', { geometry }).build(), { format: 'xlsx' });
    expect(issues).toMatchObject([{ code: 'export_cell_left_out', where: { id: 'A', column: 'wkt' } }]);
    expect(strFromU8(unzipSync(file!.bytes)['xl/sharedStrings.xml']!)).not.toContain('POLYGON');
  });
});

it('says the same data in the same bytes', async () => {
  for (const format of ['xlsx', 'gpkg', 'shp', 'geojson'] as const) {
    // oxlint-disable-next-line eslint/no-await-in-loop -- one after another: each is compared with itself
    const [one, other] = [await write(POINT, { format }), await write(POINT, { format })];
    expect(Buffer.from(one.file!.bytes).equals(Buffer.from(other.file!.bytes))).toBe(true);
  }
});
