import type { SourceReport } from '../analysis/api.ts';
import type { ImportMapping } from '../core/import/mapping.ts';
import type { TableRole } from '../core/import/table.ts';

/** How the columns of a file were settled, for the next one of the same shape. */
export interface RememberedMapping {
  /** The table and its headers. */
  readonly shape: string;
  readonly mapping: ImportMapping;
}

/** Of so many shapes; the oldest are forgotten. */
const MOST_REMEMBERED = 40;

/** What was settled for a file with these headers, cells and rows put right by hand apart; null: nothing was. */
export function rememberedMapping(
  remembered: readonly RememberedMapping[],
  role: TableRole,
  source: Pick<SourceReport, 'profiles'>,
): ImportMapping | null {
  const shape = shapeOf(role, source);
  return remembered.find((one) => one.shape === shape)?.mapping ?? null;
}

/** The list with one more shape, the latest first. */
export function rememberMapping(
  remembered: readonly RememberedMapping[],
  role: TableRole,
  source: Pick<SourceReport, 'profiles'>,
  mapping: ImportMapping,
): readonly RememberedMapping[] {
  const shape = shapeOf(role, source);
  const one = { shape, mapping: { ...mapping, fixes: [], skipped: [] } };
  return [one, ...remembered.filter((other) => other.shape !== shape)].slice(0, MOST_REMEMBERED);
}

function shapeOf(role: TableRole, { profiles }: Pick<SourceReport, 'profiles'>): string {
  return [role, ...profiles.map(({ header }) => header)].join('\u001F');
}
