import { beforeEach, describe, expect, it } from 'vitest';
import { chooseTool, hasShape } from '../../src/actions/choose-tool.ts';
import { drawPlace } from '../../src/actions/draw-place.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { reshapePlace } from '../../src/actions/reshape-place.ts';
import { undo } from '../../src/actions/undo.ts';
import { asWgs84 } from '../../src/core/geo/geometry.ts';
import type { DrawTool } from '../../src/state/workspace-state.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { metresAway, pointAt, squareAt } from '../builders/plan-builder.ts';
import { AREAS_CSV, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

let workspace: Workspace;
const state = () => workspace.store.getState();
const lineTo = (east: number) => ({ type: 'LineString' as const, line: [metresAway(0), metresAway(east)] });

beforeEach(async () => {
  workspace = openWorkspace();
  await openFiles(workspace, [AREAS_CSV, FACILITIES_CSV]);
});

describe('what is drawn', () => {
  it.each<[DrawTool, string]>([
    ['facility', 'facilities'],
    ['area', 'areas'],
    ['candidate', 'candidates'],
    ['parcel', 'parcels'],
  ])('with the tool %s is one step, is looked at, and can be taken back', async (tool, table) => {
    const { plan } = state();
    chooseTool(workspace, tool);
    await drawPlace(workspace, tool, tool === 'area' || tool === 'parcel' ? squareAt(0, 0, 90) : pointAt(5));
    const { selection, history, mapTool, digest, planVersion } = state();
    expect(state().plan[table as 'areas'].has(selection!.id)).toBe(true);
    expect(history.steps.at(-1)!.name).toEqual({ kind: 'add', table, name: selection!.id });
    expect(mapTool).toBe('select');
    expect(digest!.stamp.planVersion).toBe(planVersion);
    await undo(workspace);
    expect(state().plan).toEqual(plan);
  });

  it('on the streets is a barrier or a link', async () => {
    await drawPlace(workspace, 'barrier', lineTo(80));
    const [barrier] = state().plan.streetEdits.values();
    expect(barrier).toMatchObject({ kind: 'barrier', line: lineTo(80).line });
    expect(hasShape(state())).toBe(true);
    expect(reshapePlace(workspace, lineTo(120))).toBe(true);
    expect(state().plan.streetEdits.get(barrier!.id)!.line).toEqual(lineTo(120).line);
  });

  it('is shown, though its layer was hidden', async () => {
    expect(state().layers.candidates.visible).toBe(false);
    await drawPlace(workspace, 'candidate', pointAt(5));
    expect(state().layers.candidates.visible).toBe(true);
  });

  it('is refused with a code and stays out', async () => {
    const { plan } = state();
    chooseTool(workspace, 'facility');
    await drawPlace(workspace, 'facility', asWgs84({ type: 'Point', coordinates: [10, 99] }));
    expect(state()).toMatchObject({ plan, refused: 'outside_world', mapTool: 'facility' });
    chooseTool(workspace, 'select');
    expect(state().refused).toBeNull();
  });

  it('keeps the shape it had where the new one is refused', async () => {
    await drawPlace(workspace, 'area', squareAt(0, 0, 90));
    const bow = [metresAway(0), metresAway(90, 90), metresAway(90), metresAway(0, 90), metresAway(0)].map((p) => [
      ...p,
    ]);
    expect(reshapePlace(workspace, asWgs84({ type: 'Polygon', coordinates: [bow] }))).toBe(false);
    expect(state().refused).toBe('self_intersecting');
    expect(state().plan.areas.get('A-new-1')!.geometry).toEqual(squareAt(0, 0, 90));
  });
});
