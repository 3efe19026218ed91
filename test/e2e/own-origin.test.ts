import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, openApp, SOUND } from './browser.ts';
import { openTown } from './town.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

it('carries a strict policy in the page itself', async () => {
  const { page, context } = await openApp(browser);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("object-src 'none'");
  await context.close();
});

it('asks nobody but its own origin for anything, from the start page to the exported file', async () => {
  const { page, context, trouble, requests } = await openApp(browser);
  await openTown(page);
  await page.keyboard.press('n');
  await page.waitForLoadState('networkidle');
  expect(requests.length).toBeGreaterThan(3);
  expect(trouble).toEqual(SOUND);
  await context.close();
});

it('could not ask anybody else even if some code tried', async () => {
  const { page, context, trouble } = await openApp(browser);
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.head.append(script);
    const image = document.createElement('img');
    image.src = 'http://localhost:9/pixel.png';
    document.body.append(image);
    const answer = await fetch('http://localhost:9/').then(
      () => 'answered',
      () => 'refused',
    );
    return { inlineRan: 'inlineRan' in globalThis, answer };
  });
  expect(outcome).toEqual({ inlineRan: false, answer: 'refused' });
  expect(trouble.policyViolations.length).toBeGreaterThanOrEqual(3);
  await context.close();
});
