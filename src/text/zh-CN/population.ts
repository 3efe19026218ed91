import type { SkipReason, SpreadRefusal, WithoutReason } from '../../core/population/spread.ts';
import type { SpreadWeight } from '../../core/plan/plan.ts';

const weight: Record<SpreadWeight, string> = {
  households: '户数',
  floor_area: '住宅建筑面积',
  polygon: '居住区面积',
};
const refused: Record<SpreadRefusal, string> = {
  no_areas: '还没有居住区。请先打开居住区表。',
  no_unit_figures: '行政单元表里没有人数。请在单元表中填写常住人口或老年人口后重新打开。',
  no_grid: '没有可用的人口格网。请先打开人口格网文件。',
  nothing_to_spread: '没有可分摊的：居住区都已有人数，或没有单元的人数能分到居住区。',
};
const skipped: Record<SkipReason, string> = {
  no_areas: '单元内没有居住区',
  all_stated: '居住区都已填人数，合计少于单元人数',
  no_weight: '居住区都缺分摊依据',
  exceeded: '居住区和下级单元的人数之和已超过单元人数',
};
const without: Record<WithoutReason, (count: string) => string> = {
  no_unit: (count) => `${count} 个居住区不在任何有人数的单元内`,
  no_weight: (count) => `${count} 个居住区缺分摊依据`,
  unit_skipped: (count) => `${count} 个居住区所在单元未能分摊`,
  no_polygon: (count) => `${count} 个居住区没有面状范围`,
  no_cell: (count) => `${count} 个居住区内没有格网中心`,
};

export const population = {
  command: '人口分摊…',
  title: '人口分摊',
  lead: '把社区、街道的统计人数或人口格网，分摊到没有填人数的居住区。分摊所得处处标注为估算，可以撤销。',
  source: '人数来自',
  sources: { units: '行政单元的统计数', grid: '人口格网' },
  sourceNone: '没有人数可分摊。请先打开带人数的行政单元表，或人口格网。',
  weight: '按什么分摊',
  weights: weight,
  weightKnown: (known: string, total: string) => `${known} / ${total} 个居住区有此数`,
  overwrite: '居住区已填的人数也重新分摊',
  overwriteHelp: '不选则已填的人数保持不变，只分摊余数。',
  eldersByShare: '只填了常住人口的居住区，老年人口按所在单元的老年人口占比推算',
  preview: '将会怎样',
  working: '正在试算',
  failed: (message: string) => `试算没有完成：${message}`,
  figure: { residents: '常住人口', elders: (age: string) => `${age} 岁及以上人口` },
  gets: (areas: string, persons: string) => `${areas} 个居住区得到人数，共 ${persons} 人`,
  overwritten: (areas: string) => `其中 ${areas} 个原来填有人数，将被替换`,
  kept: (areas: string) => `${areas} 个居住区保留自己填的人数`,
  unplaced: (persons: string) => `${persons} 人没有落到任何居住区`,
  unplacedNone: '全部人数都落到了居住区',
  without,
  skippedUnit: (unit: string, reason: string, persons: string) => `${unit}：${reason}（${persons} 人）`,
  skippedReason: skipped,
  skippedTitle: (count: string) => `${count} 个单元没有分摊`,
  more: (count: string) => `另有 ${count} 个`,
  cells: {
    outside: (cells: string) => `${cells} 个格子在所有居住区之外`,
    inKept: (persons: string) => `格网中 ${persons} 人位于保留原有人数的居住区，未采用`,
    shared: (cells: string) => `${cells} 个格子落在重叠的居住区内，只计入编号在前的一个`,
    unknown: (cells: string) => `${cells} 个格子没有填人数`,
  },
  eldersAboveResidents: (areas: string) =>
    `${areas} 个居住区的老年人口将多于常住人口，请核对两项的口径，或改用老年人口占比推算。`,
  refused,
  apply: '分摊',
  cancel: '取消',
  mark: '估算',
  about: (figure: string) => `≈ ${figure}`,
  containsEstimates: '含估算',
  from: {
    units: (unit: string, by: string) => `由“${unit}”的统计数按${by}分摊`,
    share: (unit: string) => `由本区常住人口乘“${unit}”的老年人口占比推算`,
    grid: '由人口格网中位于本区内的格子合计',
  },
  says: (figure: string, source: string) => `${figure}为估算：${source}。`,
  areasEstimated: (count: string) => `${count} 个区的老年人口为估算`,
  column: '估算说明',
};
