import type { StreetEdit } from '../core/plan/plan.ts';
import type { Texts } from './texts.ts';

/** What a sentence calls a barrier or a link: by its own name, or by what it is. */
export function nameOfStreetEdit(
  { streetEdits: t }: Texts,
  { kind, cause, name }: Pick<StreetEdit, 'kind' | 'cause' | 'name'>,
): string {
  return name === undefined ? t.unnamed(t.kind[kind], t.cause[cause]) : t.named(name);
}
