import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/core/checks/result.ts';
import { launchChromium, openApp, SOUND, type OpenPage } from './browser.ts';
import { chinese, gapGrid, judgeTown, openTown } from './town.ts';

const { units: t, charts, workspace } = chinese;

let browser: Browser;
let app: OpenPage;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = await openApp(browser);
  await openTown(app.page);
});
afterEach(async () => {
  await app.context.close();
  // The charting library keeps to the page's policy, too.
  assert.deepEqual(app.trouble, SOUND);
});

async function openTab(page: Page, tab: 'units' | 'charts'): Promise<void> {
  await page.getByRole('tab', { name: workspace.tabs[tab] }).click();
}

function tree(page: Page): Locator {
  return page.getByRole('treegrid', { name: t.title });
}

function rowOf(page: Page, name: string): Locator {
  return tree(page)
    .getByRole('row')
    .filter({ has: page.locator('.unit-name-text', { hasText: name }) });
}

const inspector = (page: Page) => page.getByRole('complementary', { name: workspace.panels.details });

describe('the tree of units', () => {
  it('shows the areas of every unit by verdict as the core counts them', async () => {
    await openTab(app.page, 'units');
    for (const { name, areas_by_verdict: counts } of judgeTown().units) {
      const expected = VERDICTS.flatMap((verdict) => counts[verdict] ?? []).map(String);
      const shown = rowOf(app.page, name).locator('.stack-counts > span');
      // oxlint-disable-next-line eslint/no-await-in-loop -- one row after another
      expect(await shown.allInnerTexts()).toEqual(expected);
    }
  });

  it('is opened, closed and walked by the keyboard alone, in step with the details', async () => {
    const { page } = app;
    await openTab(page, 'units');
    await tree(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => rowOf(page, '示例市').getAttribute('aria-selected')).toBe('true');
    await inspector(page).getByRole('heading', { level: 2, name: '示例市' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    expect(await rowOf(page, '海滨区').getAttribute('aria-expanded')).toBe('false');
    expect(await rowOf(page, '城东街道').count()).toBe(0);
    await openTab(page, 'charts');
    await openTab(page, 'units');
    expect(await rowOf(page, '城东街道').count()).toBe(0);
    await tree(page).focus();
    await page.keyboard.press('ArrowRight');
    await rowOf(page, '城东街道').waitFor();
    const active = await tree(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).textContent()).toContain('海滨区');
  });

  it('leads from a unit to exactly its areas in the gap list', async () => {
    const { page } = app;
    await openTab(page, 'units');
    await rowOf(page, '百合社区').locator('.unit-name-text').click();
    await tree(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await gapGrid(page).waitFor();
    const counts = judgeTown().units.find(({ name }) => name === '百合社区')!.areas_by_verdict;
    const areas = VERDICTS.reduce((sum, verdict) => sum + (counts[verdict] ?? 0), 0);
    await expect.poll(() => gapGrid(page).getAttribute('aria-rowcount')).toBe(String(areas + 1));
  });

  it('explains the clause of its tier by the facilities that count for it, each a way to it', async () => {
    const { page } = app;
    await openTab(page, 'units');
    await rowOf(page, '城东街道').locator('.unit-name-text').click();
    const centre = inspector(page).getByRole('region', { name: chinese.checks.check.subdistrict_centre });
    expect(await centre.textContent()).not.toContain(chinese.inspector.sum.partUnknown);
    const facility = centre.getByRole('button').first();
    const name = await facility.textContent();
    await facility.click();
    await inspector(page).getByRole('heading', { level: 2, name: name! }).waitFor();
  });

  it('is saved as it stands, for a spreadsheet', async () => {
    const { page } = app;
    await openTab(page, 'units');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t.save }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const lines = text.trim().split('\r\n');
    expect(lines.length).toBe(judgeTown().units.length + 1);
    expect(lines[0]).toContain(t.csv.floorGap);
  });
});

describe('the charts', () => {
  it('draw every question, and say the same in a table', async () => {
    const { page } = app;
    await openTab(page, 'charts');
    for (const short of Object.values(charts.short)) {
      /* oxlint-disable eslint/no-await-in-loop -- one chart after another */
      await page.getByRole('radio', { name: short }).click();
      await page.locator('.chart svg text').first().waitFor();
      await page.getByRole('button', { name: charts.asTable }).click();
      expect(await page.locator('.chart-table tbody tr').count()).toBeGreaterThan(0);
      await page.getByRole('button', { name: charts.asChart }).click();
      /* oxlint-enable eslint/no-await-in-loop */
    }
  });

  it('lead from a bar to its unit', async () => {
    const { page } = app;
    await openTab(page, 'charts');
    await page.locator('.chart svg').getByText('城西街道').click();
    await inspector(page).getByRole('heading', { level: 2, name: '城西街道' }).waitFor();
  });

  it('come only when they are looked at', async () => {
    const asked = () => app.requests.filter((address) => address.includes('draw-chart'));
    expect(asked()).toEqual([]);
    await openTab(app.page, 'charts');
    await app.page.locator('.chart svg text').first().waitFor();
    expect(asked()).toHaveLength(1);
  });
});

describe.each(['light', 'dark'] as const)('axe finds no fault of level A or AA in %s', (colorScheme) => {
  it.each(['units', 'charts'] as const)('%s', async (tab) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await openTab(page, tab);
    if (tab === 'units') await rowOf(page, '城东街道').locator('.unit-name-text').click();
    else {
      await page.locator('.chart svg text').first().waitFor();
      await page.getByRole('button', { name: charts.asTable }).click();
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
