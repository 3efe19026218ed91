import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { acceptPools } from '../../src/actions/accept-pools.ts';
import { cancelWork } from '../../src/actions/cancel-work.ts';
import { changeSetting } from '../../src/actions/change-setting.ts';
import { chooseMany } from '../../src/actions/choose.ts';
import { dissolvePool } from '../../src/actions/dissolve-pool.ts';
import { formPool } from '../../src/actions/form-pool.ts';
import { leavePool } from '../../src/actions/leave-pool.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { showSuggestion } from '../../src/actions/show-suggestion.ts';
import { suggestPools } from '../../src/actions/suggest-pools.ts';
import { undo } from '../../src/actions/undo.ts';
import type { Solver } from '../../src/analysis/solver.ts';
import { VERDICTS } from '../../src/core/checks/result.ts';
import { isSearchOutdated } from '../../src/state/is-search-outdated.ts';
import { suggestionState } from '../../src/state/pool-search.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { textsFor } from '../../src/text/texts.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';
import { inlineSolver, openHighs } from '../builders/solver.ts';

const texts = textsFor('zh-CN');

/** Three small new estates within 300 m, two more within 300 m of each other, and a facility that is built for a pool. */
const ESTATES = csvFile(
  'areas.csv',
  'id,name,class,households,lon,lat',
  'A,甲,new,1000,120.9,32',
  'B,乙,new,900,120.901,32',
  'C,丙,new,800,120.9,32.001',
  'D,丁,new,500,121,32',
  'E,戊,new,400,121.001,32',
);
const FACILITIES = csvFile(
  'facilities.csv',
  'id,type,status,floor_area,pool,lon,lat',
  'F,station,open,700,共建,120.9,32',
);

let highs: Highs;
beforeAll(async () => {
  highs = await openHighs();
});

async function openEstates(solver: Solver = inlineSolver(highs)): Promise<Workspace> {
  const workspace = openWorkspace(undefined, { solver });
  await openFiles(workspace, [ESTATES, FACILITIES]);
  return workspace;
}

const planOf = ({ store }: Workspace) => store.getState().plan;
const stepsOf = ({ store }: Workspace) => store.getState().history.done;
const poolsOf = (workspace: Workspace) => [...planOf(workspace).areas.values()].map(({ pool }) => pool);

function verdictOf({ store }: Workspace, id: string, check: 'floor_area' | 'single_unit') {
  const { digest } = store.getState();
  return VERDICTS[digest!.checks[check].verdict[digest!.areaIds.indexOf(id)]!];
}

describe('a pool made by hand', () => {
  it('is one step: judged at once, looked at, nothing chosen any more, taken back whole', async () => {
    const workspace = await openEstates();
    const before = planOf(workspace);
    const steps = stepsOf(workspace);
    chooseMany(workspace, 'area', ['A', 'B'], 'instead');
    await formPool(workspace, '共建', ['A', 'B']);
    expect(stepsOf(workspace)).toBe(steps + 1);
    expect(workspace.store.getState().selection).toEqual({ kind: 'pool', id: '共建' });
    expect(workspace.store.getState().chosen.ids.size).toBe(0);
    // 570 m² are needed, 700 in one unit are there.
    expect(verdictOf(workspace, 'A', 'single_unit')).toBe('met');
    expect(verdictOf(workspace, 'C', 'single_unit')).toBe('short');
    await undo(workspace);
    expect(planOf(workspace)).toEqual(before);
    expect(verdictOf(workspace, 'A', 'single_unit')).toBe('short');
  });

  it('lets a member go, takes one in, and comes apart with its facilities', async () => {
    const workspace = await openEstates();
    await formPool(workspace, '共建', ['A', 'B', 'C']);
    await leavePool(workspace, 'B');
    expect(poolsOf(workspace)).toEqual(['共建', undefined, '共建', undefined, undefined]);
    await formPool(workspace, '共建', ['D']);
    const pooled = planOf(workspace);
    await dissolvePool(workspace, '共建');
    expect(poolsOf(workspace)).toEqual(Array.from({ length: 5 }));
    expect(planOf(workspace).facilities.get('F')).not.toHaveProperty('pool');
    expect(workspace.store.getState().selection).toBeNull();
    await undo(workspace);
    expect(planOf(workspace)).toEqual(pooled);
  });

  it('is no step where nothing changes', async () => {
    const workspace = await openEstates();
    const steps = stepsOf(workspace);
    await formPool(workspace, 'x', ['missing']);
    await leavePool(workspace, 'A');
    await dissolvePool(workspace, 'x');
    expect(stepsOf(workspace)).toBe(steps);
  });
});

