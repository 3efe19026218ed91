import { describe, expect, it } from 'vitest';
import { cancelWork } from '../../src/actions/cancel-work.ts';
import { changeSetting, resetSettings } from '../../src/actions/change-setting.ts';
import { chooseStandard } from '../../src/actions/choose-standard.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { issuesOfDraft } from '../../src/state/import-draft.ts';
import { settleImport } from '../builders/settle-import.ts';
import { redo } from '../../src/actions/redo.ts';
import { removeInput } from '../../src/actions/remove-input.ts';
import { setAsOf } from '../../src/actions/set-as-of.ts';
import { undo } from '../../src/actions/undo.ts';
import { AnalysisCancelled } from '../../src/analysis/api.ts';
import { VERDICTS } from '../../src/core/checks/result.ts';
import { isOutOfDate } from '../../src/state/selectors.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

function floorVerdicts({ store }: Workspace): Record<string, string | undefined> {
  const { digest } = store.getState();
  return Object.fromEntries(
    (digest?.areaIds ?? []).map((id, i) => [id, VERDICTS[digest!.checks.floor_area.verdict[i]!]]),
  );
}

async function openTown(): Promise<Workspace> {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  return workspace;
}

describe('opening files', () => {
  it('reads them into the plan and judges it once', async () => {
    const workspace = await openTown();
    const state = workspace.store.getState();
    expect(floorVerdicts(workspace)).toEqual({ A: 'short', B: 'met' });
    expect(state.inputs.map(({ input }) => input.file)).toEqual(['areas.csv', 'facilities.csv']);
    expect(state.mapTarget).toEqual({ kind: 'extent', bounds: [120.9, 32, 120.95, 32] });
    expect(state.jobs).toEqual([]);
    expect(isOutOfDate(state)).toBe(false);
  });

  it('of the same name again replaces what it brought, rows that went included', async () => {
    const workspace = await openTown();
    await openFiles(workspace, [csvFile('areas.csv', 'id,class,households', 'A,built,900')]);
    const { plan, inputs } = workspace.store.getState();
    expect([...plan.areas.keys()]).toEqual(['A']);
    expect(plan.areas.get('A')).toMatchObject({ households: 900 });
    expect(plan.areas.get('A')).not.toHaveProperty('name');
    expect(inputs).toHaveLength(2);
  });

  it('keeps a file whose coordinate system is unknown until it is declared', async () => {
    const workspace = openWorkspace();
    await openFiles(workspace, [csvFile('metres.csv', 'id,class,households,x,y', 'A,built,10,40512345,3541234')]);
    await expect.poll(() => workspace.store.getState().imports[0]?.step).toBe('place');
    await settleImport(workspace, { crs: 'EPSG:4528' });
    const { plan, imports } = workspace.store.getState();
    expect(imports).toEqual([]);
    expect(plan.areas.get('A')?.geometry?.type).toBe('Point');
  });

  it('keeps a file that no one can tell apart until its table is declared', async () => {
    const workspace = openWorkspace();
    await openFiles(workspace, [csvFile('odd.csv', 'id,name', 'A,甲')]);
    expect(workspace.store.getState().imports[0]).toMatchObject({ step: 'file', declared: { role: null } });
    await settleImport(workspace, { role: 'areas', mapping: null });
    expect(workspace.store.getState().plan.areas.has('A')).toBe(true);
  });

  it('keeps an unusable file in view with its issues', async () => {
    const workspace = openWorkspace();
    await openFiles(workspace, [csvFile('empty.csv')]);
    const [draft] = workspace.store.getState().imports;
    expect(issuesOfDraft(draft!)[0]).toMatchObject({ code: 'file_empty' });
  });
});

