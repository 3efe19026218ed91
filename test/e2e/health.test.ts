import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AreaCheckId, AuditResult, ReasonCode } from '../../src/core/checks/result.ts';
import { appForEachTest } from './app-for-each-test.ts';
import { chinese, gapGrid, judgeTown, openTown } from './town.ts';

const { checks, gaps, health: t, workspace } = chinese;

const app = appForEachTest();
beforeEach(() => openTown(app.page));

function openArea(result: AuditResult, id: AreaCheckId, missing: ReasonCode): string[] {
  return result.areas
    .filter(({ checks: all }) =>
      all.some(({ check, verdict, reasons }) => check === id && verdict === 'no_data' && reasons.includes(missing)),
    )
    .map(({ name }) => name!);
}

function section(page: Page, title: string): Locator {
  return page.getByRole('table', { name: title, exact: true });
}

describe('the data health page', () => {
  it('names a known gap with the number of areas that the core finds, and leads to exactly those', async () => {
    const { page } = app;
    const unjudged = openArea(judgeTown(), 'floor_area', 'households_unknown');
    assert.ok(unjudged.length > 0, 'the town has an area without households');
    await page.getByRole('tab', { name: workspace.tabs.data }).click();
    const row = section(page, t.undecided.title)
      .getByRole('row')
      .filter({ hasText: checks.check.floor_area })
      .filter({ hasText: t.missing.households_unknown.what });
    await row.getByRole('button', { name: t.count.areas(String(unjudged.length)) }).click();
    await page.getByText(gaps.count(String(unjudged.length), String(judgeTown().summary.areas))).waitFor();
    for (const name of unjudged) await gapGrid(page).getByRole('row').filter({ hasText: name }).waitFor();
  });

  it('counts problems by kind, and leads from a kind to its rows', async () => {
    const { page } = app;
    const blank = judgeTown().issues.filter(({ code }) => code === 'crs_assumed');
    await page.getByRole('tab', { name: workspace.tabs.data }).click();
    const row = section(page, t.problems.title).getByRole('row').filter({ hasText: 'EPSG:4326' });
    await row.getByRole('button', { name: t.problems.rows(String(blank.length)) }).click();
    await page.getByText(workspace.issues.oneKind(String(blank.length))).waitFor();
    expect(await page.getByRole('table', { name: workspace.issues.title }).getByRole('row').count()).toBe(
      blank.length + 1,
    );
  });

  it('has no accessibility faults', async () => {
    const { page } = app;
    await page.getByRole('tab', { name: workspace.tabs.data }).click();
    await section(page, t.loaded.title).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('.data-panel').analyze();
    expect(violations).toEqual([]);
  });
});
