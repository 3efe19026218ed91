import type { Rule } from './context.ts';
import type { Check, ClassFigures, DeadlineState, Figures, Part, ReasonCode, Verdict } from './result.ts';

interface CheckFields extends Pick<Check, 'check' | 'role' | 'unit' | 'verdict' | 'reasons'> {
  required?: number | null;
  /** Today's figures; absent: none could be computed, or the check does not apply. */
  today?: Figures | null;
  planned?: Figures | null;
  /** Parts that only count once they open. */
  adds?: Part[];
  ratio?: number | null;
  parts?: Part[];
  basis?: Check['basis'];
  byClass?: { new: ClassFigures; built: ClassFigures } | undefined;
  leftOut?: string[] | undefined;
  deadline?: DeadlineState | null;
  rule: Rule | null;
}

/** A check with every field in its place. All checks come from here, in one shape: a metropolis makes a hundred thousand. */
export function makeCheck(fields: CheckFields): Check {
  const { today, planned } = fields;
  const check: Check = {
    check: fields.check,
    role: fields.role,
    verdict: fields.verdict,
    required: fields.required ?? null,
    counted: today ? today.counted : null,
    gap: today ? today.gap : null,
    unit: fields.unit,
    ratio: fields.ratio ?? null,
    reasons: fields.reasons,
    parts: fields.parts ?? [],
    planned: planned
      ? { counted: planned.counted, gap: planned.gap, verdict: planned.verdict, adds: fields.adds ?? [] }
      : null,
    basis: fields.basis ?? null,
    deadline: fields.deadline ?? null,
    source: fields.rule ? fields.rule.source : null,
  };
  if (fields.byClass) check.by_class = fields.byClass;
  if (fields.leftOut && fields.leftOut.length > 0) check.left_out = fields.leftOut;
  return check;
}

/** A check that does not apply, and why. */
export function notApplicable(
  { check, role, unit }: Pick<Check, 'check' | 'role' | 'unit'>,
  reason: ReasonCode | null,
  rule: Rule | null,
): Check {
  return makeCheck({ check, role, unit, verdict: 'not_applicable', reasons: reason ? [reason] : [], rule });
}

/** Short today, met once what is on the way opens: met_if_built. What is met today stays met whatever is planned. */
export function withPlanned(today: Verdict, planned: Verdict): Verdict {
  return today === 'short' && planned === 'met' ? 'met_if_built' : today;
}

/** Adds a reason once. Null adds nothing. */
export function addReason(reasons: ReasonCode[], reason: ReasonCode | null): void {
  if (reason !== null && !reasons.includes(reason)) reasons.push(reason);
}
