import type { PhasingRow } from '../core/outlook/phasing.ts';
import { SYNC_STAGES, type Plan } from '../core/plan/plan.ts';
import type { Texts } from '../text/texts.ts';
import { subjectName } from './subject-name.ts';
import type { ShownTable } from './unit-table.ts';

/** What is late of a measure, each in words. */
export function latenessOf({ late, yearPassed }: PhasingRow, { outlook: { phasing: t, stage } }: Texts): string[] {
  return [
    ...late.map((one) => (one.facility === null ? t.lateNoDate : t.lateBy)(stage[one.stage], String(one.days))),
    ...(yearPassed ? [t.yearPassed] : []),
  ];
}

/** The programme for a spreadsheet: every stage's two dates in columns of their own. */
export function phasingTable(rows: readonly PhasingRow[], plan: Plan, texts: Texts): ShownTable {
  const { outlook, workspace } = texts;
  const t = outlook.phasing;
  const dates = SYNC_STAGES.flatMap((stage) => (['housing', 'facility'] as const).map((side) => ({ stage, side })));
  return {
    head: [
      t.year,
      t.kind,
      t.id,
      t.item,
      t.form,
      t.m2,
      t.stateHead,
      ...dates.map(({ stage, side }) => t.stageDate(outlook.stage[stage], t[side])),
      t.days,
      t.late,
      t.note,
    ],
    rows: rows.map((row) => [
      row.measure?.year ?? null,
      outlook.kind[row.subject.kind],
      row.subject.id,
      subjectName(plan, row.subject),
      row.form === null ? null : row.formStated ? outlook.form[row.form] : t.byAcquisition(outlook.form[row.form]),
      row.m2,
      outlook.state[row.state],
      ...dates.map(({ stage, side }) => row.measure?.stages?.[stage]?.[side] ?? null),
      row.late.length === 0 ? null : Math.max(...row.late.map(({ days }) => days)),
      latenessOf(row, texts).join(workspace.clauseSeparator),
      row.measure?.note ?? null,
    ]),
  };
}
