import { applyChange, withField, type Change, type Edit } from './edit.ts';
import { applyScenario, isOutdated, type Conflict } from './apply-scenario.ts';
import { foldChange, type FoldedEdit } from './fold-change.ts';
import { EMPTY_PLAN, type Plan } from './plan.ts';
import { planDiff } from './plan-diff.ts';
import { recordKey, scenarioOf, type EditKey, type Scenario, type ScenarioEdit, type ScenarioId } from './scenario.ts';

/** Everything that a project says: the baseline (现状), scenarios over it, and which of them is shown (null: the baseline). */
export interface PlanDocument {
  readonly baseline: Plan;
  readonly scenarios: ReadonlyMap<ScenarioId, Scenario>;
  readonly shown: ScenarioId | null;
}

export const EMPTY_DOCUMENT: PlanDocument = { baseline: EMPTY_PLAN, scenarios: new Map(), shown: null };

/** One edit of a document: of its baseline, of what a scenario does, of a scenario itself, or of what is shown. */
export type DocumentEdit =
  | { readonly of: 'baseline'; readonly edit: Edit }
  | ({ readonly of: 'scenario'; readonly scenario: ScenarioId } & FoldedEdit)
  | {
      readonly of: 'scenarios';
      readonly scenario: ScenarioId;
      readonly from: Scenario | undefined;
      readonly to: Scenario | undefined;
    }
  | { readonly of: 'shown'; readonly from: ScenarioId | null; readonly to: ScenarioId | null };

/** What one step did, in order. */
export type DocumentChange = readonly DocumentEdit[];

/** The change that takes `change` back. */
export function inverseOf(change: DocumentChange): DocumentChange {
  return change.map(inverseEdit).reverse();
}

function inverseEdit(one: DocumentEdit): DocumentEdit {
  if (one.of === 'baseline')
    return { of: 'baseline', edit: { ...one.edit, from: one.edit.to, to: one.edit.from } as Edit };
  return { ...one, from: one.to, to: one.from } as DocumentEdit;
}

/** The document after a change. What the change does not touch is shared with the document before it. */
export function applyToDocument(document: PlanDocument, change: DocumentChange): PlanDocument {
  const ofBaseline: Edit[] = [];
  const scenarios = new Map(document.scenarios);
  const opened = new Map<ScenarioId, Map<EditKey, ScenarioEdit>>();
  let { shown } = document;
  for (const one of change) {
    if (one.of === 'baseline') ofBaseline.push(one.edit);
    else if (one.of === 'shown') shown = one.to;
    else if (one.of === 'scenarios') {
      opened.delete(one.scenario);
      if (one.to) scenarios.set(one.scenario, one.to);
      else scenarios.delete(one.scenario);
    } else {
      const edits = opened.get(one.scenario) ?? new Map(scenarioOf({ scenarios }, one.scenario).edits);
      opened.set(one.scenario, edits);
      // Taken out first: edits stand in the order in which they came to be what they are.
      edits.delete(one.key);
      if (one.to) edits.set(one.key, one.to);
      scenarios.set(one.scenario, { ...scenarioOf({ scenarios }, one.scenario), edits });
    }
  }
  const same = change.every(({ of }) => of === 'baseline' || of === 'shown');
  return {
    baseline: ofBaseline.length === 0 ? document.baseline : applyChange(document.baseline, ofBaseline),
    scenarios: same ? document.scenarios : scenarios,
    shown,
  };
}

/** The plan that is shown and judged, with the edits of its scenario that no longer apply. */
export function shownPlan({ baseline, scenarios, shown }: PlanDocument): {
  plan: Plan;
  conflicts: readonly Conflict[];
} {
  if (shown === null) return { plan: baseline, conflicts: [] };
  return applyScenario(baseline, scenarioOf({ scenarios }, shown));
}

/** A document with the plan that it shows. */
export interface ShownDocument {
  readonly document: PlanDocument;
  readonly plan: Plan;
  readonly conflicts: readonly Conflict[];
}

