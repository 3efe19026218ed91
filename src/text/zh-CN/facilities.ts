import type { Acquisition, FacilityStatus, FacilityType, LandBasis, Ownership } from '../../core/plan/plan.ts';

const type: Record<FacilityType, string> = {
  station: '社区养老服务站',
  day_care: '日间照料中心',
  mutual_aid: '互助点/幸福院',
  meal: '助餐点',
  centre: '街道综合养老服务中心',
  institution: '养老机构',
  county_institution: '县级特困供养机构',
  other: '其他',
};
const status: Record<FacilityStatus, string> = {
  open: '运营',
  building: '在建',
  planned: '规划',
  suspended: '暂停',
  closed: '关闭',
};
const acquisition: Record<Acquisition, string> = {
  built_with_housing: '配建',
  buy_back: '回购',
  lease: '租赁',
  reallocated: '调剂',
  converted: '改造',
  other: '其他',
};
const ownership: Record<Ownership, string> = { public: '公办', public_private: '公建民营', private: '民办' };
const landBasis: Record<LandBasis, string> = { own: '独立用地', apportioned: '分摊用地' };

export const facilities = {
  type,
  status,
  acquisition,
  ownership,
  landBasis,
  statusBlank: '未填，按运营计',
  field: {
    type: '类型',
    status: '状态',
    floorArea: '建筑面积',
    landArea: '用地面积',
    beds: '床位',
    nursingBeds: '护理型床位',
    occupiedBeds: '入住',
    valid: '可计入期间',
    acquisition: '取得方式',
    ownership: '性质',
    publicBenefit: '公益性',
    building: '楼栋',
    address: '地址',
    phone: '电话',
    operator: '运营单位',
    grade: '等级',
    hours: '服务时间',
    services: '服务内容',
    evidence: '依据材料',
    storey: '楼层',
    formerUse: '原用途',
    tenure: '权属',
    cost: '费用',
    updated: '数据日期',
  },
  yes: '是',
  no: '否',
  wanYuan: (amount: string) => `${amount} 万元`,
  validRange: (from: string, to: string) => `${from} 至 ${to}`,
  anyTime: '不限',
};
