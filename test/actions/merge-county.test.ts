import { read, utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { mergeCounty } from '../../src/actions/merge-county.ts';
import { openCountyBook } from '../../src/actions/open-county-book.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { undo } from '../../src/actions/undo.ts';
import { mergeReturned } from '../../src/core/counties/merge-returned.ts';
import { commit, type Workspace } from '../../src/state/workspace.ts';
import { BOOK_WORDS } from '../builders/county-books.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';

async function twoCounties(): Promise<Workspace> {
  const workspace = openWorkspace();
  await openFiles(workspace, [
    csvFile('areas.csv', 'id,name,class,households,county', 'A,甲,built,1000,海滨区', 'B,乙,built,100,临河县'),
    csvFile('facilities.csv', 'id,type,status,floor_area,serves,county', 'F,station,open,190,A,海滨区'),
  ]);
  return workspace;
}

/** The workbook of the county with A in it, in which somebody set households. */
async function returnedWith(workspace: Workspace, households: number): Promise<File> {
  const zip = await workspace.analysis.countyBooks({
    counties: ['海滨区'],
    facts: { project: '试', sentOn: '2026-11-01' },
    words: { ...BOOK_WORDS, elsewhere: '区县未知' },
  });
  const books = unzipSync(zip);
  expect(Object.keys(books)).toEqual(['海滨区.xlsx']);
  const book = read(books['海滨区.xlsx']!, { type: 'array' });
  const lines = utils.sheet_to_json<unknown[]>(book.Sheets['居住区']!, { header: 1 });
  lines[1]![lines[0]!.indexOf('户数')] = households;
  book.Sheets['居住区'] = utils.aoa_to_sheet(lines);
  return new File([write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer], 'back.xlsx');
}

describe('a workbook that a county sent back', () => {
  it('is merged as one step, judged, and taken back by one undo', async () => {
    const workspace = await twoCounties();
    expect(await workspace.analysis.counties()).toMatchObject([
      { path: '临河县', areas: 1, facilities: 0 },
      { path: '海滨区', areas: 1, facilities: 1 },
    ]);
    const { plan: before } = workspace.store.getState();
    const read = await openCountyBook(workspace, await returnedWith(workspace, 400));
    await mergeCounty(workspace, read!.book!, new Map(), 'back.xlsx');
    const { plan, digest, history } = workspace.store.getState();
    expect(plan.areas.get('A')!.households).toBe(400);
    expect(digest!.checks.floor_area.required[0]).toBe(80);
    expect(history.steps.at(-1)!.name).toEqual({ kind: 'county', file: 'back.xlsx' });
    await undo(workspace);
    expect(workspace.store.getState().plan.areas.get('A')).toEqual(before.areas.get('A'));
  });

  it('leaves what was changed here since, until somebody chooses', async () => {
    const workspace = await twoCounties();
    const file = await returnedWith(workspace, 400);
    commit(workspace, { kind: 'reset-settings' }, [
      { table: 'areas', id: 'A', field: 'households', from: 1000, to: 900 },
    ]);
    const { book } = (await openCountyBook(workspace, file))!;
    await mergeCounty(workspace, book!, new Map(), file.name);
    expect(workspace.store.getState().plan.areas.get('A')!.households).toBe(900);
    const [conflict] = mergeReturned(workspace.store.getState().plan, book!).open;
    await mergeCounty(workspace, book!, new Map([[conflict!.key, 'theirs']]), file.name);
    expect(workspace.store.getState().plan.areas.get('A')!.households).toBe(400);
  });
});
