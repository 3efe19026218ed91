import { describe, expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { redo } from '../../src/actions/redo.ts';
import { setAsOf } from '../../src/actions/set-as-of.ts';
import { setField } from '../../src/actions/set-field.ts';
import { undo } from '../../src/actions/undo.ts';
import { lastEffect } from '../../src/state/last-effect.ts';
import { isOutOfDate } from '../../src/state/selectors.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

async function openTown(): Promise<Workspace> {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
  return workspace;
}

/** Until the audit that an edit asked for is there. */
async function judged({ store }: Workspace): Promise<void> {
  while (isOutOfDate(store.getState())) {
    // oxlint-disable-next-line no-await-in-loop -- until it is
    await new Promise((resolve) => {
      setTimeout(resolve, 1);
    });
  }
}

function extend(workspace: Workspace, m2: string) {
  return setField(workspace, { table: 'facilities', id: 'F', column: 'floor_area', cell: m2 });
}

describe('the effect of the last step', () => {
  it('is waited for, then told; undone and done again it is told the other way round', async () => {
    const workspace = await openTown();
    const effect = () => lastEffect(workspace.store.getState());
    expect(extend(workspace, '200')).toBeNull();
    expect(effect()).toMatchObject({ effect: null, base: { moves: 1, undone: false } });
    await judged(workspace);
    expect(effect()).toMatchObject({ base: { step: { kind: 'set-field', from: 190, to: 200 } } });
    expect(effect()!.effect!.floorGapM2).toBeCloseTo(-10, 6);
    await undo(workspace);
    expect(effect()).toMatchObject({ base: { undone: true, step: { kind: 'set-field' } } });
    expect(effect()!.effect!.floorGapM2).toBeCloseTo(10, 6);
    await redo(workspace);
    expect(effect()!.base.undone).toBe(false);
    expect(effect()!.effect!.floorGapM2).toBeCloseTo(-10, 6);
  });

  it('adds up steps that came too quickly to be judged one by one', async () => {
    const workspace = await openTown();
    extend(workspace, '195');
    extend(workspace, '200');
    await judged(workspace);
    const { base, effect } = lastEffect(workspace.store.getState())!;
    expect(base).toMatchObject({ moves: 2, step: { from: 195, to: 200 } });
    expect(effect!.floorGapM2).toBeCloseTo(-10, 6);
  });

  it('is not told once another day judges, nor where an edit was refused or changed nothing', async () => {
    const workspace = await openTown();
    const version = workspace.store.getState().planVersion;
    expect(extend(workspace, '-5')).toMatchObject({ refused: 'number_negative' });
    expect(extend(workspace, '190')).toBeNull();
    expect(workspace.store.getState().planVersion).toBe(version);
    extend(workspace, '200');
    await judged(workspace);
    await setAsOf(workspace, '2025-06-01');
    expect(lastEffect(workspace.store.getState())).toBeNull();
  });
});
