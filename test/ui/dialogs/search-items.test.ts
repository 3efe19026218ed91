import { describe, expect, it } from 'vitest';
import { openFiles } from '../../../src/actions/open-files.ts';
import { extentOf } from '../../../src/actions/show-extent.ts';
import { buildSearchIndex } from '../../../src/state/search-index.ts';
import { allCommands } from '../../../src/ui/commands/all-commands.ts';
import { searchItems, type SearchGroupId, type SearchQuestion } from '../../../src/ui/dialogs/search-items.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../../builders/open-workspace.ts';

async function questionOf(areas = AREAS_CSV): Promise<Omit<SearchQuestion, 'query'>> {
  const workspace = openWorkspace();
  await openFiles(workspace, [areas, FACILITIES_CSV]);
  const state = workspace.store.getState();
  const index = await buildSearchIndex(
    state.plan,
    (await workspace.analysis.rollUp())!.units,
    new AbortController().signal,
  );
  const commands = allCommands({ standards: state.standards, kept: state.kept, hasSample: false });
  return { index, commands, state, extent: extentOf(state.plan), opened: new Set() };
}

const question = await questionOf();
const ask = (query: string, opened: readonly SearchGroupId[] = []) =>
  searchItems({ ...question, query, opened: new Set(opened) });

describe('the search box', () => {
  it('offers commands before anything is typed, but not itself', () => {
    const [only, ...others] = ask('  ');
    expect(others).toEqual([]);
    expect(only!.id).toBe('suggested');
    expect(only!.items.map(({ id }) => id)).toContain('command next-problem');
    expect(only!.items.map(({ id }) => id)).not.toContain('command search');
  });

  it('finds places first and commands last', () => {
    expect(ask('西').map(({ id }) => id)).toEqual(['area', 'unit']);
    expect(
      ask('A')
        .map(({ id }) => id)
        .at(-1),
    ).toBe('command');
  });

  it('takes a command by its name in either language, and only commands after >', () => {
    const idsFor = (query: string) => ask(query).flatMap(({ items }) => items.map(({ id }) => id));
    expect(idsFor('下一个问题')).toEqual(['command next-problem']);
    expect(idsFor('NEXT prob')).toEqual(['command next-problem']);
    expect(ask('>西')).toEqual([]);
    expect(ask('>').map(({ id }) => id)).toEqual(['command']);
  });

  it('offers only what can be done', () => {
    const ids = ask('>', ['command']).flatMap(({ items }) => items.map(({ id }) => id));
    expect(ids).toContain('command undo');
    expect(ids).not.toContain('command redo');
    expect(ids).not.toContain('command deselect');
  });

  it('reads a coordinate the way round that lies in the plan, and says when none does', () => {
    expect(ask('32.0, 120.92')[0]).toMatchObject({
      id: 'place',
      items: [{ at: [120.92, 32], outside: false, read: null }],
    });
    expect(ask('119.9, 33')[0]!.items).toMatchObject([{ at: [119.9, 33], outside: true }]);
    expect(ask('8.7, 49.4')[0]!.items).toMatchObject([
      { at: [8.7, 49.4], outside: true, read: 'lonFirst' },
      { at: [49.4, 8.7], outside: true, read: 'latFirst' },
    ]);
  });

  it('of two readings takes the one in the plan', async () => {
    const here = await questionOf(csvFile('a.csv', 'id,class,lon,lat', 'A,built,8.6,49.3', 'B,built,8.8,49.5'));
    expect(searchItems({ ...here, query: '49.4 8.7' })[0]!.items).toMatchObject([{ at: [8.7, 49.4], outside: false }]);
  });

  it('shows a few of many, and the rest when asked', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `R${i},built,居住区${i}`);
    const many = await questionOf(csvFile('a.csv', 'id,class,name', ...rows));
    const [few] = searchItems({ ...many, query: '居住区' });
    expect(few!.items).toHaveLength(6);
    expect(few!.items.at(-1)).toMatchObject({ is: 'more', count: 25 });
    const [all] = searchItems({ ...many, query: '居住区', opened: new Set(['area'] as const) });
    expect(all!.items).toHaveLength(30);
  });
});
