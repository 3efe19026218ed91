import { AREA_CHECKS, type AreaCheckId } from '../../core/checks/result.ts';
import { DIFFERENCE_KINDS, type DifferenceColumns, type DifferenceKind } from '../../core/compare/comparison.ts';

export const DIFFERENCE_ORDERS = ['area', 'most', 'least'] as const;
export type DifferenceOrder = (typeof DIFFERENCE_ORDERS)[number];

/** Which differences are listed, and in which order. */
export interface DifferenceFilter {
  /** Null: every kind. */
  readonly kind: DifferenceKind | null;
  readonly check: AreaCheckId | null;
  /** `most`: the largest increase of the gap first, `least`: the largest decrease; unknown ones last. */
  readonly order: DifferenceOrder;
}

export const EVERY_DIFFERENCE: DifferenceFilter = { kind: null, check: null, order: 'area' };

/** Rows that a filter shows, in its order. m² and shares are put in order each among themselves: checks come one after another. */
export function listDifferences(rows: DifferenceColumns, { kind, check, order }: DifferenceFilter): Uint32Array {
  const [kindAt, checkAt] = [kind && DIFFERENCE_KINDS.indexOf(kind), check && AREA_CHECKS.indexOf(check)];
  const shown = Uint32Array.from(rows.area.keys()).filter(
    (r) => (kindAt === null || rows.kind[r] === kindAt) && (checkAt === null || rows.check[r] === checkAt),
  );
  if (order === 'area') return shown;
  const sign = order === 'most' ? -1 : 1;
  const shareLast = (r: number) => Number(AREA_CHECKS[rows.check[r]!] === 'walk_circle');
  const rank = (r: number) => (Number.isNaN(rows.delta[r]!) ? Infinity : sign * rows.delta[r]!);
  return shown.sort((a, b) => shareLast(a) - shareLast(b) || compareNumbers(rank(a), rank(b)) || a - b);
}

/** How many differences there are of each kind, in one check or in all. */
export function countKinds(rows: DifferenceColumns, check: AreaCheckId | null): Record<DifferenceKind, number> {
  const counts = Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, 0])) as Record<DifferenceKind, number>;
  const checkAt = check && AREA_CHECKS.indexOf(check);
  for (const [r, kind] of rows.kind.entries()) {
    if (checkAt === null || rows.check[r] === checkAt) counts[DIFFERENCE_KINDS[kind]!]++;
  }
  return counts;
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
