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

  it('where an area is edited, with what its last step changed', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await gapRow(page, '百合园').click();
    await page.keyboard.press('e');
    const name = page.getByRole('textbox', { name: chinese.imports.column.name!, exact: true });
    await name.fill('百合新园');
    await name.press('Enter');
    await page.locator('.effect-acts').waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('with several areas chosen, and one column of them to be changed', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await page.locator('.gaps .grid-head .choose-box').click();
    const bar = page.getByRole('region', { name: chinese.choosing.label });
    await bar.waitFor();
    expect(await faults(page)).toEqual([]);
    await bar.getByRole('button', { name: chinese.edits.bulk.title }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('with a tool of the map in hand', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await page.getByRole('button', { name: chinese.mapTools.tool.barrier }).click();
    await page.getByText(chinese.mapTools.hint.barrierFirst).waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });

  it('over the versions of a project', async () => {
    const { page, context } = await openApp(browser, { colorScheme });
    await openTown(page);
    await page.getByRole('button', { name: /^项目：/ }).click();
    await page.getByRole('menuitem', { name: chinese.scenarios.versions }).click();
    await page.getByRole('dialog', { name: chinese.scenarios.versionsTitle }).waitFor();
    expect(await faults(page)).toEqual([]);
    await context.close();
  });
});