/** The shown document after a change, and what the change did to the plan that is shown. */
export function moveDocument(before: ShownDocument, change: DocumentChange): ShownDocument & { planChange: Change } {
  const document = applyToDocument(before.document, change);
  const direct = directChange(before, change);
  if (direct) {
    return { document, plan: applyChange(before.plan, direct), conflicts: before.conflicts, planChange: direct };
  }
  const { plan, conflicts } = shownPlan(document);
  return { document, plan, conflicts, planChange: planDiff(before.plan, plan) };
}

/** What a change of nothing but the shown part of a document does to the plan; null where it must be made anew. */
function directChange({ document }: ShownDocument, change: DocumentChange): Change | null {
  const { baseline, scenarios, shown } = document;
  const isPlain =
    shown === null || [...scenarioOf({ scenarios }, shown).edits.values()].every((edit) => !isOutdated(baseline, edit));
  const edits: Edit[] = [];
  for (const one of change) {
    if (one.of === 'baseline' && shown === null) edits.push(one.edit);
    else if (one.of === 'scenario' && one.scenario === shown && isPlain && !(one.to && isOutdated(baseline, one.to)))
      edits.push(planEdit(one));
    else if (!(one.of === 'scenario' && one.scenario !== shown)) return null;
  }
  return edits;
}

/** What an edit of a scenario that came, went or changed does to the plan: without it, things are as in the baseline. */
function planEdit({ from, to }: FoldedEdit): Edit {
  const some = (to ?? from)!;
  const was = from ? from.to : to!.from;
  const is = to ? to.to : from!.from;
  return { ...some, from: was, to: is } as Edit;
}

/** Tables and choices that are data or method, and the same for all scenarios. */
const OF_BASELINE: ReadonlySet<Edit['table']> = new Set(['units', 'population', 'settings', 'growth']);

/**
 * Where the edits of a change of the shown plan belong: to the baseline where that is shown, to the scenario otherwise.
 * `toBaseline`: data that came, which all scenarios are to share; what a scenario itself added stays with it.
 */
export function documentChange(
  { baseline, scenarios, shown }: PlanDocument,
  change: Change,
  toBaseline = false,
): DocumentChange {
  if (shown === null) return change.map((edit) => ({ of: 'baseline', edit }));
  const ofBaseline: Edit[] = [];
  const ofScenario: ScenarioEdit[] = [];
  const now = new BaselineNow(baseline);
  for (const edit of change) {
    const rebased = toBaseline || OF_BASELINE.has(edit.table) ? now.rebase(edit) : null;
    if (rebased) ofBaseline.push(rebased);
    else ofScenario.push(edit as ScenarioEdit);
  }
  const folded = foldChange(baseline, scenarioOf({ scenarios }, shown).edits, ofScenario);
  return [
    ...ofBaseline.map((edit) => ({ of: 'baseline' as const, edit })),
    ...folded.map((one) => ({ of: 'scenario' as const, scenario: shown, ...one })),
  ];
}

/** The baseline as edits come to it one after another. */
class BaselineNow {
  private readonly baseline: Plan;
  private readonly records = new Map<EditKey, object | undefined>();
  private settings: Plan['settings'];

  constructor(baseline: Plan) {
    this.baseline = baseline;
    this.settings = baseline.settings;
  }

  /** An edit of the shown plan as one of the baseline, from what that has by now; null where it has no such record. */
  rebase(edit: Edit): Edit | null {
    if (edit.table === 'population') return { ...edit, from: this.baseline.population };
    if (edit.table === 'settings') {
      const from = this.settings[edit.field];
      this.settings = withField(this.settings, edit.field, edit.to);
      return { ...edit, from } as Edit;
    }
    const key = recordKey(edit);
    const record = this.records.has(key) ? this.records.get(key) : this.baseline[edit.table].get(edit.id);
    if (record === undefined && ('field' in edit || edit.to === undefined)) return null;
    this.records.set(key, 'field' in edit ? withField(record!, edit.field, edit.to) : edit.to);
    const from = 'field' in edit ? (record as Record<string, unknown>)[edit.field] : record;
    return { ...edit, from } as Edit;
  }
}
