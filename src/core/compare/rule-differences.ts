import type { AuditContext, Rule } from '../checks/context.ts';
import { RULE_UNITS, type RuleKey } from '../standards/standard.ts';
import type { Both, CitedValue, RuleDifference } from './comparison.ts';

/** Rules whose figure on the day, or whose document or clause, is another on either side. */
export function ruleDifferences({ left, right }: Both<AuditContext>): RuleDifference[] {
  return (Object.keys(RULE_UNITS) as RuleKey[])
    .map((rule) => ({ rule, left: citedValue(left.rules[rule]), right: citedValue(right.rules[rule]) }))
    .filter(({ left: before, right: after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** Whether it is the figure itself that differs, and not only where it is written. */
export function figureDiffers({ left, right }: RuleDifference): boolean {
  return left?.value !== right?.value;
}

function citedValue(rule: Rule | null): CitedValue | null {
  if (!rule) return null;
  const { value, unit, source } = rule;
  return { value, unit, document: source.document, clause: source.clause, status: source.status };
}
