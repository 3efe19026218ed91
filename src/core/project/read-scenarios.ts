import type { PlanDocument } from '../plan/document.ts';
import { editKey, type EditKey, type Scenario, type ScenarioEdit, type ScenarioId } from '../plan/scenario.ts';
import type { FileContent } from './migrations.ts';
import { SCENARIOS } from './parts.ts';
import { jsonOf } from './part-text.ts';
import { scenariosSchema } from './project-schemas.ts';
import { keyField, RECORDS } from './record-schemas.ts';
import { shownAt } from '../standards/json-place.ts';
import { demand, misfit } from './refused.ts';

interface Listed {
  readonly shown: ScenarioId | null;
  readonly scenarios: readonly (Pick<Scenario, 'id' | 'name' | 'note'> & { readonly edits: readonly ListedEdit[] })[];
}

interface ListedEdit {
  readonly table: ScenarioEdit['table'];
  readonly id: string;
  readonly field?: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** The scenarios, and which of them is shown. Throws `Refused`. */
export function readScenarios({ parts }: FileContent): Omit<PlanDocument, 'baseline'> {
  const json = jsonOf(SCENARIOS, parts);
  demand(scenariosSchema, json, SCENARIOS);
  const { shown, scenarios: listed } = json as Listed;
  const scenarios = new Map<ScenarioId, Scenario>();
  for (const [at, { id, name, note, edits }] of listed.entries()) {
    if (scenarios.has(id)) throw misfit(SCENARIOS, `scenarios[${at}].id`, id, 'id ≠');
    scenarios.set(id, { id, name, note, edits: readEdits(edits, `scenarios[${at}].edits`) });
  }
  if (shown !== null && !scenarios.has(shown)) {
    throw misfit(SCENARIOS, 'shown', shown, ['null', ...scenarios.keys()].join(' | '));
  }
  return { scenarios, shown };
}

function readEdits(listed: readonly ListedEdit[], under: string): Map<EditKey, ScenarioEdit> {
  const edits = new Map<EditKey, ScenarioEdit>();
  /** Records with edits of fields, and records that come, go or are replaced: none may be both. */
  const [ofFields, whole] = [new Set<string>(), new Set<string>()];
  for (const [at, one] of listed.entries()) {
    const place = `${under}[${at}]`;
    checkValues(one, place);
    const edit = asEdit(one);
    const key = editKey(edit);
    const record = JSON.stringify([edit.table, edit.id]);
    const mine = one.field === undefined ? whole : ofFields;
    const other = one.field === undefined ? ofFields : whole;
    if (edits.has(key) || other.has(record)) throw misfit(SCENARIOS, place, key, '1 ×');
    mine.add(record);
    edits.set(key, edit);
  }
  return edits;
}

function checkValues({ table, id, field, from, to }: ListedEdit, place: string): void {
  const record = RECORDS[table];
  const key = keyField(table);
  const fields = Object.keys(record.shape).filter((one) => one !== key);
  if (field !== undefined && !fields.includes(field)) {
    throw misfit(SCENARIOS, `${place}.field`, field, fields.join(' | '));
  }
  const schema = field === undefined ? record.optional() : record.shape[field]!;
  for (const [side, value] of [
    ['from', from],
    ['to', to],
  ] as const) {
    demand(schema, value, SCENARIOS, [place, side]);
    const named = field === undefined ? (value as Record<string, unknown> | undefined)?.[key] : undefined;
    if (named !== undefined && named !== id) throw misfit(SCENARIOS, `${place}.${side}.${key}`, shownAt(named, []), id);
  }
}

/** With both sides there, `undefined` where there is nothing, as edits are made. */
function asEdit({ table, id, field, from, to }: ListedEdit): ScenarioEdit {
  return (field === undefined ? { table, id, from, to } : { table, id, field, from, to }) as ScenarioEdit;
}
