import { describe, expect, test } from 'vitest';
import { readTable, readTableSteps } from '../../builders/read-text-table.ts';
import type { ReadTable, Table, TableRole } from '../../../src/core/import/table.ts';
import type { Progress } from '../../../src/core/progress.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string | Uint8Array, role?: TableRole, crs?: string): ReadTable {
  const bytes = typeof text === 'string' ? encode(text) : text;
  return readTable({ file: { name: 'table', bytes }, ...(role && { role }), ...(crs && { crs }) });
}

type Records<R extends TableRole> = Extract<Table, { role: R }>['records'];

function recordsOf<R extends TableRole>(result: ReadTable, role: R): Records<R> {
  expect(result.table?.role).toBe(role);
  return result.table!.records as Records<R>;
}

const problems = (result: ReadTable): string[] =>
  result.issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code);

function collection(features: readonly unknown[], more: object = {}): string {
  return JSON.stringify({ type: 'FeatureCollection', features, ...more });
}

const square = (west: number): unknown => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 32],
      [west + 1, 32],
      [west + 1, 33],
      [west, 33],
      [west, 32],
    ],
  ],
});

const feature = (properties: object, more: object = {}): object => ({
  type: 'Feature',
  properties,
  geometry: null,
  ...more,
});

describe('a table of residential areas', () => {
  const canonical =
    'id,name,class,households,residents,elders,elders_80,settlement,community,subdistrict,county,city,pool,condition_date,lon,lat\n' +
    'A1,甲小区,new,1200,3000.5,600,80,rural,一社区,一街道,某区,某市,P1,2023-05-01,120.85,32.01\n';
  const area = {
    id: 'A1',
    name: '甲小区',
    class: 'new',
    households: 1200,
    residents: 3000.5,
    elders: 600,
    elders80: 80,
    settlement: 'rural',
    community: '一社区',
    subdistrict: '一街道',
    county: '某区',
    city: '某市',
    pool: 'P1',
    conditionDate: '2023-05-01',
    geometry: { type: 'Point', coordinates: [120.85, 32.01] },
  };

  test('has every column of the contract', () => {
    const result = read(canonical);
    expect(recordsOf(result, 'areas')).toEqual([area]);
    expect(result.rows).toBe(1);
    expect(result.issues.map(({ code }) => code)).toEqual(['crs_assumed']);
  });

  test.each([
    [
      'Chinese headers with units in half and full width brackets',
      '编号,小区名称,建设类型,总户数（户）,常住人口(人),60岁及以上人口,高龄人口,城乡,社区,街道,区县,市,统筹组,规划条件日期,经度,纬度\n' +
        'A1,甲小区,新建,"1,200",3000.5人,600,80,农村,一社区,一街道,某区,某市,P1,2023年5月1日,120.85,32.01\n',
    ],
    [
      'the contract’s other headers, spaces, full-width figures, semicolons',
      '代码;居住区;类别; 户数 ;人口;60岁以上;80岁及以上人口;城乡;居委会;乡镇;县区;市;统筹组;规划条件日期;longitude;latitude\n' +
        'A1;甲小区;新建;１２００;3 000.5;600;80;农村;一社区;一街道;某区;某市;P1;20230501;120.85;32.01\n',
    ],
    ['tabs and capitals', canonical.replaceAll(',', '\t').replace('id\tname', 'ID\tName')],
  ])('reads the same from %s', (_, text) => {
    const result = read(text);
    expect(problems(result)).toEqual([]);
    expect(recordsOf(result, 'areas')).toEqual([area]);
  });

  test('a bracket that is no unit makes another column', () => {
    const result = read('id,户数(套),人口(60岁以上),建筑面积(万平方米)\nA1,10,20,30\n', 'areas');
    expect(recordsOf(result, 'areas')[0]).toMatchObject({
      households: 10,
      extra: { '人口(60岁以上)': '20', '建筑面积(万平方米)': '30' },
    });
    expect(recordsOf(result, 'areas')[0]).not.toHaveProperty('residents');
  });

  test('keeps blank-like cells unknown, and zero zero', () => {
    const result = read('id,households,residents,elders\nA1,-,无数据,N/A\nA2,0,,null\nA3,—,/,未知\n');
    expect(problems(result)).toEqual(['coordinates_missing']);
    expect(recordsOf(result, 'areas')).toEqual([
      { id: 'A1', class: 'unknown', settlement: 'urban' },
      { id: 'A2', class: 'unknown', settlement: 'urban', households: 0 },
      { id: 'A3', class: 'unknown', settlement: 'urban' },
    ]);
  });

  test('keeps what it does not know, also of columns that repeat', () => {
    const result = read('id,households,户数,备注,备注,__proto__\nA1,1,2,a,b,c\nA2,1,,,,\n');
    expect(recordsOf(result, 'areas').map(({ extra }) => JSON.stringify(extra))).toEqual([
      '{"户数":"2","备注":"a","备注 (2)":"b","__proto__":"c"}',
      undefined,
    ]);
    const unknown = result.issues.find(({ code }) => code === 'column_unknown');
    expect(unknown?.detail['found']).toEqual(['备注', '备注', '__proto__']);
  });

  test('a column of residents of 65 and over stands in for elders, aloud, unless there is one', () => {
    const alone = read('id,households,65岁以上\nA1,1,7\n');
    expect(recordsOf(alone, 'areas')[0]?.elders).toBe(7);
    expect(alone.issues.find(({ code }) => code === 'elders_column_age')?.detail).toEqual({
      found: '65岁以上',
      age: 65,
    });
    const beside = read('id,households,65岁以上,老年人口\nA1,1,7,9\n');
    expect(recordsOf(beside, 'areas')[0]).toMatchObject({ elders: 9, extra: { '65岁以上': '7' } });
  });
});

