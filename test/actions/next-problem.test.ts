import { describe, expect, it } from 'vitest';
import { nextProblem } from '../../src/actions/next-problem.ts';
import type { AreaList } from '../../src/state/gap-rows.ts';
import { select } from '../../src/actions/select.ts';
import { openWorkspace } from '../builders/open-workspace.ts';

const ids = ['B', 'A', 'C'];
const listed: AreaList = { length: 3, idAt: (row) => ids[row]!, indexOf: (id) => ids.indexOf(id) };

describe('the next problem', () => {
  it('steps through the list as it is sorted, and around its end', () => {
    const workspace = openWorkspace();
    const seen = Array.from({ length: 4 }, () => {
      nextProblem(workspace, listed);
      return workspace.store.getState().selection?.id;
    });
    expect(seen).toEqual(['B', 'A', 'C', 'B']);
    nextProblem(workspace, listed, -1);
    expect(workspace.store.getState().selection).toEqual({ kind: 'area', id: 'C' });
  });

  it('starts at the beginning from something that is not listed', () => {
    const workspace = openWorkspace();
    select(workspace, { kind: 'facility', id: 'F' });
    nextProblem(workspace, listed);
    expect(workspace.store.getState().selection).toEqual({ kind: 'area', id: 'B' });
  });

  it('does nothing in an empty list', () => {
    const workspace = openWorkspace();
    nextProblem(workspace, { ...listed, length: 0 });
    expect(workspace.store.getState().selection).toBeNull();
  });
});
