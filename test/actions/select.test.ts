import { expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { selectAndShow } from '../../src/actions/select.ts';
import { AREAS_CSV, csvFile, openWorkspace } from '../builders/open-workspace.ts';

it('moves the map to the areas of a unit that has no outline', async () => {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV]);
  selectAndShow(workspace, { kind: 'unit', id: '西街道' });
  const { selection, mapTarget } = workspace.store.getState();
  expect(selection).toEqual({ kind: 'unit', id: '西街道' });
  expect(mapTarget).toEqual({ kind: 'extent', bounds: [120.95, 32, 120.95, 32] });
});

it('moves the map to the outline of a unit that has one', async () => {
  const workspace = openWorkspace();
  const outline = 'POLYGON((120 31,121 31,121 33,120 33,120 31))';
  await openFiles(workspace, [AREAS_CSV, csvFile('units.csv', 'level,name,wkt', `subdistrict,西街道,"${outline}"`)]);
  selectAndShow(workspace, { kind: 'unit', id: '西街道' });
  expect(workspace.store.getState().mapTarget).toEqual({ kind: 'extent', bounds: [120, 31, 121, 33] });
});
