import type { CheckId, CheckUnit, Verdict } from '../../core/checks/result.ts';
import type { AreaClass, Settlement, UnitLevel } from '../../core/plan/plan.ts';
import type { StandardStatus } from '../../core/standards/standard.ts';

const verdict: Record<Verdict, string> = {
  short: '不达标',
  met_if_built: '建成后达标',
  depends_on_class: '取决于新旧认定',
  no_data: '缺数据，无法判断',
  met: '达标',
  not_applicable: '不适用',
};
const verdictShort: Record<Verdict, string> = {
  short: '不达标',
  met_if_built: '建成后达标',
  depends_on_class: '取决于新旧',
  no_data: '缺数据',
  met: '达标',
  not_applicable: '不适用',
};
const check: Record<CheckId, string> = {
  floor_area: '配套用房面积',
  single_unit: '单体面积',
  land_per_person: '人均用地',
  walk_circle: '15 分钟服务圈',
  subdistrict_centre: '街道综合养老服务中心',
  community_station: '社区（村）养老服务站点',
  county_institution: '县级供养服务机构',
  nursing_beds: '护理型床位',
};
const checkShort: Record<CheckId, string> = {
  floor_area: '用房',
  single_unit: '单体',
  land_per_person: '用地',
  walk_circle: '步行',
  subdistrict_centre: '街道中心',
  community_station: '社区站点',
  county_institution: '县级机构',
  nursing_beds: '护理床位',
};
const unit: Record<CheckUnit, string> = { m2: 'm²', share: '', facilities: '处', beds: '张' };
const areaClass: Record<AreaClass, string> = { new: '新建', built: '已建成', unknown: '新旧未知' };
const settlement: Record<Settlement, string> = { urban: '城镇', rural: '农村' };
const level: Record<UnitLevel, string> = { city: '市', county: '区县', subdistrict: '街道/乡镇', community: '社区/村' };
const status: Record<StandardStatus, string> = { draft: '征求意见稿', in_force: '现行有效', superseded: '已废止' };

export const checks = {
  verdict,
  verdictShort,
  check,
  checkShort,
  unit,
  areaClass,
  settlement,
  level,
  status,
  overall: '综合结论',
  indicator: '指标，不计入综合结论',
};
