import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { keepShot } from './browser.ts';
import { chinese, gapGrid, openFiles, openTown, shownCounts } from './town.ts';

const HAS_SAMPLE = existsSync(path.join(ROOT, 'data', 'sample', 'areas.geojson'));
const { projects, settings, start, workspace } = chinese;
const app = appForEachTest();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yiquan-project-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Takes the browser's own dialog for a place on the disk away: what is left is a download. */
async function withoutPicker(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
}

/** Gives it a place in the page's own storage instead, for nobody can answer the browser's dialog here. */
async function withPicker(page: Page): Promise<void> {
  await page.evaluate(() => {
    const picker = window as unknown as { picks: number; showSaveFilePicker: () => Promise<FileSystemFileHandle> };
    picker.picks = 0;
    picker.showSaveFilePicker = async () => {
      picker.picks++;
      return (await navigator.storage.getDirectory()).getFileHandle('town.yiquan', { create: true });
    };
  });
}

async function saveAsDownload(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const file = path.join(folder, name);
  await (await download).saveAs(file);
  return file;
}

async function closeProject(page: Page): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${projects.menu('')}`) }).click();
  await page.getByRole('menuitem', { name: projects.close }).click();
  await page.getByRole('heading', { name: start.heading }).waitFor();
}

/** Sets what changes verdicts, and says how they stand then. */
async function bindLand(page: Page): Promise<Record<string, number>> {
  const before = await shownCounts(page);
  await page.getByRole('button', { name: workspace.topBar.settings }).click();
  await page.getByRole('region', { name: settings.name.land_binds }).getByRole('switch').press('Space');
  await page.keyboard.press('Escape');
  await expect.poll(() => shownCounts(page)).not.toEqual(before);
  return shownCounts(page);
}

describe('a project file', () => {
  it.skipIf(!HAS_SAMPLE)(
    'brings the sample city back as it was: verdicts, setting, streets, and that it is made up',
    async () => {
      const { page } = app;
      await withoutPicker(page);
      await page.getByRole('button', { name: projects.openSample }).click();
      await gapGrid(page).waitFor();
      const bound = await bindLand(page);
      const file = await saveAsDownload(page, 'sample.yiquan');
      await page.getByText(/^已保存为 .+\.yiquan/).waitFor();
      await keepShot(page, 'project-saved');
      await closeProject(page);
      await openFiles(page, [file]);
      await gapGrid(page).waitFor();
      await expect.poll(() => shownCounts(page)).toEqual(bound);
      await page.getByText(workspace.status.network, { exact: true }).waitFor();
      await page.getByRole('button', { name: new RegExp(projects.madeUp) }).waitFor();
      expect(await page.getByRole('button', { name: workspace.topBar.undo, exact: true }).isDisabled()).toBe(true);
      await keepShot(page, 'project-opened');
      await closeProject(page);
      const recent = page.getByRole('region', { name: new RegExp(projects.recent) });
      await expect.poll(() => recent.getByRole('listitem').count()).toBe(2);
    },
  );

  it('that is damaged is refused in words, and what is open stays', async () => {
    const { page } = app;
    await withoutPicker(page);
    await openTown(page);
    const before = await shownCounts(page);
    const file = await saveAsDownload(page, 'town.yiquan');
    const cut = path.join(folder, 'cut.yiquan');
    writeFileSync(cut, readFileSync(file).subarray(0, 3000));
    await openFiles(page, [cut]);
    const pending = page.getByRole('region', { name: start.files.pendingTitle });
    await pending.getByText('cut.yiquan', { exact: true }).waitFor();
    expect(await pending.textContent()).toMatch(/已损坏|不完整/);
    expect(await shownCounts(page)).toEqual(before);
  });

  it('is written again where it was written before, and read from there', async () => {
    const { page } = app;
    await withPicker(page);
    await openTown(page);
    await page.keyboard.press('Control+s');
    await page.getByText(projects.saved('town.yiquan')).waitFor();
    const bound = await bindLand(page);
    await page.keyboard.press('Control+s');
    await page.getByText(projects.saved('town.yiquan')).waitFor();
    const written = await page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('town.yiquan');
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      return { base64: btoa(String.fromCodePoint(...bytes)), picks: (window as unknown as { picks: number }).picks };
    });
    expect(written.picks).toBe(1);
    const file = path.join(folder, 'written.yiquan');
    writeFileSync(file, Buffer.from(written.base64, 'base64'));
    await closeProject(page);
    await openFiles(page, [file]);
    await gapGrid(page).waitFor();
    await expect.poll(() => shownCounts(page)).toEqual(bound);
  });
});
