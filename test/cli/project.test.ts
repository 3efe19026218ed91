import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditSteps } from '../../src/core/checks/audit.ts';
import { issue } from '../../src/core/issue.ts';
import { openStreetsSteps } from '../../src/core/network/open-streets.ts';
import { packStreetsSteps } from '../../src/core/network/pack-streets.ts';
import { documentChange, moveDocument, type ShownDocument } from '../../src/core/plan/document.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import type { Settings } from '../../src/core/plan/settings.ts';
import type { Project } from '../../src/core/project/project.ts';
import { runSteps } from '../../src/core/progress.ts';
import { auditJson } from '../../src/core/report/audit-json.ts';
import { sha256Hex } from '../../src/core/sha256.ts';
import { EMPTY_PROJECT, standardWithHash, write } from '../builders/project-file.ts';
import { PlanBuilder, pointAt } from '../builders/plan-builder.ts';
import { streetsFile } from '../builders/streets-file.ts';
import { ROOT } from '../sources.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

const STREETS = {
  name: 'streets.geojson',
  bytes: streetsFile([
    [0, 0],
    [0, 900],
    [600, 900],
    [600, 0],
  ]),
};
const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };

const baseline: Plan = {
  ...new PlanBuilder()
    .area('A', { households: 1000, elders: 100, geometry: pointAt(0), ageBands: [{ from: 65, to: null, persons: 70 }] })
    .area('B', { households: 500, elders: 80, geometry: pointAt(600) })
    .facility('F', { floorAreaM2: 150, serves: [{ area: 'A' }], geometry: pointAt(600, 10) })
    .build(),
  settings: { land_binds: true },
};

/** A scenario with more floor area, and one that the baseline has left behind. */
function document(): ShownDocument['document'] {
  const scenarios = ['S1', 'S2'].map((id) => [id, { id, name: `方案${id}`, note: '', edits: new Map() }] as const);
  const begun = { baseline, scenarios: new Map(scenarios), shown: 'S2' };
  let now: ShownDocument = { document: begun, plan: baseline, conflicts: [] };
  const edit = (to: number): void => {
    const from = now.plan.facilities.get('F')!.floorAreaM2;
    now = moveDocument(
      now,
      documentChange(now.document, [{ table: 'facilities', id: 'F', field: 'floorAreaM2', from, to }]),
    );
  };
  const show = (to: string | null): void => {
    now = moveDocument(now, [{ of: 'shown', from: now.document.shown, to }]);
  };
  edit(10);
  show(null);
  edit(160);
  show('S1');
  edit(400);
  return now.document;
}

const PROJECT: Project = {
  ...EMPTY_PROJECT,
  asOf: '2025-03-01',
  document: document(),
  standards: [standardWithHash('qingdao-2018')],
  standardId: 'qingdao-2018',
  inputs: [
    {
      input: { role: 'areas', file: 'areas.csv', sha256: 'a'.repeat(64), rows: 2 },
      issues: [issue('status_blank', { input: 'facilities' }, { count: 1 })],
      ids: ['A', 'B'],
    },
    {
      input: { role: 'streets', file: STREETS.name, sha256: sha256Hex(STREETS.bytes), rows: 1 },
      issues: [],
      ids: [],
    },
  ],
  streets: runSteps(packStreetsSteps(STREETS)),
};

/** What the core comes to, with no file in between. */
function judged(floorAreaM2: number, settings: Partial<Settings> = {}, asOf = PROJECT.asOf): string {
  const facility = { ...baseline.facilities.get('F')!, floorAreaM2 };
  const plan = { ...baseline, facilities: new Map([['F', facility]]), settings: { ...baseline.settings, ...settings } };
  const result = auditSteps({
    plan,
    streets: runSteps(openStreetsSteps(STREETS)).streets!.graph,
    standard: PROJECT.standards[0]!,
    asOf,
    version,
    inputs: PROJECT.inputs.map(({ input }) => input),
    inputIssues: PROJECT.inputs.flatMap(({ issues }) => issues),
  });
  return auditJson(runSteps(result));
}

const folder = folderWith({ 'areas.csv': 'id,class\nA,built\n' });
writeFileSync(path.join(folder, 'city.yiquan'), write(PROJECT));
const audit = ['audit', '--project', 'city.yiquan'];

describe('yiquan audit --project', () => {
  it('gives the very result that the core comes to: the shown scenario, with its streets, standard, date and settings', async () => {
    const { code, out } = await runYiquan(folder, audit);
    expect(code).toBe(0);
    expect(out).toBe(judged(400));
    expect(out).toContain('"method": "network"');
  });

  it('judges another scenario by its name or id, or the baseline, and says what no longer fits', async () => {
    expect((await runYiquan(folder, [...audit, '--scenario', 'baseline'])).out).toBe(judged(160));
    const left = await runYiquan(folder, [...audit, '--scenario', '方案S2']);
    expect(left.out).toBe(judged(160));
    expect(left.lines).toContainEqual(expect.stringMatching(/1 changes of the scenario “方案S2” no longer fit/));
    expect((await runYiquan(folder, [...audit, '--scenario', 'S1'])).out).toBe(judged(400));
    const none = await runYiquan(folder, [...audit, '--scenario', 'S3']);
    expect([none.code, none.lines]).toEqual([
      2,
      ['--scenario: found “S3”, expected 方案S1 (S1), 方案S2 (S2), baseline'],
    ]);
  });

  it('gives way to what is said otherwise', async () => {
    const given = ['--as-of', '2026-01-01', '--set', 'land_binds=false', '--speed', '4'];
    const { out } = await runYiquan(folder, [...audit, ...given]);
    expect(out).toBe(judged(400, { land_binds: false, speed_km_h: 4 }, '2026-01-01'));
    const older = await runYiquan(folder, [...audit, '--set', 'elder_age=65']);
    expect((JSON.parse(older.out) as { summary: { elders: number } }).summary.elders).toBe(150);
    const other = await runYiquan(folder, [...audit, '--standards', 'nantong-draft-2023']);
    expect(other.out).toContain('"id": "nantong-draft-2023"');
  });

  it('refuses tables beside it, and a scenario without it, each in a line', async () => {
    const { code, lines } = await runYiquan(folder, [...audit, '--areas', 'areas.csv', '--crs', 'areas=GCJ-02']);
    expect([code, lines]).toEqual([
      2,
      ['areas', 'crs'].map((one) => `--${one} does not go with --project: the project file has its own`),
    ]);
    const alone = await runYiquan(folder, ['audit', '--areas', 'areas.csv', '--scenario', 'S1']);
    expect([alone.code, alone.lines]).toEqual([2, ['--scenario: there is no --project']]);
  });

  it('refuses what is no project file or is damaged, and what is not there', async () => {
    const bytes = write(PROJECT);
    writeFileSync(path.join(folder, 'cut.yiquan'), bytes.subarray(0, bytes.length - 30));
    for (const [file, line] of [
      ['cut.yiquan', /^cut\.yiquan: The ZIP file is damaged/],
      ['areas.csv', /^areas\.csv: This is no project file/],
      ['none.yiquan', /none\.yiquan/],
    ] as const) {
      const { code, out, lines } = await runYiquan(folder, ['audit', '--project', file]);
      expect([code, out]).toEqual([2, '']);
      expect(lines).toEqual([expect.stringMatching(line)]);
    }
  });
});
