import { greatCircleMetres } from '../../core/geo/distance.ts';
import type { PlaceGeometry } from '../../core/geo/geometry.ts';
import { innerPosition } from '../../core/geo/polygon.ts';
import type { FieldAction } from '../../core/plan/plan-actions.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { fieldLabel, fieldText } from '../field-text.ts';

/** One field that became another, with values: of a point, how far it moved; of what no cell shows, that it changed. */
export function fieldActionText({ field, from, to }: FieldAction, texts: Texts): string {
  const t = texts.compare.action;
  const label = fieldLabel(texts, field);
  const [left, right] = [from, to].map((value) => (value === undefined ? t.blank : fieldText(texts, field, value)));
  if (left !== null && right !== null) return t.field(label, left!, withUnit(field, right!, texts));
  const metres = field === 'geometry' ? metresMoved(from, to) : null;
  return metres === null ? t.replaced(label) : t.moved(label, formatNumber(metres, 0));
}

/** A field's value in words with its unit. */
export function withUnit(field: string, text: string, { checks, compare }: Texts): string {
  return field.endsWith('M2') && text !== compare.action.blank ? `${text} ${checks.unit.m2}` : text;
}

function metresMoved(from: unknown, to: unknown): number | null {
  const [before, after] = [from as PlaceGeometry | undefined, to as PlaceGeometry | undefined];
  if (before?.type !== 'Point' || after?.type !== 'Point') return null;
  return greatCircleMetres(innerPosition(before), innerPosition(after));
}