describe('a table of facilities', () => {
  test('has every column of the contract, in Chinese', () => {
    const result = read(
      '编号,设施名称,设施类型,建筑面积（平方米）,占地面积(㎡),用地性质,床位数(张),护理型床位数,入住数,状态,启用日期,租期至,取得方式,服务小区,统筹组,楼栋,性质,公益性,数据日期,社区,地址,电话,服务时间,服务内容,运营单位,等级,入口,依据材料,楼层,经度,纬度\n' +
        'F1,甲站,社区养老服务站（点）,"1,234.5㎡",500平方米,分摊,35张,20,18,在用,2020/1/2,2030.12.31,配建,A1：200；A2,P1,1号楼,公建民营,是,2024-05-31,一社区,某路1号,0513,8-17,助餐,某公司,3A,120.8501 32.0101,证,1,120.85,32.01\n',
    );
    expect(problems(result)).toEqual([]);
    expect(recordsOf(result, 'facilities')).toEqual([
      {
        id: 'F1',
        name: '甲站',
        type: 'station',
        floorAreaM2: 1234.5,
        landAreaM2: 500,
        landBasis: 'apportioned',
        beds: 35,
        nursingBeds: 20,
        occupiedBeds: 18,
        status: 'open',
        validFrom: '2020-01-02',
        validTo: '2030-12-31',
        acquisition: 'built_with_housing',
        serves: [{ area: 'A1', m2: 200 }, { area: 'A2' }],
        pool: 'P1',
        building: '1号楼',
        ownership: 'public_private',
        publicBenefit: true,
        updated: '2024-05-31',
        community: '一社区',
        address: '某路1号',
        phone: '0513',
        hours: '8-17',
        services: '助餐',
        operator: '某公司',
        grade: '3A',
        entrance: [120.8501, 32.0101],
        evidence: '证',
        storey: '1',
        geometry: { type: 'Point', coordinates: [120.85, 32.01] },
      },
    ]);
  });

  test('a blank status stays blank, an unknown type is other', () => {
    const result = read('id,type,status\nF1,养老院,\nF2,老年大学,在建\n');
    expect(recordsOf(result, 'facilities')).toEqual([
      { id: 'F1', type: 'institution' },
      { id: 'F2', type: 'other', status: 'building' },
    ]);
    expect(result.issues.find(({ code }) => code === 'value_unknown')?.detail).toMatchObject({
      found: '老年大学',
      used: 'other',
    });
  });
});

