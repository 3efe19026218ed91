import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { assemblePlan } from '../../src/core/import/assemble-plan.ts';
import { readTable } from '../builders/read-text-table.ts';
import { auditPlan } from '../builders/audit-plan.ts';
import { readTaipei, taipeiFiles } from '../real/taipei.ts';
import { describeWithShared, sharedPath } from '../shared.ts';
import { keepShot, launchChromium, openApp, SOUND } from './browser.ts';
import { chinese, countsOf, gapGrid, openFiles, shownCounts, today } from './town.ts';

describeWithShared('Taipei in the app', 'data/taipei', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'yiquan-taipei-'));
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('is judged as the core judges it, and speaks of people aged 65 and over once told so', async () => {
    const texts = Object.entries(taipeiFiles(readTaipei(sharedPath('data/taipei'))));
    const files = texts.map(([name, text]) => {
      const file = path.join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    const tables = texts.map(
      ([name, text]) => readTable({ file: { name, bytes: new TextEncoder().encode(text) } }).table!,
    );
    const expected = auditPlan({ ...assemblePlan(tables), settings: { elder_age: 65 } }, today());

    const { page, context, trouble } = await openApp(browser);
    await openFiles(page, files);
    await gapGrid(page).waitFor();
    await page.getByRole('button', { name: chinese.workspace.topBar.settings }).click();
    const age = page.getByRole('region', { name: chinese.settings.name.elder_age }).getByRole('textbox');
    await age.fill('65');
    await age.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByText(chinese.workspace.summary.covered('65')).waitFor();
    await expect.poll(() => shownCounts(page)).toEqual(countsOf(expected));
    await page.waitForTimeout(4000);
    await keepShot(page, 'taipei');
    expect(await page.locator('body').textContent()).not.toContain(chinese.workspace.summary.covered('60'));
    expect(trouble).toEqual(SOUND);
    await context.close();
  });
});
