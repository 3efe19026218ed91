// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { changeSetting } from '../../../src/actions/change-setting.ts';
import { openFiles } from '../../../src/actions/open-files.ts';
import { select } from '../../../src/actions/select.ts';
import { undo } from '../../../src/actions/undo.ts';
import { LANGUAGES } from '../../../src/text/language.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { allCommands } from '../../../src/ui/commands/all-commands.ts';
import { COMMAND_GROUPS } from '../../../src/ui/commands/command.ts';
import { keyCaps, keysId, pressedId } from '../../../src/ui/commands/keys.ts';
import type { Workspace } from '../../../src/state/workspace.ts';
import { memoryShelf } from '../../builders/memory-shelf.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../../builders/open-workspace.ts';

/** A workspace in which everything can be done: judged, with something selected, something to undo and to redo. */
async function busyWorkspace(): Promise<Workspace> {
  const sample = [{ name: 'areas.csv', url: '/areas.csv' }];
  const workspace = openWorkspace(undefined, { shelf: memoryShelf(), sample });
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  await workspace.keeper.settle();
  await changeSetting(workspace, 'elder_age', 65);
  await undo(workspace);
  select(workspace, { kind: 'area', id: 'A' });
  return workspace;
}

async function commandsHere() {
  const { standards, kept } = (await busyWorkspace()).store.getState();
  return allCommands({ standards, kept, hasSample: true });
}

const commands = await commandsHere();

describe('the list of commands', () => {
  it('gives no key to two', () => {
    const keys = commands.flatMap((one) => one.keys.map(keysId));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives no id to two, and each a group that is shown', () => {
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    expect(commands.filter(({ group }) => !COMMAND_GROUPS.includes(group))).toEqual([]);
  });

  it.each(LANGUAGES)('names each in %s, and no two alike', (language) => {
    const names = commands.map((one) => one.name(textsFor(language), language));
    expect(names.filter((name) => name.trim() === '')).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(commands.map(({ id }) => id))('%s does something', async (id) => {
    const workspace = await busyWorkspace();
    const { standards, kept } = workspace.store.getState();
    const command = allCommands({ standards, kept, hasSample: true }).find((one) => one.id === id)!;
    const done = vi.fn<() => void>();
    vi.stubGlobal('fetch', async () => {
      done();
      return new Response('id\n');
    });
    workspace.store.subscribe(done);
    const created = vi.spyOn(document, 'createElement').mockImplementation(() => {
      done();
      return { addEventListener: () => undefined, click: () => undefined } as unknown as HTMLElement;
    });
    const stopped = new AbortController();
    stopped.signal.addEventListener('abort', done);
    if (id === 'stop') {
      const job = { id: 9, kind: 'audit', file: null, progress: null, controller: stopped } as const;
      workspace.store.setState({ jobs: [job] });
    }
    // What is on in this workspace already can be chosen again without a change: the rest must change something.
    const already = command.isOn?.(workspace.store.getState()) === true;
    done.mockClear();
    command.run({ workspace, listed: { length: 2, idAt: (row) => ['A', 'B'][row]!, indexOf: () => 0 } });
    await vi.waitFor(() => {
      if (!already) expect(done).toHaveBeenCalled();
    });
    created.mockRestore();
    vi.unstubAllGlobals();
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
    pressedId({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...more });

  it('are found whatever the keyboard needs to type a sign', () => {
    expect(press('?', { shiftKey: true })).toBe(keysId({ key: '?' }));
    expect(press('/', { shiftKey: true })).toBe(keysId({ key: '/' }));
    expect(press('1', { shiftKey: true })).toBe(keysId({ key: '1' }));
  });

  it('tell shift from none for letters, and take ⌘ for Ctrl', () => {
    expect(press('N', { shiftKey: true })).toBe(keysId({ key: 'n', shift: true }));
    expect(press('N', { shiftKey: true })).not.toBe(keysId({ key: 'n' }));
    expect(press('k', { metaKey: true })).toBe(press('k', { ctrlKey: true }));
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe(keysId({ key: 'z', mod: true, shift: true }));
  });

  it('are printed as on the keyboard at hand', () => {
    expect(keyCaps({ key: 'z', mod: true, shift: true }, false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps({ key: 'z', mod: true, shift: true }, true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keyCaps({ key: 'Escape' }, false)).toEqual(['Esc']);
  });
});
