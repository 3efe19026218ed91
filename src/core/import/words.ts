import {
  ACQUISITIONS,
  AREA_CLASSES,
  CANDIDATE_KINDS,
  FACILITY_STATUSES,
  FACILITY_TYPES,
  LAND_BASES,
  OWNERSHIPS,
  PARCEL_USES,
  SETTLEMENTS,
  UNIT_LEVELS,
} from '../plan/plan.ts';
import { wordsFor, type Words } from './read-cell.ts';
import type { TableRole } from './table.ts';

// The Chinese values of CONTRACT.md §1, and plain synonyms of the same names. Whatever is wider in meaning is left out:
// a value that is not here is reported, not guessed.

export const CLASS_WORDS = wordsFor(AREA_CLASSES, {
  new: ['新建', '新建小区', '新建住宅区'],
  built: ['已建成', '老城区', '老旧', '既有', '已建成小区', '老旧小区', '既有小区', '已建成住宅区'],
  unknown: ['未知', '不详'],
});

export const SETTLEMENT_WORDS = wordsFor(SETTLEMENTS, { urban: ['城镇', '城市'], rural: ['农村', '乡村'] });

export const TYPE_WORDS = wordsFor(FACILITY_TYPES, {
  station: [
    '社区养老服务站(点)',
    '社区养老服务站',
    '社区养老服务点',
    '社区养老服务站点',
    '养老服务站',
    '养老服务点',
    '养老服务站点',
    '社区居家养老服务站',
    '居家养老服务站',
    '村级养老服务站',
    '村养老服务站',
  ],
  day_care: [
    '日间照料中心',
    '社区日间照料中心',
    '老年人日间照料中心',
    '社区老年人日间照料中心',
    '老年日间照料中心',
    '日照中心',
    '日间照料',
  ],
  mutual_aid: [
    '互助(睦邻)点/幸福院',
    '互助(睦邻)点',
    '互助点',
    '睦邻点',
    '养老互助点',
    '养老睦邻点',
    '互助养老点',
    '互助睦邻点',
    '幸福院',
    '农村幸福院',
    '互助幸福院',
    '农村互助幸福院',
  ],
  meal: ['助餐点', '老年助餐点', '老年人助餐点', '社区助餐点', '社区老年助餐点', '老年食堂', '长者食堂'],
  centre: [
    '街道(乡镇)综合养老服务中心/区域养老服务中心',
    '街道(乡镇)综合养老服务中心',
    '街道综合养老服务中心',
    '乡镇综合养老服务中心',
    '镇综合养老服务中心',
    '乡综合养老服务中心',
    '综合养老服务中心',
    '区域养老服务中心',
    '街道养老服务中心',
    '乡镇养老服务中心',
  ],
  institution: ['养老机构(养老院/敬老院/护理院/光荣院)', '养老机构', '养老院', '敬老院', '护理院', '光荣院'],
  county_institution: [
    '县级特困人员供养服务机构',
    '县级特困人员供养机构',
    '县级特困供养服务机构',
    '县级特困供养机构',
    '县级供养服务机构',
  ],
  other: ['其他', '其它'],
});

export const STATUS_WORDS = wordsFor(FACILITY_STATUSES, {
  open: ['运营', '在用', '运营/在用', '运营中', '正常运营', '使用中'],
  building: ['在建', '建设中'],
  planned: ['规划', '规划中', '拟建'],
  suspended: ['暂停', '暂停运营'],
  closed: ['关闭', '停用', '关闭/停用', '已关闭', '已停用'],
});

export const LAND_BASIS_WORDS = wordsFor(LAND_BASES, {
  own: ['独立', '独立用地', '独立占地', '独立地块'],
  apportioned: ['分摊', '分摊用地', '分摊面积'],
});

export const ACQUISITION_WORDS = wordsFor(ACQUISITIONS, {
  built_with_housing: ['配建'],
  buy_back: ['回购'],
  lease: ['租赁'],
  reallocated: ['调剂'],
  converted: ['改造'],
  other: ['其他', '其它'],
});

export const OWNERSHIP_WORDS = wordsFor(OWNERSHIPS, {
  public: ['公办'],
  public_private: ['公建民营'],
  private: ['民办'],
});

export const CANDIDATE_KIND_WORDS = wordsFor(CANDIDATE_KINDS, {
  idle_building: ['闲置用房', '闲置房屋', '闲置楼宇', '空置用房'],
  vacant_plot: ['空闲地块', '空地', '闲置地块', '闲置土地', '空闲土地'],
  other: ['其他', '其它'],
});

export const PARCEL_USE_WORDS = wordsFor(PARCEL_USES, {
  elder_care: ['养老', '养老用地', '养老服务设施用地'],
  other: ['其他', '其它'],
});

export const LEVEL_WORDS = wordsFor(UNIT_LEVELS, {
  community: ['社区', '村', '居委会', '社区/村', '社区/村/居委会'],
  subdistrict: ['街道', '乡镇', '街道/乡镇', '镇', '乡'],
  county: ['区县', '县区', '县', '区'],
  city: ['市', '设区市', '地级市'],
});

/** The closed lists by table and column. */
export const WORDS_OF: Readonly<Record<TableRole, Readonly<Record<string, Words<string>>>>> = {
  areas: { class: CLASS_WORDS, settlement: SETTLEMENT_WORDS },
  facilities: {
    type: TYPE_WORDS,
    status: STATUS_WORDS,
    land_basis: LAND_BASIS_WORDS,
    acquisition: ACQUISITION_WORDS,
    ownership: OWNERSHIP_WORDS,
  },
  units: { level: LEVEL_WORDS, settlement: SETTLEMENT_WORDS },
  population: {},
  candidates: { kind: CANDIDATE_KIND_WORDS },
};

/** The same of reserved parcels. */
export const PARCEL_WORDS: Readonly<Record<string, Words<string>>> = { use: PARCEL_USE_WORDS, planned_for: TYPE_WORDS };
