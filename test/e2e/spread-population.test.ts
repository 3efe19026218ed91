import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { keepShot, WINDOWS } from './browser.ts';
import { chinese, english, openTown } from './town.ts';

const app = appForEachTest();
const { population: t, inspector } = chinese;

/** Of the areas in 城西街道, 望江楼 alone states no elders; the others state 1 890. */
const UNITS = [
  'level,name,parent,elders',
  'city,示例市,,',
  'county,海滨区,示例市,',
  'subdistrict,城东街道,示例市/海滨区,100',
  'subdistrict,城西街道,示例市/海滨区,2590',
].join('\n');

async function openUnits(page: Page): Promise<void> {
  const name = 'units.csv';
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(UNITS) });
  await page.getByText(name, { exact: true }).first().waitFor({ state: 'attached' });
}

function dialog(page: Page, texts = chinese) {
  return page.getByRole('dialog', { name: texts.population.title });
}

/** By the search box, which has every command and every place. */
async function search(page: Page, text: string, found: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: found }).first().waitFor();
  await page.keyboard.press('Enter');
}

async function axeFinds(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  return violations.map(({ id, help }) => `${id}: ${help}`);
}

describe('spreading the population', () => {
  it('says what it will do, does it, marks what came of it, and is taken back', async () => {
    const { page } = app;
    await openTown(page);
    await openUnits(page);
    await page.getByRole('button', { name: t.command }).click();
    const preview = dialog(page).locator('.spread-preview');
    await expect.poll(() => preview.innerText()).toContain(t.gets('1', '700'));
    expect(await preview.innerText()).toContain(t.skippedTitle('1'));
    expect(await axeFinds(page)).toEqual([]);
    await keepShot(page, 'spread-population');

    await dialog(page).getByRole('button', { name: t.apply, exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await search(page, '望江楼', '望江楼');
    const details = page.getByRole('complementary', { name: chinese.workspace.panels.details });
    await expect.poll(() => details.innerText()).toContain(inspector.elders('60', t.about('700')));
    const source = t.from.units('示例市/海滨区/城西街道', t.weights.households);
    expect(await details.innerText()).toContain(t.says(t.figure.elders('60'), source));
    await keepShot(page, 'spread-population-area');

    await page.keyboard.press('Control+z');
    await expect.poll(() => details.innerText()).toContain(inspector.missing.elders('60'));
  });

  it('works by keyboard alone, in English, dark, on a phone', async () => {
    const { page } = app;
    await openTown(page);
    await openUnits(page);
    await page.setViewportSize(WINDOWS.phone);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await search(page, chinese.commands.language.en, chinese.commands.language.en);
    await search(page, english.population.title, english.population.command);
    await dialog(page, english).waitFor();
    const preview = dialog(page, english).locator('.spread-preview');
    await expect.poll(() => preview.innerText()).toContain(english.population.gets('1', '700'));
    expect(await axeFinds(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(overflow).toBe(false);
    await keepShot(page, 'spread-population-phone');
    const apply = dialog(page, english).getByRole('button', { name: english.population.apply, exact: true });
    for (let presses = 0; presses < 12 && !(await apply.evaluate((one) => one === document.activeElement)); presses++) {
      // oxlint-disable-next-line eslint/no-await-in-loop -- one key after another
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await dialog(page, english).waitFor({ state: 'detached' });
    await expect.poll(() => page.getByText(english.population.areasEstimated('1')).count()).toBeGreaterThan(0);
  });
});
