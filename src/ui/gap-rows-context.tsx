import { createContext, useContext, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { AuditDigest } from '../analysis/api.ts';
import type { AreaList } from '../actions/next-problem.ts';
import { areaColumns, type AreaColumns } from '../state/area-columns.ts';
import { filterRows, sortRows, type TextRanks } from '../state/gap-rows.ts';
import { rankTexts } from '../state/rank-texts.ts';
import { compareText } from '../core/units.ts';
import type { AreaId } from '../core/plan/plan.ts';
import { useWorkspaceState } from './workspace-context.tsx';

/** The gap list as it stands: positions in the digest, filtered and sorted, and the figures that go with them. */
export interface GapRows {
  readonly digest: AuditDigest;
  readonly columns: AreaColumns;
  readonly rows: Uint32Array;
  readonly list: AreaList;
}

const GapRowsContext = createContext<GapRows | null>(null);

/** Null until the first audit. */
export function useGapRows(): GapRows | null {
  return useContext(GapRowsContext);
}

/** Position of an area in the digest, whose ids are sorted; −1 when it is not there. */
export function areaPosition(areaIds: readonly AreaId[], id: AreaId): number {
  let low = 0;
  let high = areaIds.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compareText(areaIds[middle]!, id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

export function GapRowsProvider({ children }: { readonly children: ReactNode }) {
  // Deferred: a list of a metropolis is drawn in slices, and what the person does meanwhile comes first.
  const digest = useDeferredValue(useWorkspaceState((state) => state.digest));
  const areas = useDeferredValue(useWorkspaceState((state) => state.plan.areas));
  const filter = useDeferredValue(useWorkspaceState((state) => state.filter));
  const sort = useDeferredValue(useWorkspaceState((state) => state.sort));
  const areaIds = digest?.areaIds;
  const columns = useMemo(() => (areaIds === undefined ? null : areaColumns(areas, areaIds)), [areas, areaIds]);
  const ranks = useTextRanks(columns, sort.column === 'name' || sort.column === 'unit');
  const value = useMemo<GapRows | null>(() => {
    if (digest === null || columns === null) return null;
    const rows = sortRows(filterRows(digest, columns, filter), digest, columns, ranks, sort);
    return { digest, columns, rows, list: listOf(digest, rows) };
  }, [digest, columns, filter, ranks, sort]);
  return <GapRowsContext.Provider value={value}>{children}</GapRowsContext.Provider>;
}

function listOf({ areaIds }: AuditDigest, rows: Uint32Array): AreaList {
  let rowOf: Int32Array | null = null;
  return {
    length: rows.length,
    idAt: (row) => areaIds[rows[row]!]!,
    indexOf(id) {
      if (rowOf === null) {
        rowOf = new Int32Array(areaIds.length).fill(-1);
        for (let row = 0; row < rows.length; row++) rowOf[rows[row]!] = row;
      }
      const position = areaPosition(areaIds, id);
      return position < 0 ? -1 : rowOf[position]!;
    },
  };
}

/** Places of names and units in the language's order, only when asked for; null while they are being found. */
function useTextRanks(columns: AreaColumns | null, wanted: boolean): TextRanks | null {
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const [ranks, setRanks] = useState<{ columns: AreaColumns; language: string; ranks: TextRanks } | null>(null);
  useEffect(() => {
    if (columns === null || !wanted) return undefined;
    const controller = new AbortController();
    const find = async (): Promise<void> => {
      const name = await rankTexts(columns.name, language, controller.signal);
      const unit = await rankTexts(columns.path, language, controller.signal);
      if (name !== null && unit !== null) setRanks({ columns, language, ranks: { name, unit } });
    };
    void find();
    return () => controller.abort();
  }, [columns, language, wanted]);
  return ranks !== null && ranks.columns === columns && ranks.language === language ? ranks.ranks : null;
}
