import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../sources.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, gapGrid, openFiles } from './town.ts';

const app = appForEachTest();

// Under the page's own policy, which every test here ends by looking at: nothing evaluated, nothing from elsewhere, SQLite's
// WebAssembly from its own origin.
it.each([
  ['areas.gpkg', '学田新村'],
  ['areas.xlsx', '学田新村'],
  ['areas.xls', '学田新村'],
  ['html.xls', '学田新村'],
  ['areas.fgb', '学田新村'],
  ['folder.kml', '学田新村'],
])('the page reads %s', async (name, area) => {
  const { page } = app;
  await openFiles(page, [path.join(ROOT, 'test', 'fixtures', 'formats', name)]);
  // A file with several layers is shown to the person first.
  const bringIn = page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${chinese.imports.apply}`) });
  await gapGrid(page).or(bringIn).first().waitFor();
  if (await bringIn.isVisible()) await bringIn.click();
  await gapGrid(page).waitFor();
  await expect.poll(() => gapGrid(page).textContent()).toContain(area);
});

it('the page reads a raster packed by Zstandard', async () => {
  const { page } = app;
  const files = ['areas.geojson', 'pop-zstd.tif'];
  await openFiles(
    page,
    files.map((name) => path.join(ROOT, 'test', 'fixtures', 'formats', name)),
  );
  await gapGrid(page).waitFor();
  await expect.poll(() => page.locator('body').textContent()).toContain('pop-zstd.tif');
});
