import type { IsoDate } from '../units.ts';
import type { DatedValue, RuleKey, Standard } from './standard.ts';

/**
 * The figure of a rule on a day, or null where the document has none for that day.
 * A chosen document's figures apply whatever its status; its badge says what that status is.
 */
export function valueInForce(standard: Standard, rule: RuleKey, on: IsoDate): DatedValue | null {
  return (
    standard.rules[rule]?.find(
      (value) => (value.from === undefined || value.from <= on) && (value.to === undefined || on <= value.to),
    ) ?? null
  );
}
