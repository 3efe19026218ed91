import { sha256Hex } from '../sha256.ts';
import type * as z from 'zod';
import { jsonPath, shownAt } from './json-place.ts';
import { periodsOverlap, periodText, type Period } from './periods.ts';
import { RULE_UNITS, type DatedValue, type LoadedStandard, type RuleKey, type Standard } from './standard.ts';
import type { StandardProblem, StandardProblemCode } from './standard-problem.ts';
import { standardSchema } from './standard-schema.ts';

/** A standards file that was read: null when anything at all is wrong with it (the problems say what). */
export interface ParsedStandard {
  readonly standard: LoadedStandard | null;
  readonly problems: readonly StandardProblem[];
}

/** Reads one policy document from the text of its file; never throws for a bad one. The hash is of the text as UTF-8. */
export function parseStandard(fileName: string, text: string): ParsedStandard {
  const problem: AddProblem = (code, path, found, expected = null) => ({ code, file: fileName, path, found, expected });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { standard: null, problems: [problem('json_invalid', '', error instanceof Error ? error.message : null)] };
  }
  const parsed = standardSchema.safeParse(json);
  if (!parsed.success) {
    return { standard: null, problems: parsed.error.issues.flatMap((issue) => fromZod(issue, json, problem)) };
  }
  const standard = parsed.data;
  const problems = [...citationProblems(standard, problem), ...periodProblems(standard, problem)];
  if (problems.length > 0) return { standard: null, problems };
  return { standard: { standard, text, sha256: sha256Hex(new TextEncoder().encode(text)) }, problems };
}

type AddProblem = (
  code: StandardProblemCode,
  path: string,
  found: string | null,
  expected?: string | null,
) => StandardProblem;

function fromZod(issue: z.core.$ZodIssue, json: unknown, problem: AddProblem): StandardProblem[] {
  const path = jsonPath(issue.path);
  const found = shownAt(json, issue.path);
  const isCitation = ['clause', 'quote'].includes(String(issue.path.at(-1)));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => problem('key_unknown', jsonPath([...issue.path, key]), key));
    case 'invalid_type':
      if (isCitation && (found === null || found === 'null')) return [problem('citation_missing', path, found)];
      if (found === null) return [problem('key_missing', path, null, issue.expected)];
      return [problem('type_wrong', path, found, issue.expected)];
    case 'invalid_value': {
      const expected = issue.values.map(String).join(', ');
      if (found === null) return [problem('key_missing', path, null, expected)];
      return [problem(issue.path.at(-1) === 'unit' ? 'unit_wrong' : 'value_unknown', path, found, expected)];
    }
    case 'too_small':
      if (issue.origin === 'array') return [problem('empty', path, found)];
      return [problem('value_out_of_range', path, found, `> ${issue.minimum}`)];
    case 'too_big':
      return [problem('value_out_of_range', path, found, `≤ ${issue.maximum}`)];
    case 'invalid_format':
      return [problem('value_unknown', path, found, issue.pattern ?? issue.format)];
    case 'custom': {
      const { problem: code, expected } = issue.params as { problem: StandardProblemCode; expected?: string };
      return [problem(isCitation ? 'citation_missing' : code, path, found, expected)];
    }
    default:
      return [problem('type_wrong', path, found, issue.message)];
  }
}

function eachValue(standard: Standard, visit: (rule: RuleKey, value: DatedValue, path: string) => void): void {
  for (const rule of Object.keys(RULE_UNITS) as RuleKey[]) {
    for (const [index, value] of (standard.rules[rule] ?? []).entries()) visit(rule, value, `rules.${rule}[${index}]`);
  }
}

/** Where the full text is at hand, every figure and every deadline quotes it. */
function citationProblems(standard: Standard, problem: AddProblem): StandardProblem[] {
  if (standard.certainty !== 'full_text') return [];
  const problems: StandardProblem[] = [];
  eachValue(standard, (_rule, { quote, deadline }, path) => {
    if (quote === null) problems.push(problem('citation_missing', `${path}.quote`, 'null'));
    if (deadline?.quote === null) problems.push(problem('citation_missing', `${path}.deadline.quote`, 'null'));
  });
  return problems;
}

function periodProblems(standard: Standard, problem: AddProblem): StandardProblem[] {
  const problems: StandardProblem[] = [];
  const reversed = (period: Period, path: string): void => {
    if (period.from !== undefined && period.to !== undefined && period.to < period.from) {
      problems.push(problem('dates_reversed', path, periodText(period)));
    }
  };
  reversed(standard.effective, 'effective');
  eachValue(standard, (rule, value, path) => {
    reversed(value, path);
    const values = standard.rules[rule] ?? [];
    const earlier = values.slice(0, values.indexOf(value)).find((other) => periodsOverlap(other, value));
    if (earlier) problems.push(problem('periods_overlap', path, periodText(value), periodText(earlier)));
  });
  return problems;
}
