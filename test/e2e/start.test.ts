import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { launchChromium, openApp, SOUND, type OpenPage } from './browser.ts';
import {
  chinese,
  countsOf,
  english,
  gapGrid,
  gapRow,
  judgeTown,
  openFiles,
  openTown,
  shownCounts,
  TOWN_FILES,
} from './town.ts';

const HAS_SAMPLE = existsSync(path.join(ROOT, 'data', 'sample', 'areas.geojson'));
const { commands, projects, workspace } = chinese;

let browser: Browser;
let app: OpenPage;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = await openApp(browser);
});
afterEach(async () => {
  await app.context.close();
  assert.deepEqual(app.trouble, SOUND);
});

function searchBox(page: Page): Locator {
  return page.getByRole('dialog', { name: commands.search.label });
}

function heading(page: Page): Locator {
  return page.getByRole('complementary', { name: workspace.panels.details }).getByRole('heading', { level: 2 });
}

describe('the start page', () => {
  it.skipIf(!HAS_SAMPLE)('opens the sample city with one click, and shows its gaps', async () => {
    await app.page.getByRole('button', { name: projects.openSample }).click();
    await gapGrid(app.page).waitFor();
    await expect.poll(async () => Number(await gapGrid(app.page).getAttribute('aria-rowcount'))).toBeGreaterThan(50);
    const project = app.page.getByRole('button', { name: new RegExp(projects.madeUp) });
    expect(await project.textContent()).toContain(projects.madeUp);
    await project.click();
    await app.page.getByRole('menuitem', { name: projects.close }).click();
    await app.page.getByRole('heading', { name: projects.recent }).waitFor();
  });

  it('brings back after a reload what was open, with its settings', async () => {
    const bound = countsOf(judgeTown({ settings: { land_binds: true } }));
    await openTown(app.page);
    await app.page.getByRole('button', { name: workspace.topBar.settings }).click();
    await app.page.getByRole('region', { name: chinese.settings.name.land_binds }).getByRole('switch').press('Space');
    await expect.poll(() => shownCounts(app.page)).toEqual(bound);
    await app.page.keyboard.press('Escape');
    // Kept once nothing has changed for a moment.
    await app.page.waitForTimeout(3000);
    await app.page.reload();
    const recent = app.page.getByRole('region', { name: new RegExp(projects.recent) });
    await recent.getByRole('button', { name: new RegExp(`^${projects.open('')}`) }).click();
    await expect.poll(() => shownCounts(app.page)).toEqual(bound);
  });

  it('renames and removes what is kept, and then it is gone', async () => {
    await openTown(app.page);
    await app.page.waitForTimeout(3000);
    await app.page.reload();
    const recent = app.page.getByRole('region', { name: new RegExp(projects.recent) });
    await recent.getByRole('button', { name: new RegExp(`^${projects.renameOf('').trim()}`) }).click();
    await app.page.getByRole('textbox', { name: projects.renameLabel }).fill('补短板方案');
    await app.page.keyboard.press('Enter');
    await recent.getByRole('button', { name: projects.open('补短板方案') }).waitFor();
    await recent.getByRole('button', { name: projects.removeOf('补短板方案') }).click();
    await app.page.getByRole('alertdialog').getByRole('button', { name: projects.remove }).click();
    await recent.waitFor({ state: 'detached' });
    await app.page.reload();
    await app.page.getByRole('heading', { name: chinese.start.heading }).waitFor();
    expect(await recent.count()).toBe(0);
  });

  it('says which of several files could not be read, and uses the rest', async () => {
    const bad = path.join(path.dirname(TOWN_FILES[0]!), '..', 'bad', 'zip.xlsx');
    await openFiles(app.page, [TOWN_FILES[0]!, bad, TOWN_FILES[1]!]);
    await gapGrid(app.page).waitFor();
    await app.page
      .getByRole('region', { name: chinese.start.files.pendingTitle })
      .getByText('zip.xlsx', { exact: true })
      .waitFor();
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown()));
  });
});

describe('the search box', () => {
  it('finds an area by the keyboard alone and shows it', async () => {
    await openTown(app.page);
    await app.page.keyboard.press('Control+k');
    await searchBox(app.page).waitFor();
    await app.page.keyboard.type('百合');
    await searchBox(app.page)
      .getByRole('option', { name: /百合园/ })
      .waitFor();
    await app.page.keyboard.press('Enter');
    await expect.poll(() => heading(app.page).textContent()).toBe('百合园');
    expect(await searchBox(app.page).count()).toBe(0);
  });

  it('goes to a coordinate, and says when it is outside the data', async () => {
    await openTown(app.page);
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('10.5N 119.9E');
    const [first] = [searchBox(app.page).getByRole('option').first()];
    await expect.poll(() => first.textContent()).toContain(commands.search.outside);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => heading(app.page).textContent()).toContain('119.9');
  });

  it('runs commands: finds one by its name, and the next by the arrow keys', async () => {
    await openTown(app.page);
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type(commands.language.en);
    await searchBox(app.page).getByRole('option', { name: commands.language.en }).waitFor();
    await app.page.keyboard.press('Enter');
    await gapGrid(app.page, english).waitFor();
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('> tab');
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('2');
    await app.page.getByRole('tab', { name: english.workspace.tabs.units, selected: true }).waitFor();
  });

  it('says plainly that nothing was found', async () => {
    await openTown(app.page);
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('没有这个地方');
    await searchBox(app.page).getByText(commands.search.nothing('没有这个地方')).waitFor();
  });
});

describe('the shortcuts page', () => {
  it('opens by its key and tells the keys that work', async () => {
    await openTown(app.page);
    await app.page.keyboard.press('?');
    const page = app.page.getByRole('dialog', { name: commands.shortcutsTitle });
    await page.getByText(commands.name.next).waitFor();
    expect(await page.textContent()).toContain('Ctrl');
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('n');
    await expect.poll(() => heading(app.page).textContent()).not.toBe(chinese.workspace.summary.label);
    await gapRow(app.page, (await heading(app.page).textContent())!).waitFor();
  });
});
