import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTables } from '../../../src/core/export/export-tables.ts';
import type { TableFormat } from '../../../src/core/export/export-request.ts';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { asWgs84, type PlaceGeometry } from '../../../src/core/geo/geometry.ts';
import type { TableRole } from '../../../src/core/import/table.ts';
import { ogrFeatures, ogrLayers, provideOgr } from '../../builders/ogr.ts';
import { PlanBuilder, pointAt, squareAt } from '../../builders/plan-builder.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

const isThere = provideOgr();

const WITH_HOLE = asWgs84({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [120.8, 31.9],
        [120.9, 31.9],
        [120.9, 32],
        [120.8, 32],
        [120.8, 31.9],
      ],
      [
        [120.84, 31.94],
        [120.84, 31.96],
        [120.86, 31.96],
        [120.86, 31.94],
        [120.84, 31.94],
      ],
    ],
    [
      [
        [121, 31.9],
        [121.01, 31.9],
        [121.01, 31.91],
        [121, 31.9],
      ],
    ],
  ],
});

const PLAN = new PlanBuilder()
  .area('A1', {
    name: '学田新村',
    class: 'new',
    households: 1200,
    elders: 33.5,
    conditionDate: '2024-05-31',
    geometry: WITH_HOLE,
  })
  .area('A2', { name: '=1+1', geometry: squareAt(0, 0, 300), extra: { 很长的一个列名: '备注', 很长的另一列: '12' } })
  .area('A3')
  .area('A4', { geometry: pointAt(700, 40) })
  .facility('F1', { publicBenefit: true, beds: 12, geometry: pointAt(1, 2) })
  .unit('city', '南通市', { residents: 7_700_000 })
  .build();

describe.skipIf(!isThere)(
  `GDAL${isThere ? '' : ' (ogr2ogr is not there: on Debian, apt-get install gdal-bin)'}`,
  () => {
    let folder = '';
    beforeAll(() => {
      folder = mkdtempSync(path.join(tmpdir(), 'yiquan-ogr-'));
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    async function written(
      format: TableFormat,
      crs: string,
      language: 'zh' | 'en',
      roles: readonly TableRole[] = ['areas', 'facilities', 'units'],
    ): Promise<string> {
      const request = { roles, format, crs: parseCrs(crs)!, language, on: '2026-11-25' };
      const { file } = await exportTables(PLAN, request, SOURCE_HOST);
      const name = path.join(folder, `${crs.replace(':', '-')}-${language}-${file!.name}`);
      writeFileSync(name, file!.bytes);
      return name;
    }

    /** Vertices as PROJ and we place them differ by less than a tenth of a millimetre of rounding. */
    function expectSamePlace(found: { coordinates: unknown } | null, expected: PlaceGeometry): void {
      const pairs = (coordinates: unknown): number[][] => {
        const flat = (coordinates as number[]).flat(4);
        const all = Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
        return all.toSorted((a, b) => Math.round((a[0]! - b[0]!) * 1e6) || a[1]! - b[1]!);
      };
      const [mine, theirs] = [pairs(expected.coordinates), pairs(found?.coordinates)];
      expect(theirs.length).toBe(mine.length);
      for (const [i, [lon = NaN, lat = NaN]] of theirs.entries()) {
        expect(Math.abs(lon - mine[i]![0]!)).toBeLessThan(2e-9);
        expect(Math.abs(lat - mine[i]![1]!)).toBeLessThan(2e-9);
      }
    }

    it.each(['EPSG:4326', 'EPSG:4490', 'EPSG:4528', 'EPSG:4549'])(
      'reads the GeoPackage in %s as it is meant',
      async (crs) => {
        const file = await written('gpkg', crs, 'zh');
        expect(ogrLayers(file)).toEqual(
          ['养老服务设施 (Point)', '居住区', '行政单元 (None)'].toSorted((a, b) => (a < b ? -1 : 1)),
        );
        const areas = ogrFeatures(file, '居住区');
        expect(areas.crs).toBe(crs.slice(5));
        expect(areas.features).toHaveLength(4);
        const [first, second, third] = areas.features;
        expect(first!.properties).toMatchObject({
          编号: 'A1',
          名称: '学田新村',
          类别: '新建',
          户数: 1200,
          老年人口: 33.5,
          规划条件日期: '2024-05-31',
          常住人口: null,
        });
        expectSamePlace(first!.geometry, WITH_HOLE);
        expect(second!.properties).toMatchObject({ 名称: '=1+1', 很长的一个列名: '备注', 很长的另一列: 12 });
        expect(third!.geometry).toBeNull();
        expect(ogrFeatures(file, '养老服务设施').features[0]!.properties).toMatchObject({ 公益性: '是', 床位数: 12 });
        expect(ogrFeatures(file, '行政单元').features[0]!.properties).toMatchObject({ 名称: '南通市', 级别: '市' });
      },
    );

    it.each(['EPSG:4326', 'EPSG:4490', 'EPSG:4528', 'EPSG:4549'])(
      'reads the Shapefiles in %s as they are meant',
      async (crs) => {
        const file = `/vsizip/${await written('shp', crs, 'en')}`;
        expect(ogrLayers(file)).toEqual([
          'areas_points (Point)',
          'areas_polygons (Polygon)',
          'facilities (Point)',
          'units (None)',
        ]);
        const polygons = ogrFeatures(file, 'areas_polygons');
        expect(polygons.crs).toBe(crs.slice(5));
        expect(polygons.features.map(({ properties }) => properties['id'])).toEqual(['A1', 'A2', 'A3']);
        const [first, second, third] = polygons.features;
        expect(first!.properties).toMatchObject({ name: '学田新村', class: 'new', households: 1200, elders: 33.5 });
        // Six characters are eighteen bytes: three stay, and a number tells the second from the first.
        expect(second!.properties).toMatchObject({ 很长的: '备注', 很长_2: 12 });
        expect(first!.geometry).toMatchObject({ type: 'MultiPolygon' });
        expectSamePlace(first!.geometry, WITH_HOLE);
        expect(third!.geometry).toBeNull();
        const [point] = ogrFeatures(file, 'areas_points').features;
        expectSamePlace(point!.geometry, PLAN.areas.get('A4')!.geometry!);
        const [facility] = ogrFeatures(file, 'facilities').features;
        expect(facility!.properties).toMatchObject({ beds: 12 });
        // GDAL gives the letter or what it means, by its version.
        expect(['T', true, 1]).toContain(facility!.properties['public_ben']);
      },
    );

    it('reads the GeoJSON of a zone by the system that it names', async () => {
      const file = await written('geojson', 'EPSG:4528', 'en', ['areas']);
      const { crs, features } = ogrFeatures(file, 'areas');
      expect(crs).toBe('4528');
      expectSamePlace(features[0]!.geometry, WITH_HOLE);
    });

    it('reads numbers, days and text of the workbook as such', async () => {
      const file = await written('xlsx', 'EPSG:4326', 'en');
      const [first, second] = ogrFeatures(file, 'areas').features;
      expect(first!.properties).toMatchObject({
        id: 'A1',
        households: 1200,
        elders: 33.5,
        condition_date: '2024-05-31',
      });
      expect(second!.properties).toMatchObject({ name: '=1+1' });
    });
  },
);
