import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { columnLabel } from '../../src/ui/import/column-label.ts';
import { launchChromium, openApp, SOUND } from './browser.ts';
import { startKillable } from './killable-chromium.ts';
import { chinese, gapGrid, openTown, shownCounts } from './town.ts';

const { projects, scenarios, settings, workspace } = chinese;

/** Edits, and how often the browser is killed in their midst. */
const EDITS = 200;
const KILLS = 8;

/** Milliseconds after an edit within which the browser is killed. */
const MOST_DELAY_MS = 60;

/** What is edited in the inspector and moved. */
const STATION = '百合养老服务站';

function undoButton(page: Page): Locator {
  return page.locator('.history-buttons button').first();
}

function redoButton(page: Page): Locator {
  return page.locator('.history-buttons button').last();
}

/** What the page says of where things stand: what would be taken back, done again, and which scenario is shown. */
async function said(page: Page): Promise<string> {
  const names = [undoButton(page), redoButton(page), page.locator('.scenario-button')];
  return (await Promise.all(names.map((one) => one.getAttribute('aria-label')))).join('\n');
}

async function reopen(page: Page): Promise<void> {
  await page.locator('.recent-open').first().click();
  await gapGrid(page).waitFor();
}

/** Everything that happened to the project, as its list of versions counts it. */
async function countKept(page: Page): Promise<number> {
  await page.locator('.project-button').click();
  await page.getByRole('menuitem', { name: scenarios.versions }).click();
  const dialog = page.getByRole('dialog', { name: scenarios.versionsTitle });
  await dialog.getByText(scenarios.versionNow, { exact: true }).waitFor();
  const counts = await dialog.locator('.version-what > .muted').allTextContents();
  await dialog.getByRole('button', { name: scenarios.close, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  return counts.reduce((sum, text) => sum + Number(/\d+/.exec(text)![0]), 0);
}

/** Looks at the station, ready to be edited. */
async function atStation(page: Page): Promise<void> {
  const heading = page.locator('.inspector h2');
  if ((await heading.count()) === 0 || (await heading.textContent()) !== STATION) {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type(STATION);
    await page.getByRole('option', { name: STATION }).first().click();
    await heading.filter({ hasText: STATION }).waitFor();
  }
  const { edit } = chinese.edits;
  const start = page.locator('.inspector').getByRole('button', { name: edit, exact: true });
  if ((await start.count()) > 0) await start.press('Enter');
}

/** One edit as a person makes it; `n` tells it from the others. */
type Doing = (page: Page, n: number) => Promise<void>;

const floorArea: Doing = async (page, n) => {
  await atStation(page);
  const column = columnLabel(chinese.imports, 'floor_area');
  const field = page.locator('.inspector').getByRole('textbox', { name: column, exact: true });
  await field.fill(String(301 + n));
  await field.press('Enter');
};

const moveStation: Doing = async (page, n) => {
  await atStation(page);
  await page.locator('.move-handle').focus();
  await page.keyboard.press(n % 2 === 0 ? 'ArrowRight' : 'Shift+ArrowRight');
  await page.locator('.map-hint:visible').waitFor();
  await page.keyboard.press('Enter');
};

const addFacility: Doing = async (page) => {
  await page.getByRole('button', { name: chinese.mapTools.tool.facility }).press('Enter');
  const canvas = page.locator('.maplibregl-canvas');
  await expect.poll(() => canvas.evaluate(({ style }) => style.cursor)).toBe('crosshair');
  const { x, y, width, height } = (await canvas.boundingBox())!;
  const at = [x + width * 0.6, y + height * 0.4] as const;
  await page.mouse.move(...at);
  await page.mouse.click(...at);
};

const changeSetting: Doing = async (page, n) => {
  await page.keyboard.press('Control+,');
  const [name, key] = n % 2 === 0 ? [settings.name.speed_km_h, 'ArrowUp'] : [settings.name.circle_share, 'ArrowDown'];
  await page.getByRole('textbox', { name }).focus();
  await page.keyboard.press(key);
  await page.keyboard.press('Escape');
};

const closeOrReopen: Doing = async (page) => {
  await atStation(page);
  const { close, reopen: open } = chinese.edits;
  await page
    .locator('.inspector')
    .getByRole('button', { name: close, exact: true })
    .or(page.locator('.inspector').getByRole('button', { name: open, exact: true }))
    .press('Enter');
};

const createScenario: Doing = async (page) => {
  await page.locator('.scenario-button').press('Enter');
  await page.getByRole('menuitem', { name: scenarios.create }).press('Enter');
  await page.getByRole('dialog').getByRole('textbox').first().press('Enter');
};

const switchScenario: Doing = async (page) => {
  const label = await page.locator('.scenario-button').getAttribute('aria-label');
  const isBaseline = label === scenarios.menu(scenarios.baseline);
  await page.locator('.scenario-button').press('Enter');
  const items = page.getByRole('menuitemradio');
  await (isBaseline ? items.last() : items.first()).press('Enter');
};

const undo: Doing = (page) => undoButton(page).press('Enter');

/** Takes back where nothing can be done again. */
const redo: Doing = async (page) =>
  ((await redoButton(page).isEnabled()) ? redoButton(page) : undoButton(page)).click();

/** In turn, over and over: every kill meets another. */
const DOINGS: readonly Doing[] = [
  createScenario,
  floorArea,
  floorArea,
  floorArea,
  moveStation,
  moveStation,
  undo,
  undo,
  redo,
  changeSetting,
  changeSetting,
  floorArea,
  closeOrReopen,
  closeOrReopen,
  moveStation,
  floorArea,
  switchScenario,
  floorArea,
  moveStation,
  undo,
  switchScenario,
  addFacility,
];

describe('a browser that is killed', () => {
  it('keeps every edit but the one in flight, whatever it was, time and again', { timeout: 420_000 }, async () => {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'yiquan-profile-'));
    let browser = await startKillable(profile);
    // Also where the time is up.
    onTestFinished(async () => {
      await browser.kill();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });
    await openTown(browser.page);
    await browser.page.getByText(projects.keeping.kept).waitFor({ state: 'attached' });
    const opened = await countKept(browser.page);
    /** What the page said after so many edits. */
    const after = [await said(browser.page)];
    let n = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      // oxlint-disable no-await-in-loop -- one edit after another
      for (let edit = 0; edit < EDITS / KILLS; edit++, n++) {
        const { page } = browser;
        await DOINGS[n % DOINGS.length]!(page, n);
        await expect
          .poll(() => said(page), { interval: 20, timeout: 10_000, message: `edit ${n}` })
          .not.toBe(after.at(-1));
        after.push(await said(page));
      }
      await sleep((MOST_DELAY_MS * kill) / KILLS);
      await browser.kill();

      browser = await startKillable(profile);
      await reopen(browser.page);
      const kept = (await countKept(browser.page)) - opened;
      expect([after.length - 2, after.length - 1]).toContain(kept);
      after.length = kept + 1;
      expect(await said(browser.page)).toBe(after[kept]);
      // oxlint-enable no-await-in-loop
    }
    // What is open is judged, and what was done before the last kill can be taken back.
    const { page } = browser;
    await expect.poll(() => shownCounts(page)).not.toEqual([]);
    await undoButton(page).click();
    await expect.poll(() => said(page)).not.toBe(after.at(-1));
  });
});

describe('two tabs on one project', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  it('tell the second, which can read, and take over', async () => {
    const app = await openApp(browser);
    const first = app.page;
    await openTown(first);
    await first.getByText(projects.keeping.kept).waitFor();
    const second = await app.context.newPage();
    await second.goto(inject('appUrl'));
    await reopen(second);
    await second.getByText(projects.readingOnly).waitFor();
    const takeBack = (page: Page) => page.getByRole('button', { name: new RegExp(`^${workspace.topBar.undo}：`) });
    const before = await shownCounts(second);
    await second.keyboard.press('Control+z');
    expect(await shownCounts(second)).toEqual(before);

    await second.getByRole('button', { name: projects.takeOver }).click();
    await first.getByText(projects.readingOnly).waitFor();
    await expect.poll(() => second.getByText(projects.readingOnly).count()).toBe(0);
    await expect.poll(() => shownCounts(second)).toEqual(before);
    await takeBack(second).click();
    await expect.poll(() => shownCounts(second)).not.toEqual(before);
    await app.context.close();
    assert.deepEqual(app.trouble, SOUND);
  });
});
