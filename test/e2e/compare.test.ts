import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AuditResult } from '../../src/core/checks/result.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { WINDOWS } from './browser.ts';
import { chinese, gapGrid, judgeTown, openTown } from './town.ts';

const { checks, compare: t, projects, workspace } = chinese;

const app = appForEachTest();

async function startComparing(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: t.command, exact: true }).click();
  const screen = page.getByRole('dialog', { name: t.title });
  await screen.getByRole('grid', { name: t.list.label }).waitFor();
  return screen;
}

/** Chooses the document that judges the right side. */
async function judgeRightBy(screen: Locator, page: Page, document: string): Promise<void> {
  await screen.getByRole('group', { name: t.side.right }).locator('.standard-choice button').click();
  await page.getByRole('option', { name: document }).click();
  await screen.getByRole('columnheader', { name: document }).first().waitFor();
}

/** Areas that stand another way in a check in one result than in the other. */
function differing(before: AuditResult, after: AuditResult): string[] {
  return before.areas.flatMap(({ id, checks: all }, a) =>
    all.flatMap((check) => {
      const other = after.areas[a]!.checks.find((one) => one.check === check.check);
      return other?.verdict === check.verdict && other.gap === check.gap ? [] : [`${id} ${checks.check[check.check]}`];
    }),
  );
}

describe('two standards on one plan', () => {
  it('are told apart area by area, as the core judges them, on the screen and in a file', async () => {
    const { page } = app;
    await openTown(page);
    const screen = await startComparing(page);
    await judgeRightBy(screen, page, '青岛');
    const [before, after] = [judgeTown(), judgeTown({ standard: 'qingdao-2018' })];
    const short = (result: AuditResult) => String(result.summary.by_verdict.short ?? 0);
    const row = screen.getByRole('row', { name: t.totals.verdict(checks.verdict.short) });
    expect((await row.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual([short(before), short(after)]);
    const download = page.waitForEvent('download');
    await screen.getByRole('button', { name: t.list.export }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    assert.ok(text.startsWith('\uFEFF'), 'the file has a byte order mark');
    const [heads, ...lines] = Papa.parse<string[]>(text.slice(1).trimEnd()).data;
    const said = lines.map((line) => `${line[0]} ${line[2]}`);
    for (const difference of differing(before, after)) expect(said).toContain(difference);
    for (const line of lines) expect(line[heads!.indexOf(t.csv.why)]).not.toBe('');
  });

  it('lie on one map, whose divider moves by keyboard, and a difference leads to its area', async () => {
    const { page } = app;
    await page.getByRole('button', { name: projects.openSample }).click();
    await gapGrid(page).waitFor();
    const screen = await startComparing(page);
    const divider = screen.getByRole('slider', { name: t.divider });
    expect(await divider.getAttribute('aria-valuenow')).toBe('50');
    await divider.focus();
    for (const key of ['ArrowLeft', 'ArrowLeft', 'PageDown']) await page.keyboard.press(key);
    expect(await divider.getAttribute('aria-valuenow')).toBe('36');
    const clipped = await screen.locator('.side-map[data-side=right]').evaluate((map) => map.style.clipPath);
    expect(clipped).toMatch(/36(\.0+\d*)?%/);
    await page.keyboard.press('End');
    expect(await divider.getAttribute('aria-valuenow')).toBe('100');
    const grid = screen.getByRole('grid', { name: t.list.label });
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    const row = grid.getByRole('row', { selected: true });
    const name = await row.getByRole('gridcell').first().innerText();
    await screen.getByRole('region', { name }).getByRole('heading', { level: 3 }).first().waitFor();
    await page.keyboard.press('Escape');
    await screen.waitFor({ state: 'detached' });
  });
});

describe('two versions of the tables', () => {
  it('are compared without touching what is open', async () => {
    const { page } = app;
    await openTown(page);
    const screen = await startComparing(page);
    await judgeRightBy(screen, page, '南通');
    await screen.getByText(t.same).waitFor();
    const chooser = page.waitForEvent('filechooser');
    await screen.getByRole('group', { name: t.side.right }).locator('.version-choice button').click();
    await page.getByRole('option', { name: t.chooseFiles }).click();
    await (
      await chooser
    ).setFiles({
      name: 'later.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,type,status,floor_area,lon,lat\nZ,station,open,5000,120.9,32\n'),
    });
    await screen.getByText(t.fileRead('later.csv', workspace.role.facilities, '1', '1')).waitFor();
    await screen.getByRole('grid', { name: t.list.label }).waitFor();
    await screen.getByRole('tab', { name: t.tabs.actions }).click();
    await screen.getByText(t.action.removed(t.table.facilities, ''), { exact: false }).first().waitFor();
    await screen.getByRole('button', { name: t.close }).click();
    await screen.waitFor({ state: 'detached' });
    expect(await page.locator('.status-bar').innerText()).toContain(String(judgeTown().summary.areas));
  });
});

describe('axe finds no fault of level A or AA', () => {
  it.each([
    ['light', 'wide'],
    ['dark', 'phone'],
  ] as const)('%s, %s', async (colorScheme, window) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme });
    await openTown(page);
    const screen = await startComparing(page);
    await page.setViewportSize(WINDOWS[window]);
    await screen.locator('.differences .grid-body .grid-row').first().click();
    await screen.locator('.check-card').first().waitFor();
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    const { violations } = await new AxeBuilder({ page }).include('.compare-dialog').withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
});
