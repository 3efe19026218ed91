import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../src/text/numbers.ts';
import { appForEachTest } from './app-for-each-test.ts';
import {
  chinese,
  countsOf,
  english,
  gapGrid,
  gapRow,
  judgeTown,
  openFiles,
  openTown,
  shownCounts,
  today,
  TOWN_FILES,
} from './town.ts';

const app = appForEachTest();

/** JSON to nine significant digits: two versions of V8 differ in the last digits of a sine. */
function parseRounded(json: string): unknown {
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value));
}

describe('opening files', () => {
  it('shows the verdicts that the core comes to by itself', async () => {
    await openTown(app.page);
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown()));
  });

  it('lists every area that has a problem, and none that has not', async () => {
    const result = judgeTown();
    const problems = result.areas.filter(({ verdict }) => verdict !== 'met' && verdict !== 'not_applicable');
    await openTown(app.page);
    expect(await gapGrid(app.page).getAttribute('aria-rowcount')).toBe(String(problems.length + 1));
    for (const { name } of problems) expect(await gapRow(app.page, name!).count()).toBe(1);
    expect(await gapRow(app.page, '木棉里').count()).toBe(0);
  });

  it('exports the very result that the core comes to', async () => {
    await openTown(app.page);
    await app.page.getByRole('button', { name: chinese.workspace.topBar.export }).click();
    const download = app.page.waitForEvent('download');
    await app.page.getByRole('menuitem', { name: chinese.workspace.topBar.exportJson }).click();
    const exported = await readFile(await (await download).path(), 'utf8');
    expect(parseRounded(exported)).toEqual(parseRounded(JSON.stringify(judgeTown())));
  });

  it('takes files that are dropped on the page', async () => {
    const files = await Promise.all(
      TOWN_FILES.map(async (file) => ({
        name: path.basename(file),
        base64: (await readFile(file)).toString('base64'),
      })),
    );
    const carried = await app.page.evaluateHandle((given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0)!);
        transfer.items.add(new File([bytes], name));
      }
      return transfer;
    }, files);
    await app.page.dispatchEvent('main', 'drop', { dataTransfer: carried });
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown()));
  });

  it('says in words what is wrong with a file, and uses the rest', async () => {
    const empty = path.join(path.dirname(TOWN_FILES[0]!), '..', 'bad', 'empty.csv');
    await openFiles(app.page, [...TOWN_FILES, empty]);
    await app.page.getByText('empty.csv').first().waitFor();
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown()));
  });
});

describe('an area that is looked at', () => {
  it('explains its floor area with figures that can be checked by hand', async () => {
    await openTown(app.page);
    await gapRow(app.page, '百合园').click();
    const inspector = app.page.getByRole('complementary', { name: chinese.workspace.panels.details });
    await inspector.getByRole('heading', { name: '百合园' }).waitFor();
    const floor = inspector.getByRole('region', { name: chinese.checks.check.floor_area });
    const { sum } = chinese.inspector;
    for (const said of [
      sum.households(formatNumber(1200), '20', '240'),
      sum.counted('180', ' m²'),
      sum.missing('60', ' m²'),
    ]) {
      await expect.poll(() => floor.textContent()).toContain(said);
    }
    expect(await floor.textContent()).toContain('2024-06-30');
    expect(await gapRow(app.page, '百合园').getAttribute('aria-selected')).toBe('true');
  });

  it('is reached by the keyboard alone', async () => {
    await openTown(app.page);
    const inspector = app.page.getByRole('complementary', { name: chinese.workspace.panels.details });
    await app.page.keyboard.press('n');
    const first = await inspector.getByRole('heading', { level: 2 }).textContent();
    await app.page.keyboard.press('n');
    await expect.poll(() => inspector.getByRole('heading', { level: 2 }).textContent()).not.toBe(first);
    await gapGrid(app.page).focus();
    await app.page.keyboard.press('Home');
    await expect.poll(() => inspector.getByRole('heading', { level: 2 }).textContent()).toBe(first);
  });
});

describe('a change', () => {
  it('of the standard is judged at once', async () => {
    await openTown(app.page);
    await app.page.getByRole('button', { name: chinese.workspace.topBar.standard }).click();
    await app.page.getByRole('option', { name: /青岛/ }).click();
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown({ standard: 'qingdao-2018' })));
  });

  it('of the date is judged at once', async () => {
    await openTown(app.page);
    const date = app.page.getByRole('group', { name: chinese.workspace.topBar.asOf });
    await date.getByRole('spinbutton').first().click();
    await app.page.keyboard.type('20230501', { delay: 30 });
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown({ asOf: '2023-05-01' })));
    expect(countsOf(judgeTown({ asOf: '2023-05-01' }))).not.toEqual(countsOf(judgeTown({ asOf: today() })));
  });

  it('of a setting is judged at once, and can be undone', async () => {
    const bound = countsOf(judgeTown({ settings: { land_binds: true } }));
    expect(bound).not.toEqual(countsOf(judgeTown()));
    await openTown(app.page);
    await app.page.getByRole('button', { name: chinese.workspace.topBar.settings }).click();
    const setting = app.page.getByRole('region', { name: chinese.settings.name.land_binds });
    await setting.getByRole('switch').press('Space');
    await expect.poll(() => shownCounts(app.page)).toEqual(bound);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown()));
  });

  it('of the language turns every word, and stays for the next visit', async () => {
    await openTown(app.page);
    await app.page.getByRole('button', { name: chinese.workspace.topBar.language }).click();
    await gapGrid(app.page, english).waitFor();
    expect(await app.page.title()).toBe(english.workspace.title);
    expect(await app.page.locator('html').getAttribute('lang')).toBe('en');
    await app.page.reload();
    await app.page.getByRole('heading', { name: english.start.heading }).waitFor();
  });
});
