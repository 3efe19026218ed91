import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { auditSteps } from '../../src/core/checks/audit.ts';
import { VERDICTS, type AuditResult } from '../../src/core/checks/result.ts';
import { assemblePlan } from '../../src/core/import/assemble-plan.ts';
import { readTable } from '../builders/read-text-table.ts';
import { openStreetsSteps } from '../../src/core/network/open-streets.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/plan/settings.ts';
import { runSteps } from '../../src/core/progress.ts';
import { loadStandards } from '../../src/core/standards/load-standards.ts';
import { textsFor, type Texts } from '../../src/text/texts.ts';
import { ROOT } from '../sources.ts';

/** A made-up town whose areas get every verdict; its facilities come as Excel saves them: GB18030, Chinese headers. */
export const TOWN_FILES = ['areas.geojson', 'facilities.csv'].map((name) =>
  path.join(ROOT, 'test', 'fixtures', 'small-town', name),
);

/** Its streets: a grid, cut by a canal that every fourth street crosses. */
export const TOWN_STREETS = path.join(ROOT, 'test', 'fixtures', 'small-town', 'streets.geojson');

export const chinese: Texts = textsFor('zh-CN');
export const english: Texts = textsFor('en');

interface Judged {
  readonly standard?: string;
  readonly asOf?: string;
  readonly settings?: Partial<Settings>;
  /** Whether over its streets; else by straight line. */
  readonly onStreets?: boolean;
}

/** The town as the core judges it, with no page in between: what the screen must show. */
export function judgeTown({
  standard: id = 'nantong-draft-2023',
  asOf = today(),
  settings,
  onStreets,
}: Judged = {}): AuditResult {
  const reads = TOWN_FILES.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) })).map((file) => ({
    file: file.name,
    ...readTable({ file }),
  }));
  const plan = { ...assemblePlan(reads.map(({ table }) => table!)), settings: { ...DEFAULT_SETTINGS, ...settings } };
  const standardFile = `${id}.json`;
  const text = readFileSync(path.join(ROOT, 'data', 'standards', standardFile), 'utf8');
  const [standard] = loadStandards([{ name: standardFile, text }]).standards;
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const inputs = reads.map(({ file, table, sha256, rows }) => ({ role: table!.role, file, sha256, rows }));
  const inputIssues = reads.flatMap(({ issues }) => issues);
  const file = { name: 'streets.geojson', bytes: readFileSync(TOWN_STREETS) };
  const streets = onStreets ? runSteps(openStreetsSteps(file)).streets!.graph : null;
  return runSteps(auditSteps({ plan, streets, standard: standard!, asOf, version, inputs, inputIssues }));
}

/** The day where this test runs, as the page takes it from the clock. */
export function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Opens files by the start page's or the top bar's own control. */
export async function openFiles(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([...files]);
}

/** Opens the town and waits until it is judged; `hidden`: its gap list need not be the view that shows. */
export async function openTown(page: Page, texts: Texts = chinese, hidden = false): Promise<void> {
  await openFiles(page, TOWN_FILES);
  await gapGrid(page, texts)
    .or(page.locator('.grid-scroller'))
    .first()
    .waitFor({ state: hidden ? 'attached' : 'visible' });
}

export function gapGrid(page: Page, { gaps }: Texts = chinese): Locator {
  return page.getByRole('grid', { name: gaps.label });
}

/** Areas by verdict as the switches over the gap list say. */
export async function shownCounts(page: Page, { gaps }: Texts = chinese): Promise<Record<string, number>> {
  const chips = await page.getByLabel(gaps.verdictFilter, { exact: true }).getByRole('button').allTextContents();
  return Object.fromEntries(VERDICTS.map((verdict, i) => [verdict, Number(/\d+$/.exec(chips[i] ?? '')?.[0])]));
}

/** The same counts out of a result, none left out. */
export function countsOf({ summary }: AuditResult): Record<string, number> {
  return Object.fromEntries(VERDICTS.map((verdict) => [verdict, summary.by_verdict[verdict] ?? 0]));
}

/** A row of the gap list by the area's name. */
export function gapRow(page: Page, name: string, texts: Texts = chinese): Locator {
  return gapGrid(page, texts).getByRole('row').filter({ hasText: name });
}
