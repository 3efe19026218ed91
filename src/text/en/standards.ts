import type { StandardProblemCode } from '../../core/standards/standard-problem.ts';

type Sentence = (found: string, expected: string) => string;

const problem: Record<StandardProblemCode, Sentence> = {
  json_invalid: (found) => `not readable as JSON: ${found}`,
  key_unknown: (found) => `unknown key “${found}”: correct its spelling or take it out`,
  key_missing: (_, expected) => `is missing; expected ${expected}`,
  type_wrong: (found, expected) => `found ${found}, expected ${expected}`,
  value_unknown: (found, expected) => `found ${found}, expected ${expected}`,
  value_out_of_range: (found, expected) =>
    `found ${found}, expected a figure ${expected}; leave a rule out when the document has no figure`,
  empty: (found) => `found ${found}, expected something in it`,
  citation_missing: (found) =>
    `found ${found}: every figure and deadline needs its clause, and its words where the full text is at hand`,
  unit_wrong: (found, expected) => `found ${found}, but this rule is in ${expected}`,
  date_invalid: (found, expected) => `found ${found}, expected a day of the calendar as ${expected}`,
  dates_reversed: (found) => `the period ${found} ends before it begins`,
  periods_overlap: (found, expected) => `the period ${found} overlaps ${expected} of the same rule`,
  id_duplicate: (found, expected) => `the id “${found}” is already that of ${expected}`,
  documents_overlap: (found, expected) =>
    `in force for ${found}, on the same days as ${expected}: give one an end, or mark it superseded`,
};

export const standards = { problem, nothing: 'nothing' };
