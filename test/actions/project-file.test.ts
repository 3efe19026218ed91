import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeProject } from '../../src/actions/close-project.ts';
import { changeSetting } from '../../src/actions/change-setting.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { reopenProject } from '../../src/actions/reopen-project.ts';
import { saveProject } from '../../src/actions/save-project.ts';
import { setAsOf } from '../../src/actions/set-as-of.ts';
import { undo } from '../../src/actions/undo.ts';
import type { StepName } from '../../src/state/step-name.ts';
import type { WorkspaceState } from '../../src/state/workspace-state.ts';
import { lastStep } from '../../src/state/history.ts';
import { commit, commitDocument, type Workspace, type WorkspaceStart } from '../../src/state/workspace.ts';
import type { LoadedStandard } from '../../src/core/standards/standard.ts';
import { parseStandard } from '../../src/core/standards/parse-standard.ts';
import { memoryShelf } from '../builders/memory-shelf.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';
import { standardWithHash } from '../builders/project-file.ts';
import { streetsFile } from '../builders/streets-file.ts';

const STREETS = new File(
  [
    streetsFile([
      [0, 0],
      [0, 900],
      [5000, 900],
    ]) as BlobPart,
  ],
  'streets.geojson',
);
const SHIPPED = [standardWithHash('nantong-draft-2023'), standardWithHash('qingdao-2018')];

