import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../src/core/import/group-files.ts';
import type { OpenedSource, SourceChoice } from '../../src/core/import/source.ts';
import type { SourceFile } from '../../src/core/import/table.ts';
import { describeIssue } from '../../src/text/describe-issue.ts';
import { codesOf, openFiles, recordsOf } from '../builders/format-fixtures.ts';
import { ROOT } from '../sources.ts';

const FOLDER = path.resolve(ROOT, '..', 'shared', 'data', 'formats');
const THERE = existsSync(FOLDER);

/** What a file must be read as. Row counts and values are those of GDAL 3.6 (`ogrinfo -al`) unless a word says otherwise. */
interface Expected {
  /** The file, with those that belong to it. */
  readonly files: readonly string[];
  readonly choice?: SourceChoice;
  readonly rows: number;
  /** Cells of a row, by its position. */
  readonly cells?: Readonly<Record<number, Readonly<Record<string, unknown>>>>;
  readonly geometry?: Readonly<Record<number, unknown>>;
  readonly crs?: string | RegExp | null;
  readonly codes?: readonly string[];
}

function shapefile(name: string, ...endings: string[]): string[] {
  return ['shp', ...endings].map((ending) => `${name}.${ending}`);
}

const WGS84 = /^GEOGCS\["GCS_WGS_1984"/;

/** The bytes of `國語`, `한국말` and so on are in no encoding but one; GDAL decodes those it knows, mapshaper's tests name the rest. */
const DBF: readonly Expected[] = [
  { files: ['dbf/gbk.dbf'], rows: 1, cells: { 0: { NAME: '简体国语' } }, codes: [] },
  { files: ['dbf/gb2312.dbf'], rows: 1, cells: { 0: { NAME: '简体国语' } }, codes: [] },
  { files: ['dbf/big5.dbf'], rows: 1, cells: { 0: { NAME: '繁體國語' } }, codes: [] },
  { files: ['dbf/utf8.dbf'], rows: 1, cells: { 0: { NAME: '国语國語' } }, codes: [] },
  { files: ['dbf/eucjp.dbf'], rows: 2, cells: { 0: { NAME: 'ひたちなか市' }, 1: { NAME: '西蒲原郡弥彦村' } } },
  { files: ['dbf/shiftjis.dbf'], rows: 2, cells: { 0: { NAME: 'ひたちなか市' }, 1: { NAME: '西蒲原郡弥彦村' } } },
  { files: ['dbf/latin1.dbf'], rows: 1, cells: { 0: { NAME: 'Peçeña México' } }, codes: ['encoding_unsure'] },
  { files: ['dbf/periphereies.dbf'], rows: 13, codes: ['encoding_unsure', 'encoding_damaged'] },
  {
    files: ['dbf/periphereies.dbf'],
    choice: { encoding: 'windows-1253' },
    rows: 13,
    cells: { 0: { PER: 'Π. ΑΝΑΤΟΛΙΚΗΣ ΜΑΚΕΔΟΝΙΑΣ - ΘΡΑΚΗΣ' } },
    codes: [],
  },
  { files: ['dbf/cpg/big5.dbf', 'dbf/cpg/big5.cpg'], rows: 1, cells: { 0: { NAME: '國語' } }, codes: [] },
  { files: ['dbf/cpg/euckr.dbf', 'dbf/cpg/euckr.cpg'], rows: 1, cells: { 0: { NAME: '한국말' } }, codes: [] },
  { files: ['dbf/cpg/koi8r.dbf', 'dbf/cpg/koi8r.cpg'], rows: 1, cells: { 0: { NAME: 'русский' } }, codes: [] },
  { files: ['dbf/cpg/latin2.dbf', 'dbf/cpg/latin2.cpg'], rows: 1, cells: { 0: { NAME: 'čeština' } }, codes: [] },
  { files: ['dbf/cpg/shiftjis.dbf', 'dbf/cpg/shiftjis.cpg'], rows: 1, cells: { 0: { NAME: 'カタカナひらがな' } } },
  { files: ['dbf/cpg/win1251.dbf', 'dbf/cpg/win1251.cpg'], rows: 1, cells: { 0: { NAME: 'РУССКИЙ' } }, codes: [] },
  { files: ['dbf/cpg/win874.dbf', 'dbf/cpg/win874.cpg'], rows: 1, cells: { 0: { NAME: 'ภาษาไทย' } }, codes: [] },
  { files: ['dbf/cpg/utf16.dbf', 'dbf/cpg/utf16.cpg'], rows: 0, codes: [] },
  { files: ['dbf/POLYGON.dbf'], rows: 2, cells: { 0: { NAME: 'Fairfax City' } } },
  // A decimal comma; GDAL reads 68 and warns.
  { files: ['dbf/comma_separated.dbf'], rows: 7, cells: { 0: { AUGSTUMS: 68.5, PIEZIMES: '10k' } } },
  {
    files: ['dbf/ne_10m_time_zones.dbf'],
    rows: 120,
    cells: { 0: { name: '-10', places: 'Arctic Ocean', utc_format: 'UTC-10:00' } },
    codes: [],
  },
];

const OTHERS: readonly Expected[] = [
  {
    files: shapefile('dbf/ldid/chinese', 'dbf', 'shx', 'prj'),
    rows: 1,
    cells: { 0: { NAME: '简体' } },
    geometry: { 0: { type: 'Point', coordinates: [-248.7157894736842, 625.6105263157895] } },
    crs: WGS84,
  },
  {
    files: shapefile('shapefile/six_counties', 'dbf', 'shx', 'prj'),
    rows: 6,
    cells: {
      0: { NAME: 'District of Columbia', POP2000: 572059, MED_AGE: 33.9 },
      5: { NAME: 'Manassas', POP2000: 35109 },
    },
    crs: WGS84,
    codes: [],
  },
  {
    files: shapefile('shapefile/two_states_mercator', 'dbf', 'shx', 'prj'),
    rows: 2,
    cells: { 1: { STATE_NAME: 'Washington', LAT: 47.38 } },
    crs: /^PROJCS\["WGS_84_World_Mercator"/,
  },
  // 240 bytes of an earlier state follow the last record.
  {
    files: shapefile('shapefile/geo_lines', 'dbf', 'shx', 'prj'),
    rows: 6,
    cells: { 0: { note: 'Southern tropic, 23.4° S.' } },
    codes: [],
  },
  { files: shapefile('shapefile/three_points', 'dbf', 'shx', 'prj'), rows: 3, cells: { 0: { name: 'Niagara Falls' } } },
  {
    files: shapefile('shapefile/nad27/popctr_state1970', 'dbf', 'shx', 'prj'),
    rows: 51,
    cells: { 50: { STATE: 'Wyoming', POPULATION: 332416, LONGDD: -107 } },
    crs: /^GEOGCS\["NAD27"/,
  },
  {
    files: shapefile('shapefile/utf8-property', 'dbf', 'shx', 'prj', 'cpg'),
    rows: 1,
    cells: { 0: { '☃': 'ηελλο ςορλδ' } },
    geometry: { 0: { type: 'Point', coordinates: [3, 4] } },
    codes: [],
  },
  { files: shapefile('shapefile/latin1-property', 'dbf', 'shx', 'prj'), rows: 1, cells: { 0: { name: 'México' } } },
  // The .json beside it.
  {
    files: ['shapefile/polygons.shp'],
    rows: 3,
    geometry: {
      1: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [0, 4],
            [4, 4],
            [4, 0],
            [0, 0],
          ],
          [
            [1, 1],
            [3, 1],
            [3, 3],
            [1, 3],
            [1, 1],
          ],
        ],
      },
      2: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [2, 2],
              [2, 3],
              [3, 3],
              [3, 2],
              [2, 2],
            ],
          ],
          [
            [
              [4, 4],
              [4, 5],
              [5, 5],
              [5, 4],
              [4, 4],
            ],
          ],
        ],
      },
    },
    crs: null,
    codes: ['attributes_missing'],
  },
  { files: ['shapefile/ignore-properties.shp'], rows: 3, codes: ['attributes_missing'] },
  { files: ['shapefile/two_states_merc_copy.shp'], rows: 2, codes: ['attributes_missing'] },
  {
    files: shapefile('shapefile/shplib/anno', 'dbf', 'shx'),
    rows: 201,
    cells: { 0: { TEXT: 'Wager Rd.', X: 486089.531 } },
  },
  { files: shapefile('shapefile/shplib/brklinz', 'dbf', 'shx'), rows: 122 },
  { files: shapefile('shapefile/shplib/csah', 'dbf', 'shx'), rows: 124 },
  { files: shapefile('shapefile/shplib/masspntz', 'dbf', 'shx'), rows: 815 },
  { files: shapefile('shapefile/shplib/multipnt', 'dbf', 'shx'), rows: 1, cells: { 0: { EAS_ID: 241 } } },
  { files: shapefile('shapefile/shplib/pline', 'dbf', 'shx'), rows: 460 },
  { files: shapefile('shapefile/shplib/polygon', 'dbf', 'shx'), rows: 474, codes: [] },
  // GDAL stops at the 8 records that the .shx states; the .shp and the .dbf hold 22.
  { files: shapefile('shapefile/shplib/3dpoints', 'dbf', 'shx'), rows: 22, codes: [] },
  { files: ['flatgeobuf/countries.fgb'], rows: 179, cells: { 0: { id: 'ATA', name: 'Antarctica' } }, crs: 'EPSG:4326' },
  { files: ['flatgeobuf/empty.fgb'], rows: 0, codes: [] },
  { files: ['flatgeobuf/poly00.fgb'], rows: 10, cells: { 0: { EAS_ID: 158, PRFEDEA: '35043369' } }, crs: 'EPSG:27700' },
  { files: ['flatgeobuf/poly01.fgb'], rows: 10 },
  {
    files: ['geopackage/same_crs_points.gpkg'],
    rows: 5,
    cells: { 0: { NAME: 'Medford', CLASS: 4, LAT: 42.33200016, 'label-text': 'Medford' } },
    geometry: { 0: { type: 'Point', coordinates: [-122.8618726, 42.33200016] } },
    crs: 'EPSG:4326',
    codes: ['layer_assumed'],
  },
  { files: ['geopackage/same_crs_points.gpkg'], choice: { layer: 'washington_cities' }, rows: 6, codes: [] },
  { files: ['geopackage/data_only_tables.gpkg'], rows: 5, cells: { 0: { NAME: 'Medford' } }, geometry: { 0: null } },
  { files: ['geopackage/mixed_crs.gpkg'], rows: 1, crs: 'EPSG:2269' },
  { files: ['geopackage/mixed_crs.gpkg'], choice: { layer: 'oregon_4326' }, rows: 1, crs: 'EPSG:4326' },
  { files: ['kml/Albania.kmz'], rows: 63, cells: { 0: { name: 'KE-839' }, 1: { name: 'RE-306' } }, crs: 'EPSG:4326' },
  ...['native', 'wkb'].flatMap((encoding): Expected[] => [
    // DuckDB 1.4 on the same files.
    {
      files: [`geoparquet/data-point-encoding_${encoding}.parquet`],
      rows: 4,
      cells: { 0: { col: 0 }, 3: { col: 3 } },
      geometry: {
        0: { type: 'Point', coordinates: [30, 10] },
        1: null,
        2: null,
        3: { type: 'Point', coordinates: [40, 40] },
      },
    },
    {
      files: [`geoparquet/data-polygon-encoding_${encoding}.parquet`],
      rows: 4,
      geometry: {
        1: {
          type: 'Polygon',
          coordinates: [
            [
              [35, 10],
              [45, 45],
              [15, 40],
              [10, 20],
              [35, 10],
            ],
            [
              [20, 30],
              [35, 35],
              [30, 20],
              [20, 30],
            ],
          ],
        },
        2: { type: 'Polygon', coordinates: [] },
        3: null,
      },
    },
  ]),
  // `gdallocationinfo -valonly`.
  {
    files: ['geotiff/wgs84-geographic-epsg4326.tif'],
    rows: 4,
    cells: {
      0: { lon: -90, lat: 45, elders: 0 },
      1: { lon: 90, lat: 45, elders: 64 },
      3: { lon: 90, lat: -45, elders: 255 },
    },
    crs: 'EPSG:4326',
  },
  { files: ['csv/wkt.csv'], rows: 3, cells: { 1: { city: 'Zürich', geom: 'POINT(8.5435 47.3768)' } }, codes: [] },
  { files: ['geojson/six_counties_three_null.json'], rows: 6, geometry: { 0: null } },
  { files: ['crs/dhm.geojson'], rows: 465 },
  ...['utf16.txt', 'utf16bom.txt', 'utf16le.txt', 'utf16le_bom.txt', 'utf8bom.txt'].map((name): Expected => ({
    files: [`text-encodings/${name}`],
    rows: 1,
    cells: { 0: { NAME: '国语國語' } },
    codes: [],
  })),
  ...['utf16_be_bom.csv', 'utf16_le_bom.csv', 'utf8_bom.csv'].map((name): Expected => ({
    files: [`text-encodings/${name}`],
    rows: 1,
    cells: { 0: { city: 'BURLINGTON', zip: '27215' } },
  })),
  { files: ['text-encodings/states.csv'], rows: 52, cells: { 0: { STATE_NAME: 'Alabama', STATE_FIPS: '01' } } },
  { files: ['text-encodings/two_states.tsv'], rows: 2, cells: { 0: { LONG: '-120.55' } } },
];

