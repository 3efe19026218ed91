import * as z from 'zod';
import { applyChange, TABLES, type Edit, type TableName } from '../plan/edit.ts';
import { EMPTY_PLAN, type Plan } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { FileContent } from './migrations.ts';
import { isGeojson, POPULATION, TABLE_PARTS } from './parts.ts';
import { parsePopulationCsv } from './population-part.ts';
import { jsonOf, textOf } from './part-text.ts';
import { keyField, RECORDS } from './record-schemas.ts';
import { demand, misfit } from './refused.ts';
import { jsonPath } from '../standards/json-place.ts';

/** Records looked at between two reports. */
const PER_STEP = 500;

const LIST = z.array(z.unknown());
const COLLECTION = z.strictObject({ type: z.literal('FeatureCollection'), features: LIST });
const FEATURE = z.strictObject({ type: z.literal('Feature'), properties: z.looseObject({}), geometry: z.unknown() });

/** The baseline's tables and grid. Throws `Refused`. */
export function* readTables({ parts }: FileContent, settings: Plan['settings']): Steps<Plan> {
  const edits: Edit[] = [];
  for (const table of TABLES) {
    for (const [id, to] of yield* readTable(parts, table)) {
      edits.push({ table, id, from: undefined, to } as unknown as Edit);
    }
  }
  const grid = parts.get(POPULATION);
  const population = grid === undefined ? null : parsePopulationCsv(textOf(POPULATION, grid));
  return { ...applyChange(EMPTY_PLAN, edits), population, settings };
}

function* readTable(parts: FileContent['parts'], table: TableName): Steps<ReadonlyMap<string, object>> {
  const part = TABLE_PARTS[table];
  const json = jsonOf(part, parts);
  const features = isGeojson(part);
  demand(features ? COLLECTION : LIST, json, part);
  const listed = features ? (json as { features: unknown[] }).features : (json as unknown[]);
  const under = features ? ['features'] : [];
  const key = keyField(table);
  const records = new Map<string, object>();
  for (const [row, one] of listed.entries()) {
    if (row % PER_STEP === 0) yield { stage: 'reading', done: row, total: listed.length };
    if (features) demand(FEATURE, one, part, [...under, row]);
    const record = features ? ofFeature(one as Feature) : (one as Record<string, unknown>);
    demand(RECORDS[table], record, part, [...under, row]);
    const id = record[key] as string;
    if (records.has(id)) throw misfit(part, jsonPath([...under, row, key]), id, `${key} ≠`);
    records.set(id, record);
  }
  return records;
}

interface Feature {
  readonly properties: Record<string, unknown>;
  readonly geometry: unknown;
}

function ofFeature({ properties, geometry }: Feature): Record<string, unknown> {
  return geometry === null ? properties : { ...properties, geometry };
}
