import * as z from 'zod';
import { TABLES, type TableName } from '../plan/edit.ts';
import { INPUTS, isGeojson, MANIFEST, SCENARIOS, TABLE_PARTS } from './parts.ts';
import { inputsSchema, manifestSchema, scenariosSchema } from './project-schemas.ts';
import { RECORDS } from './record-schemas.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** What the JSON parts of a project file hold, as JSON Schema: a property a part. */
export function projectJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The JSON parts of a Yiquan project file, by their names in it',
    type: 'object',
    properties: {
      [MANIFEST]: jsonSchema(manifestSchema),
      ...Object.fromEntries(TABLES.map((table) => [TABLE_PARTS[table], tableSchema(table)])),
      [SCENARIOS]: jsonSchema(scenariosSchema),
      [INPUTS]: jsonSchema(inputsSchema),
    },
  };
}

function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any' });
  return rest;
}

function tableSchema(table: TableName): JsonSchema {
  const record = RECORDS[table];
  if (!isGeojson(TABLE_PARTS[table])) return { type: 'array', items: jsonSchema(record) };
  const { geometry, ...properties } = record.shape;
  const feature = {
    type: 'object',
    properties: {
      type: { const: 'Feature' },
      properties: jsonSchema(z.strictObject(properties)),
      geometry: { anyOf: [jsonSchema(geometry!), { type: 'null' }] },
    },
    required: ['type', 'properties', 'geometry'],
    additionalProperties: false,
  };
  return {
    type: 'object',
    properties: { type: { const: 'FeatureCollection' }, features: { type: 'array', items: feature } },
    required: ['type', 'features'],
    additionalProperties: false,
  };
}
