import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatNumber } from '../../src/text/numbers.ts';
import { metropolis } from '../bench/metropolis.ts';
import { launchChromium, openApp, SOUND } from './browser.ts';
import { chinese, gapGrid, openFiles } from './town.ts';

const AREAS = 20_000;
const FACILITIES = 5_000;

let browser: Browser;
let folder: string;
let files: string[];
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'yiquan-'));
  const { areasGeoJson, facilitiesCsv } = metropolis(AREAS, FACILITIES, 7);
  files = [
    ['areas.geojson', areasGeoJson],
    ['facilities.csv', facilitiesCsv],
  ].map(([name, text]) => {
    const file = path.join(folder, name!);
    writeFileSync(file, text!);
    return file;
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const { job, state } = chinese.workspace;

it('stops reading when told to, and leaves nothing half open', async () => {
  const { page, context, trouble } = await openApp(browser);
  await pressWhenItAppears(page, job.cancel);
  await openFiles(page, files.slice(0, 1));
  await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 5000 });
  await page.getByRole('heading', { name: chinese.start.heading }).waitFor();
  expect(trouble).toEqual(SOUND);
  await context.close();
});

it('stops the audit when told to, says so, and takes it up again', async () => {
  const { page, context, trouble } = await openApp(browser);
  await openFiles(page, files);
  const auditing = page.locator('.notice', { hasText: job.auditing });
  await auditing.getByRole('button', { name: job.cancel }).click({ timeout: 60_000 });
  await page.getByText(state.outOfDate).waitFor();
  expect(await page.getByRole('progressbar').count()).toBe(0);
  // Said over the map as well as in the list.
  await page.getByRole('button', { name: state.recompute }).first().click();
  await gapGrid(page).waitFor({ timeout: 60_000 });
  expect(await page.locator('.verdict-chips').textContent()).toContain(formatNumber(AREAS));
  expect(trouble).toEqual(SOUND);
  await context.close();
});

/** Reading takes less than a second: a press that waits for the button to stand still would come too late. */
async function pressWhenItAppears(page: Page, name: string): Promise<void> {
  await page.evaluate((label) => {
    const observer = new MutationObserver(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
      if (!button) return;
      observer.disconnect();
      button.click();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }, name);
}
