import type { Texts } from '../../text/texts.ts';

/** What the screen calls a canonical column; what is none goes by its own name. */
export function columnLabel({ column }: Texts['imports'], name: string): string {
  return Object.hasOwn(column, name) ? column[name]! : name;
}
