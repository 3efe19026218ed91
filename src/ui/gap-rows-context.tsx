import { createContext, useContext, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { areaColumns, type AreaColumns } from '../state/area-columns.ts';
import { RANKED_COLUMNS, type RankedColumn } from '../state/gap-columns.ts';
import { filterRows, listOf, sortRows, type GapRows, type TextRanks } from '../state/gap-rows.ts';
import { rankedColumn } from '../state/ranked-column.ts';
import type { Area, AreaId } from '../core/plan/plan.ts';
import { useWorkspaceState } from './workspace-context.tsx';

const GapRowsContext = createContext<GapRows | null>(null);

/** Null until the first audit. */
export function useGapRows(): GapRows | null {
  return useContext(GapRowsContext);
}

export function GapRowsProvider({ children }: { readonly children: ReactNode }) {
  // Deferred: a list of a metropolis is drawn in slices, and what the person does meanwhile comes first.
  const digest = useDeferredValue(useWorkspaceState((state) => state.digest));
  const areas = useDeferredValue(useWorkspaceState((state) => state.plan.areas));
  const filter = useDeferredValue(useWorkspaceState((state) => state.filter));
  const sort = useDeferredValue(useWorkspaceState((state) => state.sort));
  const areaIds = digest?.areaIds;
  const columns = useMemo(() => (areaIds === undefined ? null : areaColumns(areas, areaIds)), [areas, areaIds]);
  const wanted = RANKED_COLUMNS.filter((one) => sort.some(({ column }) => column === one)).join();
  const ranks = useTextRanks(columns, areas, areaIds, wanted);
  const value = useMemo<GapRows | null>(() => {
    if (digest === null || columns === null) return null;
    const source = { digest, areas, columns };
    const rows = sortRows(filterRows(digest, columns, filter), source, ranks, sort);
    return { ...source, filter, rows, list: listOf(digest, rows) };
  }, [digest, areas, columns, filter, ranks, sort]);
  return <GapRowsContext.Provider value={value}>{children}</GapRowsContext.Provider>;
}

const NO_RANKS: TextRanks = new Map();

/** Places of texts in the language's order, for the columns that are sorted by; none while they are being found. */
function useTextRanks(
  columns: AreaColumns | null,
  areas: ReadonlyMap<AreaId, Area>,
  areaIds: readonly AreaId[] | undefined,
  /** Names of ranked columns, joined: a list would be a new one every time. */
  wanted: string,
): TextRanks {
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const [found, setFound] = useState<{ columns: AreaColumns; language: string; ranks: TextRanks } | null>(null);
  const ranks = found !== null && found.columns === columns && found.language === language ? found.ranks : NO_RANKS;
  useEffect(() => {
    const missing = RANKED_COLUMNS.filter((one) => wanted.split(',').includes(one) && !ranks.has(one));
    if (columns === null || areaIds === undefined || missing.length === 0) return undefined;
    const controller = new AbortController();
    const find = async (): Promise<void> => {
      const more = new Map<RankedColumn, Float64Array>(ranks);
      for (const column of missing) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other leaves the page room to breathe
        const places = await rankedColumn(column, { columns, areas, areaIds }, language, controller.signal);
        if (places === null) return;
        more.set(column, places);
      }
      setFound({ columns, language, ranks: more });
    };
    void find();
    return () => controller.abort();
  }, [columns, areas, areaIds, language, wanted, ranks]);
  return ranks;
}
