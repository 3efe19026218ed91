import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeSetting } from '../../src/actions/change-setting.ts';
import { chooseStandard } from '../../src/actions/choose-standard.ts';
import { closeProject } from '../../src/actions/close-project.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { settleImport } from '../builders/settle-import.ts';
import { removeInput } from '../../src/actions/remove-input.ts';
import { undo } from '../../src/actions/undo.ts';
import { removeKept } from '../../src/actions/remove-kept.ts';
import { renameKept, renameProject } from '../../src/actions/rename-project.ts';
import { reopenProject } from '../../src/actions/reopen-project.ts';
import { setAsOf } from '../../src/actions/set-as-of.ts';
import { setFilter } from '../../src/actions/arrange.ts';
import { isEmpty, isOutOfDate } from '../../src/state/selectors.ts';
import type { KeptProject } from '../../src/state/project.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { memoryShelf, type MemoryShelf } from '../builders/memory-shelf.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

let shelf: MemoryShelf;
let now = 1000;
beforeEach(() => {
  shelf = memoryShelf();
  now = 1000;
});

/** One visit of a device: everything but the shelf begins anew. */
function visit(): Workspace {
  return openWorkspace(undefined, { shelf, time: () => now++ });
}

function keptIn(workspace: Workspace): readonly KeptProject[] {
  const { kept } = workspace.store.getState();
  return kept.state === 'ready' ? kept.projects : [];
}

describe('what is opened', () => {
  it('comes back in the next visit as it was, settings and all, and judged the same', async () => {
    const first = visit();
    await openFiles(first, [AREAS_CSV, FACILITIES_CSV]);
    await changeSetting(first, 'land_binds', true);
    await chooseStandard(first, 'qingdao-2018');
    await setAsOf(first, '2025-06-01');
    setFilter(first, { text: '甲' });
    await first.keeper.settle();
    const before = first.store.getState();

    const second = visit();
    await second.keeper.look();
    const [kept] = keptIn(second);
    expect(kept).toMatchObject({ shownName: 'areas', areas: 2, facilities: 2, madeUp: false });
    await reopenProject(second, kept!);
    const after = second.store.getState();
    expect(after.plan).toEqual(before.plan);
    expect(after.standardId).toBe('qingdao-2018');
    expect(after.asOf).toBe('2025-06-01');
    expect(after.filter.text).toBe('甲');
    expect(after.digest!.verdict).toEqual(before.digest!.verdict);
    expect(isOutOfDate(after)).toBe(false);
    expect(after.history).toEqual(before.history);
    await undo(second);
    expect(second.store.getState().plan.settings).toEqual({});
  });

  it('is one project, however often the same files are opened, until something is done in it', async () => {
    const opened = async (): Promise<Workspace> => {
      const workspace = visit();
      await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
      await workspace.keeper.settle();
      return workspace;
    };
    await opened();
    const second = await opened();
    expect(shelf.projects.size).toBe(1);
    await changeSetting(second, 'elder_age', 65);
    await second.keeper.settle();
    await opened();
    expect(shelf.projects.size).toBe(2);
  });

  it('has each of its files written once', async () => {
    const workspace = visit();
    await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
    await changeSetting(workspace, 'elder_age', 65);
    await workspace.keeper.settle();
    const later = visit();
    await later.keeper.look();
    await reopenProject(later, keptIn(later)[0]!);
    await removeInput(later, later.store.getState().inputs[1]!);
    await undo(later);
    await later.keeper.settle();
    expect(shelf.filesWritten).toBe(2);
  });

  it('after going back to the start page is another project', async () => {
    const workspace = visit();
    await openFiles(workspace, [AREAS_CSV]);
    await closeProject(workspace);
    expect(isEmpty(workspace.store.getState())).toBe(true);
    await openFiles(workspace, [FACILITIES_CSV]);
    await workspace.keeper.settle();
    expect(keptIn(workspace).map(({ shownName }) => shownName)).toEqual(['facilities', 'areas']);
  });

  it('is another project too where all that was open has been taken out again', async () => {
    const workspace = visit();
    await openFiles(workspace, [AREAS_CSV]);
    await removeInput(workspace, workspace.store.getState().inputs[0]!);
    await openFiles(workspace, [FACILITIES_CSV]);
    await workspace.keeper.settle();
    const later = visit();
    await later.keeper.look();
    const kept = keptIn(later).find(({ facilities }) => facilities === 2);
    await reopenProject(later, kept!);
    expect(later.store.getState().plan).toEqual(workspace.store.getState().plan);
  });

  it('keeps what was declared of a file, so that it is not asked again', async () => {
    const workspace = visit();
    const file = csvFile('xy.csv', 'id,type,floor_area,x,y', 'F,station,100,120.9,32');
    await openFiles(workspace, [file]);
    await settleImport(workspace, { crs: 'GCJ-02' });
    await workspace.keeper.settle();
    const before = workspace.store.getState().plan;
    expect(before.facilities.size).toBe(1);
    const later = visit();
    await later.keeper.look();
    await reopenProject(later, keptIn(later)[0]!);
    expect(later.store.getState().plan).toEqual(before);
    expect(later.store.getState().imports).toEqual([]);
  });

  it('is named after its city, or as the person says', async () => {
    const workspace = visit();
    await openFiles(workspace, [
      csvFile('data.csv', 'id,class,households,city', 'A,built,10,泰兴市', 'B,new,10,泰兴市'),
    ]);
    await workspace.keeper.settle();
    expect(keptIn(workspace)[0]!.shownName).toBe('泰兴市');
    renameProject(workspace, ' 泰兴 2026 ');
    await workspace.keeper.settle();
    expect(keptIn(workspace)[0]!.shownName).toBe('泰兴 2026');
    await closeProject(workspace);
    await renameKept(workspace, keptIn(workspace)[0]!, '补短板');
    expect(keptIn(workspace)[0]!.shownName).toBe('补短板');
    await renameKept(workspace, keptIn(workspace)[0]!, '  ');
    expect(keptIn(workspace)[0]!.shownName).toBe('补短板');
  });

  it('goes from the device when it is removed', async () => {
    const workspace = visit();
    await openFiles(workspace, [AREAS_CSV]);
    await closeProject(workspace);
    await removeKept(workspace, keptIn(workspace)[0]!);
    expect(keptIn(workspace)).toEqual([]);
    await expect(shelf.files(1)).resolves.toEqual([]);
  });
});

