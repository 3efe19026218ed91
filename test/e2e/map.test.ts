import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openApp, SOUND } from './browser.ts';
import { openTown } from './town.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

// A map library that is built without its worker's address starts, throws nothing and draws nothing.
it('draws the areas: the map is not blank', async () => {
  const { page, context, trouble } = await openApp(browser);
  await openTown(page);
  await expect.poll(() => coloursInMap(page), { timeout: 30_000 }).toBeGreaterThan(12);
  expect(trouble).toEqual(SOUND);
  await context.close();
});

it('selects the area that is clicked', async () => {
  const { page, context } = await openApp(browser);
  await openTown(page);
  await expect.poll(() => coloursInMap(page), { timeout: 30_000 }).toBeGreaterThan(12);
  const canvas = page.locator('.maplibregl-canvas');
  const box = (await canvas.boundingBox())!;
  const selected = page.getByRole('grid').locator('[aria-selected=true]');
  const name = page.locator('.inspector h2');
  // Somewhere on a line through the middle of the town an area is hit.
  for (let share = 0.2; share < 0.9 && (await selected.count()) === 0; share += 0.05) {
    await page.mouse.click(box.x + box.width * share, box.y + box.height * 0.62);
    await page.waitForTimeout(150);
  }
  expect(await name.textContent()).toBeTruthy();
  await context.close();
});

/** Distinct colours, coarsely told apart, in the middle of the map, away from its controls. */
async function coloursInMap(page: Page): Promise<number> {
  const box = await page.locator('.maplibregl-canvas').boundingBox();
  if (!box) return 0;
  const clip = { x: box.x + box.width / 4, y: box.y + box.height / 4, width: box.width / 2, height: box.height / 2 };
  const png = (await page.screenshot({ clip })).toString('base64');
  const reader = await page.context().browser()!.newPage();
  try {
    return await reader.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
      canvas.drawImage(image, 0, 0);
      const { data } = canvas.getImageData(0, 0, image.width, image.height);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4) {
        colours.add(((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4));
      }
      return colours.size;
    }, png);
  } finally {
    await reader.close();
  }
}
