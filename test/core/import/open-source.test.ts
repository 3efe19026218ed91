import { CFB } from '@e965/xlsx';
import { zipSync } from 'fflate';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/core/import/read-cell.ts';
import type { OpenedSource } from '../../../src/core/import/source.ts';
import { describeIssue } from '../../../src/text/describe-issue.ts';
import { codesOf, fixture, openFiles, openFixtures, recordsOf } from '../../builders/format-fixtures.ts';

const SHAPEFILE = ['areas.shp', 'areas.dbf', 'areas.shx', 'areas.prj'];

/** A polygon's rings whatever vertex they begin at and whichever way they turn: what all formats must agree on. */
function ringsOf(geometry: unknown): string[] {
  const { type, coordinates } = geometry as Polygon | MultiPolygon;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  return polygons.flatMap((rings, polygon) => rings.map((ring) => `${polygon}: ${cornersOf(ring)}`)).toSorted();
}

function cornersOf(ring: readonly Position[]): string {
  const corners = ring.slice(1).map(([x, y]) => `${x!.toFixed(7)} ${y!.toFixed(7)}`);
  return corners.toSorted().join(', ');
}

/** Cells as text, by column: numbers and dates are written in more than one way, but say the same. */
function saidBy(opened: OpenedSource, columns: readonly string[]): string[][] {
  return recordsOf(opened).map((record) =>
    columns.map((column) => cellText(record[column]).replaceAll('/', '-').replace('T00:00:00', '')),
  );
}

