import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, gapGrid } from './town.ts';

const { choosing, pools: t, inspector, workspace: w, projects } = chinese;

const app = appForEachTest();

/** The sample city, judged. */
async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: projects.openSample }).first().click();
  await gapGrid(page).waitFor({ timeout: 60_000 });
}

const boxes = (page: Page) => gapGrid(page).locator('.grid-body').getByRole('checkbox');
const details = (page: Page) => page.getByRole('complementary', { name: w.panels.details });
const undoOf = (page: Page, step: string) => page.getByRole('button', { name: w.topBar.undoOf(step) });

describe('pools', () => {
  it('are made of areas that were chosen in the list, and taken back', async () => {
    const { page } = app;
    await openSample(page);
    await boxes(page).nth(0).click();
    await boxes(page)
      .nth(2)
      .click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: choosing.label });
    await bar.getByText(choosing.areas('3')).waitFor();
    await bar.getByRole('button', { name: t.action }).click();
    const panel = details(page);
    await panel.getByRole('heading', { name: t.draftTitle('3') }).waitFor();
    await panel.getByRole('heading', { name: t.need }).waitFor();
    await panel.getByRole('textbox', { name: t.name }).fill('东片');
    await panel.getByRole('button', { name: t.accept }).click();
    await panel.getByRole('heading', { name: inspector.pool.title('东片') }).waitFor();
    await undoOf(page, t.step.pool('东片')).click();
    await panel.getByText(inspector.gone).waitFor();
  });

  it('are chosen with keys, and given back with Escape', async () => {
    const { page } = app;
    await openSample(page);
    await gapGrid(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const count = page.locator('.chosen-count');
    await expect.poll(() => count.textContent()).toBe(choosing.areas('3'));
    await page.keyboard.press('Control+a');
    await expect.poll(() => count.textContent()).not.toBe(choosing.areas('3'));
    await page.keyboard.press('Escape');
    await expect.poll(() => count.isVisible()).toBe(false);
  });

  it('are suggested, proved to take least, shown and accepted', async () => {
    const { page } = app;
    await openSample(page);
    await page.getByRole('button', { name: t.suggestions.command }).click();
    const panel = details(page);
    await panel.getByRole('button', { name: t.suggestions.start }).click();
    await panel.getByText(t.suggestions.optimal).waitFor({ timeout: 60_000 });
    const cards = panel.locator('.suggestion');
    const first = cards.first();
    await first.getByRole('button', { name: t.suggestions.show }).click();
    await page.getByRole('region', { name: choosing.label }).waitFor();
    await page.locator('.gap-list[data-stale=false]').waitFor();
    const { violations } = await new AxeBuilder({ page })
      .include('.inspector')
      .include('.chosen-bar')
      .include('.gap-list')
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    const before = await cards.count();
    await first.getByRole('button', { name: t.suggestions.accept }).click();
    await first.getByText(t.suggestions.accepted).waitFor();
    expect(await cards.count()).toBe(before);
    expect(await panel.getByText(t.suggestions.outdated).count()).toBe(0);
    await undoOf(page, t.step.suggested('1')).click();
    await first.getByRole('button', { name: t.suggestions.accept }).waitFor();
  });
});
