import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepShot, launchChromium, openApp, SOUND, WINDOWS } from './browser.ts';
import { chinese, english, gapGrid, gapRow, openTown } from './town.ts';

// Pictures for people to look at, in test/e2e/shots. What a program can tell of them is tested: nothing is wider than its window.
// The README's picture, test/e2e/readme/workspace.png, was taken of the sample city in the same window, an area selected.

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const CASES = (['wide', 'tablet', 'phone'] as const).flatMap((window) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['zh-CN', 'en'] as const).map((language) => ({ window, colorScheme, language })),
  ),
);

/** Time for the map to draw itself in software. */
const DRAWN_MS = 1500;

describe.each(CASES)('$window, $colorScheme, $language', ({ window, colorScheme, language }) => {
  const texts = language === 'en' ? english : chinese;
  const name = `${window}-${colorScheme}-${language}`;

  it('fits the start page and the workspace into the window', async () => {
    const { page, context, trouble } = await openApp(browser, { viewport: WINDOWS[window], colorScheme });
    if (language === 'en') await page.getByRole('button', { name: chinese.workspace.topBar.language }).click();
    await keepShot(page, `start-${name}`);
    const tooWide = [await overflow(page)];
    await openTown(page, texts, window === 'phone');
    if (window === 'phone') {
      for (const view of ['map', 'list', 'layers'] as const) {
        await page.getByRole('button', { name: texts.workspace.views[view], exact: true }).click();
        await page.waitForTimeout(view === 'map' ? DRAWN_MS : 200);
        await keepShot(page, `${view}-${name}`);
        tooWide.push(await overflow(page));
      }
      await page.getByRole('button', { name: texts.workspace.views.list, exact: true }).click();
    }
    await gapGrid(page, texts).waitFor();
    await gapRow(page, '百合园', texts).click();
    if (window === 'phone')
      await page.getByRole('button', { name: texts.workspace.views.details, exact: true }).click();
    await page.locator('.check-card').first().waitFor();
    await page.waitForTimeout(DRAWN_MS);
    await keepShot(page, `area-${name}`);
    tooWide.push(await overflow(page));
    expect(Math.max(...tooWide)).toBe(0);
    expect(trouble).toEqual(SOUND);
    await context.close();
  });
});

/** CSS pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