describe('one table in every format', () => {
  it.each([
    ['shapefile', SHAPEFILE],
    ['geopackage', ['areas.gpkg']],
    ['flatgeobuf', ['areas.fgb']],
    ['kml', ['areas.kml']],
    ['kml', ['folder.kml']],
    ['geoparquet', ['areas-snappy.parquet']],
    ['geoparquet', ['areas-zstd.parquet']],
    ['geoparquet', ['areas-gzip.parquet']],
  ])('%s %j says what the GeoJSON says', async (format, names) => {
    const truth = await openFixtures(['areas.geojson']);
    const opened = await openFixtures(names);
    expect(opened.format).toBe(format);
    const columns = truth.raw!.headers;
    const byId = (a: string[], b: string[]) => (a[0]! < b[0]! ? -1 : 1);
    expect(saidBy(opened, columns).toSorted(byId)).toEqual(saidBy(truth, columns).toSorted(byId));
    const shapes = ({ raw }: OpenedSource) =>
      raw!.rows.map(({ shape }) => ringsOf((shape as { geometry: unknown }).geometry).join('; '));
    expect(new Set(shapes(opened))).toEqual(new Set(shapes(truth)));
    expect(opened.layers[0]).toMatchObject({ rows: 3, hasGeometries: true });
  });

  it.each([
    ['areas.gpkg', 'EPSG:4326'],
    ['areas.fgb', 'EPSG:4326'],
    ['areas.kml', 'EPSG:4326'],
    ['areas-zstd.parquet', '{"type":"GeographicCRS","name":"CGCS2000","id":{"authority":"EPSG","code":4490}}'],
  ])('%s names its system', async (name, crs) => {
    expect((await openFixtures([name])).raw!.statedCrs).toBe(crs);
  });

  it('a Shapefile names its system in the .prj, and implies none without it', async () => {
    expect((await openFixtures(SHAPEFILE)).raw!.statedCrs).toMatch(/^GEOGCS\["GCS_WGS_1984"/);
    expect((await openFixtures(['areas.shp', 'areas.dbf'])).raw).toMatchObject({ statedCrs: null, crsOpen: true });
  });

  it('GBK is told from the bytes where neither .cpg nor language byte says so, in field names too', async () => {
    const { encoding, raw } = await openFixtures(['areas.dbf']);
    expect(encoding).toEqual({ used: 'gb18030', from: 'evidence', certain: true, others: [] });
    expect(raw!.headers).toEqual(['编号', '小区名称', '类别', '户数', '街道', '建成日期']);
  });

  it('a .cpg that the bytes contradict is not believed, and that is said', async () => {
    const cpg = { name: 'areas.cpg', bytes: new TextEncoder().encode('UTF-8') };
    const opened = await openFiles([...SHAPEFILE.map(fixture), cpg]);
    expect(codesOf(opened)).toContain('encoding_contradicted');
    expect(opened.encoding).toMatchObject({ used: 'gb18030', certain: false, others: ['utf-8'] });
    expect(recordsOf(opened)[0]).toMatchObject({ 小区名称: '学田新村' });
  });

  it('a .shp alone is geometries, a .dbf alone a table', async () => {
    const shapes = await openFixtures(['areas.shp']);
    expect(codesOf(shapes)).toEqual(['attributes_missing']);
    expect(shapes.raw!.rows.map(({ ownId }) => ownId)).toEqual([1, 2, 3]);
    const table = await openFixtures(['areas.dbf']);
    expect(table.format).toBe('dbf');
    expect(table.raw).toMatchObject({ hasGeometries: false });
  });

  it('a GeoPackage has layers and attribute tables, of which one is chosen', async () => {
    const first = await openFixtures(['areas.gpkg']);
    expect(first.layers).toEqual([
      { name: '居住区', rows: 3, hasGeometries: true },
      { name: '设施', rows: 2, hasGeometries: false },
    ]);
    expect(first.layer).toBe('居住区');
    expect(codesOf(first)).toEqual(['layer_assumed']);
    const other = await openFixtures(['areas.gpkg'], { layer: '设施' });
    expect(recordsOf(other)).toEqual([
      { id: 'F1', name: '日间照料中心', type: 'day_care' },
      { id: 'F2', name: '养老院', type: 'institution' },
    ]);
    expect(other.issues).toEqual([]);
    expect(codesOf(await openFixtures(['areas.gpkg'], { layer: '没有' }))).toEqual(['layer_unknown']);
  });

  it('values of one name in one placemark stay apart, and folders nest', async () => {
    const data = (name: string, value: string) => `<Data name="${name}"><value>${value}</value></Data>`;
    const kml = `<kml><Folder><name>a</name><Folder><name>b</name><Placemark id="p1"><name>x</name><ExtendedData>
      ${data('k', '1')}${data('k (2)', '2')}${data('k', '3')}</ExtendedData></Placemark></Folder><Placemark/></Folder></kml>`;
    const opened = await openFiles([{ name: 'a.kml', bytes: new TextEncoder().encode(kml) }]);
    expect(recordsOf(opened)).toEqual([
      { name: 'x', folder: 'a/b', k: '1', 'k (2)': '2', 'k (3)': '3' },
      { folder: 'a' },
    ]);
    expect(opened.raw!.rows[0]!.ownId).toBe('p1');
  });

  it('the folder that a placemark lies in is a column', async () => {
    expect(recordsOf(await openFixtures(['folder.kml']))[0]).toMatchObject({ folder: '居住区', 编号: 'A1' });
  });
});

describe('workbooks', () => {
  const TABLE = [
    {
      街道: '学田街道',
      编号: '001',
      小区名称: '学田新村',
      类别: '已建成',
      户数: 1200,
      建成日期: '1998-06-30',
      容积率: 1.8,
    },
    {
      街道: '学田街道',
      编号: '002',
      小区名称: '和平花园',
      类别: '新建',
      户数: 650,
      建成日期: '2024-01-15',
      容积率: 2.5,
    },
    { 街道: '学田街道', 编号: 'A3', 小区名称: '濠河<img onerror=alert(1)>', 类别: '已建成', 户数: 300, 容积率: 1.8 },
    { 街道: '城东街道', 编号: 'A4', 小区名称: '__proto__', 类别: '新建', 建成日期: '2020-02-29T08:30:00' },
  ];

  it('finds the headers below merged titles, carries merged text down and a merged number not', async () => {
    const opened = await openFixtures(['areas.xlsx']);
    expect(opened).toMatchObject({ format: 'xlsx', layer: '小区清单', headerRow: 4, encoding: null });
    expect(opened.layers).toEqual([
      { name: '说明', rows: 0, hasGeometries: false },
      { name: '小区清单', rows: 4, hasGeometries: false },
    ]);
    expect(recordsOf(opened)).toEqual(TABLE);
    expect(opened.preview[0]).toEqual(['2024年度居住区养老设施配建情况统计表']);
    // A formula whose result was never saved is not a zero and not a silence.
    expect(codesOf(opened)).toEqual(['header_row_found', 'merged_numbers', 'formulas_without_value']);
  });

  it('reads an old workbook the same, with the results of its formulas', async () => {
    const opened = await openFixtures(['areas.xls']);
    expect(opened).toMatchObject({ format: 'xls', layer: '小区清单', headerRow: 4 });
    expect(recordsOf(opened)).toEqual([...TABLE.slice(0, 3), { ...TABLE[3], 容积率: 2.1 }]);
  });

  it('reads what web systems call a workbook: an HTML table', async () => {
    const opened = await openFixtures(['html.xls']);
    expect(opened).toMatchObject({ format: 'xls', headerRow: 4 });
    expect(recordsOf(opened).map(({ 街道, 编号, 户数 }) => [街道, 编号, 户数])).toEqual([
      ['学田街道', '001', '1200'],
      ['学田街道', '002', '650'],
      ['学田街道', 'A3', '300'],
      ['城东街道', 'A4', '300'],
    ]);
  });

  it('takes the header line that a person chose', async () => {
    const opened = await openFixtures(['areas.xlsx'], { layer: '小区清单', headerRow: 5 });
    expect(opened.raw!.headers.slice(0, 3)).toEqual(['学田街道', '001', '学田新村']);
    expect(opened.raw!.rows).toHaveLength(3);
    const none = await openFixtures(['areas.xlsx'], { layer: '小区清单', headerRow: 99 });
    expect([none.raw, codesOf(none)[0]]).toEqual([null, 'header_row_invalid']);
  });

  it('a password is what is said of a locked workbook', async () => {
    const old = await openFixtures(['locked.xls']);
    expect([old.raw, codesOf(old)]).toEqual([null, ['file_locked']]);
    // A locked .xlsx is no zip but a container of these two.
    const container = CFB.utils.cfb_new();
    for (const part of ['/EncryptionInfo', '/EncryptedPackage']) CFB.utils.cfb_add(container, part, new Uint8Array(64));
    const bytes = new Uint8Array(CFB.write(container, { type: 'buffer' }) as Uint8Array);
    expect(codesOf(await openFiles([{ name: 'locked.xlsx', bytes }]))).toEqual(['file_locked']);
  });
});

describe('rasters', () => {
  // `gdal2xyz -skipnodata` on the fixtures, GDAL 3.6.
  const CELLS = [
    [120.805, 32.025, 12.5],
    [120.815, 32.025, 0],
    [120.835, 32.025, 3],
    [120.805, 32.015, 7],
    [120.815, 32.015, 8.25],
    [120.825, 32.015, 9],
    [120.815, 32.005, 1],
    [120.825, 32.005, 2],
    [120.835, 32.005, 4],
  ];

  it.each(['pop-zstd.tif', 'pop-deflate.tif'])('%s: the centres of the cells that have a value', async (name) => {
    const { raw, issues, format } = await openFixtures([name]);
    expect(format).toBe('geotiff');
    expect(raw).toMatchObject({ headers: ['lon', 'lat', 'elders'], statedCrs: 'EPSG:4326' });
    expect(raw!.rows.map(({ cells }) => cells.map((cell) => Number((cell as number).toFixed(7))))).toEqual(CELLS);
    expect(issues).toMatchObject([{ code: 'raster_as_elders', detail: { cells: 9, empty: 3 } }]);
  });

  it('in metres: x, y and the system that the file names', async () => {
    const { raw } = await openFixtures(['pop-4528.tif']);
    expect(raw).toMatchObject({ headers: ['x', 'y', 'elders'], statedCrs: 'EPSG:4528' });
    expect(raw!.rows[0]!.cells).toEqual([40488050, 3543950, 12.5]);
  });

  it('a negative value that is not declared as no data is no cell, and is reported', async () => {
    const opened = await openFixtures(['pop-none.tif']);
    expect(opened.raw!.rows).toHaveLength(9);
    expect(opened.issues).toMatchObject([
      { code: 'raster_as_elders' },
      { code: 'raster_negative', detail: { count: 3 } },
    ]);
  });
});

/** A zip of fixtures under other names. */
function zipOf(members: Readonly<Record<string, Uint8Array>>, name = 'archive.zip') {
  return { name, bytes: zipSync(members) };
}

function bytesOf(name: string): Uint8Array {
  return fixture(name).bytes;
}

describe('zips', () => {
  const shapefile = Object.fromEntries(SHAPEFILE.map((name) => [name, bytesOf(name)]));

  it('opens the one thing in it, whatever else lies beside', async () => {
    const readme = new TextEncoder().encode('read me');
    const opened = await openFiles([zipOf({ ...shapefile, 'readme.txt': readme, '__MACOSX/._areas.shp': readme })]);
    expect(opened).toMatchObject({ format: 'shapefile', raw: { rows: { length: 3 } } });
    expect(opened.issues).toEqual([]);
  });

  it('a KMZ is one of them', async () => {
    const opened = await openFiles([
      zipOf({ 'doc.kml': bytesOf('areas.kml'), 'icon.png': new Uint8Array(9) }, 'a.kmz'),
    ]);
    expect(opened).toMatchObject({ format: 'kml', raw: { rows: { length: 3 } } });
  });

  it('several things are layers, their own layers among them', async () => {
    const archive = zipOf({ 'a/empty.csv': new TextEncoder().encode('id\n'), 'b/areas.gpkg': bytesOf('areas.gpkg') });
    const opened = await openFiles([archive]);
    expect(opened.layers.map(({ name }) => name)).toEqual(['a/empty.csv', 'b/areas.gpkg/居住区', 'b/areas.gpkg/设施']);
    expect(opened.layer).toBe('b/areas.gpkg/居住区');
    expect(codesOf(opened)).toEqual(['layer_assumed']);
    const chosen = await openFiles([archive], { layer: 'b/areas.gpkg/设施' });
    expect(chosen).toMatchObject({ layer: 'b/areas.gpkg/设施', raw: { rows: { length: 2 } }, issues: [] });
    expect((await openFiles([archive], { layer: 'a/empty.csv' })).raw!.headers).toEqual(['id']);
    expect(codesOf(await openFiles([archive], { layer: 'c' }))).toEqual(['layer_unknown']);
  });

  it('names in GBK are read', async () => {
    const archive = zipOf({
      'xxxx.csv': new TextEncoder().encode('id\n1\n'),
      'b.csv': new TextEncoder().encode('id\n'),
    });
    const ascii = [0x78, 0x78, 0x78, 0x78];
    for (let at = 0; at < archive.bytes.length; at++) {
      if (ascii.every((byte, i) => archive.bytes[at + i] === byte)) archive.bytes.set([0xd0, 0xa1, 0xc7, 0xf8], at);
    }
    expect((await openFiles([archive])).layers.map(({ name }) => name)).toEqual(['小区.csv', 'b.csv']);
  });

  it('nothing to read is said, with what there is', async () => {
    const opened = await openFiles([zipOf({ 'a.pdf': new Uint8Array(4), 'b.docx': new Uint8Array(4) })]);
    expect(opened.issues).toMatchObject([{ code: 'zip_nothing_readable', detail: { found: ['a.pdf', 'b.docx'] } }]);
    expect(codesOf(await openFiles([zipOf({})]))).toEqual(['zip_nothing_readable']);
  });

  it('a zip within a zip is not opened', async () => {
    const inner = zipOf(shapefile).bytes;
    expect(codesOf(await openFiles([zipOf({ 'a.csv': inner })]))).toEqual(['format_unknown']);
  });

  it('a bomb is refused by what it declares, and by what it does where it lies', async () => {
    const archive = zipOf({ 'a.csv': new Uint8Array(30_000_000) });
    const view = new DataView(archive.bytes.buffer);
    const directory = view.getUint32(archive.bytes.length - 6, true);
    view.setUint32(directory + 24, 4_000_000_000, true);
    expect(codesOf(await openFiles([archive]))).toEqual(['file_too_large']);
    view.setUint32(directory + 24, 1000, true);
    expect(codesOf(await openFiles([archive]))).toEqual(['file_damaged']);
  });

  it('too many entries are refused', async () => {
    const none = new Uint8Array(0);
    const archive = zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.csv`, none])));
    expect(codesOf(await openFiles([archive]))).toEqual(['zip_too_many']);
  });

  it('a locked entry is said to be locked', async () => {
    const archive = zipOf({ 'a.csv': new TextEncoder().encode('id\n1\n') });
    const view = new DataView(archive.bytes.buffer);
    const directory = view.getUint32(archive.bytes.length - 6, true);
    view.setUint16(directory + 8, view.getUint16(directory + 8, true) | 1, true);
    expect(codesOf(await openFiles([archive]))).toEqual(['file_locked']);
  });
});

describe('what cannot be read is refused with a sentence that says what to do', () => {
  const HALF: readonly (readonly [name: string, code: string])[] = [
    ['areas.gpkg', 'file_damaged'],
    ['areas.fgb', 'file_incomplete'],
    ['areas.kml', 'file_damaged'],
    ['areas-snappy.parquet', 'file_damaged'],
    ['areas.xlsx', 'file_damaged'],
    ['areas.dbf', 'file_incomplete'],
    ['areas.shp', 'file_incomplete'],
    ['pop-deflate.tif', 'file_damaged'],
    ['areas.geojson', 'json_invalid'],
  ];

  it.each(HALF)('%s cut in half: %s', async (name, code) => {
    const { bytes } = fixture(name);
    const opened = await openFiles([{ name, bytes: bytes.slice(0, bytes.length * 0.55) }]);
    expect(codesOf(opened)).toContain(code);
    for (const problem of opened.issues) {
      expect(describeIssue('zh-CN', problem)).toMatch(/请/);
      expect(describeIssue('en', problem)).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it.each([
    ['%PDF-1.7', 'format_unknown'],
    ['Rar!\u001a', 'format_unknown'],
    ['<gpx></gpx>', 'format_unknown'],
    ['', 'file_empty'],
    [' \n', 'file_empty'],
  ])('%j', async (text, code) => {
    expect(codesOf(await openFiles([{ name: 'x', bytes: new TextEncoder().encode(text) }]))).toEqual([code]);
  });

  it('a codec that is not packaged is named', async () => {
    const opened = await openFixtures(['areas-brotli.parquet']);
    expect(opened.issues).toMatchObject([{ code: 'file_unsupported', detail: { found: 'Parquet BROTLI' } }]);
  });
});

it.each([
  'areas.shp',
  'areas.dbf',
  'areas.gpkg',
  'areas.fgb',
  'areas.kml',
  'areas-zstd.parquet',
  'areas.xlsx',
  'areas.xls',
  'html.xls',
  'pop-zstd.tif',
  'areas.geojson',
])('%s reads the same from the middle of a larger buffer, as Node hands small files over', async (name) => {
  const { bytes } = fixture(name);
  const larger = Buffer.alloc(bytes.length + 100, 0x37);
  larger.set(bytes, 50);
  const inside = await openFiles([{ name, bytes: larger.subarray(50, 50 + bytes.length) }]);
  expect(inside).toEqual(await openFixtures([name]));
});

describe('names and values are only ever text', () => {
  it('__proto__ as a column and as a value, in every format that a text can be turned into', async () => {
    const kml = `<kml><Placemark><ExtendedData><Data name="__proto__"><value>{"x":1}</value></Data>
      <Data name="constructor"><value>&lt;img onerror=alert(1)&gt;</value></Data></ExtendedData></Placemark></kml>`;
    const opened = await openFiles([{ name: 'a.kml', bytes: new TextEncoder().encode(kml) }]);
    expect(opened.raw!.headers).toEqual(['__proto__', 'constructor']);
    expect(opened.raw!.rows[0]!.cells).toEqual(['{"x":1}', '<img onerror=alert(1)>']);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
