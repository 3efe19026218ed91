import type { BookedHow, ReasonCode, UnbookedReason } from '../../core/checks/result.ts';

const reason: Record<ReasonCode, string> = {
  households_unknown: '缺户数：补填“户数”后即可判断',
  residents_unknown: '缺常住人口：补填后即可判断',
  elders_unknown: '缺老年人口：未覆盖人数无法计算',
  floor_area_unknown: '有设施未填建筑面积，已计面积可能偏小',
  land_area_unknown: '有设施未填用地面积，已计用地可能偏小',
  beds_unknown: '有机构未填床位数',
  nursing_beds_unknown: '有机构未填护理型床位数',
  no_geometry: '没有位置，步行可达性无法判断',
  no_facility: '没有可计入的设施',
  unit_without_areas: '该单元没有居住区数据',
  no_rule: '所选标准没有这一项规定',
  rural: '农村地区，所选标准没有农村指标',
  no_households: '户数为 0，没有配建需求',
  no_residents: '常住人口为 0，不适用',
  no_beds: '没有机构床位，不适用',
  not_in_force: '基准日当天该条款不在有效期内',
  in_pool: '参加统筹设置，按统筹组合并计算',
  out_of_reach: '走不到统筹组的任何共享设施，已退出统筹组单独计算',
  new_need_unmet: '统筹组内新建居住区的需求须由配建或指定用房满足，目前不足',
  assumed_by_distance: '配建设施不在任何居住区范围内，按 100 米内最近的居住区认定',
  opening_date_unknown: '有设施未填启用日期，期限当日按已启用计',
  households_estimated: '户数由常住人口按户均人口估算',
  land_apportioned: '含分摊用地',
  conditions_predate_rule: '规划条件早于该规定，是否适用须核实',
  straight_line_estimate: '步行距离按直线 × 绕行系数估算',
  class_unknown: '新建或已建成未知，两种标准都算过',
  areas_left_out: '部分居住区缺户数，未计入两侧合计',
  below_break_even: '户数不足，按户配建达不到单体面积下限',
  work_under_way: '有设施在建',
  planned_only: '有设施处于规划阶段，尚未开工',
  opens_later: '有设施基准日后才启用',
  partial: '服务圈只覆盖了一部分',
  none: '步行范围内没有开放的养老服务设施',
};
const how: Record<BookedHow, string> = {
  serves: '指定服务',
  pool: '统筹组',
  contains: '位于小区内',
  shared: '生活圈分摊',
};
const unbooked: Record<UnbookedReason, string> = {
  books_nowhere: '步行范围内没有可分摊的已建成居住区',
  estate_unknown: '配建设施找不到所属居住区；请填“服务小区”或核对位置',
  serves_unknown_area: '“服务小区”里的编号都不存在；请核对编号',
  serves_exceeds_floor_area: '“服务小区”写明的面积之和超过本身建筑面积，整处未计；请核对',
  serves_remainder: '“服务小区”写明的面积之外还有剩余',
  households_unknown: '“服务小区”各区户数未知或为 0，无法按户分摊；请补户数或写明面积',
  pool_without_members: '统筹组没有成员居住区',
};

export const reasons = { reason, how, unbooked };