describe('suggested pools', () => {
  const foundOf = ({ store }: Workspace) => store.getState().poolSearch!.found!;

  it('are found, proved and accepted as one step, with units that meet them once built', async () => {
    const workspace = await openEstates();
    await suggestPools(workspace, 'whole');
    const { state, found } = workspace.store.getState().poolSearch!;
    expect(state).toBe('done');
    expect(found).toMatchObject({ status: 'optimal', totalM2: 810 + 600, aloneM2: 3000, left: [] });
    const before = planOf(workspace);
    await acceptPools(workspace, found!.pools, true, texts);
    expect(poolsOf(workspace)).toEqual(['统筹1', '统筹1', '统筹1', '统筹2', '统筹2']);
    expect(['A', 'B', 'C', 'D', 'E'].map((id) => verdictOf(workspace, id, 'single_unit'))).toEqual(
      Array.from({ length: 5 }, () => 'met_if_built'),
    );
    expect(['A', 'D'].map((id) => verdictOf(workspace, id, 'floor_area'))).toEqual(['met_if_built', 'met_if_built']);
    await undo(workspace);
    expect(planOf(workspace)).toEqual(before);
    const { poolSearch } = workspace.store.getState();
    expect(suggestionState(found!.pools[0]!, poolSearch!.plan, planOf(workspace))).toBe('open');
    expect(isSearchOutdated(workspace.store.getState())).toBe(false);
  });

  it('stay open beside one that is accepted, and may be other ones by other rules', async () => {
    const workspace = await openEstates();
    await suggestPools(workspace, 'whole');
    const [first, second] = foundOf(workspace).pools;
    await acceptPools(workspace, [first!], true, texts);
    const { poolSearch } = workspace.store.getState();
    const states = [first!, second!].map((pool) => suggestionState(pool, poolSearch!.plan, planOf(workspace)));
    expect(states).toEqual(['accepted', 'open']);
    expect(isSearchOutdated(workspace.store.getState())).toBe(false);
    await leavePool(workspace, first!.members[0]!.area);
    expect(suggestionState(first!, poolSearch!.plan, planOf(workspace))).toBe('changed');
    await changeSetting(workspace, 'speed_km_h', 4);
    expect(isSearchOutdated(workspace.store.getState())).toBe(true);
  });

  it('can be shown: its members chosen, the map on them', async () => {
    const workspace = await openEstates();
    await suggestPools(workspace, 'whole');
    showSuggestion(workspace, foundOf(workspace).pools[1]!);
    const { chosen, mapTarget } = workspace.store.getState();
    expect([...chosen.ids]).toEqual(['D', 'E']);
    expect(mapTarget).toEqual({ kind: 'extent', bounds: [121, 32, 121.001, 32] });
  });

  it('keep the best there is where the search is stopped, and call it no more than that', async () => {
    const inline = inlineSolver(highs);
    let workspace: Workspace | null = null;
    const stopping: Solver = {
      solve(model, options, watch, signal) {
        cancelWork(workspace!);
        return inline.solve(model, options, watch, signal);
      },
    };
    workspace = await openEstates(stopping);
    // What the heuristic finds would be proved by its bound alone: another area makes room for doubt.
    await openFiles(workspace, [
      csvFile('more.csv', 'id,class,households,lon,lat', 'X,new,100,120.909,32', 'Y,new,100,120.9135,32'),
    ]);
    await suggestPools(workspace, 'whole');
    const { state, found } = workspace.store.getState().poolSearch!;
    expect(state).toBe('stopped');
    expect(found!.pools.length).toBeGreaterThan(0);
    expect(found!.totalM2).toBeGreaterThanOrEqual(found!.boundM2);
    expect(workspace.store.getState().jobs).toEqual([]);
  });

  it('are none, and say so, where the standard asks for no least unit', async () => {
    const workspace = await openEstates();
    workspace.store.setState({ standardId: 'qingdao-2018' });
    await suggestPools(workspace, 'whole');
    expect(workspace.store.getState().poolSearch).toMatchObject({ state: 'done', found: null });
  });

  it('tell of a solver that breaks down', async () => {
    const broken: Solver = { solve: () => Promise.reject(new Error('no memory')) };
    const workspace = await openEstates(broken);
    await suggestPools(workspace, 'whole');
    const { poolSearch, failures } = workspace.store.getState();
    expect(poolSearch!.state).toBe('stopped');
    expect(failures).toEqual([{ kind: 'pools', file: null, message: 'no memory' }]);
  });
});
