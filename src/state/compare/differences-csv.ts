import Papa from 'papaparse';
import { VERDICTS } from '../../core/checks/result.ts';
import type { Both, Comparison, SideFigures } from '../../core/compare/comparison.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import type { Steps } from '../../core/progress.ts';
import { TABLE_FORMS } from '../gap-table-steps.ts';
import { causeText, type CompareWords } from './cause-text.ts';
import { differenceRow } from './difference-cells.ts';

export interface DifferencesTable {
  readonly comparison: Comparison;
  /** The rows to write, in order. */
  readonly shown: Uint32Array;
  readonly words: CompareWords;
  /** What the sides are called. */
  readonly sides: Both<string>;
  readonly nameOf: (area: AreaId) => string | undefined;
}

const ROWS_A_STEP = 200;

/** Differences as CSV: figures unrounded and without grouping, for a spreadsheet to add up; unknown ones blank. */
export function* differencesCsvSteps(table: DifferencesTable): Steps<string> {
  const { shown } = table;
  const lines = [Papa.unparse([heads(table)], TABLE_FORMS.csv)];
  for (let from = 0; from < shown.length; from += ROWS_A_STEP) {
    yield { stage: 'writing', done: from, total: shown.length };
    const cells = Array.from(shown.subarray(from, from + ROWS_A_STEP), (r) => cellsOf(table, r));
    lines.push(Papa.unparse(cells, TABLE_FORMS.csv));
  }
  return `${lines.join(TABLE_FORMS.csv.newline)}${TABLE_FORMS.csv.newline}`;
}

function heads({ words: { texts }, sides }: DifferencesTable): string[] {
  const { csv: t } = texts.compare;
  const both = (title: string) => [t.of(title, sides.left), t.of(title, sides.right)];
  return [
    t.id,
    t.name,
    t.check,
    t.kind,
    t.unit,
    ...both(t.verdict),
    ...both(t.required),
    ...both(t.counted),
    ...both(t.gap),
    t.delta,
    ...both(t.clause),
    t.why,
  ];
}

function cellsOf({ comparison, words, nameOf }: DifferencesTable, r: number): string[] {
  const { texts } = words;
  const { compare: t, checks, gaps } = texts;
  const { rows, clauses } = comparison;
  const { area, check, kind, causes, delta } = differenceRow(comparison, r);
  const both = (of: (side: SideFigures) => number) => [figure(of(rows.left)), figure(of(rows.right))];
  const verdict = (side: SideFigures) => {
    const found = VERDICTS[side.verdict[r]!];
    return found === undefined ? t.list.notThere : checks.verdict[found];
  };
  return [
    area,
    nameOf(area) ?? '',
    checks.check[check],
    t.kind[kind],
    check === 'walk_circle' ? t.csv.share : checks.unit.m2,
    verdict(rows.left),
    verdict(rows.right),
    ...both(({ required }) => required[r]!),
    ...both(({ counted }) => counted[r]!),
    ...both(({ gap }) => gap[r]!),
    figure(delta),
    clauses.left[check].join(gaps.separator),
    clauses.right[check].join(gaps.separator),
    causes.map((cause) => causeText(cause, area, words)).join(gaps.separator),
  ];
}

function figure(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}
