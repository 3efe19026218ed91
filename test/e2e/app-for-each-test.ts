import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchChromium, openApp, SOUND, type OpenPage } from './browser.ts';

/** The app in a context of its own for each test of a file, in one browser; no test may leave trouble behind. */
export function appForEachTest(): { readonly page: OpenPage['page']; readonly context: OpenPage['context'] } {
  let browser: Browser;
  let app: OpenPage;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    app = await openApp(browser);
  });
  afterEach(async () => {
    await app.context.close();
    assert.deepEqual(app.trouble, SOUND);
  });
  return {
    get page() {
      return app.page;
    },
    get context() {
      return app.context;
    },
  };
}