describe('units and population', () => {
  test('a unit’s path is its parent’s path and its name', () => {
    const result = read(
      'level,name,parent,settlement,residents\n市,某市,,,\n区县,某区,某市,,1000\n乡镇,某镇,某市/某区,农村,\n',
    );
    expect(problems(result)).toEqual([]);
    expect(recordsOf(result, 'units')).toEqual([
      { path: '某市', level: 'city', name: '某市' },
      { path: '某市/某区', level: 'county', name: '某区', residents: 1000 },
      { path: '某市/某区/某镇', level: 'subdistrict', name: '某镇', settlement: 'rural' },
    ]);
  });

  test('cells by their centres, from CSV and from GeoJSON squares', () => {
    const csv = recordsOf(read('lon,lat,elders\n120.5,32.5,3.25\n121.5,32.5,\n'), 'population');
    const cells = [
      { type: 'Feature', properties: { elders: 3.25 }, geometry: square(120) },
      { type: 'Feature', properties: { elders: null }, geometry: square(121) },
    ];
    expect(recordsOf(read(collection(cells)), 'population')).toEqual(csv);
    expect(csv).toEqual({
      lon: Float64Array.of(120.5, 121.5),
      lat: Float64Array.of(32.5, 32.5),
      elders: Float64Array.of(3.25, NaN),
      residents: Float64Array.of(NaN, NaN),
    });
  });
});

describe('the role', () => {
  test.each([
    ['id,households', 'areas'],
    ['编号,常住人口,老年人口', 'areas'],
    ['id,name,type', 'facilities'],
    ['编号,名称,类型,建筑面积', 'facilities'],
    ['level,name', 'units'],
    ['lon,lat,elders,residents', 'population'],
  ])('of %s is %s', (header, role) => {
    expect(read(`${header}\n1,2,3,4\n`).issues.filter(({ code }) => code === 'role_unknown')).toEqual([]);
    expect(read(`${header}\n`).table?.role ?? null).toBe(role);
  });

  test('is not guessed', () => {
    const result = read('id,name,lon,lat\n1,a,120,32\n');
    expect(result.table).toBeNull();
    expect(result.issues).toMatchObject([{ code: 'role_unknown', detail: { found: ['id', 'name', 'lon', 'lat'] } }]);
  });
});

