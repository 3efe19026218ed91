import { servesText } from '../../core/export/record-cells.ts';
import type { FormField } from '../../core/forms/form-fields.ts';
import type { Service } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';

/** A field's value as the screen says it, without its unit. */
export function valueText({ edits, facilities, imports }: Texts, { kind }: FormField, value: unknown): string {
  if (value === undefined) return edits.unknown;
  if (kind === 'services') return servesText(value as readonly Service[]);
  if (typeof value === 'boolean') return value ? facilities.yes : facilities.no;
  if (typeof value === 'number') return formatNumber(value);
  const text = value as string;
  return kind === 'choice' ? (imports.values[text] ?? text) : text;
}
