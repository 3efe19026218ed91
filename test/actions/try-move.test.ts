import { beforeEach, describe, expect, it } from 'vitest';
import { chooseTool } from '../../src/actions/choose-tool.ts';
import { endTrial } from '../../src/actions/end-trial.ts';
import { leaveOff } from '../../src/actions/leave-off.ts';
import { movePlace } from '../../src/actions/move-place.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { select } from '../../src/actions/select.ts';
import { tryMove } from '../../src/actions/try-move.ts';
import { undo } from '../../src/actions/undo.ts';
import type { AuditRequest } from '../../src/analysis/api.ts';
import type { LonLat } from '../../src/core/geo/geometry.ts';
import { isOutOfDate } from '../../src/state/selectors.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

/** What has been asked for, trials marked. */
let asked: AuditRequest[];
let workspace: Workspace;
const state = () => workspace.store.getState();
const move = (to: LonLat) => ({ table: 'facilities', id: 'F', to }) as const;
/** From a place out of everybody's reach to one beside area B. */
const FAR: LonLat = [121.2, 32];
const NEAR_B: LonLat = [120.951, 32];
const covered = () => [...state().digest!.coveredShare];

beforeEach(async () => {
  asked = [];
  workspace = openWorkspace((analysis) => ({
    ...analysis,
    audit: (request, job) => {
      asked.push(request);
      return analysis.audit(request, job);
    },
  }));
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  asked = [];
});

/** Until a trial has been judged. */
async function judged(): Promise<void> {
  await expect.poll(() => state().digest?.stamp.trial).toBe(true);
}

describe('a thing that is held elsewhere', () => {
  it('is judged there, while the plan and its history stay as they are', async () => {
    const { plan, planVersion, history } = state();
    expect(covered()).toEqual([1, 1]);
    tryMove(workspace, move(FAR));
    await judged();
    expect(covered()).toEqual([0, 1]);
    expect(state().trial).toMatchObject({ kind: 'move', table: 'facilities', name: 'F' });
    expect(state()).toMatchObject({ plan, planVersion, history });
    expect(isOutOfDate(state())).toBe(false);
  });

  it('is judged at the last of many places, not at each', async () => {
    const places = Array.from({ length: 50 }, (_, i): LonLat => [120.9 + i * 0.0001, 32.01]);
    for (const place of [...places, FAR]) tryMove(workspace, move(place));
    await expect.poll(() => covered()).toEqual([0, 1]);
    expect(asked.length).toBeLessThan(10);
  });

  it('goes back where it was, with everybody’s verdict', async () => {
    const before = state().digest!;
    tryMove(workspace, move(FAR));
    await judged();
    await endTrial(workspace);
    expect(state().digest).toEqual(before);
    expect(state().trial).toBeNull();
  });

  it('is dropped as one step that says how far; undone, it is where it was', async () => {
    const before = state();
    tryMove(workspace, move(FAR));
    await judged();
    await movePlace(workspace, move(NEAR_B));
    expect(state().history.steps.at(-1)!.name).toEqual({ kind: 'move', table: 'facilities', name: 'F', metres: 4809 });
    expect(state().digest!.stamp).toMatchObject({ trial: false, planVersion: before.planVersion + 1 });
    expect(state().trial).toBeNull();
    await undo(workspace);
    expect(state().plan).toEqual(before.plan);
    expect(covered()).toEqual([...before.digest!.coveredShare]);
  });

  it('is refused outside the world, and stays', async () => {
    tryMove(workspace, move([10, 95]));
    expect(state()).toMatchObject({ refused: 'outside_world', trial: null });
    await movePlace(workspace, move([10, 95]));
    expect(state().history.steps.at(-1)!.name.kind).toBe('open');
  });
});

it('leaves off one thing at a time: what is held, the tool, the selection', async () => {
  select(workspace, { kind: 'facility', id: 'F' });
  chooseTool(workspace, 'area');
  tryMove(workspace, move(FAR));
  leaveOff(workspace);
  expect(state()).toMatchObject({ trial: null, mapTool: 'area' });
  leaveOff(workspace);
  expect(state()).toMatchObject({ mapTool: 'select', selection: { id: 'F' } });
  leaveOff(workspace);
  expect(state().selection).toBeNull();
});
