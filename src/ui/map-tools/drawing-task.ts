import { drawPlace } from '../../actions/draw-place.ts';
import { refuseDrawn } from '../../actions/refuse-drawn.ts';
import { reshapePlace } from '../../actions/reshape-place.ts';
import { ShapeSnapper } from '../../core/geo/snap-to-shapes.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { DrawAnew, DrawingTask, SnapTo } from '../../map/drawing-task.ts';
import type { MapTool } from '../../state/workspace-state.ts';
import type { Workspace } from '../../state/workspace.ts';

/** What the map is asked to draw with a tool; null: there is no shape to edit. */
export function drawingTask(
  workspace: Workspace,
  tool: Exclude<MapTool, 'select'>,
  shape: DrawAnew['shape'] | null,
  onProgress: (corners: number) => void,
): DrawingTask | null {
  const snapTo = lazySnapping(workspace.store.getState().plan, shape);
  if (tool === 'shape') {
    if (shape === null) return null;
    const ofStreets = shape.type === 'LineString';
    return {
      kind: 'shape',
      shape,
      toStreets: ofStreets,
      ...(ofStreets ? {} : { snapTo }),
      onDrawn: (drawn) => reshapePlace(workspace, drawn),
    };
  }
  const ofStreets = tool === 'barrier' || tool === 'link';
  return {
    kind: tool === 'facility' || tool === 'candidate' ? 'point' : ofStreets ? 'line' : 'polygon',
    toStreets: ofStreets,
    // A wall stands where an estate ends.
    ...(tool === 'link' ? {} : { snapTo }),
    onDrawn: (drawn) => void drawPlace(workspace, tool, drawn),
    onCrossing: () => refuseDrawn(workspace, 'self_intersecting'),
    onProgress,
  };
}

/** Snapping to the outlines of the plan, but for the one that is being edited; gathered when it is first wanted. */
function lazySnapping(
  { areas, facilities, candidates, parcels, units }: Plan,
  shape: DrawAnew['shape'] | null,
): SnapTo {
  let snapper: ShapeSnapper | null = null;
  return (at, withinM) => {
    snapper ??= new ShapeSnapper(
      [areas, parcels, facilities, candidates, units].flatMap((table) =>
        [...table.values()].flatMap(({ geometry }) => (geometry === undefined || geometry === shape ? [] : geometry)),
      ),
    );
    return snapper.snap(at, withinM);
  };
}
