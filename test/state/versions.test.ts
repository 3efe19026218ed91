import { describe, expect, it } from 'vitest';
import { changeSetting } from '../../src/actions/change-setting.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { returnToVersion } from '../../src/actions/return-to-version.ts';
import { undo } from '../../src/actions/undo.ts';
import type { Entry } from '../../src/state/journal.ts';
import { versionsOf } from '../../src/state/versions.ts';
import { memoryShelf } from '../builders/memory-shelf.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

const MINUTE = 60_000;

/** Entries of a journal, each with the minute it was made in; `o` opens a file, `e` edits, `u` takes back. */
function entries(...made: readonly (readonly ['o' | 'e' | 'u', minute: number])[]): Entry[] {
  return made.map(([what, minute], seq) => {
    const at = minute * MINUTE;
    if (what === 'u') return { seq, happening: { kind: 'undo', at }, change: [] };
    const name = what === 'o' ? ({ kind: 'open', file: 'x' } as const) : ({ kind: 'reset-settings' } as const);
    return { seq, happening: { kind: 'step', at, name, inputs: null }, change: [] };
  });
}

const seqs = (all: readonly Entry[]): number[] => versionsOf(all).map(({ seq }) => seq);

describe('versions', () => {
  it('are how things stood before each pause, and now', () => {
    expect(seqs(entries(['o', 0], ['e', 1], ['e', 2], ['e', 30], ['u', 31]))).toEqual([4, 2]);
  });

  it('are also how things stood before data came, files opened together being one', () => {
    expect(seqs(entries(['o', 0], ['o', 0], ['e', 1], ['o', 2], ['e', 3]))).toEqual([4, 2]);
  });

  it('are none of nothing', () => {
    expect(versionsOf([])).toEqual([]);
  });

  it('can be gone back to, as a step that can be taken back', async () => {
    let now = 0;
    const workspace = openWorkspace(undefined, { shelf: memoryShelf(), time: () => now });
    await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
    const before = workspace.store.getState();
    now += 30 * MINUTE;
    await changeSetting(workspace, 'elder_age', 65);
    await openFiles(workspace, []);
    const after = workspace.store.getState();
    const [, first] = versionsOf(await workspace.keeper.entries());
    await returnToVersion(workspace, first!);
    const back = workspace.store.getState();
    expect(back.plan).toEqual(before.plan);
    expect(back.inputs.map(({ source }) => source.files)).toEqual(before.inputs.map(({ source }) => source.files));
    await undo(workspace);
    expect(workspace.store.getState().plan).toEqual(after.plan);
  });
});
