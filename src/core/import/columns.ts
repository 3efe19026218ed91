import type { TableRole } from './table.ts';

/** What a column holds, as far as its header's unit in brackets goes. */
export type HeaderUnit = 'm2' | 'households' | 'persons' | 'beds' | 'degrees' | 'metres' | 'date' | 'wan_yuan';

export interface Column {
  /** The canonical, English name. */
  readonly name: string;
  /** Other headers that mean the same. */
  readonly headers: readonly string[];
  readonly unit?: HeaderUnit;
}

/** Where a row is, in tables without geometries of their own. `x`, `y` say nothing about their system: it must be declared. */
export const PLACE_COLUMNS = [
  { name: 'lon', headers: ['经度', 'lng', 'long', 'longitude'], unit: 'degrees' },
  { name: 'lat', headers: ['纬度', 'latitude'], unit: 'degrees' },
  { name: 'x', headers: ['x坐标'], unit: 'metres' },
  { name: 'y', headers: ['y坐标'], unit: 'metres' },
  { name: 'wkt', headers: ['geom', 'geometry', 'the_geom'] },
] as const satisfies readonly Column[];

const UNIT_NAME_COLUMNS: readonly Column[] = [
  { name: 'community', headers: ['社区', '村', '居委会', '社区/村', '社区/村/居委会', '社区(村)'] },
  { name: 'subdistrict', headers: ['街道', '乡镇', '街道/乡镇', '街道(乡镇)'] },
  { name: 'county', headers: ['区县', '县区', '区县/县区'] },
  { name: 'city', headers: ['市'] },
];

const RESIDENTS: Column = { name: 'residents', headers: ['常住人口', '人口', '总人口'], unit: 'persons' };
const ELDERS: Column = { name: 'elders', headers: ['老年人口', '60岁及以上人口', '60岁以上'], unit: 'persons' };

const AREA_COLUMNS: readonly Column[] = [
  { name: 'id', headers: ['编号', '小区编号', '代码'] },
  { name: 'name', headers: ['名称', '小区名称', '居住区'] },
  { name: 'class', headers: ['类别', '建设类型'] },
  { name: 'households', headers: ['户数', '总户数', '住宅套数'], unit: 'households' },
  RESIDENTS,
  ELDERS,
  { name: 'elders_80', headers: ['80岁及以上人口', '高龄人口'], unit: 'persons' },
  { name: 'estimated', headers: [] },
  { name: 'settlement', headers: ['城乡'] },
  ...UNIT_NAME_COLUMNS,
  { name: 'pool', headers: ['统筹组'] },
  { name: 'condition_date', headers: ['规划条件日期'], unit: 'date' },
];

const FACILITY_COLUMNS: readonly Column[] = [
  { name: 'id', headers: ['编号'] },
  { name: 'name', headers: ['设施名称', '名称'] },
  { name: 'type', headers: ['类型', '设施类型'] },
  { name: 'floor_area', headers: ['建筑面积'], unit: 'm2' },
  { name: 'land_area', headers: ['用地面积', '占地面积', '用地面积/占地面积'], unit: 'm2' },
  { name: 'land_basis', headers: ['用地性质'] },
  { name: 'beds', headers: ['床位数'], unit: 'beds' },
  { name: 'nursing_beds', headers: ['护理型床位数'], unit: 'beds' },
  { name: 'occupied_beds', headers: ['入住数'], unit: 'beds' },
  { name: 'status', headers: ['状态'] },
  { name: 'valid_from', headers: ['启用日期'], unit: 'date' },
  { name: 'valid_to', headers: ['租期至', '到期日期', '租期至/到期日期'], unit: 'date' },
  { name: 'acquisition', headers: ['取得方式'] },
  { name: 'serves', headers: ['服务小区'] },
  { name: 'pool', headers: ['统筹组'] },
  { name: 'building', headers: ['楼栋'] },
  { name: 'ownership', headers: ['性质'] },
  { name: 'public_benefit', headers: ['公益性'] },
  { name: 'updated', headers: ['数据日期'], unit: 'date' },
  ...UNIT_NAME_COLUMNS,
  { name: 'address', headers: ['地址'] },
  { name: 'phone', headers: ['电话'] },
  { name: 'hours', headers: ['服务时间'] },
  { name: 'services', headers: ['服务内容'] },
  { name: 'operator', headers: ['运营单位'] },
  { name: 'grade', headers: ['等级'] },
  { name: 'entrance', headers: ['入口'] },
  { name: 'evidence', headers: ['依据材料'] },
  { name: 'storey', headers: ['楼层'] },
];

