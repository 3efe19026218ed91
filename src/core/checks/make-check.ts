import type { Rule } from './context.ts';
import type { Check, CheckFigures, Part, ReasonCode, Verdict } from './result.ts';

interface CheckFields extends Pick<Check, 'check' | 'role' | 'unit' | 'reasons'> {
  figures: CheckFigures;
  parts?: Part[];
  /** Parts that only count once they open. */
  adds?: Part[];
  basis?: Check['basis'];
  byClass?: Check['by_class'] | undefined;
  leftOut?: string[] | undefined;
  rule: Rule | null;
}

/** A check with every field in its place, out of its figures and what explains them. All checks come from here, in one shape. */
export function makeCheck(fields: CheckFields): Check {
  const { verdict, required, counted, gap, ratio, planned, deadline } = fields.figures;
  const check: Check = {
    check: fields.check,
    role: fields.role,
    verdict,
    required,
    counted,
    gap,
    unit: fields.unit,
    ratio,
    reasons: fields.reasons,
    parts: fields.parts ?? [],
    planned: planned && { ...planned, adds: fields.adds ?? [] },
    basis: fields.basis ?? null,
    deadline,
    source: fields.rule ? fields.rule.source : null,
  };
  if (fields.byClass) check.by_class = fields.byClass;
  if (fields.leftOut && fields.leftOut.length > 0) check.left_out = fields.leftOut;
  return check;
}

/** Figures of a check that does not apply. */
export const NOT_APPLICABLE: CheckFigures = {
  verdict: 'not_applicable',
  required: null,
  counted: null,
  gap: null,
  ratio: null,
  planned: null,
  deadline: null,
};

/** A check that does not apply, and why. */
export function notApplicable(
  { check, role, unit }: Pick<Check, 'check' | 'role' | 'unit'>,
  reason: ReasonCode | null,
  rule: Rule | null,
): Check {
  return makeCheck({ check, role, unit, figures: NOT_APPLICABLE, reasons: reason ? [reason] : [], rule });
}

/** Short today, met once what is on the way opens: met_if_built. What is met today stays met whatever is planned. */
export function withPlanned(today: Verdict, planned: Verdict): Verdict {
  return today === 'short' && planned === 'met' ? 'met_if_built' : today;
}

/** Adds a reason once. Null adds nothing. */
export function addReason(reasons: ReasonCode[], reason: ReasonCode | null): void {
  if (reason !== null && !reasons.includes(reason)) reasons.push(reason);
}
