import type { FilterKey } from '../state/active-filters.ts';
import {
  FIRST_GAP_COLUMN,
  GAP_COLUMN_WIDTHS,
  GAP_COLUMNS,
  isFigure,
  type GapColumn,
  type SortColumn,
} from '../state/gap-columns.ts';
import type { Workspace } from '../state/workspace.ts';
import { DEFAULT_PREFERENCES, NO_FILTER, type VerdictOf } from '../state/workspace-state.ts';
import { setLayer } from './arrange-layers.ts';
import { setFilter, setPreferences } from './arrange.ts';

// What the gap list shows and in which order: none of it touches the plan or the result.

/**
 * Sorts by a column: figures the largest first, all else from the first; again, the other way round. `further`: it joins
 * the keys there are, after them.
 */
export function sortBy({ store }: Workspace, column: SortColumn, further: boolean): void {
  store.setState(({ sort }) => {
    const at = sort.findIndex((key) => key.column === column);
    const known = sort[at];
    const key = { column, descending: known === undefined ? isFigure(column) : !known.descending };
    if (!further) return { sort: [key] };
    return { sort: known === undefined ? [...sort, key] : sort.with(at, key) };
  });
}

/** Turns the first key of the order round. */
export function reverseSort({ store }: Workspace): void {
  store.setState(({ sort }) => ({
    sort: sort.map((key, at) => (at === 0 ? { ...key, descending: !key.descending } : key)),
  }));
}

/** Speaks of another check; the map is coloured by it too. */
export function filterByCheck(workspace: Workspace, of: VerdictOf): void {
  setFilter(workspace, { of });
  setLayer(workspace, 'areas', { colour: of });
}

export function removeFilter(workspace: Workspace, key: FilterKey): void {
  setFilter(workspace, { [key]: NO_FILTER[key] });
}

/** Back to everything that is not in order; the check that is spoken of stays. */
export function clearFilter({ store }: Workspace): void {
  store.setState(({ filter }) => ({ filter: { ...NO_FILTER, of: filter.of } }));
}

export function chooseColumns(workspace: Workspace, columns: readonly GapColumn[]): void {
  const gapColumns = GAP_COLUMNS.filter((one) => one === FIRST_GAP_COLUMN || columns.includes(one));
  setPreferences(workspace, { gapColumns });
}

/** Gives a column a width, CSS pixels; null: as wide as it is by itself. */
export function setColumnWidth(workspace: Workspace, column: GapColumn, width: number | null): void {
  const { least, most } = GAP_COLUMN_WIDTHS;
  const { [column]: _, ...others } = workspace.store.getState().preferences.gapWidths;
  const gapWidths =
    width === null ? others : { ...others, [column]: Math.round(Math.min(most, Math.max(least, width))) };
  setPreferences(workspace, { gapWidths });
}

/** Columns and widths as on a first visit. */
export function resetColumns(workspace: Workspace): void {
  const { gapColumns, gapWidths } = DEFAULT_PREFERENCES;
  setPreferences(workspace, { gapColumns, gapWidths });
}
