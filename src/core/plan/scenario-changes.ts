import { conflictsOf, type Conflict } from './apply-scenario.ts';
import type { DocumentChange, DocumentEdit, PlanDocument } from './document.ts';
import { scenarioOf, type EditKey, type Scenario, type ScenarioEdit, type ScenarioId } from './scenario.ts';

// What can be done with scenarios as a whole. Each gives the change of the document; an unknown scenario is a fault.

/** A scenario begins, and is shown: nothing in it is different from the baseline yet, or it is a copy of `like`. */
export function createScenario(
  document: PlanDocument,
  { name, note, like }: { readonly name: string; readonly note: string; readonly like: ScenarioId | null },
): DocumentChange {
  const edits = like === null ? new Map() : scenarioOf(document, like).edits;
  const scenario: Scenario = { id: freshId(document), name, note, edits };
  return [
    { of: 'scenarios', scenario: scenario.id, from: undefined, to: scenario },
    { of: 'shown', from: document.shown, to: scenario.id },
  ];
}

/** A scenario gets another name or description. */
export function describeScenario(
  document: PlanDocument,
  id: ScenarioId,
  words: { readonly name: string; readonly note: string },
): DocumentChange {
  const scenario = scenarioOf(document, id);
  return [{ of: 'scenarios', scenario: id, from: scenario, to: { ...scenario, ...words } }];
}

/** A scenario goes; where it was shown, the baseline is. */
export function deleteScenario(document: PlanDocument, id: ScenarioId): DocumentChange {
  return [
    ...(document.shown === id ? showScenario(document, null) : []),
    { of: 'scenarios', scenario: id, from: scenarioOf(document, id), to: undefined },
  ];
}

/** Another scenario is shown; null: the baseline. */
export function showScenario({ shown }: PlanDocument, to: ScenarioId | null): DocumentChange {
  return shown === to ? [] : [{ of: 'shown', from: shown, to }];
}

/** What a scenario does becomes true: its edits go into the baseline, but for those that no longer apply, and it goes. */
export function adoptScenario(document: PlanDocument, id: ScenarioId): DocumentChange {
  const scenario = scenarioOf(document, id);
  const left = new Set(conflictsOf(document.baseline, scenario).map(({ key }) => key));
  const edits: DocumentEdit[] = [...scenario.edits]
    .filter(([key]) => !left.has(key))
    .map(([, edit]) => ({ of: 'baseline', edit }));
  return [...deleteScenario(document, id), ...edits];
}

/** One edit of a scenario is taken back out of it: there, things are as in the baseline again. */
export function withdrawEdit(document: PlanDocument, id: ScenarioId, key: EditKey): DocumentChange {
  const from = scenarioOf(document, id).edits.get(key);
  return from === undefined ? [] : [{ of: 'scenario', scenario: id, key, from, to: undefined }];
}

/** An edit that no longer applies is given up, or made to start from what the baseline says now. */
export function settleConflict(
  document: PlanDocument,
  id: ScenarioId,
  { key, edit, code, found }: Conflict,
  keep: 'scenario' | 'baseline',
): DocumentChange {
  scenarioOf(document, id);
  // What is gone from the baseline cannot be edited: a record that is to be there as a whole comes anew.
  const given = keep === 'baseline' || (code === 'record_gone' && 'field' in edit);
  const to = given ? undefined : ({ ...edit, from: found } as ScenarioEdit);
  return [{ of: 'scenario', scenario: id, key, from: edit, to }];
}

function freshId({ scenarios }: PlanDocument): ScenarioId {
  let count = scenarios.size + 1;
  while (scenarios.has(`S${count}`)) count++;
  return `S${count}`;
}
