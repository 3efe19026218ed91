import type { Texts } from '../text/texts.ts';
import type { GapColumn } from './gap-columns.ts';

export interface ColumnTitle {
  readonly title: string;
  /** Unit of its figures; null: it has none. */
  readonly unit: string | null;
}

/** What a column is called. `elderAge`: the age from which one is counted among the elders. */
export function gapColumnTitle(column: GapColumn, { gaps, checks }: Texts, elderAge: number): ColumnTitle {
  // A language whose titles say what is counted leaves the unit empty.
  const units: Readonly<Partial<Record<GapColumn, string>>> = gaps.unit;
  const unit = units[column] || null;
  if (column === 'elders') return { title: gaps.column.elders(String(elderAge)), unit };
  if (column === 'city' || column === 'county' || column === 'subdistrict' || column === 'community') {
    return { title: checks.level[column], unit };
  }
  return { title: gaps.column[column], unit };
}
