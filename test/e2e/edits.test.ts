import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../src/core/checks/result.ts';
import type { Texts } from '../../src/text/texts.ts';
import { columnLabel } from '../../src/ui/import/column-label.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { keepShot, WINDOWS } from './browser.ts';
import { chinese, english, gapRow, openTown } from './town.ts';

const app = appForEachTest();

function details(page: Page, texts: Texts = chinese): Locator {
  return page.getByRole('complementary', { name: texts.workspace.panels.details });
}

function strip(page: Page, texts: Texts = chinese): Locator {
  return page.getByRole('region', { name: texts.edits.effect.label });
}

function field(page: Page, column: string, texts: Texts = chinese): Locator {
  return details(page, texts).getByRole('textbox', { name: columnLabel(texts.imports, column), exact: true });
}

async function startEditing(page: Page, texts: Texts = chinese): Promise<void> {
  await details(page, texts).getByRole('button', { name: texts.edits.edit, exact: true }).click();
}

/** States a figure as a person does: typed over, then Enter. */
async function state(page: Page, column: string, text: string, texts: Texts = chinese): Promise<void> {
  await field(page, column, texts).fill(text);
  await field(page, column, texts).press('Enter');
}

async function openFacility(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().waitFor();
  await page.keyboard.press('Enter');
  await details(page).getByRole('heading', { name }).waitFor();
}

describe('editing in the inspector', () => {
  it('changes a floor area: the verdict follows, the strip says so, and it is taken back', async () => {
    const { page } = app;
    const t = chinese.edits;
    await openTown(page);
    await gapRow(page, '百合园').click();
    const card = details(page).getByRole('region', { name: chinese.checks.check.floor_area });
    await card.getByRole('button', { name: '百合养老服务站' }).first().click();
    await startEditing(page);
    await state(page, 'floor_area', '一千');
    await expect.poll(() => details(page).innerText()).toContain('“一千”不是数字。');
    await field(page, 'floor_area').press('Escape');
    await state(page, 'floor_area', '1,000 m²');
    await expect.poll(() => field(page, 'floor_area').inputValue()).toBe('1000');

    // Its 180 m² for 百合园 are stated, so that the area gets no more of it until they are stated anew.
    const share = details(page).getByRole('textbox', { name: t.serves.m2('百合园') });
    await share.fill('240');
    await share.press('Enter');
    await expect.poll(() => strip(page).innerText()).toContain(t.effect.areas.met('1'));
    await keepShot(page, 'edit-facility');
    const { violations } = await new AxeBuilder({ page }).include('aside.inspector').include('.effect-strip').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);

    await strip(page)
      .getByRole('button', { name: t.effect.show(t.effect.areas.met('1')) })
      .click();
    await gapRow(page, '百合园').waitFor();
    await page.getByText(chinese.gaps.count('1', '12')).waitFor();
    await strip(page).getByRole('button', { name: t.effect.undo }).click();
    await expect.poll(() => strip(page).innerText()).toContain(t.effect.areas.short('1'));
    await strip(page).getByRole('button', { name: t.effect.dismiss }).click();
    await expect.poll(() => strip(page).getAttribute('data-shown')).toBe('false');
  });

  it('closes a facility, which still is there, and opens it again', async () => {
    const { page } = app;
    const t = chinese.edits;
    await openTown(page);
    await openFacility(page, '百合养老服务站');
    await page.keyboard.press('e');
    await details(page).getByRole('button', { name: t.close }).click();
    await expect.poll(() => strip(page).innerText()).toContain(t.step.close('百合养老服务站'));
    await expect.poll(() => strip(page).innerText()).toContain('+180 m²');
    expect(await details(page).innerText()).toContain(chinese.facilities.status.closed);
    await details(page).getByRole('button', { name: t.reopen }).click();
    await expect.poll(() => strip(page).innerText()).toContain('\u2212180 m²');
    await details(page).getByRole('button', { name: t.remove, exact: true }).click();
    await expect.poll(() => strip(page).innerText()).toContain(t.step.remove('百合养老服务站'));
    await page.keyboard.press('Control+z');
    await expect.poll(() => strip(page).innerText()).toContain(t.effect.undone(t.step.remove('百合养老服务站')));
    await openFacility(page, '百合养老服务站');
  });

  it('does what a remedy says', async () => {
    const { page } = app;
    const t = chinese.edits;
    await openTown(page);
    await gapRow(page, '百合园').click();
    const apply = details(page)
      .getByRole('button', { name: /^采纳：/ })
      .first();
    const name = (await apply.getAttribute('aria-label')) ?? '';
    await apply.click();
    // History and strip speak of it by name: “here” is nowhere in particular any more.
    const said = name.replace(t.applyOf(''), '').replace(chinese.diagnosis.self, '百合园');
    await expect.poll(() => strip(page).innerText()).toContain(said);
    await expect.poll(() => details(page).innerText()).toContain(chinese.inspector.banner.met);
  });

  it('changes the households of two areas at once, in English, dark, on a phone', async () => {
    const { page } = app;
    const t = english.edits;
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await openTown(page);
    await page.getByRole('button', { name: chinese.workspace.topBar.language }).first().click();
    const verdicts = page.getByLabel(english.gaps.verdictFilter, { exact: true }).getByRole('button');
    await verdicts.nth(VERDICTS.indexOf('met')).click();
    await page.setViewportSize(WINDOWS.phone);
    await page.getByRole('navigation').getByRole('button', { name: english.workspace.views.list }).click();
    await page.getByRole('searchbox', { name: english.gaps.search }).fill('百合社区');
    await page.getByRole('button', { name: t.bulk.command }).click();
    const dialog = page.getByRole('dialog', { name: t.bulk.title });
    await dialog.getByRole('textbox').fill('1200');
    await expect.poll(() => dialog.innerText()).toContain(t.bulk.unchanged('1'));
    await dialog.getByRole('textbox').fill('1500');
    await expect.poll(() => dialog.innerText()).toContain(t.bulk.changes('2'));
    const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await keepShot(page, 'bulk-edit-phone');
    await dialog.getByRole('button', { name: t.bulk.apply('2') }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => strip(page, english).innerText()).toMatch(/floor area gap \+\d/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
    await keepShot(page, 'bulk-edit-phone-effect');
  });
});
