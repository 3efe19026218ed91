import { beforeEach, expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { removeHousing, setHousing } from '../../src/actions/set-housing.ts';
import { undo } from '../../src/actions/undo.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, openWorkspace } from '../builders/open-workspace.ts';

let workspace: Workspace;
const housing = () => [...workspace.store.getState().plan.housing.values()];

beforeEach(async () => {
  workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV]);
});

it('adds planned housing, moves it to another year, and takes it away, one step each', async () => {
  await setHousing(workspace, null, { area: 'A', year: 2028, households: 100 });
  const [row] = housing();
  expect(row).toEqual({ id: 'A@2028', area: 'A', year: 2028, households: 100 });
  expect(await setHousing(workspace, row!, { ...row!, year: 2029 })).toBe(true);
  expect(housing()).toEqual([{ id: 'A@2029', area: 'A', year: 2029, households: 100 }]);
  await removeHousing(workspace, housing()[0]!);
  expect(housing()).toEqual([]);
  await undo(workspace);
  await undo(workspace);
  expect(housing()).toEqual([row]);
});

it('does not let one row swallow another of the same year', async () => {
  await setHousing(workspace, null, { area: 'A', year: 2028, households: 100 });
  await setHousing(workspace, null, { area: 'A', year: 2029, households: 50 });
  const before = housing();
  expect(await setHousing(workspace, null, { area: 'A', year: 2028, households: 7 })).toBe(false);
  expect(await setHousing(workspace, before[0]!, { ...before[0]!, year: 2029 })).toBe(false);
  expect(housing()).toEqual(before);
});
