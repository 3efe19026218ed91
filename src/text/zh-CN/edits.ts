import type { FormTable } from '../../core/forms/form-fields.ts';
import type { EditRefusalCode } from '../../core/plan/edit-refusal.ts';

/** Of a refused edit: the column's label, what was found and what is expected, in words. */
export interface RefusedWords {
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

const table: Record<FormTable, string> = {
  areas: '居住区',
  facilities: '设施',
  candidates: '备选场地',
  parcels: '规划养老用地',
};

/** What is wrong, and what to do. */
const refusal: Record<EditRefusalCode, (said: RefusedWords) => string> = {
  record_unknown: ({ found }) => `“${found}”已不在数据中。请在地图或清单上重新选择。`,
  number_invalid: ({ found }) => `“${found}”不是数字。请填写数字，例如 300 或 1234.5。`,
  number_negative: ({ found }) => `${found} 是负数。请填写不小于 0 的数。`,
  number_not_whole: ({ found, column }) => `${column}应为整数，${found} 不是。请填写整数。`,
  number_too_large: ({ found }) => `${found} 太大，不合情理。请核对单位和小数点。`,
  date_invalid: ({ found }) => `“${found}”不是日期。请按“年-月-日”填写，例如 2024-05-31。`,
  value_unknown: ({ found, column }) => `${column}没有“${found}”这一项。请从列表中选择。`,
  boolean_invalid: ({ found }) => `“${found}”既不是“是”也不是“否”。请选择其一，或清空为未知。`,
  serves_malformed: ({ found }) => `“${found}”读不懂或重复。请每个居住区只列一次，面积填不小于 0 的数。`,
  field_required: ({ column }) => `${column}不能为空。请选择一项。`,
  dates_reversed: () => '起始日期晚于截止日期。请先改其中一个，使起始不晚于截止。',
  id_blank: () => '编号不能为空。请填写一个编号。',
  id_taken: ({ found }) => `编号“${found}”已被占用。请换一个编号。`,
  closed_already: () => '该设施已经关闭。如需改关闭日期，请在“租期至 / 到期日期”中修改。',
  closed_before_start: ({ found, expected }) => `关闭日期 ${found} 早于启用日期 ${expected}。请改用启用之后的日期。`,
  open_already: () => '该设施已在运营。请核对状态和到期日期。',
};

export const edits = {
  refusal,
  table,
  command: '编辑选中的对象',
  edit: '编辑',
  done: '完成编辑',
  unknown: '未知',
  clear: (column: string) => `清空“${column}”（改为未知）`,
  group: {
    basic: '基本情况',
    people: '住房与人口',
    size: '面积与床位',
    period: '状态与期限',
    booking: '用房计入何处',
    place: '所属单元与地址',
    reserved: '规划内容',
    other: '其他',
  },
  unit: { m2: 'm²', households: '户', persons: '人', beds: '张', wan_yuan: '万元', date: '', degrees: '', metres: 'm' },
  serves: {
    label: '服务小区',
    none: '未指定：按位置计入所在或邻近的居住区。',
    m2: (area: string) => `计入${area}的面积，空着为按户数分摊`,
    shared: '按户分摊',
    remove: (area: string) => `不再服务${area}`,
    add: '添加居住区',
    addHelp: '输入名称或编号',
    unknownArea: '不在居住区表中',
  },
  close: '关闭设施',
  closeOn: (date: string) => `不再计入，截止日期记为 ${date}；记录保留，可撤销。`,
  reopen: '恢复运营',
  reopenOn: (date: string) => `自 ${date} 起重新计入，已过的截止日期清空；可撤销。`,
  remove: '删除',
  removeHelp: (references: string) =>
    references === '' ? '从数据中删去；可撤销。' : `从数据中删去，并清理${references}；可撤销。`,
  references: {
    serves: (count: string) => `${count} 处设施的服务小区`,
    pool: (count: string) => `${count} 处设施的统筹组`,
    measures: (count: string) => `${count} 项实施计划`,
    housing: (count: string) => `${count} 项新增住房`,
    growth: (count: string) => `${count} 项增长假设`,
  },
  apply: '采纳',
  newFacility: (of: string) => `${of}新增设施`,
  applyOf: (remedy: string) => `采纳：${remedy}`,
  step: {
    field: (name: string, column: string, from: string, to: string, unit: string) =>
      `${name} ${column} ${from} → ${to}${unit}`,
    fieldLong: (name: string, column: string) => `修改${name}的${column}`,
    column: (records: string, kind: string, column: string, to: string) => `${records} 个${kind} ${column} → ${to}`,
    close: (name: string) => `关闭 ${name}`,
    reopen: (name: string) => `恢复 ${name} 运营`,
    remove: (name: string) => `删除 ${name}`,
    removeMany: (name: string, records: string, kind: string) => `删除 ${name} 等 ${records} 个${kind}`,
    rename: (from: string, to: string) => `编号 ${from} → ${to}`,
  },
  effect: {
    label: '上一步的影响',
    waiting: (step: string) => `${step}：正在核查影响`,
    undone: (step: string) => `撤销 ${step}`,
    moves: (step: string, moves: string) => `最近 ${moves} 步（至“${step}”）`,
    says: (step: string, parts: string) => `${step}：${parts}`,
    separator: ' · ',
    areas: {
      met: (count: string) => `新达标 ${count}`,
      short: (count: string) => `新不达标 ${count}`,
      other: (count: string) => `其他变化 ${count}`,
    },
    floorGap: (m2: string) => `用房缺口 ${m2} m²`,
    landGap: (m2: string) => `用地缺口 ${m2} m²`,
    covered: (persons: string) => `圈内老人 ${persons}`,
    floorUnknown: (count: string) => `用房未知的居住区 ${count}`,
    landUnknown: (count: string) => `用地未知的区县 ${count}`,
    eldersUnknown: (count: string) => `老年人口未知的居住区 ${count}`,
    nothing: '结论和各项数字没有变化',
    picked: { met: '上一步后新达标', short: '上一步后新不达标', other: '上一步后结论有变' },
    show: (what: string) => `在清单中查看：${what}`,
    undo: '撤销',
    redo: '重做',
    dismiss: '知道了',
    lost: {
      deleted: (name: string, m2: string) => `规划养老用地“${name}”已删除，减少用地 ${m2}。请核实是否另有替代用地。`,
      reduced: (name: string, m2: string) => `规划养老用地“${name}”用地减少 ${m2}。请核实是否另有替代用地。`,
      unknownM2: '（面积未知）',
      m2: (m2: string) => `${m2} m²`,
    },
  },
  bulk: {
    title: '批量修改一列',
    command: '批量修改当前清单…',
    lead: (count: string, kind: string) => `对 ${count} 个${kind}的同一列填入同一个值，作为一步，可撤销。`,
    none: '没有可修改的记录。请先在清单中选择，或放宽筛选条件。',
    column: '列',
    value: '新值',
    makeUnknown: '改为未知（清空）',
    preview: '修改预览',
    changes: (count: string) => `${count} 个将改变`,
    unchanged: (count: string) => `${count} 个已是此值`,
    refused: (count: string) => `${count} 个不能改，保持原样`,
    name: '名称',
    before: '原值',
    after: '新值',
    more: (count: string) => `另有 ${count} 个`,
    apply: (count: string) => `修改 ${count} 个`,
    cancel: '取消',
    enter: '请填写新值，或选择改为未知。',
  },
};