describe('undo', () => {
  it('takes an import back and does it again, and the mirror follows', async () => {
    const workspace = await openTown();
    const { plan } = workspace.store.getState();
    await undo(workspace);
    expect(workspace.store.getState().plan.facilities.size).toBe(0);
    expect(workspace.store.getState().inputs).toHaveLength(1);
    expect(floorVerdicts(workspace)).toEqual({ A: 'short', B: 'short' });
    await redo(workspace);
    expect(workspace.store.getState().plan).toEqual(plan);
    expect(floorVerdicts(workspace)).toEqual({ A: 'short', B: 'met' });
  });

  it('takes a setting back', async () => {
    const workspace = await openTown();
    await changeSetting(workspace, 'elder_age', 65);
    expect(workspace.store.getState().digest?.run.settings.elder_age).toBe(65);
    await undo(workspace);
    expect(workspace.store.getState().plan.settings).toEqual({});
    expect(workspace.store.getState().digest?.run.settings.elder_age).toBe(60);
  });

  it('counts elders of age bands from the age that is set, and takes that back with the setting', async () => {
    const workspace = openWorkspace();
    await openFiles(workspace, [csvFile('bands.csv', '编号,户数,0-59岁,60-64岁,65岁及以上', 'A,10,5,3,4')]);
    const elders = () => workspace.store.getState().plan.areas.get('A')?.elders;
    expect(elders()).toBe(7);
    await changeSetting(workspace, 'elder_age', 65);
    expect(elders()).toBe(4);
    await openFiles(workspace, [csvFile('more.csv', '编号,户数,0-59岁,60-64岁,65岁及以上', 'B,10,5,3,6')]);
    expect(workspace.store.getState().plan.areas.get('B')?.elders).toBe(6);
    await resetSettings(workspace);
    expect(elders()).toBe(7);
    await undo(workspace);
    expect(elders()).toBe(4);
  });

  it('takes the removal of a file back', async () => {
    const workspace = await openTown();
    await removeInput(workspace, workspace.store.getState().inputs[1]!);
    expect(workspace.store.getState().plan.facilities.size).toBe(0);
    await undo(workspace);
    expect(new Set(workspace.store.getState().plan.facilities.keys())).toEqual(new Set(['F', 'G']));
  });
});

describe('a setting at its default', () => {
  it('is no choice: nothing is recorded, nothing can be undone', async () => {
    const workspace = await openTown();
    const { steps } = workspace.store.getState().history;
    await changeSetting(workspace, 'elder_age', 60);
    expect(workspace.store.getState().history.steps).toBe(steps);
  });
});

describe('another standard or date', () => {
  it('is judged at once', async () => {
    const workspace = await openTown();
    await chooseStandard(workspace, 'qingdao-2018');
    expect(floorVerdicts(workspace)).toEqual({ A: 'met', B: 'met' });
    await setAsOf(workspace, '2025-06-30');
    expect(workspace.store.getState().digest?.run.as_of).toBe('2025-06-30');
  });

  it('the latest wins when several come at once', async () => {
    const workspace = await openTown();
    await Promise.all([
      setAsOf(workspace, '2025-01-01'),
      setAsOf(workspace, '2025-02-01'),
      setAsOf(workspace, '2025-03-01'),
    ]);
    const state = workspace.store.getState();
    expect(state.digest?.run.as_of).toBe('2025-03-01');
    expect(isOutOfDate(state)).toBe(false);
    expect(state.failures).toEqual([]);
  });
});

describe('cancelling', () => {
  it('leaves the last result, and says that it is out of date', async () => {
    let audits = 0;
    const workspace = openWorkspace((analysis) => ({
      ...analysis,
      audit: (request, job) =>
        ++audits === 1
          ? analysis.audit(request, job)
          : new Promise((_, reject) => {
              job.signal.addEventListener('abort', () => reject(new AnalysisCancelled()));
            }),
    }));
    await openFiles(workspace, [AREAS_CSV]);
    const { digest } = workspace.store.getState();
    const changing = setAsOf(workspace, '2025-01-01');
    await expect.poll(() => audits).toBe(2);
    cancelWork(workspace);
    await changing;
    const state = workspace.store.getState();
    expect(state.digest).toBe(digest);
    expect(state.jobs).toEqual([]);
    expect(state.failures).toEqual([]);
    expect(isOutOfDate(state)).toBe(true);
  });
});

describe('a fault of the analysis', () => {
  it('is told, and the next audit clears it', async () => {
    let broken = true;
    const workspace = openWorkspace((analysis) => ({
      ...analysis,
      audit: (request, job) => (broken ? Promise.reject(new Error('out of luck')) : analysis.audit(request, job)),
    }));
    await openFiles(workspace, [AREAS_CSV]);
    expect(workspace.store.getState().failures).toEqual([{ kind: 'audit', file: null, message: 'out of luck' }]);
    broken = false;
    await workspace.audits.request();
    expect(workspace.store.getState().failures).toEqual([]);
    expect(workspace.store.getState().digest).not.toBeNull();
  });
});
