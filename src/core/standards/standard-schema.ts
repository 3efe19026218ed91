import * as z from 'zod';
import { isIsoDate } from '../units.ts';
import { RULE_UNITS, type RuleKey, type Standard } from './standard.ts';

// Before any schema is made: the page's Content-Security-Policy allows no code made from text.
z.config({ jitless: true });

const text = z.string().refine((one) => one.trim() !== '', { params: { problem: 'empty' } });
const bilingual = z.strictObject({ zh: text, en: text });
const isoDate = z.string().refine(isIsoDate, { params: { problem: 'date_invalid', expected: 'YYYY-MM-DD' } });
/** A day, a month or a year. */
const issued = z.string().refine((one) => /^\d{4}(-\d\d){0,2}$/.test(one) && isIsoDate(`${one}-01-01`.slice(0, 10)), {
  params: { problem: 'date_invalid', expected: 'YYYY, YYYY-MM, YYYY-MM-DD' },
});
const citation = { clause: text, quote: text.nullable() };
const deadline = z.strictObject({ date: isoDate, document: bilingual.optional(), ...citation });

/** Figures are positive: a rule that asks for nothing is left out, so that it reads as “not applicable”. */
const positive = z.number().gt(0);
const FIGURES: Partial<Record<(typeof RULE_UNITS)[RuleKey], z.ZodType<number>>> = {
  percent_of_beds: positive.lte(100),
  allowed: z.literal(1),
};

function datedValues(unit: (typeof RULE_UNITS)[RuleKey]) {
  const value = z.strictObject({
    value: FIGURES[unit] ?? positive,
    unit: z.literal(unit),
    ...citation,
    from: isoDate.optional(),
    to: isoDate.optional(),
    deadline: deadline.optional(),
  });
  return z.array(value).min(1);
}

type DatedValues = ReturnType<typeof datedValues>;
const rules = Object.fromEntries(
  Object.entries(RULE_UNITS).map(([rule, unit]) => [rule, datedValues(unit).optional()]),
) as Record<RuleKey, z.ZodOptional<DatedValues>>;

/** The shape of one standards file. Unknown keys are refused everywhere. */
export const standardSchema: z.ZodType<Standard> = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: text,
  title: bilingual,
  short_title: bilingual,
  number: text.nullable(),
  issuer: bilingual,
  jurisdiction: bilingual,
  status: z.enum(['draft', 'in_force', 'superseded']),
  issued,
  effective: z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }),
  certainty: z.enum(['full_text', 'H', 'M+']),
  source: text,
  note: bilingual.optional(),
  rules: z.strictObject(rules),
});
