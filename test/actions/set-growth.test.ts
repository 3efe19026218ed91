import { beforeEach, describe, expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { removeGrowth, setGrowth, setSurvival } from '../../src/actions/set-growth.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

let workspace: Workspace;
const growth = () => workspace.store.getState().plan.growth;

beforeEach(async () => {
  workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
});

describe('an assumption of growth', () => {
  it('is set figure by figure, and goes with its last', async () => {
    await setGrowth(workspace, 'all', 'elders', 0.03);
    await setSurvival(workspace, 60, 0.95);
    expect(growth().get('all')).toEqual({ id: 'all', elders: 0.03, survival: { 60: 0.95 } });
    await setGrowth(workspace, 'all', 'elders', undefined);
    await setSurvival(workspace, 60, undefined);
    expect(growth().size).toBe(0);
  });

  it('is named by what it is of', async () => {
    await setGrowth(workspace, 'area/A', 'households', 0);
    await removeGrowth(workspace, 'area/A');
    const names = workspace.store
      .getState()
      .history.steps.slice(-2)
      .map(({ name }) => name);
    expect(names).toEqual([
      { kind: 'growth', of: '甲', figure: 'households' },
      { kind: 'growth', of: '甲', figure: 'removed' },
    ]);
  });

  it('reaches the analysis: the years ahead are judged by it', async () => {
    const job = { signal: new AbortController().signal, onProgress: () => {} };
    await setGrowth(workspace, 'all', 'households', 0.1);
    const outlook = await workspace.analysis.outlook({ until: 2027 }, job);
    // B: 60 m² serve 300 of 100 households; A is short already.
    expect(outlook!.years.map(({ households }) => Math.round(households))).toEqual([1100, 1100, 1210]);
    expect(outlook!.turns).toEqual([]);
    expect((await workspace.analysis.leases(job))!.map(({ months }) => months)).toEqual([6, 12, 24]);
  });
});