describe('a device that keeps nothing', () => {
  it('is said, disturbs nothing, and gets what it missed once it can', async () => {
    const workspace = visit();
    await openFiles(workspace, [AREAS_CSV]);
    await workspace.keeper.settle();
    shelf.refuse = new DOMException('full', 'QuotaExceededError');
    await changeSetting(workspace, 'elder_age', 65);
    await changeSetting(workspace, 'land_binds', true);
    await workspace.keeper.settle();
    expect(workspace.store.getState().keeping).toEqual({ state: 'failed', reason: 'full', waiting: 2 });
    expect(workspace.store.getState().digest).not.toBeNull();

    shelf.refuse = null;
    await changeSetting(workspace, 'minutes', 10);
    await workspace.keeper.settle();
    expect(workspace.store.getState().keeping).toEqual({ state: 'kept' });
    const later = visit();
    await later.keeper.look();
    await reopenProject(later, keptIn(later)[0]!);
    expect(later.store.getState().plan).toEqual(workspace.store.getState().plan);
  });

  it('gets all of it in the end, whichever writings it refused, or said that it refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('takes', 'refuses', 'lies'), { maxLength: 40 }), async (moods) => {
        shelf = memoryShelf();
        const workspace = visit();
        await openFiles(workspace, [AREAS_CSV]);
        await workspace.keeper.settle();
        const append = shelf.append.bind(shelf);
        let at = 0;
        shelf.append = async (...given) => {
          const mood = moods[at++] ?? 'takes';
          if (mood !== 'refuses') await append(...given);
          if (mood !== 'takes') throw new DOMException('full', 'QuotaExceededError');
        };
        for (let minutes = 1; minutes <= 20; minutes++) {
          // oxlint-disable-next-line no-await-in-loop -- one edit after another
          await changeSetting(workspace, 'minutes', minutes);
          // oxlint-disable-next-line no-await-in-loop -- some come while others are being written
          if (minutes % 4 === 0) await workspace.keeper.settle();
        }
        at = moods.length;
        await changeSetting(workspace, 'minutes', 30);
        await workspace.keeper.settle();
        expect(workspace.store.getState().keeping).toEqual({ state: 'kept' });
        const later = visit();
        await later.keeper.look();
        await reopenProject(later, keptIn(later)[0]!);
        expect(later.store.getState().plan).toEqual(workspace.store.getState().plan);
        expect(later.store.getState().history).toEqual(workspace.store.getState().history);
      }),
      { numRuns: 30 },
    );
  });

  it('is known from the start, and said when something would be kept', async () => {
    shelf.refuse = new DOMException('no', 'InvalidStateError');
    const workspace = visit();
    await workspace.keeper.look();
    expect(workspace.store.getState().kept).toEqual({ state: 'refused' });
    await openFiles(workspace, [AREAS_CSV]);
    await workspace.keeper.settle();
    expect(workspace.store.getState().keeping).toMatchObject({ state: 'failed', reason: 'refused' });
  });

  it('can be none at all', async () => {
    const workspace = openWorkspace();
    await workspace.keeper.look();
    await openFiles(workspace, [AREAS_CSV]);
    await workspace.keeper.settle();
    expect(workspace.store.getState().kept).toEqual({ state: 'refused' });
    expect(workspace.store.getState().failures).toEqual([]);
  });
});
