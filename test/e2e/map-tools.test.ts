import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, openTown, shownCounts } from './town.ts';

const app = appForEachTest();
const t = chinese.mapTools;
const { undoOf } = chinese.workspace.topBar;

const name = (): Locator => app.page.locator('.inspector h2');
const handle = (): Locator => app.page.locator('.move-handle');
const hint = (): Locator => app.page.locator('.map-hint:visible');
const undoButton = (step: string): Locator => app.page.getByRole('button', { name: undoOf(step) });

/** Pixels of a place on the map, by shares of its width and height. */
async function onMap(x: number, y: number): Promise<[number, number]> {
  const box = (await app.page.locator('.maplibregl-canvas').boundingBox())!;
  return [box.x + box.width * x, box.y + box.height * y];
}

async function press(x: number, y: number): Promise<void> {
  const at = await onMap(x, y);
  await app.page.mouse.move(...at);
  await app.page.mouse.click(...at);
}

/** Finds something by its name and looks at it. */
async function lookAt(what: string): Promise<void> {
  await app.page.keyboard.press('/');
  await app.page.keyboard.type(what);
  await app.page.getByRole('option', { name: what }).first().waitFor();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => name().textContent()).toBe(what);
}

describe('the tools of the map', () => {
  it('add a facility where the map is pressed; taken back it is gone', async () => {
    await openTown(app.page);
    await app.page.getByRole('button', { name: t.tool.facility }).click();
    await hint().getByText(t.hint.facility).waitFor();
    // The library that draws comes with the first tool that needs it.
    await expect
      .poll(() => app.page.locator('.maplibregl-canvas').evaluate(({ style }) => style.cursor))
      .toBe('crosshair');
    await press(0.5, 0.5);
    await expect.poll(() => name().textContent()).toBe('F-new-1');
    await undoButton(t.step.add(t.kind.facilities, 'F-new-1')).click();
    await expect.poll(() => handle().count()).toBe(0);
  });

  it('judge a facility where it is held, and put it where it is let go; taken back everything is as it was', async () => {
    await openTown(app.page);
    const before = await shownCounts(app.page);
    await lookAt('白鹭统筹养老服务点');
    const { page } = app;
    const box = (await handle().boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(...(await onMap(0.7, 0.6)), { steps: 5 });
    await page.mouse.move(...(await onMap(0.97, 0.9)), { steps: 5 });
    // Not let go of yet.
    await hint()
      .getByText(/试算中/)
      .waitFor();
    await expect.poll(() => shownCounts(page)).not.toEqual(before);
    const held = await shownCounts(page);
    await page.mouse.up();
    const moved = page.getByRole('button', { name: /^撤销：移动 白鹭统筹养老服务点 [\d\s ]+ m$/ });
    await moved.waitFor();
    await expect.poll(() => hint().count()).toBe(0);
    expect(await shownCounts(page)).toEqual(held);
    await moved.click();
    await expect.poll(() => shownCounts(page)).toEqual(before);
  });

  it('move it by keys, too, and take it back with Escape', async () => {
    await openTown(app.page);
    await lookAt('百合养老服务站');
    await handle().focus();
    for (let i = 0; i < 3; i++) await app.page.keyboard.press('ArrowRight');
    await hint()
      .getByText(t.held(t.step.move('百合养老服务站', '30')))
      .waitFor();
    await app.page.keyboard.press('Escape');
    await expect.poll(() => hint().count()).toBe(0);
    expect(await name().textContent()).toBe('百合养老服务站');
    await app.page.keyboard.press('Shift+ArrowUp');
    await hint()
      .getByText(t.held(t.step.move('百合养老服务站', '100')))
      .waitFor();
    await app.page.keyboard.press('Enter');
    await undoButton(t.step.move('百合养老服务站', '100')).waitFor();
  });

  it('draw an area corner by corner, and change its outline', async () => {
    await openTown(app.page);
    await app.page.keyboard.press('a');
    await hint().getByText(t.hint.polygonFirst).waitFor();
    await expect
      .poll(() => app.page.locator('.maplibregl-canvas').evaluate(({ style }) => style.cursor))
      .toBe('crosshair');
    await press(0.3, 0.3);
    await press(0.6, 0.32);
    await hint().getByText(t.hint.polygonNext).waitFor();
    await press(0.55, 0.7);
    await app.page.keyboard.press('Enter');
    await expect.poll(() => name().textContent()).toBe('A-new-1');
    await undoButton(t.step.add(t.kind.areas, 'A-new-1')).waitFor();
    await app.page.keyboard.press('o');
    await hint().getByText(t.hint.shape).waitFor();
    const grip = await onMap(0.55, 0.7);
    await app.page.mouse.move(...grip);
    await expect
      .poll(async () => {
        await app.page.mouse.move(grip[0] + 1, grip[1]);
        await app.page.mouse.move(...grip);
        return app.page.locator('.maplibregl-canvas').evaluate(({ style }) => style.cursor);
      })
      .not.toBe('');
    await app.page.mouse.down();
    await app.page.mouse.move(...(await onMap(0.6, 0.8)), { steps: 6 });
    await app.page.mouse.up();
    await undoButton(t.step.reshape('A-new-1')).waitFor();
    await app.page.keyboard.press('Escape');
    await expect
      .poll(() => app.page.getByRole('button', { name: t.tool.select, exact: true }).getAttribute('aria-pressed'))
      .toBe('true');
  });

  it('draw a barrier corner by corner, ended by its button', async () => {
    await openTown(app.page);
    await app.page.getByRole('button', { name: t.tool.barrier }).click();
    await expect
      .poll(() => app.page.locator('.maplibregl-canvas').evaluate(({ style }) => style.cursor))
      .toBe('crosshair');
    const finish = hint().getByRole('button', { name: t.finish });
    await press(0.4, 0.3);
    await hint().getByText(t.hint.lineNext).waitFor();
    expect(await finish.isDisabled()).toBe(true);
    await press(0.6, 0.6);
    await hint().getByText(t.corners('2')).waitFor();
    await finish.click();
    await expect.poll(() => name().textContent()).toBe('步行障碍（围墙）');
  });
});
