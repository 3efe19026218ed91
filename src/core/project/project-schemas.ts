import * as z from 'zod';
import { ISSUE_SEVERITY, type InputRole } from '../issue.ts';
import { TABLES } from '../plan/edit.ts';
import { SETTING_CHOICES, SETTING_RANGES } from '../plan/parse-setting.ts';
import { DEFAULT_SETTINGS, type Settings } from '../plan/settings.ts';
import { isoDate } from './record-schemas.ts';

const ROLES = [
  'areas',
  'facilities',
  'units',
  'population',
  'streets',
  'candidates',
] as const satisfies readonly InputRole[];
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);

/** What is the same in every version: which version it is, and the parts with what they must be. */
export const envelopeSchema = z.object({
  format: z.literal('yiquan-project'),
  version: z.int().min(1),
  parts: z.array(z.strictObject({ name: z.string(), bytes: count, sha256 })),
});

/** Settings in use, those at their default left out. */
const settings = z.strictObject(
  Object.fromEntries(
    (Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]).map((key) => [key, settingSchema(key).optional()]),
  ),
);

function settingSchema(key: keyof Settings): z.ZodType {
  if (key in SETTING_CHOICES) return z.enum(SETTING_CHOICES[key as keyof typeof SETTING_CHOICES]);
  if (!(key in SETTING_RANGES)) return z.boolean();
  const { min, max, above, whole } = SETTING_RANGES[key as keyof typeof SETTING_RANGES];
  const number = (whole ? z.int() : z.number()).lte(max);
  const ranged = above ? number.gt(min) : number.gte(min);
  return DEFAULT_SETTINGS[key] === null ? ranged.nullable() : ranged;
}

export const manifestSchema = z.strictObject({
  ...envelopeSchema.shape,
  /** Version of the tool that wrote it. */
  writtenBy: z.string(),
  writtenAt: z.iso.datetime(),
  name: z.string().nullable(),
  madeUp: z.boolean(),
  asOf: isoDate,
  standard: z.string(),
  settings,
});

/** `from` and `to` are looked at by the schemas of the table's records. */
const VALUE = 'a record as its table has it or, with `field`, the value of that field; absent where there is none';
const edit = z.strictObject({
  table: z.enum(TABLES),
  id: z.string(),
  field: z.string().optional(),
  from: z.unknown().optional().meta({ description: VALUE }),
  to: z.unknown().optional().meta({ description: VALUE }),
});

export const scenariosSchema = z.strictObject({
  /** Which is shown; null: the baseline. */
  shown: z.string().nullable(),
  scenarios: z.array(z.strictObject({ id: z.string(), name: z.string(), note: z.string(), edits: z.array(edit) })),
});

const detail = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const code = z.string().refine((one) => Object.hasOwn(ISSUE_SEVERITY, one), 'a code of issues');

export const inputsSchema = z.array(
  z.strictObject({
    input: z.strictObject({ role: z.enum(ROLES), file: z.string(), sha256, rows: count }),
    issues: z.array(
      z.strictObject({
        code,
        severity: z.enum(['error', 'warning', 'info']),
        where: z.strictObject({
          input: z.enum(ROLES).optional(),
          file: z.string().optional(),
          row: z.number().optional(),
          id: z.string().optional(),
          column: z.string().optional(),
        }),
        detail: z.record(z.string(), detail),
      }),
    ),
    ids: z.array(z.string()),
  }),
);
