import type { StandardProblemCode } from '../../core/standards/standard-problem.ts';

type Sentence = (found: string, expected: string) => string;

const problem: Record<StandardProblemCode, Sentence> = {
  json_invalid: (found) => `不是可读的 JSON：${found}`,
  key_unknown: (found) => `不认识的键“${found}”：请改正拼写或删去`,
  key_missing: (_, expected) => `缺少此项；应为 ${expected}`,
  type_wrong: (found, expected) => `此处是 ${found}，应为 ${expected}`,
  value_unknown: (found, expected) => `此处是 ${found}，应为 ${expected}`,
  value_out_of_range: (found, expected) => `此处是 ${found}，数值应 ${expected}；文件没有规定的指标请整项不写`,
  empty: (found) => `此处是 ${found}，不能为空`,
  citation_missing: (found) => `此处是 ${found}：每个数值和期限都要有条款号；有全文的文件还要有原文`,
  unit_wrong: (found, expected) => `此处是 ${found}，这一指标的单位是 ${expected}`,
  date_invalid: (found, expected) => `此处是 ${found}，应为真实日期，写作 ${expected}`,
  dates_reversed: (found) => `期间 ${found} 的止期早于起期`,
  periods_overlap: (found, expected) => `期间 ${found} 与同一指标的 ${expected} 重叠`,
  id_duplicate: (found, expected) => `编号“${found}”已被 ${expected} 使用`,
  documents_overlap: (found, expected) =>
    `${found} 现行有效，与 ${expected} 的有效期重叠：请给其中一份写明止期，或标为已废止`,
};

export const standards = { problem, nothing: '空' };
