import { describe, expect, it } from 'vitest';
import { applyRemedy } from '../../src/actions/apply-remedy.ts';
import { close } from '../../src/actions/close-facility.ts';
import { remove } from '../../src/actions/delete-records.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { removeInput } from '../../src/actions/remove-input.ts';
import { rename } from '../../src/actions/rename-record.ts';
import { reopen } from '../../src/actions/reopen-facility.ts';
import { select } from '../../src/actions/select.ts';
import { undo } from '../../src/actions/undo.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

async function openTown(): Promise<Workspace> {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  return workspace;
}

const job = { signal: new AbortController().signal, onProgress: () => {} };

describe('a remedy that is applied', () => {
  it('makes the check stand as it said, by an audit of its own, and is undone as one step', async () => {
    const workspace = await openTown();
    const { store, analysis } = workspace;
    const before = store.getState().plan;
    const diagnoses = (await analysis.remedies({ area: 'A' }, job))!;
    const floor = diagnoses.find(({ check }) => check === 'floor_area')!;
    expect(floor.remedies.length).toBeGreaterThan(0);
    for (const remedy of floor.remedies) {
      expect(applyRemedy(workspace, floor.of, remedy)).toBe(true);
      // Its audit may still run; asked for again, the plan is judged as it is now.
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await workspace.audits.request();
      // oxlint-disable-next-line no-await-in-loop -- as above
      const { area } = (await analysis.explainArea('A'))!;
      const check = area.checks.find(({ check: id }) => id === 'floor_area')!;
      expect({ verdict: check.verdict, gap: check.gap }, remedy.kind).toEqual(remedy.outcome);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await undo(workspace);
      expect(store.getState().plan).toStrictEqual(before);
    }
  });

  it('is refused once the plan is another', async () => {
    const workspace = await openTown();
    const [diagnosis] = (await workspace.analysis.remedies({ area: 'A' }, job))!;
    close(workspace, 'F');
    const { plan } = workspace.store.getState();
    expect(applyRemedy(workspace, diagnosis!.of, diagnosis!.remedies[0]!)).toBe(false);
    expect(workspace.store.getState().plan).toBe(plan);
    await workspace.audits.request();
  });
});

describe('closing, deleting and another id', () => {
  it('close as of the day that is judged, and open again', async () => {
    const workspace = await openTown();
    const facility = () => workspace.store.getState().plan.facilities.get('F');
    expect(close(workspace, 'F')).toBeNull();
    expect(facility()).toMatchObject({ status: 'closed', validTo: '2026-01-01' });
    expect(close(workspace, 'F')).toMatchObject({ refused: 'closed_already' });
    expect(reopen(workspace, 'F')).toBeNull();
    expect(facility()).toMatchObject({ status: 'open' });
    await workspace.audits.request();
  });

  it('leave nothing selected that is gone, and undo brings it back', async () => {
    const workspace = await openTown();
    const { plan } = workspace.store.getState();
    select(workspace, { kind: 'area', id: 'A' });
    expect(remove(workspace, { table: 'areas', ids: ['A'] })).toBeNull();
    expect(workspace.store.getState().selection).toBeNull();
    expect(workspace.store.getState().plan.facilities.get('F')!.serves).toBeUndefined();
    await undo(workspace);
    expect(workspace.store.getState().plan).toStrictEqual(plan);
  });

  it('keep under another id what is selected, and which file brought it', async () => {
    const workspace = await openTown();
    select(workspace, { kind: 'area', id: 'A' });
    expect(rename(workspace, { table: 'areas', id: 'A', to: ' C ' })).toBeNull();
    expect(workspace.store.getState().selection).toEqual({ kind: 'area', id: 'C' });
    const opened = workspace.store.getState().inputs.find(({ input }) => input.role === 'areas')!;
    expect(opened.ids).toEqual(['C', 'B']);
    await removeInput(workspace, opened);
    expect(workspace.store.getState().plan.areas.size).toBe(0);
  });
});
