import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, openApp } from './browser.ts';
import { chinese, gapRow, openTown } from './town.ts';

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

  it('in the import wizard, at each of its steps', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    const csv = ['编号,类别,户数,lon,lat', 'A,新建,1O0,120.1,32', 'B,老破小,200,120.2,32', ''].join('\n');
    const file = { name: 'areas.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
    await page.locator('input[type=file]').first().setInputFiles(file);
    for (const step of Object.values(chinese.imports.step)) {
      await page
        .getByRole('dialog')
        .getByRole('button', { name: new RegExp(`${step}$`) })
        .click();
      await page.getByRole('region', { name: step }).waitFor();
      expect(await faults(page), step).toEqual([]);
    }
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
