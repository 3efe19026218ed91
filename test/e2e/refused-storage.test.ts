import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, countsOf, judgeTown, openTown, shownCounts } from './town.ts';

const { projects } = chinese;
const app = appForEachTest();

/** What a browser does that keeps nothing, or has no room left. */
async function refuse(page: Page, name: string): Promise<void> {
  await page.evaluate((said) => {
    // The connection is open by now: what is refused is writing.
    IDBObjectStore.prototype.put = IDBObjectStore.prototype.add = () => {
      throw new DOMException('refused', said);
    };
    // Nobody can answer the browser's own dialog here: what is left is a download.
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  }, name);
}

describe('a device that keeps nothing', () => {
  for (const [name, reason] of [
    ['SecurityError', 'refused'],
    ['QuotaExceededError', 'full'],
  ] as const) {
    it(`is said plainly, with a file as the way out (${reason})`, async () => {
      const { page } = app;
      await refuse(page, name);
      await openTown(page);
      await page.getByText(projects.keepFailed[reason]).waitFor();
      expect(await shownCounts(page)).toEqual(countsOf(judgeTown()));
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: projects.saveFile, exact: true }).click();
      expect((await download).suggestedFilename()).toMatch(/\.yiquan$/);
    });
  }
});