/** A disk with one place on it. */
const disk = { picked: 0, bytes: new Uint8Array(), refuses: null as DOMException | null };
const handle = {
  name: '我的城市.yiquan',
  createWritable: async () => ({
    write: async (bytes: Uint8Array<ArrayBuffer>) => {
      if (disk.refuses) throw disk.refuses;
      disk.bytes = bytes;
    },
    close: async () => undefined,
    abort: async () => undefined,
  }),
};
beforeEach(() => {
  Object.assign(disk, { picked: 0, bytes: new Uint8Array(), refuses: null });
  vi.stubGlobal('window', {
    showSaveFilePicker: async () => {
      disk.picked++;
      return handle;
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

function visit(more: Partial<WorkspaceStart> = {}): Workspace {
  return openWorkspace(undefined, { standards: SHIPPED, standardId: SHIPPED[0]!.standard.id, ...more });
}

/** A workspace with tables, streets, a setting and a scenario. */
async function edited(more: Partial<WorkspaceStart> = {}): Promise<Workspace> {
  const workspace = visit(more);
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV, STREETS]);
  await changeSetting(workspace, 'land_binds', true);
  await setAsOf(workspace, '2025-06-01');
  const named: StepName = { kind: 'create-scenario', scenario: '方案一' };
  const scenario = { id: 'S', name: '方案一', note: '补一处', edits: new Map() };
  commitDocument(workspace, named, [
    { of: 'scenarios', scenario: 'S', from: undefined, to: scenario },
    { of: 'shown', from: null, to: 'S' },
  ]);
  const from = workspace.store.getState().plan.facilities.get('F')!.floorAreaM2;
  commit(workspace, { kind: 'resolve-conflict' }, [
    { table: 'facilities', id: 'F', field: 'floorAreaM2', from, to: 500 },
  ]);
  await workspace.audits.request();
  return workspace;
}

function file(name = '我的城市.yiquan'): File {
  return new File([disk.bytes], name);
}

/** What must be the same wherever a project is opened. */
function judged({ store }: Workspace) {
  const { document, plan, conflicts, inputs, asOf, standardId, project, digest } = store.getState();
  const { stamp: _, ...found } = digest!;
  const listed = inputs.map(({ input, issues, ids, streets }) => ({ input, issues, ids, streets }));
  return { document, plan, conflicts, listed, asOf, standardId, name: project.name, found };
}

const codes = ({ store }: Workspace): string[] =>
  store.getState().imports.flatMap(({ refused }) => refused.map(({ code }) => code));

describe('a project saved as a file', () => {
  it('opens elsewhere as it was, and its history begins there', async () => {
    const workspace = await edited();
    await saveProject(workspace);
    expect(workspace.store.getState().saved?.file).toBe('我的城市.yiquan');
    const other = visit();
    await openFiles(other, [file()]);
    expect(judged(other)).toEqual(judged(workspace));
    expect(lastStep(other.store.getState().history)).toBeNull();
    await undo(other);
    expect(other.store.getState().document).toEqual(workspace.store.getState().document);
    await changeSetting(other, 'land_binds', false);
    await undo(other);
    expect(other.store.getState().document).toEqual(workspace.store.getState().document);
  });

  it('is the same again when it is saved from there', async () => {
    await saveProject(await edited());
    const first = disk.bytes;
    const other = visit();
    await openFiles(other, [file()]);
    await saveProject(other);
    expect(disk.bytes).toEqual(first);
  });

  it('goes where it went before without asking, unless that is wanted', async () => {
    const workspace = await edited();
    await saveProject(workspace);
    await saveProject(workspace);
    expect(disk.picked).toBe(1);
    await saveProject(workspace, true);
    expect(disk.picked).toBe(2);
  });

  it('says when the disk refuses, and asks for a place the next time', async () => {
    const workspace = await edited();
    disk.refuses = new DOMException('no room', 'QuotaExceededError');
    await saveProject(workspace);
    expect(workspace.store.getState().failures).toMatchObject([{ kind: 'save', message: 'no room' }]);
    expect(workspace.store.getState().saved).toBeNull();
    disk.refuses = null;
    await saveProject(workspace);
    expect(disk.picked).toBe(2);
  });
});

describe('opening a project file', () => {
  it('leaves what was open on the device, and is kept as a project of its own', async () => {
    const shelf = memoryShelf();
    const workspace = await edited({ shelf });
    await saveProject(workspace);
    const before = judged(workspace);
    await openFiles(workspace, [file()]);
    await workspace.keeper.settle();
    expect(shelf.projects.size).toBe(2);

    // Another visit: nothing is in memory.
    const later = visit({ shelf });
    await later.keeper.look();
    const { kept } = later.store.getState();
    for (const project of kept.state === 'ready' ? kept.projects : []) {
      await reopenProject(later, project);
      expect(judged(later)).toEqual(before);
    }
  });

  it('does not push a project of the same files, untouched, off the device', async () => {
    const shelf = memoryShelf();
    const raw = visit({ shelf });
    await openFiles(raw, [AREAS_CSV]);
    await saveProject(raw);
    await openFiles(raw, [file()]);
    await raw.keeper.settle();
    expect(shelf.projects.size).toBe(2);
    await closeProject(raw);
    await openFiles(raw, [AREAS_CSV]);
    await raw.keeper.settle();
    expect([...shelf.projects.values()].map(({ edits }) => edits).toSorted((a, b) => a - b)).toEqual([0, 1]);
  });

  it('that is damaged changes nothing and says why', async () => {
    const workspace = await edited();
    await saveProject(workspace);
    const before = judged(workspace);
    const { history } = workspace.store.getState();
    await openFiles(workspace, [new File([disk.bytes.subarray(0, 900)], 'cut.yiquan')]);
    expect(judged(workspace)).toEqual(before);
    expect(workspace.store.getState().history).toBe(history);
    expect(codes(workspace)).toEqual(['file_damaged']);
    await openFiles(workspace, [csvFile('no.yiquan', 'id')]);
    expect(codes(workspace)).toEqual(['file_damaged', 'project_unknown']);
  });

  it('does not take the place of what is kept nowhere', async () => {
    await saveProject(await edited());
    const shelf = memoryShelf();
    shelf.refuse = new DOMException('full', 'QuotaExceededError');
    const workspace = visit({ shelf });
    await openFiles(workspace, [AREAS_CSV]);
    await workspace.keeper.settle();
    await openFiles(workspace, [file()]);
    expect(workspace.store.getState().plan.facilities.size).toBe(0);
    expect(workspace.store.getState().failures).toMatchObject([{ kind: 'unsaved', file: '我的城市.yiquan' }]);
    const other = new File([disk.bytes], 'other.yiquan');
    await saveProject(workspace);
    await openFiles(workspace, [other]);
    expect(workspace.store.getState().plan.facilities.size).toBe(2);
  });

  it('takes other files into it, and is told by its content as well', async () => {
    const workspace = visit();
    await openFiles(workspace, [AREAS_CSV]);
    await saveProject(workspace);
    await closeProject(workspace);
    await openFiles(workspace, [FACILITIES_CSV, file('copy.zip')]);
    const { plan, inputs } = workspace.store.getState();
    expect([plan.areas.size, plan.facilities.size]).toEqual([2, 2]);
    expect(inputs.map(({ input }) => input.file)).toEqual(['areas.csv', 'facilities.csv']);
  });

  it('judges by the standard that came with it, until it is closed', async () => {
    const older = changedStandard(SHIPPED[0]!);
    await saveProject(await edited({ standards: [older, SHIPPED[1]!] }));
    const shelf = memoryShelf();
    const workspace = visit({ shelf });
    await openFiles(workspace, [file()]);
    const used = ({ standards, digest }: WorkspaceState) => [standards.length, digest!.run.standards.version];
    expect(used(workspace.store.getState())).toEqual([2, 'older']);
    await workspace.keeper.settle();
    await closeProject(workspace);
    expect(workspace.store.getState().standards).toBe(SHIPPED);
    const [kept] = [...shelf.projects.values()];
    await reopenProject(workspace, kept!);
    expect(used(workspace.store.getState())).toEqual([2, 'older']);
  });
});

function changedStandard({ text, standard }: LoadedStandard): LoadedStandard {
  return parseStandard('', text.replace(JSON.stringify(standard.version), '"older"')).standard!;
}
