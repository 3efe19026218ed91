import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core/import/open-source.ts';
import { SOURCE_HOST } from '../builders/source-host.ts';
import { keepShot, launchChromium, openApp, SOUND, WINDOWS } from './browser.ts';
import { chinese, english, openTown } from './town.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('exporting data tables', () => {
  it.each(['xlsx', 'gpkg', 'shp'] as const)('saves %s in a zone, with what was opened in it', async (format) => {
    const { page, context, trouble } = await openApp(browser);
    await openTown(page);
    const { exports: t, workspace: w } = chinese;
    await page.getByRole('button', { name: w.topBar.export }).click();
    await page.getByRole('menuitem', { name: t.menu }).click();
    const dialog = page.getByRole('dialog', { name: t.title });
    await dialog.getByRole('button', { name: t.format }).click();
    await page.getByRole('option', { name: t.formats[format] }).click();
    await dialog.getByRole('button', { name: t.crs }).click();
    await page.getByRole('option', { name: 'EPSG:4549' }).click();
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: t.save }).click();
    const file = await download;
    await dialog.getByText(t.saved(file.suggestedFilename())).waitFor();
    const bytes = new Uint8Array(await readFile(await file.path()));
    const opened = await openSource([{ name: file.suggestedFilename(), bytes }], {}, SOURCE_HOST, {});
    const layers = opened.layers.map(({ name }) => name);
    // The town's areas are points and polygons, which one Shapefile cannot hold.
    const files = ['居住区_面.shp', '居住区_点.shp', '养老服务设施.shp'];
    expect(layers).toEqual(format === 'shp' ? files : ['居住区', '养老服务设施']);
    expect(opened.raw!.headers).toContain('编号');
    expect(trouble).toEqual(SOUND);
    await context.close();
  });

  it.each([
    ['wide', 'dark', english],
    ['phone', 'light', chinese],
  ] as const)('is usable by keyboard and readable: %s, %s', async (window, colorScheme, texts) => {
    const { page, context } = await openApp(browser, { viewport: WINDOWS[window], colorScheme });
    if (texts === english) await page.getByRole('button', { name: chinese.workspace.topBar.language }).click();
    await openTown(page, texts, window === 'phone');
    await page.getByRole('button', { name: texts.workspace.topBar.export }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: texts.exports.menu }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: texts.exports.title });
    await dialog.waitFor();
    await keepShot(page, `exports-${window}-${colorScheme}`);
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await context.close();
  });
});

describe('templates', () => {
  it('come as a workbook with lists, in the language of its headers', async () => {
    const { page, context, trouble } = await openApp(browser);
    const { templates: t, workspace: w } = chinese;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t.label(w.role.facilities, t.headers.zh, 'XLSX') }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(t.fileName(w.role.facilities, 'xlsx'));
    const bytes = new Uint8Array(await readFile(await file.path()));
    const { raw, headerRow } = await openSource([{ name: 'template.xlsx', bytes }], {}, SOURCE_HOST, {});
    expect([headerRow, raw!.headers.slice(0, 3)]).toEqual([2, ['编号', '设施名称', '类型']]);
    await keepShot(page, 'templates');
    expect(trouble).toEqual(SOUND);
    await context.close();
  });
});
