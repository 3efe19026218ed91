import type { Conflict } from '../core/plan/apply-scenario.ts';
import type { DocumentChange, PlanDocument } from '../core/plan/document.ts';
import type { EditKey, ScenarioId } from '../core/plan/scenario.ts';
import * as changes from '../core/plan/scenario-changes.ts';
import { commitDocument, type Workspace } from '../state/workspace.ts';
import type { StepName } from '../state/step-name.ts';

/** What a person says of a scenario. */
export interface ScenarioWords {
  readonly name: string;
  readonly note: string;
}

/** Begins a scenario and shows it; `like`: as a copy of another. */
export function createScenario(workspace: Workspace, words: ScenarioWords, like: ScenarioId | null): Promise<void> {
  const kind = like === null ? 'create-scenario' : 'copy-scenario';
  return step(workspace, { kind, scenario: words.name }, (document) =>
    changes.createScenario(document, { ...words, like }),
  );
}

export function describeScenario(workspace: Workspace, id: ScenarioId, words: ScenarioWords): Promise<void> {
  const name = { kind: 'describe-scenario', scenario: words.name } as const;
  return step(workspace, name, (document) => changes.describeScenario(document, id, words));
}

export function deleteScenario(workspace: Workspace, id: ScenarioId): Promise<void> {
  const name = { kind: 'delete-scenario', scenario: nameOf(workspace, id) } as const;
  return step(workspace, name, (document) => changes.deleteScenario(document, id));
}

/** Makes what a scenario does part of the baseline. */
export function adoptScenario(workspace: Workspace, id: ScenarioId): Promise<void> {
  const name = { kind: 'adopt-scenario', scenario: nameOf(workspace, id) } as const;
  return step(workspace, name, (document) => changes.adoptScenario(document, id));
}

/** Shows a scenario; null: the baseline. */
export function showScenario(workspace: Workspace, id: ScenarioId | null): Promise<void> {
  const name =
    id === null
      ? ({ kind: 'show-baseline' } as const)
      : ({ kind: 'show-scenario', scenario: nameOf(workspace, id) } as const);
  return step(workspace, name, (document) => changes.showScenario(document, id));
}

/** Takes one edit back out of a scenario: there, things are as in the baseline again. */
export function withdrawEdit(workspace: Workspace, id: ScenarioId, key: EditKey): Promise<void> {
  const { document, plan } = workspace.store.getState();
  const edit = document.scenarios.get(id)?.edits.get(key);
  if (edit === undefined) return Promise.resolve();
  const { table } = edit;
  const record = plan[table].get(edit.id);
  const name = (record && 'name' in record ? record.name : undefined) ?? edit.id;
  const field = 'field' in edit ? edit.field : null;
  return step(workspace, { kind: 'withdraw-edit', table, name, field }, (now) => changes.withdrawEdit(now, id, key));
}

/** Settles an edit of the shown scenario that no longer applies. */
export function settleConflict(workspace: Workspace, conflict: Conflict, keep: 'scenario' | 'baseline'): Promise<void> {
  return step(workspace, { kind: 'resolve-conflict' }, (document) =>
    document.shown === null ? [] : changes.settleConflict(document, document.shown, conflict, keep),
  );
}

function nameOf({ store }: Workspace, id: ScenarioId): string {
  return store.getState().document.scenarios.get(id)?.name ?? id;
}

async function step(
  workspace: Workspace,
  name: StepName,
  change: (document: PlanDocument) => DocumentChange,
): Promise<void> {
  const { document, plan } = workspace.store.getState();
  const made = change(document);
  if (made.length === 0) return;
  commitDocument(workspace, name, made);
  if (workspace.store.getState().plan !== plan) await workspace.audits.request();
}
