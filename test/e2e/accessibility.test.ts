import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openApp } from './browser.ts';
import { gapRow, openTown } from './town.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary ?? ''}`),
  );
}

describe.each(['light', 'dark'] as const)('axe finds no fault of level A or AA in %s', (colorScheme) => {
  it('on the start page', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('in the search box, over results and commands', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('百合');
    await page.getByRole('option', { name: /百合园/ }).waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('on the shortcuts page', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('on the start page with a project kept', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await page.waitForTimeout(3000);
    await page.reload();
    await page.locator('.recent-project').waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('in the workspace, with an area explained', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await gapRow(page, '百合园').click();
    await page.locator('.check-card').first().waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });
});
