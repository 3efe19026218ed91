import { describe, expect, it } from 'vitest';
import {
  chooseColumns,
  clearFilter,
  removeFilter,
  reverseSort,
  setColumnWidth,
  sortBy,
} from '../../src/actions/arrange-gaps.ts';
import { setFilter } from '../../src/actions/arrange.ts';
import { activeFilters } from '../../src/state/active-filters.ts';
import { NO_FILTER } from '../../src/state/workspace-state.ts';
import { openWorkspace } from '../builders/open-workspace.ts';

describe('the order of the gap list', () => {
  it('begins with the largest figure and the first text, and turns round when asked again', () => {
    const workspace = openWorkspace();
    const sort = () => workspace.store.getState().sort;
    sortBy(workspace, 'floorGap', false);
    expect(sort()).toEqual([{ column: 'floorGap', descending: true }]);
    sortBy(workspace, 'name', true);
    sortBy(workspace, 'floorGap', true);
    expect(sort()).toEqual([
      { column: 'floorGap', descending: false },
      { column: 'name', descending: false },
    ]);
    reverseSort(workspace);
    expect(sort().map(({ descending }) => descending)).toEqual([true, false]);
    sortBy(workspace, 'name', false);
    expect(sort()).toEqual([{ column: 'name', descending: true }]);
  });
});

describe('conditions of the gap list', () => {
  it('are named while they leave something out, and dropped one by one or all at once', () => {
    const workspace = openWorkspace();
    const active = () => activeFilters(workspace.store.getState().filter);
    setFilter(workspace, { of: 'floor_area', text: ' ', unit: '东街道', overdue: true, verdicts: [] });
    expect(active()).toEqual(['unit', 'overdue']);
    removeFilter(workspace, 'unit');
    expect(active()).toEqual(['overdue']);
    clearFilter(workspace);
    expect(workspace.store.getState().filter).toEqual({ ...NO_FILTER, of: 'floor_area' });
  });
});

describe('columns of the gap list', () => {
  it('keep their order and the name, whatever is chosen', () => {
    const workspace = openWorkspace();
    chooseColumns(workspace, ['reason', 'county', 'verdict']);
    expect(workspace.store.getState().preferences.gapColumns).toEqual(['name', 'verdict', 'county', 'reason']);
  });

  it('are never wider or narrower than can be used', () => {
    const workspace = openWorkspace();
    const widths = () => workspace.store.getState().preferences.gapWidths;
    setColumnWidth(workspace, 'name', 2);
    setColumnWidth(workspace, 'reason', 9000);
    expect(widths()).toEqual({ name: 48, reason: 640 });
    setColumnWidth(workspace, 'name', null);
    expect(widths()).toEqual({ reason: 640 });
  });
});