const UNIT_COLUMNS: readonly Column[] = [
  { name: 'level', headers: ['级别', '层级', '单元级别'] },
  { name: 'name', headers: ['名称', '单元名称'] },
  { name: 'code', headers: ['行政区划代码', '区划代码', '代码'] },
  { name: 'parent', headers: ['上级', '上级单元'] },
  { name: 'settlement', headers: ['城乡'] },
  RESIDENTS,
  ELDERS,
];

const CANDIDATE_COLUMNS: readonly Column[] = [
  { name: 'id', headers: ['编号'] },
  { name: 'name', headers: ['名称', '场地名称', '地块名称'] },
  { name: 'kind', headers: ['场地类型', '候选类型', '类型'] },
  { name: 'former_use', headers: ['原用途', '现状用途'] },
  { name: 'floor_area', headers: ['建筑面积', '可用建筑面积'], unit: 'm2' },
  { name: 'land_area', headers: ['用地面积', '占地面积'], unit: 'm2' },
  { name: 'storey', headers: ['楼层'] },
  { name: 'tenure', headers: ['权属'] },
  { name: 'cost', headers: ['费用', '改造费用'], unit: 'wan_yuan' },
  ...UNIT_NAME_COLUMNS,
  { name: 'address', headers: ['地址'] },
];

/** Reserved parcels: no file brings them yet, forms fill them in. */
export const PARCEL_COLUMNS: readonly Column[] = [
  { name: 'id', headers: ['编号'] },
  { name: 'name', headers: ['名称', '地块名称'] },
  { name: 'use', headers: ['规划用途'] },
  { name: 'planned_for', headers: ['规划设施'] },
  { name: 'land_area', headers: ['用地面积', '占地面积'], unit: 'm2' },
  { name: 'floor_area', headers: ['规划建筑面积', '建筑面积'], unit: 'm2' },
  { name: 'source', headers: ['规划依据'] },
  ...UNIT_NAME_COLUMNS,
];

/** Every column that CONTRACT.md §1 names, and those of candidate sites, by table, with the headers under which people keep it. */
export const COLUMNS: Readonly<Record<TableRole, readonly Column[]>> = {
  areas: AREA_COLUMNS,
  facilities: FACILITY_COLUMNS,
  units: UNIT_COLUMNS,
  population: [ELDERS, RESIDENTS],
  candidates: CANDIDATE_COLUMNS,
};

/** Without these a table cannot be used at all. */
export const REQUIRED_COLUMNS: Readonly<Record<TableRole, readonly string[]>> = {
  areas: ['id'],
  facilities: ['id', 'type'],
  units: ['level', 'name'],
  population: ['elders'],
  candidates: ['id'],
};

/** Floor area of dwellings: no column that the audit reads, but one that persons may be spread by. */
export const DWELLING_FLOOR_AREA_COLUMN: Column = {
  name: 'residential_floor_area',
  headers: ['住宅建筑面积', '居住建筑面积', '住宅总建筑面积', '住宅面积', '居住面积'],
  unit: 'm2',
};

/** Headers that count elders from another age than 60: taken for `elders`, and said aloud. */
export const ELDERS_OTHER_AGE = ['65岁及以上人口', '65岁以上', '65岁以上人口', '65岁及以上'] as const;

/** What may stand in brackets after a header without changing what the column means. Anything else makes another column. */
const UNIT_WORDS: Readonly<Record<HeaderUnit, readonly string[]>> = {
  m2: ['m2', 'm^2', '平方米', '平米', 'sqm', 'sq m'],
  households: ['户', '套', 'households'],
  persons: ['人', 'persons'],
  beds: ['张', '床', '人', 'beds'],
  degrees: ['度', '°', 'degrees', '十进制度'],
  metres: ['m', '米', 'metres'],
  wan_yuan: ['万元', '万'],
  date: ['年月日', 'yyyy-mm-dd', '年-月-日'],
};

/** A header reduced to what it says: width, case, spaces and dashes do not matter. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/\s+(?=[([【])/g, '')
    .replace(/[\s-]+/g, '_');
}

/** DBF cuts names to this length, so columns come back from a Shapefile as `condition_` and `nursing_be`. */
export const DBF_NAME_BYTES = 10;

/** Every spelling of a table's headers, reduced, to the canonical name. */
export function headerIndex(columns: readonly Column[]): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const { name, headers, unit } of columns) {
    for (const header of [name, name.slice(0, DBF_NAME_BYTES), ...headers]) {
      const plain = plainHeader(header);
      index.set(plain, name);
      for (const word of unit === undefined ? [] : UNIT_WORDS[unit]) {
        for (const [open, close] of ['()', '[]', '【】'])
          index.set(plainHeader(`${plain}${open}${word}${close}`), name);
      }
    }
  }
  return index;
}
