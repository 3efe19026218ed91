import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { taipeiFolder } from '../real/taipei.ts';
import { ROOT } from '../sources.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { keepShot } from './browser.ts';
import { chinese, countsOf, judgeTown, openFiles, openTown, shownCounts } from './town.ts';

const app = appForEachTest();
const { imports: t, workspace: w } = chinese;
const folder = taipeiFolder(ROOT);

function wizard(page: Page): Locator {
  return page.getByRole('dialog').filter({ has: page.getByRole('navigation', { name: t.stepsLabel }) });
}

async function begin(page: Page, file: string, role: keyof typeof w.role): Promise<void> {
  await wizard(page)
    .getByRole('heading', { name: t.title(file) })
    .waitFor();
  if (
    (await wizard(page)
      .getByRole('button', { name: new RegExp(`${t.step.file}$`) })
      .getAttribute('aria-current')) === null
  )
    await step(page, 'file');
  await wizard(page).locator('.import-option').filter({ hasText: w.role[role] }).first().click();
}

async function step(page: Page, name: keyof typeof t.step): Promise<void> {
  await wizard(page)
    .getByRole('button', { name: new RegExp(`${t.step[name]}$`) })
    .click();
}

/** Says which headers hold a column. */
async function take(page: Page, column: string, headers: readonly string[]): Promise<void> {
  const label = t.column[column]!;
  await wizard(page)
    .getByRole('button', { name: new RegExp(`^${label.replace(/[()（）/]/g, '.')} `) })
    .first()
    .click();
  const list = page.getByRole('listbox', { name: label });
  for (const option of await list.getByRole('option', { selected: true }).all()) {
    const name = (await option.locator('[slot=label]').textContent())!;
    if (!headers.includes(name)) await option.click();
  }
  for (const header of headers) {
    const option = list.getByRole('option').filter({ has: page.getByText(header, { exact: true }) });
    if ((await option.getAttribute('aria-selected')) !== 'true') await option.click();
  }
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
}

/** Gives every row the same value of a column that the file lacks. */
async function fill(page: Page, column: string, value: string): Promise<void> {
  const label = t.column[column]!;
  await wizard(page)
    .getByRole('button', { name: `${label} ${t.constant}` })
    .click();
  await page.getByRole('option', { name: `${t.constant} ${t.values[value]}` }).click();
}

async function bringIn(page: Page, role: keyof typeof w.role): Promise<void> {
  await wizard(page)
    .getByRole('button', { name: new RegExp(`^${t.apply}.*${w.role[role]}`) })
    .click();
}

describe.skipIf(folder === null)('Taipei’s files as they are (skipped where ../shared/data is absent)', () => {
  it('become areas and facilities by mapping alone, and are judged', async () => {
    const { page } = app;
    const files = [
      'villages-population-3bands.geojson',
      'villages-tax-households.geojson',
      'elderly-institutions.csv',
      'day-care.csv',
    ];
    await openFiles(
      page,
      files.map((file) => path.join(folder!, file)),
    );

    await begin(page, files[0]!, 'areas');
    await step(page, 'columns');
    await take(page, 'residents', ['A0A14_CNT', 'A15A64_CNT', 'A65UP_CNT']);
    await fill(page, 'class', 'built');
    await keepShot(page, 'import-columns');
    await wizard(page).getByText(t.checkSummary('456', '456')).waitFor();
    await bringIn(page, 'areas');

    await begin(page, files[1]!, 'areas');
    await step(page, 'merge');
    await wizard(page).getByText(t.matchByName).click();
    await wizard(page).getByText(t.unmatchedLeave).click();
    // One village's name is damaged in one of the files: it is named, not guessed.
    await wizard(page)
      .getByText(/糖廍里/)
      .waitFor();
    const changed = wizard(page).locator('.import-counts > div').filter({ hasText: t.counts.changed });
    await expect.poll(() => changed.locator('dd').textContent()).toBe('455');
    await keepShot(page, 'import-merge');
    await bringIn(page, 'areas');

    await begin(page, files[2]!, 'facilities');
    await step(page, 'columns');
    await take(page, 'nursing_beds', ['核定床數-長照床數', '核定床數-養護床數', '核定床數-失智床數']);
    await fill(page, 'type', 'institution');
    await wizard(page).getByLabel(t.idPrefix).fill('inst-');
    await wizard(page).getByText(t.checkSummary('94', '94')).waitFor();
    await bringIn(page, 'facilities');

    await begin(page, files[3]!, 'facilities');
    await step(page, 'columns');
    await fill(page, 'type', 'day_care');
    await wizard(page).getByLabel(t.idPrefix).fill('care-');
    await wizard(page).getByText(t.checkSummary('14', '14')).waitFor();
    await bringIn(page, 'facilities');

    await wizard(page).waitFor({ state: 'detached' });
    const status = page.getByRole('contentinfo');
    await status.getByText(/456 个居住区，108 处设施/).waitFor();
    // Elders are those of 65 and over, and every label says so.
    await page.getByText(/65 岁及以上圈内/).waitFor();
    await page.getByText('433', { exact: true }).first().waitFor();
  });
});

describe('a file that leaves something open', () => {
  it('is cancelled without a trace', async () => {
    const { page } = app;
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('代号,甲\n1,乙\n') });
    await wizard(page).waitFor();
    await wizard(page).getByRole('button', { name: t.cancel }).last().click();
    await wizard(page).waitFor({ state: 'detached' });
    expect(await page.getByText(chinese.start.heading).count()).toBe(1);
    expect(await page.getByText(chinese.start.files.pendingTitle).count()).toBe(0);
  });

  it('is put right at its cells, and its words are matched with the values meant', async () => {
    const { page } = app;
    const csv = ['编号,类别,户数', 'A,新建,1O0', 'B,老破小,200', 'C,老破小,abc', ''].join('\n');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'areas.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await wizard(page).waitFor();
    await step(page, 'check');
    await wizard(page).getByLabel(t.fixLabel(t.column['households']!, '1')).fill('100');
    await page.keyboard.press('Enter');
    await expect.poll(() => wizard(page).getByLabel(t.fixLabel(t.column['households']!, '1')).count()).toBe(0);
    await wizard(page).getByRole('button', { name: t.skip, exact: true }).first().click();
    await wizard(page).getByText(t.checkSummary('2', '3')).waitFor();
    await bringIn(page, 'areas');
    await page
      .getByRole('contentinfo')
      .getByText(/2 个居住区/)
      .waitFor();
  });

  it('that is open is looked at again by its button in the list of files', async () => {
    const { page } = app;
    await openTown(page);
    await page.getByRole('button', { name: t.reviewLabel('areas.geojson') }).click();
    await wizard(page).getByText(t.checkSummary('12', '12')).waitFor();
    await step(page, 'columns');
    await take(page, 'households', []);
    await bringIn(page, 'areas');
    await wizard(page).waitFor({ state: 'detached' });
    await expect.poll(() => shownCounts(page)).not.toEqual(countsOf(judgeTown()));
    await page.getByRole('button', { name: /^撤销：/ }).click();
    await expect.poll(() => shownCounts(page)).toEqual(countsOf(judgeTown()));
  });
});
