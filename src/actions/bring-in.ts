import type { ReadReport } from '../analysis/api.ts';
import type { Merge } from '../core/import/merge-table.ts';
import { applyChange, type Change } from '../core/plan/edit.ts';
import { eldersOfBands } from '../core/plan/elders-of-bands.ts';
import type { Plan } from '../core/plan/plan.ts';
import { isSameInput } from '../state/own-ids.ts';
import { settingsInUse } from '../state/selectors.ts';
import { commit, type Workspace } from '../state/workspace.ts';
import type { OpenedSource } from '../state/workspace-state.ts';

/** Puts what was read into the plan as one step. The same file again takes the place of what it brought before. */
export function bringIn(
  workspace: Workspace,
  source: OpenedSource,
  { input, issues, streets }: Pick<ReadReport, 'input' | 'issues' | 'streets'>,
  merge: Merge | null,
): void {
  const { inputs, plan } = workspace.store.getState();
  if (input === null) throw new Error('bring in: expected what was read');
  const opened = {
    input,
    issues: [...issues, ...(merge?.issues ?? [])],
    ids: merge?.ids ?? [],
    streets,
    source,
  };
  const change = [...(merge?.change ?? []), ...elderAgeChange(plan, source.declared.elderAge, merge)];
  commit(workspace, { kind: 'open', file: input.file }, change, [
    ...inputs.filter((other) => !isSameInput(other, input)),
    opened,
  ]);
}

/** What makes a plan follow the age from which a file counts its elders, sums of age bands that are there already included. */
function elderAgeChange(plan: Plan, elderAge: number | null, merge: Merge | null): Change {
  if (elderAge === null || elderAge === settingsInUse({ plan }).elder_age) return [];
  const after = applyChange(plan, merge?.change ?? []);
  return [
    { table: 'settings', field: 'elder_age', from: plan.settings.elder_age, to: elderAge },
    ...eldersOfBands(after, elderAge),
  ];
}
