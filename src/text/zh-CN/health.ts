import type { CaveatCode } from '../../core/checks/health/caveats.ts';
import type { MissingReason } from '../../core/checks/health/undecided.ts';

/** What is missing, in a word or two, and what to do about it. */
const missing: Record<MissingReason, { what: string; next: string }> = {
  households_unknown: {
    what: '缺户数',
    next: '补填“户数”；确实没有时，可在设置中填户均人口，由常住人口估算。',
  },
  class_unknown: { what: '新旧未定', next: '在“类别”列填明新建或已建成。' },
  floor_area_unknown: { what: '有设施缺建筑面积', next: '向产权或运营单位核实后补填“建筑面积”。' },
  no_geometry: { what: '没有位置', next: '补经纬度，或换用带边界的居住区文件。' },
  residents_unknown: { what: '缺常住人口', next: '补填居住区或行政单元的“常住人口”。' },
  elders_unknown: { what: '缺人口或户数', next: '补填“老年人口”；至少各居住区的户数要齐全，单元才能加权。' },
  land_area_unknown: { what: '有设施缺用地面积', next: '补填“用地面积”；租赁用房没有独立用地的，“取得方式”填租赁。' },
  beds_unknown: { what: '有机构缺床位数', next: '按机构备案信息补填“床位数”。' },
  nursing_beds_unknown: { what: '有机构缺护理型床位数', next: '按机构备案信息补填“护理型床位数”。' },
  unit_without_areas: { what: '没有居住区', next: '补充该单元内的居住区，或核对“街道、社区”列的写法。' },
};

/** What the audit assumes where the data is silent; the title also names the areas in the list. */
const caveat: Record<CaveatCode, { title: string; says: string; next: string }> = {
  straight_line: {
    title: '步行按直线估算',
    says: '没有可用的步行路网，步行距离按直线 × 绕行系数估算，河道、铁路、围墙都没有考虑。',
    next: '打开本市的 OpenStreetMap 路网文件后重新核查。',
  },
  spread_evenly: {
    title: '人口按均匀分布',
    says: '没有人口格网，按老人均匀住在居住区范围内计算覆盖。',
    next: '有人口格网的，一并打开；大型居住区最受影响。',
  },
  point_areas: {
    title: '只有点位的居住区',
    says: '只有点位，没有边界：要么全部在服务圈内，要么全部在圈外。',
    next: '换用带边界的居住区文件。',
  },
  elders_blank: {
    title: '老年人口未知',
    says: '缺老年人口，圈外老人数没有计入这些居住区。',
    next: '补填“老年人口”。',
  },
  status_blank: { title: '状态未填', says: '状态未填，按运营计。', next: '逐处核实后补填“状态”。' },
  opening_date_blank: {
    title: '启用日期未填',
    says: '启用日期未填，期限当日按已启用计，逾期天数可能偏少。',
    next: '补填“启用日期”。',
  },
  floor_area_blank: {
    title: '建筑面积未填',
    says: '建筑面积未填，已计用房可能偏小。',
    next: '向产权或运营单位核实后补填。',
  },
  facility_not_located: {
    title: '设施没有位置',
    says: '没有位置，不参与步行覆盖和就近分摊。',
    next: '补经纬度，或在“服务小区”列写明服务对象。',
  },
  county_unknown: {
    title: '不知属哪个区县',
    says: '不知属哪个区县，人均用地、县级机构、护理型床位的核查不含这些居住区。',
    next: '补填“区县”，或打开带边界的行政单元文件。',
  },
  subdistrict_unknown: {
    title: '不知属哪个街道',
    says: '不知属哪个街道（乡镇），街道综合养老服务中心的核查不含这些居住区。',
    next: '补填“街道”，或打开带边界的行政单元文件。',
  },
  community_unknown: {
    title: '不知属哪个社区',
    says: '不知属哪个社区（村），社区站点的核查不含这些居住区。',
    next: '补填“社区”，或打开带边界的行政单元文件。',
  },
};

export const health = {
  parts: { label: '数据情况', health: '能支撑什么', issues: '全部问题' },
  loadingTitle: '正在统计数据情况',
  loadingHelp: '核查完成后，这里列出数据能判断什么、不能判断什么。',
  missing,
  caveat,
  undecided: {
    title: '判断不了的',
    help: '同一个居住区可能缺几样，在每一行里各计一次。',
    none: '没有因缺数据而判断不了的项目。',
    check: '核查项目',
    missing: '缺什么',
    subjects: '涉及',
    next: '下一步',
  },
  caveats: {
    title: '按推定判断的',
    help: '能判断，但结论建立在下列推定上。',
    none: '没有推定。',
    says: '推定',
    subjects: '涉及',
    next: '下一步',
  },
  blanks: {
    title: '未填的列',
    help: '只列影响核查、溯源或选址的列。',
    column: '列',
    checks: '用于',
    missing: '未填',
    share: '占比',
    place: '位置',
    otherUse: { updated: '数据时效', evidence: '依据', place: '上图', floor_area: '选址' } as Readonly<
      Record<string, string>
    >,
  },
  evidence: {
    title: '有无依据材料',
    help: '按基准日已计入和在建、规划的设施统计；“依据材料”列填了的算有依据。',
    none: '没有设施。',
    type: '设施类型',
    facilities: '设施',
    without: '无依据的',
    evidencedM2: '有依据 m²',
    claimedM2: '无依据 m²',
    share: '有依据占比',
    areaBlank: '面积未填',
    total: '合计',
  },
  problems: {
    title: '数据问题',
    help: '按类列出，点条数看每一条。',
    none: '没有发现数据问题。',
    severity: '程度',
    count: '条数',
    sentence: '说明与处理',
    example: (sentence: string) => `例：${sentence}`,
    rows: (count: string) => `${count} 条`,
  },
  loaded: {
    title: '已打开的文件',
    help: '文件日期是文件最后保存的时间；数据日期取自“数据日期”列。',
    none: '还没有打开文件。',
    role: '内容',
    file: '文件',
    rows: '行数',
    saved: '文件日期',
    figures: '数据日期',
    noDate: '未填',
    range: (first: string, last: string) => (first === last ? first : `${first} 至 ${last}`),
    someBlank: (range: string, count: string) => `${range}，另 ${count} 行未填`,
  },
  count: {
    areas: (count: string) => `${count} 个居住区`,
    facilities: (count: string) => `${count} 处设施`,
    candidates: (count: string) => `${count} 处场地`,
    units: (count: string, level: string) => `${count} 个${level}`,
    records: (count: string) => `${count} 个单元`,
  },
  ofTotal: (count: string, total: string) => `${count}，共 ${total}`,
  more: (count: string) => `另有 ${count} 个未列出`,
  blank: (column: string) => `${column}未填`,
  undecidedOf: (check: string, missing: string) => `${check}：${missing}`,
};
