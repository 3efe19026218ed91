import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { read, utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, openTown } from './town.ts';

const { counties: t, workspace } = chinese;

const app = appForEachTest();
beforeEach(() => openTown(app.page));

/** Saves the only county's workbook after somebody set the households of its first area. */
async function workbookWith(page: Page, households: number): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t.send('1') }).click(),
  ]);
  const [bytes] = Object.values(unzipSync(new Uint8Array(readFileSync(await download.path()))));
  const book = read(bytes!, { type: 'array' });
  const sheet = workspace.role.areas;
  const lines = utils.sheet_to_json<unknown[]>(book.Sheets[sheet]!, { header: 1 });
  lines[1]![lines[0]!.indexOf('户数')] = households;
  book.Sheets[sheet] = utils.aoa_to_sheet(lines);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'yiquan-')), 'back.xlsx');
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return file;
}

describe('the exchange with counties', () => {
  it('sends a workbook and merges what comes back, as one step that can be undone', async () => {
    const { page } = app;
    await page.locator('.project-button').click();
    await page.getByRole('menuitem', { name: t.title }).click();
    const file = await workbookWith(page, 4321);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: t.choose }).click(),
    ]);
    await chooser.setFiles(file);
    const row = page.getByRole('table', { name: t.list }).getByRole('row').nth(1);
    expect(await row.innerText()).toContain('4\u202f321');
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    await page.getByRole('button', { name: t.merge('1'), exact: true }).click();
    await page.getByText(t.merged('back.xlsx')).waitFor();
    await page.getByRole('button', { name: chinese.commands.close }).click();
    await page.getByRole('button', { name: workspace.topBar.undoOf(workspace.change.county('back.xlsx')) }).click();
    await page.getByRole('button', { name: workspace.topBar.redoOf(workspace.change.county('back.xlsx')) }).waitFor();
  });
});
