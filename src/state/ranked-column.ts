import type { Area, AreaId } from '../core/plan/plan.ts';
import type { Language } from '../text/language.ts';
import type { AreaColumns } from './area-columns.ts';
import type { RankedColumn } from './gap-columns.ts';
import { rankTexts } from './rank-texts.ts';

interface Texts {
  readonly columns: AreaColumns;
  readonly areas: ReadonlyMap<AreaId, Area>;
  readonly areaIds: readonly AreaId[];
}

/** The place of each area by one column of texts, in the language's own order; NaN where it has none. Null: told to stop. */
export async function rankedColumn(
  column: RankedColumn,
  source: Texts,
  language: Language,
  signal: AbortSignal,
): Promise<Float64Array | null> {
  const texts = textsOf(column, source);
  const ranks = await rankTexts(texts, language, signal);
  return ranks && Float64Array.from(ranks, (rank, i) => (texts[i] === '' ? NaN : rank));
}

function textsOf(column: RankedColumn, { columns, areas, areaIds }: Texts): readonly string[] {
  if (column === 'name') return columns.name;
  // The short unit begins with the subdistrict: its order is that of the whole path, district by district.
  if (column === 'unit') return columns.path;
  return areaIds.map((id) => areas.get(id)?.[column] ?? '');
}