describe('the file', () => {
  test('may carry a byte order mark', () => {
    expect(recordsOf(read('\uFEFFid,households\nA1,5\n'), 'areas')[0]).toMatchObject({ id: 'A1', households: 5 });
    expect(recordsOf(read(`\uFEFF${collection([{ properties: { id: 1, households: 5 } }])}`), 'areas')[0]?.id).toBe(
      '1',
    );
  });

  test('is known by the SHA-256 of its bytes', () => {
    // NIST's published digest of "abc".
    expect(read('abc').sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('is read in steps that report progress', () => {
    const rows = Array.from({ length: 1200 }, (_, row) => `A${row},${row}`).join('\n');
    const steps = readTableSteps({ file: { name: 'areas.csv', bytes: encode(`id,households\n${rows}\n`) } });
    const seen: Progress[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) seen.push(step.value);
    expect(step.value.rows).toBe(1200);
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.every(({ done, total }) => done <= total)).toBe(true);
  });
});

describe('GeoJSON', () => {
  test('gives a feature’s own id where no column holds ids', () => {
    const own = read(collection([feature({ households: 1 }, { id: 7 })]));
    expect(recordsOf(own, 'areas')[0]?.id).toBe('7');
    const column = read(collection([feature({ 编号: 'A1', households: 1 }, { id: 7 })]));
    expect(recordsOf(column, 'areas')[0]?.id).toBe('A1');
  });

  test('heights and winding do not matter, a MultiPoint of one is a point', () => {
    const ring = [
      [120, 32, 5],
      [120, 33, 5],
      [121, 33, 5],
      [120, 32, 5],
    ];
    const result = read(
      collection([
        feature({ id: 'A1', households: 1 }, { geometry: { type: 'Polygon', coordinates: [ring] } }),
        feature({ id: 'A2' }, { geometry: { type: 'MultiPoint', coordinates: [[120, 32, 9]] } }),
      ]),
    );
    expect(problems(result)).toEqual([]);
    expect(recordsOf(result, 'areas').map(({ geometry }) => geometry)).toEqual([
      {
        type: 'Polygon',
        coordinates: [
          [
            [120, 32],
            [120, 33],
            [121, 33],
            [120, 32],
          ],
        ],
      },
      { type: 'Point', coordinates: [120, 32] },
    ]);
  });

  test.each([
    [{ type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } }, [120, 32]],
    [{ type: 'name', properties: { name: 'EPSG:4490' } }, [120, 32]],
    [{ type: 'EPSG', properties: { code: 4528 } }, [40_500_000, 3_542_000]],
  ])('honours the system that it names: %j', (crs, coordinates) => {
    const result = read(
      collection([feature({ id: 'A1', households: 1 }, { geometry: { type: 'Point', coordinates } })], { crs }),
    );
    expect(result.issues).toEqual([]);
    const [lon, lat] = (recordsOf(result, 'areas')[0]!.geometry as { coordinates: number[] }).coordinates;
    expect(lon).toBeCloseTo(120, 6);
    expect(lat).toBeCloseTo(32, 1);
  });
});

describe('declared coordinate systems', () => {
  test('a definition may be declared, and what cannot be read is named by its start', () => {
    const prj =
      'PROJCS["CGCS2000_3_Degree_GK_CM_120E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
    const table = 'id,households,x,y\nA1,1,584543.8856,3539995.3325\n';
    const result = read(table, 'areas', prj);
    expect(result.issues).toEqual([]);
    const [lon, lat] = (recordsOf(result, 'areas')[0]!.geometry as { coordinates: number[] }).coordinates;
    expect(lon).toBeCloseTo(120.8945, 8);
    expect(lat).toBeCloseTo(31.9801, 8);
    const [unknown] = read(table, 'areas', prj.replace('Gauss_Kruger', 'Kruger\n').slice(0, 400)).issues;
    expect(unknown).toMatchObject({ code: 'crs_unknown', detail: { found: `${prj.slice(0, 119)}…` } });
  });

  test('a local grid is declared by its control points', () => {
    const grid = 'local EPSG:4326: 0,0 = 120.85,32.01; 1867,0 = 120.869755,32.01';
    const result = read('id,households,x,y\nA1,1,933.5,0\n', 'areas', grid);
    expect(result.issues.map(({ code }) => code)).toEqual(['local_grid_unchecked']);
    const [lon, lat] = (recordsOf(result, 'areas')[0]!.geometry as { coordinates: number[] }).coordinates;
    expect(lon).toBeCloseTo(120.8598775, 7);
    expect(lat).toBeCloseTo(32.01, 5);
  });

  test('apply to the place and to the entrance', () => {
    const result = read('id,type,lon,lat,entrance\nF1,station,120.8,32.0,120.8 32.0\n', 'facilities', 'gcj02');
    const facility = recordsOf(result, 'facilities')[0]!;
    expect(result.issues).toEqual([]);
    expect(facility.entrance).toEqual((facility.geometry as { coordinates: number[] }).coordinates);
    expect(facility.entrance![0]).not.toBeCloseTo(120.8, 3);
  });

  test('x is east: surveyors’ x north, y east is reported', () => {
    const result = read('id,households,x,y\nA1,1,3542000,40500000\n', 'areas', '4528');
    expect(result.issues).toMatchObject([{ code: 'coordinates_swapped', where: { row: 1, column: 'x' } }]);
  });

  test('an SRID before well-known text counts', () => {
    const quoted = read('id;households;wkt\nA1;1;"SRID=4490;POINT (120 32)"\n', 'areas');
    expect(quoted.issues).toEqual([]);
    expect(recordsOf(quoted, 'areas')[0]?.geometry).toEqual({ type: 'Point', coordinates: [120, 32] });
  });
});

describe('a table of candidate sites', () => {
  const chinese =
    '编号,名称,类型,原用途,建筑面积（㎡）,用地面积,楼层,权属,费用(万元),经度,纬度\n' +
    'C1,原粮站用房,闲置用房,粮站,310,,1,街道集体,46.5,120.85,32.01\n' +
    'C2,,空闲地块,停车场,,1200,,国有,,120.86,32.02\n';

  test('is told apart by its own columns, though it shares most with facilities', () => {
    const candidates = recordsOf(read(chinese), 'candidates');
    expect(candidates).toEqual([
      {
        id: 'C1',
        name: '原粮站用房',
        kind: 'idle_building',
        formerUse: '粮站',
        floorAreaM2: 310,
        storey: '1',
        tenure: '街道集体',
        costWanYuan: 46.5,
        geometry: { type: 'Point', coordinates: [120.85, 32.01] },
      },
      {
        id: 'C2',
        kind: 'vacant_plot',
        formerUse: '停车场',
        landAreaM2: 1200,
        tenure: '国有',
        geometry: { type: 'Point', coordinates: [120.86, 32.02] },
      },
    ]);
  });

  test('leaves a table of facilities with a type and areas a table of facilities', () => {
    expect(read('编号,类型,建筑面积,用地面积\nF1,养老服务站,200,\n').table?.role).toBe('facilities');
  });
});
