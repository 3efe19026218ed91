import { readFile } from 'node:fs/promises';
import assert from 'node:assert/strict';
import Papa from 'papaparse';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_GAP_COLUMNS, GAP_COLUMNS } from '../../src/state/gap-columns.ts';
import { gapColumnTitle } from '../../src/state/gap-column-title.ts';
import { launchChromium, openApp, SOUND, WINDOWS, type OpenPage } from './browser.ts';
import { chinese, gapGrid, gapRow, judgeTown, openTown, today } from './town.ts';

const { gaps: t, checks } = chinese;

let browser: Browser;
let app: OpenPage;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  app = await openApp(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
});
afterEach(async () => {
  await app.context.close();
  assert.deepEqual(app.trouble, SOUND);
});

/** Cells as a person reads them, heads first; thousands not set apart, for a spreadsheet does that itself. */
function shownTable(page: Page): Promise<string[][]> {
  return gapGrid(page).evaluate((grid) => {
    const rows = [...grid.querySelectorAll('[role=row]')].map((row) => ({
      index: Number(row.getAttribute('aria-rowindex')),
      cells: [...row.querySelectorAll('[role=columnheader], [role=gridcell]')].map((cell) =>
        (cell.querySelector('.name-word') ?? cell).textContent.replaceAll('\u202f', ''),
      ),
    }));
    return rows.sort((a, b) => a.index - b.index).map(({ cells }) => cells);
  });
}

async function toggleColumns(page: Page, names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: t.columns, exact: true }).click();
  const menu = page.getByRole('dialog', { name: t.columnsTitle });
  for (const name of names) await menu.locator('.check-option', { hasText: name }).click();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
}

function heads(page: Page): Promise<string[]> {
  return gapGrid(page).getByRole('columnheader').allTextContents();
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('what is copied', () => {
  it('is what is shown: rows, order, columns and words', async () => {
    const { page } = app;
    await openTown(page);
    const added = ['pool', 'ratio', 'nearest', 'elders80'] as const;
    await toggleColumns(
      page,
      ['checks' as const, ...added].map((column) => t.column[column]),
    );
    await page.getByRole('button', { name: t.sortBy(t.withUnit(t.column.floorGap, t.unit.floorGap)) }).click();
    await page.getByRole('button', { name: new RegExp(`^${checks.verdictShort.met}`) }).click();
    await page.locator('.gap-list[aria-busy=false]').waitFor();
    const [titles, ...rows] = await shownTable(page);
    await gapGrid(page).focus();
    await page.keyboard.press('Control+c');
    await page.getByText(t.copied(String(rows.length))).waitFor();
    const [heading, ...copied] = Papa.parse<string[]>((await clipboard(page)).trimEnd(), { delimiter: '\t' }).data;
    expect(copied).toEqual(rows);
    const shownColumns = GAP_COLUMNS.filter(
      (one) => one !== 'checks' && [...DEFAULT_GAP_COLUMNS, ...added].includes(one),
    );
    expect(heading).toEqual(
      shownColumns.map((column) => {
        const { title, unit } = gapColumnTitle(column, chinese, 60);
        return unit === null ? title : t.withUnit(title, unit);
      }),
    );
    expect(titles).toHaveLength(shownColumns.length);
    expect(rows.length).toBeGreaterThan(5);
  });

  it('leaves as a file of the same rows, named by standard and date', async () => {
    const { page } = app;
    await openTown(page);
    await page.getByRole('button', { name: t.copyHelp }).click();
    await page.getByText(t.copied('7')).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: t.exportHelp }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe(`yiquan-gaps-nantong-draft-2023-${today()}.csv`);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const parse = (table: string, delimiter: string) => Papa.parse(table.trimEnd(), { delimiter }).data;
    expect(parse(text.slice(1), ',')).toEqual(parse(await clipboard(page), '\t'));
  });
});

