import { describe, expect, it } from 'vitest';
import { addStreetEdit } from '../../src/actions/add-street-edit.ts';
import { changeStreetEdit } from '../../src/actions/change-street-edit.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { removeStreetEdit } from '../../src/actions/remove-street-edit.ts';
import { selectAndShow } from '../../src/actions/select.ts';
import { undo } from '../../src/actions/undo.ts';
import { metresAway } from '../builders/plan-builder.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';
import { streetsFile } from '../builders/streets-file.ts';

const [AREA, STATION] = [metresAway(0, 20), metresAway(0, 180)];
const AREAS = csvFile('areas.csv', 'id,class,households,elders,lon,lat', `A,built,100,50,${AREA.join()}`);
const FACILITIES = csvFile('facilities.csv', 'id,type,status,lon,lat', `f,station,open,${STATION.join()}`);
/** A street from the area to the station, and one far around. */
const STREETS = new File(
  [
    Uint8Array.from(
      streetsFile(
        [
          [0, 0],
          [0, 200],
        ],
        [
          [0, 0],
          [2000, 0],
          [2000, 200],
          [0, 200],
        ],
      ),
    ),
  ],
  'streets.geojson',
);
const CANAL = { kind: 'barrier', cause: 'canal', line: [metresAway(-500, 100), metresAway(500, 100)] } as const;
const BRIDGE = { kind: 'link', cause: 'footbridge', line: [metresAway(0.5, 90), metresAway(0.5, 110)] } as const;

async function openTown() {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS, FACILITIES, STREETS]);
  return workspace;
}

describe('a barrier and a link', () => {
  it('are judged at once, undone, and looked at', async () => {
    const workspace = await openTown();
    const covered = () => workspace.store.getState().digest!.coveredShare[0];
    expect(covered()).toBe(1);
    expect(await addStreetEdit(workspace, CANAL)).toBeNull();
    expect(workspace.store.getState().selection).toEqual({ kind: 'streetEdit', id: 'barrier-1' });
    expect(covered()).toBe(0);
    await addStreetEdit(workspace, BRIDGE);
    expect(covered()).toBe(1);
    await changeStreetEdit(workspace, 'link-2', { kind: 'barrier' });
    expect(covered()).toBe(0);
    await undo(workspace);
    expect(covered()).toBe(1);
    await removeStreetEdit(workspace, 'link-2');
    expect(workspace.store.getState().selection).toBeNull();
    expect(covered()).toBe(0);
    await undo(workspace);
    await undo(workspace);
    await undo(workspace);
    expect(covered()).toBe(1);
    expect(workspace.store.getState().plan.streetEdits.size).toBe(0);
  });

  it('are steps of the history by kind, and none where nothing changes or the line is refused', async () => {
    const workspace = await openTown();
    const { length } = workspace.store.getState().history.steps;
    expect(await addStreetEdit(workspace, { ...CANAL, line: [] })).toBe('too_few_positions');
    await addStreetEdit(workspace, CANAL);
    await changeStreetEdit(workspace, 'barrier-1', { cause: 'canal' });
    await changeStreetEdit(workspace, 'barrier-1', { name: '护城河' });
    expect(await changeStreetEdit(workspace, 'barrier-9', { name: '护城河' })).toBe('record_unknown');
    expect(await removeStreetEdit(workspace, 'barrier-9')).toBe('record_unknown');
    await removeStreetEdit(workspace, 'barrier-1');
    const names = workspace.store
      .getState()
      .history.steps.slice(length)
      .map(({ name }) => name.kind);
    expect(names).toEqual(['add-street-edit', 'change-street-edit', 'remove-street-edit']);
  });

  it('are shown on the map from where they are chosen', async () => {
    const workspace = await openTown();
    await addStreetEdit(workspace, CANAL);
    selectAndShow(workspace, { kind: 'streetEdit', id: 'barrier-1' });
    const [from, to] = CANAL.line;
    expect(workspace.store.getState().mapTarget).toEqual({ kind: 'place', bounds: [from[0], from[1], to[0], to[1]] });
  });

  it('say that they have no effect where there are no streets, or no street near', async () => {
    const workspace = openWorkspace();
    await openFiles(workspace, [AREAS, FACILITIES]);
    const codes = () =>
      workspace.store
        .getState()
        .digest!.issues.map(({ code, where }) => [code, where.id])
        .filter(([code]) => code!.startsWith('street_edit'));
    await addStreetEdit(workspace, BRIDGE);
    expect(codes()).toEqual([['street_edits_without_streets', undefined]]);
    await openFiles(workspace, [STREETS]);
    expect(codes()).toEqual([]);
    await addStreetEdit(workspace, { ...BRIDGE, line: [metresAway(900, 80), metresAway(900, 120)] });
    expect(codes()).toEqual([['street_edit_unjoined', 'link-2']]);
  });
});
