import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inject } from 'vitest';
import { launchChromium, openApp, SOUND } from './browser.ts';
import { startKillable } from './killable-chromium.ts';
import { chinese, gapGrid, openTown, shownCounts } from './town.ts';

const { projects, settings, workspace } = chinese;

/** Edits, and how often the browser is killed in their midst. */
const EDITS = 200;
const KILLS = 8;

/** Milliseconds after an edit within which the browser is killed. */
const MOST_DELAY_MS = 60;

function speedOf(page: Page): ReturnType<Page['locator']> {
  return page.getByRole('textbox', { name: settings.name.speed_km_h });
}

async function shownSpeed(page: Page): Promise<number> {
  return Number(await speedOf(page).inputValue());
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await speedOf(page).waitFor();
}

async function reopen(page: Page): Promise<void> {
  await page.locator('.recent-open').first().click();
  await gapGrid(page).waitFor();
}

describe('a browser that is killed', () => {
  it('keeps every edit but the one in flight, time and again', { timeout: 240_000 }, async () => {
    const profile = mkdtempSync(path.join(os.tmpdir(), 'yiquan-profile-'));
    try {
      let browser = await startKillable(profile);
      await openTown(browser.page);
      await browser.page.getByText(projects.keeping.kept).waitFor();
      // A number that each edit makes larger by a hundredth says how many there were.
      let done = 0;
      let first = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const { page } = browser;
        // oxlint-disable no-await-in-loop -- one edit after another
        await openSettings(page);
        if (kill === 0) {
          await speedOf(page).fill('1');
          await page.keyboard.press('Enter');
          first = 100;
        }
        await speedOf(page).focus();
        for (let edit = 0; edit < EDITS / KILLS; edit++) {
          await page.keyboard.press('ArrowUp');
          done++;
          await expect.poll(() => shownSpeed(page)).toBeCloseTo((first + done) / 100, 5);
        }
        await sleep((MOST_DELAY_MS * kill) / KILLS);
        await browser.kill();

        browser = await startKillable(profile);
        await reopen(browser.page);
        await openSettings(browser.page);
        const kept = Math.round((await shownSpeed(browser.page)) * 100) - first;
        expect([done - 1, done]).toContain(kept);
        done = kept;
        await browser.page.keyboard.press('Escape');
        // oxlint-enable no-await-in-loop
      }
      // What is open can be judged, and what was done before the last kill taken back.
      const { page } = browser;
      await expect.poll(() => shownCounts(page)).not.toEqual([]);
      await page.keyboard.press('Control+z');
      await openSettings(page);
      expect(Math.round((await shownSpeed(page)) * 100)).toBe(first + done - 1);
      await browser.kill();
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
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
    const undo = (page: Page) => page.getByRole('button', { name: new RegExp(`^${workspace.topBar.undo}：`) });
    const before = await shownCounts(second);
    await second.keyboard.press('Control+z');
    expect(await shownCounts(second)).toEqual(before);

    await second.getByRole('button', { name: projects.takeOver }).click();
    await first.getByText(projects.readingOnly).waitFor();
    await expect.poll(() => second.getByText(projects.readingOnly).count()).toBe(0);
    await expect.poll(() => shownCounts(second)).toEqual(before);
    await undo(second).click();
    await expect.poll(() => shownCounts(second)).not.toEqual(before);
    await app.context.close();
    assert.deepEqual(app.trouble, SOUND);
  });
});
