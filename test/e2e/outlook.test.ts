import { AxeBuilder } from '@axe-core/playwright';
import { beforeEach, describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, openTown } from './town.ts';

const { outlook: t, workspace } = chinese;

const app = appForEachTest();
beforeEach(async () => {
  await openTown(app.page);
  await app.page.getByRole('tab', { name: workspace.tabs.outlook }).click();
});

describe('the outlook', () => {
  it('judges the years ahead by a rate, which undo takes back', async () => {
    const { page } = app;
    const years = page.getByRole('table', { name: t.years.title });
    const lastYear = years.getByRole('row').last();
    await page.getByText(t.years.noAssumption).waitFor();
    const households = async (): Promise<number> =>
      Number((await lastYear.getByRole('cell').nth(3).innerText()).replaceAll(/\D/g, ''));
    const today = await households();
    const rate = page.getByRole('textbox', { name: t.assumptions.rateOf(t.assumptions.all, t.figure.households) });
    await rate.fill('2');
    await rate.press('Enter');
    await page.getByText(t.years.noAssumption).waitFor({ state: 'detached' });
    await expect.poll(async () => (await households()) > today).toBe(true);
    await page
      .getByRole('button', { name: workspace.topBar.undoOf(t.step.growth(t.assumptions.all, t.figure.households)) })
      .click();
    await expect.poll(households).toBe(today);
    const { violations } = await new AxeBuilder({ page }).include('.outlook-panel').analyze();
    expect(violations).toEqual([]);
  });

  it('says what of a programme is late, typed in the table', async () => {
    const { page } = app;
    await page.getByRole('radio', { name: t.parts.phasing }).click();
    await page.getByText(t.phasing.noYear).waitFor();
    const stages = page.locator('.outlook-table').getByRole('button', { name: t.phasing.stages }).first();
    await stages.click();
    const day = page.getByRole('group', { name: t.phasing.dateOf(t.stage.built, t.phasing.housing) });
    await day.getByRole('spinbutton').first().click();
    await page.keyboard.type('20200131');
    await page.getByRole('button', { name: t.phasing.done }).click();
    await page.locator('.phasing-late .ink-short').first().waitFor();
    expect(await page.locator('.phasing-late .ink-short').first().innerText()).toContain(t.stage.built);
    const { violations } = await new AxeBuilder({ page }).include('.outlook-panel').analyze();
    expect(violations).toEqual([]);
    await page.getByRole('radio', { name: t.parts.leases }).click();
    await page
      .getByText(t.leases.summaryNone)
      .or(page.getByText(/处设施到期/))
      .first()
      .waitFor();
  });
});
