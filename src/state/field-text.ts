import { servesText } from '../core/export/record-cells.ts';
import type { Service } from '../core/plan/plan.ts';
import { formatNumber } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';
import { columnOfField } from './column-of-field.ts';

/** What a field of a record is called. */
export function fieldLabel({ compare, health, imports }: Texts, field: string): string {
  if (field === 'geometry') return health.blanks.place;
  if (field.startsWith('extra.')) return field.slice('extra.'.length);
  if (Object.hasOwn(compare.field, field)) return compare.field[field]!;
  const column = columnOfField(field);
  return Object.hasOwn(imports.column, column) ? imports.column[column]! : column;
}

/** A field's value as a workbook shows it; null: it takes more than a cell to show. */
export function fieldText({ checks, facilities, map }: Texts, field: string, value: unknown): string | null {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? facilities.yes : facilities.no;
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    class: checks.areaClass,
    settlement: checks.settlement,
    status: facilities.status,
    acquisition: facilities.acquisition,
    ownership: facilities.ownership,
    landBasis: facilities.landBasis,
    type: facilities.type,
    plannedFor: facilities.type,
    kind: map.layers.candidateKinds,
  };
  if (typeof value === 'string') return words[field]?.[value] ?? value;
  return field === 'serves' ? servesText(value as readonly Service[]) : null;
}
