import { describe, expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { reopenProject } from '../../src/actions/reopen-project.ts';
import { applySpread, previewSpread } from '../../src/actions/spread-population.ts';
import { undo } from '../../src/actions/undo.ts';
import type { SpreadRequest } from '../../src/core/population/spread.ts';
import { runSteps } from '../../src/core/progress.ts';
import { areaColumns } from '../../src/state/area-columns.ts';
import { gapCell } from '../../src/state/gap-cell.ts';
import { listOf } from '../../src/state/gap-rows.ts';
import { gapTableSteps } from '../../src/state/gap-table-steps.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { textsFor } from '../../src/text/texts.ts';
import { memoryShelf } from '../builders/memory-shelf.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';

const BY_HOUSEHOLDS: SpreadRequest = { source: 'units', weight: 'households', overwrite: false, eldersByShare: false };

const AREAS = csvFile(
  'areas.csv',
  'id,name,class,households,elders,subdistrict,lon,lat',
  'A,甲,built,300,,东街道,120.9,32',
  'B,乙,built,100,,东街道,120.95,32',
  'C,丙,built,100,30,东街道,120.95,32',
);
const UNITS = csvFile('units.csv', 'level,name,elders', 'subdistrict,东街道,130');

async function openTown(workspace = openWorkspace()): Promise<Workspace> {
  await openFiles(workspace, [AREAS, UNITS]);
  return workspace;
}

function preview(workspace: Workspace) {
  return previewSpread(workspace, BY_HOUSEHOLDS, new AbortController().signal);
}

async function spread(workspace: Workspace): Promise<void> {
  await applySpread(workspace, await preview(workspace));
}

describe('spreading the population', () => {
  it('is previewed without changing anything, done in one step, judged at once, and undone', async () => {
    const workspace = await openTown();
    const before = workspace.store.getState();
    const report = await preview(workspace);
    expect(report.outcome.figures).toMatchObject([{ figure: 'elders', areas: 2, persons: 100, kept: 1 }]);
    expect(workspace.store.getState().plan).toBe(before.plan);
    expect(await applySpread(workspace, report)).toBe(true);
    const after = workspace.store.getState();
    expect(after.plan.areas.get('A')).toMatchObject({ elders: 75 });
    expect(after.digest?.summary).toMatchObject({ elders: 130, areas_with_estimated_elders: 2 });
    expect([...after.digest!.eldersEstimated]).toEqual([1, 1, 0]);
    expect(after.history.done).toBe(before.history.done + 1);
    await undo(workspace);
    expect(workspace.store.getState().plan).toEqual(before.plan);
  });

  it('is not done on another plan than the one that was previewed', async () => {
    const workspace = await openTown();
    const report = await preview(workspace);
    await undo(workspace);
    const { plan } = workspace.store.getState();
    expect(await applySpread(workspace, report)).toBe(false);
    expect(workspace.store.getState().plan).toBe(plan);
  });

  it('comes back with the project in the next visit', async () => {
    const shelf = memoryShelf();
    const first = await openTown(openWorkspace(undefined, { shelf }));
    await spread(first);
    await first.keeper.settle();
    const second = openWorkspace(undefined, { shelf });
    await second.keeper.look();
    await reopenProject(second, [...shelf.projects.values()][0]!);
    expect(second.store.getState().plan).toEqual(first.store.getState().plan);
    expect(second.store.getState().digest?.summary.areas_with_estimated_elders).toBe(2);
  });
});

describe('an estimated figure in the gap list', () => {
  it('is marked and says what it is from; copied, it is a number with the source beside it', async () => {
    const workspace = await openTown();
    await spread(workspace);
    const { digest, plan } = workspace.store.getState();
    const source = { digest: digest!, areas: plan.areas, columns: areaColumns(plan.areas, digest!.areaIds) };
    const texts = textsFor('zh-CN');
    const said = '60 岁及以上人口为估算：由“东街道”的统计数按户数分摊。';
    expect(gapCell(source, 'elders', 0, texts)).toEqual({ text: '≈ 75', absent: false, plain: '75', estimated: said });
    expect(gapCell(source, 'uncovered', 0, texts).estimated).toBe(said);
    expect(gapCell(source, 'elders', 2, texts)).not.toHaveProperty('estimated');
    const rows = Uint32Array.of(0, 2);
    const gaps = { ...source, rows, list: listOf(digest!, rows) };
    const table = (columns: readonly ('id' | 'elders')[]) =>
      runSteps(gapTableSteps({ gaps: gaps as never, columns, texts, elderAge: 60 }, 'tsv')).split('\n');
    expect(table(['id', 'elders'])).toEqual(['编号\t60+ 人口（人）\t估算说明', `A\t75\t${said}`, 'C\t30\t', '']);
    expect(table(['id'])).toEqual(['编号', 'A', 'C', '']);
  });
});
