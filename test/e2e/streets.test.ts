import { describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, countsOf, gapRow, judgeTown, openFiles, openTown, shownCounts, TOWN_STREETS } from './town.ts';

const app = appForEachTest();

describe('streets', () => {
  const { status } = chinese.workspace;
  const statusBar = () => app.page.getByRole('contentinfo');

  it('are opened like any file: walks follow them, and the verdicts are the core’s own', async () => {
    await openTown(app.page);
    await expect.poll(() => statusBar().getByText(status.straightLine('1.3')).count()).toBe(1);
    await openFiles(app.page, [TOWN_STREETS]);
    await statusBar().getByText(status.network).waitFor();
    const walked = countsOf(judgeTown({ onStreets: true }));
    expect(walked).not.toEqual(countsOf(judgeTown()));
    await expect.poll(() => shownCounts(app.page)).toEqual(walked);
  });

  it('explain the walk leg by leg', async () => {
    await openTown(app.page);
    await openFiles(app.page, [TOWN_STREETS]);
    await statusBar().getByText(status.network).waitFor();
    await gapRow(app.page, '百合园').click();
    await app.page.getByText(/到路边 [\d,]+ 米 \+ 沿路 [\d,\s]+ 米 \+ 到门口/).waitFor();
  });

  it('tell the walk from any place that is pointed at', async () => {
    await openTown(app.page);
    await openFiles(app.page, [TOWN_STREETS]);
    await statusBar().getByText(status.network).waitFor();
    const box = (await app.page.locator('.map canvas').boundingBox())!;
    // The edge of the map: streets are near there, areas and facilities are not.
    await app.page.mouse.click(box.x + box.width * 0.3, box.y + box.height - 60);
    await app.page.getByText(chinese.inspector.place.kind).waitFor();
    await app.page
      .getByText(chinese.inspector.walk.fromHere)
      .or(app.page.getByText(chinese.inspector.walk.none))
      .waitFor();
  });

  it('taken out again leave the straight line; taking that back needs no reading', async () => {
    await openTown(app.page);
    await openFiles(app.page, [TOWN_STREETS]);
    await statusBar().getByText(status.network).waitFor();
    await app.page.getByRole('button', { name: /^撤销：/ }).click();
    await statusBar().getByText(status.straightLine('1.3')).waitFor();
    await app.page.getByRole('button', { name: /^重做：/ }).click();
    await statusBar().getByText(status.network).waitFor();
    await expect.poll(() => shownCounts(app.page)).toEqual(countsOf(judgeTown({ onStreets: true })));
  });
});
