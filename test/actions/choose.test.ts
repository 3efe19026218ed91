import { beforeEach, describe, expect, it } from 'vitest';
import { chooseListed } from '../../src/actions/choose-listed.ts';
import { chooseRange } from '../../src/actions/choose-range.ts';
import { chooseMany, clearChosen, setChoosing, toggleChosen } from '../../src/actions/choose.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { pick } from '../../src/actions/pick.ts';
import { removeInput } from '../../src/actions/remove-input.ts';
import { chosenIds } from '../../src/state/chosen-ids.ts';
import type { AreaList } from '../../src/state/gap-rows.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

const LISTED = ['A', 'B', 'C', 'D'];
const list: AreaList = { length: 4, idAt: (row) => LISTED[row]!, indexOf: (id) => LISTED.indexOf(id) };

let workspace: Workspace;
const chosen = (): string[] => [...workspace.store.getState().chosen.ids];

beforeEach(() => {
  workspace = openWorkspace();
});

describe('choosing several', () => {
  it('takes one more, and gives it back', () => {
    toggleChosen(workspace, 'area', 'A');
    toggleChosen(workspace, 'area', 'B');
    expect(chosen()).toEqual(['A', 'B']);
    toggleChosen(workspace, 'area', 'A');
    expect(chosen()).toEqual(['B']);
  });

  it('begins anew with things of another kind', () => {
    toggleChosen(workspace, 'area', 'A');
    toggleChosen(workspace, 'facility', 'F');
    expect(workspace.store.getState().chosen).toEqual({ kind: 'facility', ids: new Set(['F']) });
    chooseMany(workspace, 'area', ['B'], 'more');
    expect(workspace.store.getState().chosen).toEqual({ kind: 'area', ids: new Set(['B']) });
  });

  it('takes a range in either direction beside what is chosen', () => {
    toggleChosen(workspace, 'area', 'A');
    chooseRange(workspace, list, 3, 2);
    expect(chosen()).toEqual(['A', 'C', 'D']);
  });

  it('takes all that is listed, and a second time leaves what is chosen elsewhere', () => {
    toggleChosen(workspace, 'area', 'elsewhere');
    chooseListed(workspace, list);
    expect(chosen()).toEqual(['elsewhere', 'A', 'B', 'C', 'D']);
    chooseListed(workspace, list);
    expect(chosen()).toEqual(['elsewhere']);
  });

  it('chooses nothing any more', () => {
    setChoosing(workspace, true);
    toggleChosen(workspace, 'area', 'A');
    clearChosen(workspace);
    expect(chosen()).toEqual([]);
    expect(workspace.store.getState().choosing).toBe(false);
  });

  it('does not count what has left the plan', async () => {
    await openFiles(workspace, [AREAS_CSV]);
    chooseMany(workspace, 'area', ['A', 'B'], 'instead');
    expect(chosenIds(workspace.store.getState())).toEqual(['A', 'B']);
    await removeInput(workspace, workspace.store.getState().inputs[0]!);
    expect(chosenIds(workspace.store.getState())).toEqual([]);
  });
});

describe('a press on the map', () => {
  it('looks at a thing, and with a key held down chooses it', async () => {
    await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
    pick(workspace, [{ kind: 'area', id: 'A' }], false);
    expect(workspace.store.getState().selection).toEqual({ kind: 'area', id: 'A' });
    pick(workspace, [{ kind: 'facility', id: 'F' }], true);
    expect(chosen()).toEqual(['F']);
    expect(workspace.store.getState().selection).toEqual({ kind: 'area', id: 'A' });
  });

  it('chooses what is of the kind that is being chosen, whatever lies above it', () => {
    const there = [
      { kind: 'facility', id: 'F' },
      { kind: 'area', id: 'A' },
    ] as const;
    toggleChosen(workspace, 'area', 'B');
    pick(workspace, there, true);
    expect(chosen()).toEqual(['B', 'A']);
    pick(workspace, [there[0]], true);
    expect(chosen()).toEqual(['B', 'A']);
    clearChosen(workspace);
    pick(workspace, there, true);
    expect(workspace.store.getState().chosen).toEqual({ kind: 'facility', ids: new Set(['F']) });
  });

  it('chooses without a key while several are being chosen, and leaves bare ground alone', () => {
    setChoosing(workspace, true);
    pick(workspace, [{ kind: 'area', id: 'A' }], false);
    pick(workspace, [{ kind: 'place', id: '1,2', at: [1, 2] }], false);
    expect(chosen()).toEqual(['A']);
    expect(workspace.store.getState().selection).toBeNull();
  });
});
