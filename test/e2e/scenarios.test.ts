import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Texts } from '../../src/text/texts.ts';
import { columnLabel } from '../../src/ui/import/column-label.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { keepShot, WINDOWS } from './browser.ts';
import { chinese, gapGrid, openTown, shownCounts, TOWN_FILES } from './town.ts';

const { checks, compare, imports, scenarios: t, workspace } = chinese;
const STATION = '百合养老服务站';

const app = appForEachTest();

async function fromMenu(page: Page, item: string, role: 'menuitem' | 'menuitemradio' = 'menuitem'): Promise<void> {
  await page.locator('.scenario-button').click();
  await page.getByRole(role, { name: item }).click();
}

async function create(page: Page, name: string): Promise<void> {
  await fromMenu(page, t.create);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.getByRole('button', { name: t.save }).click();
  await page.getByRole('button', { name: t.menu(name), exact: true }).waitFor();
}

function field(page: Page, column: string): Locator {
  return page.locator('.inspector').getByRole('textbox', { name: columnLabel(imports, column), exact: true });
}

/** Books 240 m² of the station to 百合园, for which it must be larger: what that area lacks is there then. */
async function enlargeStation(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(STATION);
  await page.getByRole('option', { name: STATION }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.inspector').getByRole('button', { name: chinese.edits.edit, exact: true }).click();
  await field(page, 'floor_area').fill('1000');
  await field(page, 'floor_area').press('Enter');
  const share = page.locator('.inspector').getByRole('textbox', { name: chinese.edits.serves.m2('百合园') });
  await share.fill('240');
  await share.press('Enter');
}

/** The town's facilities, the station's floor area corrected. */
function corrected(): { name: string; mimeType: string; buffer: Buffer } {
  const text = new TextDecoder('gb18030').decode(readFileSync(TOWN_FILES[1]!));
  const buffer = Buffer.from(text.replace(`${STATION},社区养老服务站,300`, `${STATION},社区养老服务站,320`));
  return { name: 'corrected.csv', mimeType: 'text/csv', buffer };
}

function action(field: string, left: string, right: string): string {
  const fields = compare.action.field(columnLabel(imports, field), left, right);
  return compare.action.changed(compare.table.facilities, compare.action.named(STATION, 'F01'), fields);
}

async function faults(page: Page, of: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(of).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
}

function editsDialog(page: Page, { scenarios }: Texts = chinese): Locator {
  return page.getByRole('dialog', { name: scenarios.editsTitle('补齐东片') });
}

describe('a scenario', () => {
  it('is compared with the baseline, which stays as it was; deleted it comes back', async () => {
    const { page } = app;
    await openTown(page);
    await expect.poll(async () => (await shownCounts(page)).met).toBeGreaterThan(0);
    const before = await shownCounts(page);
    await create(page, '补齐东片');
    await enlargeStation(page);
    await expect.poll(async () => (await shownCounts(page)).short).toBe(before['short']! - 1);

    await fromMenu(page, t.compare);
    const screen = page.getByRole('dialog', { name: compare.title });
    const row = screen.getByRole('grid', { name: compare.list.label }).getByRole('row').filter({ hasText: '百合园' });
    await row.getByText(compare.kind.closed).waitFor();
    const totals = screen.getByRole('row', { name: compare.totals.verdict(checks.verdict.short) });
    expect(await totals.getByRole('cell').allInnerTexts()).toEqual([
      String(before['short']),
      String(before['short']! - 1),
      '−1',
    ]);
    expect(await screen.locator('.swipe-label').allInnerTexts()).toEqual([t.baseline, '补齐东片']);
    await screen.getByRole('tab', { name: compare.tabs.actions }).click();
    const actions = screen.getByRole('region', { name: compare.action.label });
    await expect.poll(() => actions.innerText()).toMatch(/建筑面积 300 → 1\s000 m²；服务小区 A01:180;A02:90 → A01:240/);
    // Another side, without leaving: the same document on both.
    await screen.getByRole('group', { name: compare.side.right }).locator('.version-choice button').click();
    await page.getByRole('option', { name: t.baseline, exact: true }).click();
    await screen.getByText(compare.action.none).waitFor();
    await screen.getByRole('button', { name: compare.close }).click();

    await fromMenu(page, t.baseline, 'menuitemradio');
    await expect.poll(() => shownCounts(page)).toEqual(before);
    await fromMenu(page, '补齐东片', 'menuitemradio');
    await expect.poll(() => shownCounts(page)).not.toEqual(before);
    await fromMenu(page, t.remove);
    await expect.poll(() => shownCounts(page)).toEqual(before);
    await page
      .getByRole('button', { name: workspace.topBar.undoOf(workspace.change.deleteScenario('补齐东片')) })
      .click();
    await page.getByRole('button', { name: t.menu('补齐东片'), exact: true }).waitFor();
    await expect.poll(() => shownCounts(page)).not.toEqual(before);
  });

  it('lists its edits: each leads to its place, is taken back by itself, and all go into a file', async () => {
    const { page } = app;
    await openTown(page);
    await create(page, '补齐东片');
    await enlargeStation(page);
    await fromMenu(page, t.editList);
    const dialog = editsDialog(page);
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(2);
    expect(await faults(page, '[role=dialog]')).toEqual([]);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: t.exportEdits }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    const [heads, first] = Papa.parse<string[]>(text.slice(1)).data;
    expect(heads).toEqual(Object.values(t.csv));
    expect(first!.slice(0, 6)).toEqual(['设施', 'F01', STATION, '建筑面积', '300', '1000']);

    const serves = action('serves', 'A01:180;A02:90', 'A01:240;A02:90');
    await dialog.getByRole('button', { name: t.withdrawOf(serves) }).click();
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(1);
    await dialog
      .getByRole('button', { name: /1\s000 m²$/ })
      .first()
      .click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.inspector h2').filter({ hasText: STATION }).waitFor();
    await page
      .getByRole('button', { name: workspace.topBar.undoOf(workspace.change.withdrawEdit(STATION, '服务小区')) })
      .click();
    await fromMenu(page, t.editList);
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(2);
  });

  it('disagrees with a baseline that was corrected: said in values, and settled', async () => {
    const { page } = app;
    await openTown(page);
    await create(page, '补齐东片');
    await enlargeStation(page);
    await page.locator('input[type=file]').first().setInputFiles(corrected());
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${imports.apply}.*${workspace.role.facilities}`) })
      .click();
    await page.getByRole('button', { name: t.menuConflicts('补齐东片', t.conflicts('1')) }).waitFor();

    await page.setViewportSize(WINDOWS.phone);
    await page.emulateMedia({ colorScheme: 'dark' });
    await fromMenu(page, t.conflicts('1'));
    const dialog = page.getByRole('dialog', { name: t.conflictTitle });
    expect(await dialog.getByRole('definition').allInnerTexts()).toEqual([
      expect.stringMatching(/百合养老服务站（F01）：建筑面积 300 → 1\s000 m²$/),
      t.changedSince('建筑面积 300 → 320 m²'),
    ]);
    expect(await faults(page, '[role=dialog]')).toEqual([]);
    await keepShot(page, 'scenario-conflict-phone');
    await dialog.getByRole('button', { name: t.close, exact: true }).click();
    await fromMenu(page, t.compare);
    const screen = page.getByRole('dialog', { name: compare.title });
    await screen.getByText(compare.remark.conflicts('补齐东片', '1')).waitFor();
    await screen.getByRole('button', { name: compare.close }).click();
    await page.setViewportSize(WINDOWS.wide);
    const short = (await shownCounts(page))['short']!;
    await fromMenu(page, t.conflicts('1'));
    await dialog.getByRole('button', { name: t.keepScenario }).click();
    await dialog.getByText(t.settled).waitFor();
    await dialog.getByRole('button', { name: t.close, exact: true }).click();
    await page.getByRole('button', { name: t.menu('补齐东片'), exact: true }).waitFor();
    await expect.poll(async () => (await shownCounts(page))['short']).toBe(short - 1);
    await gapGrid(page).waitFor();
  });
});
