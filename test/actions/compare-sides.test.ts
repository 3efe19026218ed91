import { describe, expect, it } from 'vitest';
import { closeComparison } from '../../src/actions/close-comparison.ts';
import { compareSides } from '../../src/actions/compare-sides.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { readComparedFiles } from '../../src/actions/read-compared-files.ts';
import { startComparison } from '../../src/actions/start-comparison.ts';
import { AnalysisCancelled } from '../../src/analysis/api.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { rowOf } from '../builders/judged-sides.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

/** F, which answers for A, has closed; the rest is as in `FACILITIES_CSV`. */
const LATER_CSV = csvFile(
  'later.csv',
  'id,type,status,floor_area,serves,lon,lat',
  'F,station,closed,190,A,120.9,32',
  'G,station,open,60,B,120.95,32',
);

async function opened(): Promise<Workspace> {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  startComparison(workspace);
  return workspace;
}

describe('comparing', () => {
  it('begins with the plan as it is judged, beside another document', async () => {
    const { store } = await opened();
    const { document, standardId, asOf, comparison } = store.getState();
    const of = { kind: 'document', from: { kind: 'open' }, document, shown: null };
    expect(comparison!.left).toEqual({ of, standardId, asOf });
    expect(comparison!.right).toEqual({ of, standardId: 'qingdao-2018', asOf });
  });

  it('tells what files opened for it alone would change, and leaves the plan as it is', async () => {
    const workspace = await opened();
    const before = workspace.store.getState();
    const { of, read } = await readComparedFiles(workspace, [LATER_CSV]);
    expect(read).toEqual([{ file: 'later.csv', role: 'facilities', rows: 2, used: 2, errors: 0, crs: null }]);
    const { left } = before.comparison!;
    const report = await compareSides(workspace, { left, right: { ...left, of: of! } }, new AbortController());
    const row = rowOf(report, 'A', 'floor_area');
    expect([row.kind, row.delta]).toEqual(['worse', 190]);
    expect(row.causes).toEqual([
      expect.objectContaining({ code: 'facility_stand', facility: 'F', left: 'open', right: 'closed' }),
    ]);
    const after = workspace.store.getState();
    expect(after.plan).toBe(before.plan);
    expect(after.digest).toBe(before.digest);
    expect(after.jobs).toEqual([]);
  });

  it('says of a file that it cannot be compared as it is', async () => {
    const workspace = await opened();
    const { of, read } = await readComparedFiles(workspace, [csvFile('notes.csv', 'colour,taste', 'red,sweet')]);
    expect(of).toBeNull();
    expect(read).toEqual([expect.objectContaining({ file: 'notes.csv', role: null })]);
  });

  it('can be stopped, and is over once it is closed', async () => {
    const workspace = await opened();
    const controller = new AbortController();
    const running = compareSides(workspace, workspace.store.getState().comparison!, controller);
    controller.abort();
    await expect(running).rejects.toThrow(AnalysisCancelled);
    closeComparison(workspace);
    expect(workspace.store.getState().comparison).toBeNull();
  });
});
