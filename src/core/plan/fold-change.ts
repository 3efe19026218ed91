import { deepEqual } from './deep-equal.ts';
import { isOutdated } from './apply-scenario.ts';
import { withField } from './edit.ts';
import type { Plan } from './plan.ts';
import { editKey, recordKey, type EditKey, type ScenarioEdit } from './scenario.ts';

/** One edit of a scenario came (`from` undefined), went (`to` undefined) or says something else. */
export interface FoldedEdit {
  readonly key: EditKey;
  readonly from: ScenarioEdit | undefined;
  readonly to: ScenarioEdit | undefined;
}

/**
 * What a change of the plan that a scenario makes of its baseline does to the scenario's edits, so that they still lead from
 * one to the other: edits of one thing become one, and what is as in the baseline again leaves no edit. An edit that no
 * longer starts from what the baseline has gives way to a new one of the same thing.
 */
export function foldChange(
  baseline: Plan,
  edits: ReadonlyMap<EditKey, ScenarioEdit>,
  change: readonly ScenarioEdit[],
): readonly FoldedEdit[] {
  const folded = new Map(edits);
  const inForce = (key: EditKey): ScenarioEdit | undefined => {
    const edit = folded.get(key);
    return edit === edits.get(key) && edit && isOutdated(baseline, edit) ? undefined : edit;
  };
  const byRecord = new Map<EditKey, Set<EditKey>>();
  for (const [key, edit] of edits) if ('field' in edit) fieldsOf(byRecord, edit).add(key);
  const touched = new Set<EditKey>();
  const put = (key: EditKey, edit: ScenarioEdit | null): void => {
    touched.add(key);
    // Taken out first: a record's edit comes after those of its fields that it replaces.
    folded.delete(key);
    if (edit !== null) folded.set(key, edit);
  };
  for (const edit of change) {
    const ofRecord = recordKey(edit);
    const record = inForce(ofRecord);
    const fields = fieldsOf(byRecord, edit);
    if (!('field' in edit)) {
      const ofFields = [...fields].flatMap((key) => inForce(key) ?? []);
      for (const key of fields) put(key, null);
      fields.clear();
      const from = record ? record.from : asInBaseline(edit.from, ofFields);
      put(ofRecord, orNothing({ ...edit, from } as ScenarioEdit));
    } else if (record) {
      put(ofRecord, orNothing({ ...record, to: withField(record.to as object, edit.field, edit.to) } as ScenarioEdit));
    } else {
      if (folded.has(ofRecord)) put(ofRecord, null);
      const key = editKey(edit);
      const known = inForce(key);
      const next = orNothing({ ...edit, from: known ? known.from : edit.from } as ScenarioEdit);
      put(key, next);
      if (next) fields.add(key);
      else fields.delete(key);
    }
  }
  return [...touched]
    .map((key) => ({ key, from: edits.get(key), to: folded.get(key) }))
    .filter(({ from, to }) => from !== to);
}

function fieldsOf(byRecord: Map<EditKey, Set<EditKey>>, edit: ScenarioEdit): Set<EditKey> {
  const key = recordKey(edit);
  let fields = byRecord.get(key);
  if (!fields) byRecord.set(key, (fields = new Set()));
  return fields;
}

function orNothing(edit: ScenarioEdit): ScenarioEdit | null {
  return deepEqual(edit.from, edit.to) ? null : edit;
}

function asInBaseline(record: ScenarioEdit['from'], fields: readonly ScenarioEdit[]): unknown {
  if (record === undefined) return undefined;
  return fields.reduce(
    (one, edit) => ('field' in edit ? withField(one, edit.field, edit.from) : one),
    record as object,
  );
}
