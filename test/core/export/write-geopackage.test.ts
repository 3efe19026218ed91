import { describe, expect, it } from 'vitest';
import type { ExportTable } from '../../../src/core/export/export-table.ts';
import { writeGeopackage } from '../../../src/core/export/write-geopackage.ts';
import { WGS84 } from '../../../src/core/geo/crs.ts';
import { openSource } from '../../../src/core/import/open-source.ts';
import { readSourceSteps } from '../../../src/core/import/read-source.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

const TABLE: ExportTable = {
  role: 'areas',
  name: '小区 "A"',
  crs: WGS84,
  columns: ['name', 'Name', 'fid', 'geom'].map((header) => ({ header, canonical: null, kind: 'text' })),
  rows: [{ id: '1', cells: ['甲', 'x', '7', undefined], shape: { type: 'Point', coordinates: [120.9, 32] } }],
};

describe('a GeoPackage', () => {
  it('holds columns that differ only in case, or are called as its own', async () => {
    const { bytes, issues } = await writeGeopackage([TABLE], '2026-11-25', SOURCE_HOST);
    expect(issues).toMatchObject([{ code: 'export_columns_renamed', detail: { found: ['Name'], used: ['Name (2)'] } }]);
    const { raw, layer } = await openSource([{ name: 'a.gpkg', bytes }], {}, SOURCE_HOST, {});
    expect(layer).toBe('小区 "A"');
    expect(raw).toMatchObject({ headers: ['name', 'Name (2)', 'fid', 'geom'], statedCrs: 'EPSG:4326' });
    expect(raw!.rows[0]).toMatchObject({
      cells: ['甲', 'x', '7', undefined],
      shape: { geometry: TABLE.rows[0]!.shape },
    });
  });

  it('tells rows without ids by its own numbers, which are no column', async () => {
    const plain = { ...TABLE, columns: TABLE.columns.slice(0, 1), rows: [{ ...TABLE.rows[0]!, cells: ['甲'] }] };
    const { bytes } = await writeGeopackage([plain], '2026-11-25', SOURCE_HOST);
    const files = [{ name: 'a.gpkg', bytes }];
    const opened = await openSource(files, {}, SOURCE_HOST, {});
    const { table } = runSteps(readSourceSteps(opened, { files, role: 'areas' }));
    expect(table!.records).toMatchObject([{ id: '1', name: '甲' }]);
    expect(table!.records).not.toMatchObject([{ extra: expect.anything() as unknown }]);
  });
});