function load(names: readonly string[]): SourceFile[] {
  return names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(FOLDER, name))) }));
}

function check(opened: OpenedSource, { rows, cells = {}, geometry = {}, crs, codes }: Expected): void {
  expect(opened.raw?.rows.length).toBe(rows);
  const records = recordsOf(opened);
  for (const [row, expected] of Object.entries(cells)) expect(records[Number(row)]).toMatchObject(expected);
  for (const [row, expected] of Object.entries(geometry)) {
    expect(opened.raw!.rows[Number(row)]!.shape).toEqual({ kind: 'geojson', geometry: expected });
  }
  if (typeof crs === 'string' || crs === null) expect(opened.raw!.statedCrs).toBe(crs);
  else if (crs) expect(opened.raw!.statedCrs).toMatch(crs);
  if (codes) expect(codesOf(opened)).toEqual(codes);
}

describe.skipIf(!THERE)('real files in every format (skipped where ../shared/data is absent)', () => {
  it.each([...DBF, ...OTHERS].map((expected) => [expected.files[0]!, expected] as const))('%s', async (_, expected) =>
    check(await openFiles(load(expected.files), expected.choice), expected),
  );

  it('the encoding is told from all of a table, not from its first pages', async () => {
    const opened = await openFiles(load(['dbf/ne_10m_time_zones.dbf']));
    expect(opened.encoding).toMatchObject({ used: 'windows-1252' });
    expect(recordsOf(opened).map(({ utc_format: zone }) => zone)).toContain('UTC±00:00');
  });

  it('fields of one name stay apart', async () => {
    const { raw } = await openFiles(load(['dbf/duplicate_fields.dbf']));
    expect(raw!.headers.filter((header) => header === 'unemployed')).toHaveLength(2);
    expect(raw!.headers).toHaveLength(12);
    // The first row by ogrinfo: rates are null, counts zero.
    expect(raw!.rows[0]!.cells.slice(1, 7)).toEqual(['15003980600', undefined, 0, 0, 0, undefined]);
  });

  it('every file is read, or refused with a reason in both languages', async () => {
    const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(path.join(FOLDER, name)).isFile(),
    );
    expect(names.length).toBeGreaterThan(100);
    const refused = new Map<string, string[]>();
    for (const group of groupFiles(names)) {
      const opened = await openFiles(load(group));
      if (opened.raw === null) refused.set(group[0]!, codesOf(opened));
      for (const problem of opened.issues) {
        for (const language of ['zh-CN', 'en'] as const) {
          expect(describeIssue(language, problem)).not.toMatch(/undefined|NaN|\[object/);
        }
      }
    }
    // Bare features and geometries are no tables, and the pairs of coordinates are an array.
    const bare = [...refused].filter(([, codes]) => codes[0] === 'geojson_not_collection').map(([name]) => name);
    expect(bare).toHaveLength(14);
    expect([...refused].filter(([name]) => !bare.includes(name))).toEqual([
      ['text-encodings/empty.csv', ['file_empty']],
    ]);
  });
});
