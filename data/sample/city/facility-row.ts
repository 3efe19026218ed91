import type { Site } from './places.ts';

/** A row of the facilities table, by its Chinese headers. Blank: unknown. */
export type FacilityRow = Partial<Record<(typeof FACILITY_HEADERS)[number], string | number>> & { site: Site };

export const FACILITY_HEADERS = [
  '编号',
  '设施名称',
  '设施类型',
  '状态',
  '建筑面积(㎡)',
  '用地面积(㎡)',
  '用地性质',
  '床位数',
  '护理型床位数',
  '入住数',
  '启用日期',
  '租期至',
  '取得方式',
  '服务小区',
  '统筹组',
  '楼栋',
  '楼层',
  '性质',
  '公益性',
  '等级',
  '运营单位',
  '地址',
  '电话',
  '服务时间',
  '服务内容',
  '数据日期',
  '依据材料',
] as const;

/** Types as the table words them. */
export const TYPE = {
  station: '社区养老服务站',
  dayCare: '日间照料中心',
  mutualAid: '农村互助幸福院',
  neighbours: '睦邻点',
  meal: '老年助餐点',
  centre: '街道综合养老服务中心',
  townCentre: '乡镇综合养老服务中心',
  institution: '养老机构',
  county: '县级特困人员供养服务机构',
  other: '其他',
} as const;
