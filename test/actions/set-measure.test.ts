import { beforeEach, describe, expect, it } from 'vitest';
import { removeMeasure, setMeasureForm, setMeasureYear, setStageDate } from '../../src/actions/set-measure.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { undo } from '../../src/actions/undo.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

const F = { kind: 'facility', id: 'F' } as const;

let workspace: Workspace;
const measures = () => workspace.store.getState().plan.measures;

beforeEach(async () => {
  workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
});

describe('a measure', () => {
  it('comes with its first figure, keeps the others, and goes with its last', async () => {
    await setMeasureYear(workspace, F, 2028);
    await setMeasureForm(workspace, F, 'lease');
    const dates = { stages: { built: { housing: '2027-01-01' } } };
    await setStageDate(workspace, F, { stage: 'built', side: 'housing' }, '2027-01-01');
    expect(measures().get('facility/F')).toEqual({ id: 'facility/F', subject: F, year: 2028, form: 'lease', ...dates });
    await setMeasureYear(workspace, F, undefined);
    await setStageDate(workspace, F, { stage: 'built', side: 'housing' }, undefined);
    expect(measures().get('facility/F')).toEqual({ id: 'facility/F', subject: F, form: 'lease' });
    await setMeasureForm(workspace, F, undefined);
    expect(measures().size).toBe(0);
  });

  it('is set by a step of its own, which undo takes back', async () => {
    await setMeasureYear(workspace, F, 2028);
    const { history, digest, planVersion } = workspace.store.getState();
    expect(history.steps.at(-1)!.name).toEqual({ kind: 'measure', of: 'F', part: 'year' });
    expect(digest!.stamp.planVersion).toBe(planVersion);
    await undo(workspace);
    expect(measures().size).toBe(0);
  });

  it('that says what it said makes no step', async () => {
    const before = workspace.store.getState().history.done;
    await setMeasureYear(workspace, F, undefined);
    await removeMeasure(workspace, F);
    expect(workspace.store.getState().history.done).toBe(before);
  });
});
