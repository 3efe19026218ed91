import type { Turn } from '../core/outlook/outlook.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Texts } from '../text/texts.ts';
import type { ShownTable } from './unit-table.ts';

/** What is said of a turn beside its figures. */
export function remarksOf({ verdict, metAgain, pooled }: Turn, { outlook: { turns: t } }: Texts): string[] {
  return [
    ...(verdict === 'met_if_built' ? [t.metIfBuilt] : []),
    ...(metAgain === null ? [] : [t.metAgain(String(metAgain))]),
    ...(pooled ? [t.pooled] : []),
  ];
}

/** Checks that turn from met to failing, for a spreadsheet: figures exact (m²; of the circle, shares). */
export function turnTable(
  turns: readonly Turn[],
  last: number,
  { areas }: Pick<Plan, 'areas'>,
  texts: Texts,
): ShownTable {
  const { outlook, checks, workspace } = texts;
  const t = outlook.turns;
  return {
    head: [outlook.phasing.id, t.area, t.check, t.year, t.today, t.first, t.gap, t.last(String(last)), t.remark],
    rows: turns.map((turn) => [
      turn.area,
      areas.get(turn.area)?.name ?? turn.area,
      checks.check[turn.check],
      turn.year,
      ofRequired(turn.today),
      ofRequired(turn.first),
      turn.first.gap,
      turn.last.gap,
      remarksOf(turn, texts).join(workspace.clauseSeparator),
    ]),
  };

  function ofRequired({ counted, required }: Turn['today']): string {
    return t.ofRequired(String(counted ?? ''), String(required ?? ''));
  }
}