describe('columns', () => {
  it('show the figures that the core comes to', async () => {
    const { page } = app;
    await openTown(page);
    await toggleColumns(page, [t.column.counted, t.column.coveredShare]);
    const titles = await heads(page);
    const { areas } = judgeTown();
    const at = titles.findIndex((title) => title.startsWith(t.column.counted));
    for (const [name, ...cells] of (await shownTable(page)).slice(1)) {
      const floor = areas.find((area) => area.name === name)!.checks.find(({ check }) => check === 'floor_area')!;
      const shown = cells[at - 1]!;
      if (floor.verdict === 'not_applicable') expect(shown).toBe(chinese.workspace.notApplicable);
      else if (floor.counted === null) expect(shown).toBe(chinese.workspace.unknown);
      else expect(Number(shown)).toBeCloseTo(floor.counted, 2);
    }
  });

  it('stay as they were chosen, and as wide, for the next visit', async () => {
    const { page } = app;
    await openTown(page);
    await toggleColumns(page, [t.column.id, t.column.unit]);
    const sort = page.getByRole('button', { name: t.sortBy(t.column.id) });
    await sort.focus();
    await page.keyboard.press('Shift+ArrowRight');
    const head = gapGrid(page).getByRole('columnheader').nth(1);
    const wide = (await head.boundingBox())!.width;
    const chosen = await heads(page);
    expect(chosen).toContain(t.column.id);
    await page.reload();
    await openTown(page);
    expect(await heads(page)).toEqual(chosen);
    expect((await head.boundingBox())!.width).toBeCloseTo(wide);
  });

  it('sort by one after another', async () => {
    const { page } = app;
    await openTown(page);
    const classOf = chinese.checks.areaClass;
    await page.getByRole('button', { name: t.sortBy(t.column.class), exact: true }).click();
    await page
      .getByRole('button', { name: t.sortBy(t.withUnit(t.column.households, t.unit.households)) })
      .click({ modifiers: ['Shift'] });
    await expect
      .poll(async () => {
        const [titles, ...rows] = await shownTable(page);
        const at = (title: string) => titles!.findIndex((one) => one.startsWith(title));
        return rows.map((row) => [row[at(t.column.class)], row[at(t.column.households)]]);
      })
      .toSatisfy((rows: [string, string][]) => {
        const order = Object.values(classOf);
        const keys = rows.map(([of, households]) => [order.indexOf(of), -(Number(households) || -1)] as const);
        return keys.every(([of, count], i) => i === 0 || keys[i - 1]![0] < of || keys[i - 1]![1] <= count);
      });
  });
});

describe('conditions', () => {
  it('are chips that can be taken away, one by one', async () => {
    const { page } = app;
    await openTown(page);
    await page.getByRole('button', { name: t.unitFilter, exact: true }).click();
    await page.getByRole('searchbox', { name: t.unitSearch }).fill('南圩');
    await page.getByRole('option', { name: '南圩镇', exact: true }).click();
    await page.getByRole('searchbox', { name: t.search }).fill('稻香');
    const chips = page.getByRole('grid', { name: t.activeFilters });
    await expect.poll(() => chips.getByRole('row').count()).toBe(2);
    await expect.poll(() => gapGrid(page).getAttribute('aria-rowcount')).toBe('2');
    await chips.getByRole('button', { name: t.removeFilter(t.textChip('稻香')) }).click();
    await expect.poll(() => chips.getByRole('row').count()).toBe(1);
    await page.getByRole('button', { name: t.clear }).click();
    await chips.waitFor({ state: 'detached' });
    await expect.poll(() => gapGrid(page).getAttribute('aria-rowcount')).toBe('8');
  });

  it('that leave out what is selected say so, and let go of it', async () => {
    const { page } = app;
    await openTown(page);
    await gapRow(page, '百合园').click();
    await page.getByRole('searchbox', { name: t.search }).fill('稻香');
    await page.getByText(t.hidden('百合园')).waitFor();
    await page.getByRole('button', { name: t.reveal }).click();
    await expect.poll(() => gapRow(page, '百合园').getAttribute('aria-selected')).toBe('true');
  });

  it('tell pooled areas apart', async () => {
    const { page } = app;
    await openTown(page);
    await page.getByRole('button', { name: t.filters }).click();
    await page.getByText(t.pooledOnly).click();
    await page.keyboard.press('Escape');
    const pooled = judgeTown().areas.filter(({ checks: all, verdict }) => {
      return (
        verdict !== 'met' && verdict !== 'not_applicable' && all.some(({ reasons }) => reasons.includes('in_pool'))
      );
    });
    await expect.poll(() => page.locator('.pool-mark').count()).toBe(pooled.length);
  });
});

it('is a list of cards on a phone, and a card opens the details', async () => {
  const { page, context, trouble } = await openApp(browser, {
    viewport: WINDOWS.phone,
    hasTouch: true,
    isMobile: true,
  });
  await openTown(page, chinese, true);
  await page.getByRole('button', { name: chinese.workspace.views.list, exact: true }).tap();
  const card = gapRow(page, '百合园');
  expect(await card.textContent()).toContain(checks.verdictShort.short);
  expect((await card.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await card.tap();
  await page.getByRole('heading', { name: '百合园' }).waitFor();
  expect(trouble).toEqual(SOUND);
  await context.close();
});
