import { beforeEach, expect, it } from 'vitest';
import { closeProject } from '../../src/actions/close-project.ts';
import { compareSides } from '../../src/actions/compare-sides.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { readComparedDocument, type ComparedSource } from '../../src/actions/read-compared-document.ts';
import { createScenario } from '../../src/actions/scenarios.ts';
import { setField } from '../../src/actions/set-field.ts';
import { startComparison } from '../../src/actions/start-comparison.ts';
import { versionsOf } from '../../src/state/versions.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { rowOf } from '../builders/judged-sides.ts';
import { memoryShelf, type MemoryShelf } from '../builders/memory-shelf.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';
import { EMPTY_PROJECT, write } from '../builders/project-file.ts';

let shelf: MemoryShelf;
let now = 0;
beforeEach(() => {
  shelf = memoryShelf();
  now = 0;
});

/** Two tables, and an hour later F is said to be larger: A lacks nothing any more. */
async function edited(): Promise<Workspace> {
  const workspace = openWorkspace(undefined, { shelf, time: () => (now += 1000) });
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  now += 3_600_000;
  setField(workspace, { table: 'facilities', id: 'F', column: 'floor_area', cell: 250 });
  await workspace.audits.request();
  return workspace;
}

/** How A's floor area differs between what is shown and what is read. */
async function differenceFrom(workspace: Workspace, source: ComparedSource): Promise<number> {
  const { of } = await readComparedDocument(workspace, source);
  startComparison(workspace);
  const { left } = workspace.store.getState().comparison!;
  const report = await compareSides(workspace, { left, right: { ...left, of: of! } }, new AbortController());
  return rowOf(report, 'A', 'floor_area').delta;
}

it('an earlier version of what is open', async () => {
  const workspace = await edited();
  const before = workspace.store.getState();
  const [, version] = versionsOf(await workspace.keeper.entries());
  expect(await differenceFrom(workspace, { kind: 'version', version: version! })).toBe(10);
  const { plan, history, jobs } = workspace.store.getState();
  expect({ plan, history }).toEqual({ plan: before.plan, history: before.history });
  expect(jobs).toEqual([]);
});

it('another project of this device, which stays closed, with its own files', async () => {
  const first = await edited();
  await closeProject(first);
  const second = openWorkspace(undefined, { shelf, time: () => (now += 1000) });
  await second.keeper.look();
  const areas = csvFile('areas.csv', 'id,name,class,households,elders,lon,lat', 'A,甲,built,1000,100,120.9,32');
  await openFiles(second, [areas, FACILITIES_CSV]);
  const { kept } = second.store.getState();
  const project = kept.state === 'ready' ? kept.projects.find(({ areas: count }) => count === 2) : undefined;
  expect(await differenceFrom(second, { kind: 'kept', project: project! })).toBe(-10);
  await second.keeper.settle();
  // Its own files were not taken for those of the other.
  const again = openWorkspace(undefined, { shelf, time: () => (now += 1000) });
  const { inputs } = await again.keeper.peek({ id: second.store.getState().project.id! });
  expect(await inputs[0]!.source.files[0]!.text()).toBe(await areas.text());
});

it('a project file, with all its scenarios, as the one that it shows', async () => {
  const workspace = await edited();
  await createScenario(workspace, { name: '方案一', note: '' }, null);
  setField(workspace, { table: 'facilities', id: 'F', column: 'floor_area', cell: 400 });
  const { document } = workspace.store.getState();
  const file = new File([write({ ...EMPTY_PROJECT, document })], 'city.yiquan');
  const read = await readComparedDocument(workspace, { kind: 'file', file });
  expect(read.of).toMatchObject({ from: { kind: 'project', name: 'city.yiquan', streets: null }, shown: 'S1' });
  expect(read.of).toMatchObject({ document: { baseline: document.baseline, scenarios: document.scenarios } });
});

it('a damaged project file is refused in words, and changes nothing', async () => {
  const workspace = await edited();
  const bytes = write(EMPTY_PROJECT);
  const file = new File([bytes.slice(0, bytes.length - 40)], 'city.yiquan');
  const read = await readComparedDocument(workspace, { kind: 'file', file });
  expect(read).toMatchObject({ of: null, issues: [{ severity: 'error' }] });
});
