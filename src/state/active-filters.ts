import { NO_FILTER, type GapFilter } from './workspace-state.ts';

/** A condition of the gap list's filter that the person set, beside the choice of verdicts. */
export type FilterKey = 'text' | 'unit' | 'class' | 'settlement' | 'pooled' | 'overdue' | 'picked';

const KEYS: readonly FilterKey[] = ['text', 'unit', 'class', 'settlement', 'pooled', 'overdue', 'picked'];

export function activeFilters(filter: GapFilter): FilterKey[] {
  return KEYS.filter((key) => (key === 'text' ? filter.text.trim() !== '' : filter[key] !== NO_FILTER[key]));
}

/** Whether the list leaves anything out but what is in order. */
export function isFiltered(filter: GapFilter): boolean {
  return activeFilters(filter).length > 0 || filter.verdicts.join() !== NO_FILTER.verdicts.join();
}
