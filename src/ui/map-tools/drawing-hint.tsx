import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { chooseTool } from '../../actions/choose-tool.ts';
import type { Drawing } from '../../map/drawing-task.ts';
import type { MapView } from '../../map/map-view.ts';
import type { MapTool } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { drawingTask } from './drawing-task.ts';
import { useShapeOfSelected } from './use-shape-of-selected.ts';

type Tool = Exclude<MapTool, 'select'>;

/** Draws with a tool while it is in the hand, and says what to do next. */
export function DrawingHint({ view, tool }: { readonly view: MapView; readonly tool: Tool }) {
  const t = useTexts().mapTools;
  const workspace = useWorkspace();
  const [corners, setCorners] = useState(0);
  const drawing = useRef<Drawing | null>(null);
  const shape = useShapeOfSelected(tool);
  const first = useRef(shape);
  useEffect(() => {
    const task = drawingTask(workspace, tool, first.current, setCorners);
    if (task === null) return undefined;
    const begun = view.draw(task);
    drawing.current = begun;
    return () => {
      drawing.current = null;
      begun.stop();
    };
  }, [workspace, view, tool]);
  useEffect(() => {
    if (tool !== 'shape') return;
    if (shape === null) chooseTool(workspace, 'select');
    else drawing.current?.show(shape);
  }, [workspace, tool, shape]);
  useEffect(() => {
    // Keys of the map's own, while it has the focus; Enter also from anywhere else but a button.
    const onKeyDown = (event: KeyboardEvent): void => {
      const onMap = event.target instanceof HTMLCanvasElement;
      if (event.key === ' ' && onMap) {
        event.preventDefault();
        drawing.current?.pressCentre();
      } else if (event.key === 'Enter' && event.target === document.body) {
        drawing.current?.finish();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const fewest = FEWEST[tool];
  return (
    <div className="map-hint" role="status">
      <span>{hintOf(tool, corners, t)}</span>
      {corners === 0 && tool !== 'shape' ? <span className="muted keys-hint">{t.hint.keys}</span> : null}
      {corners === 0 ? null : <span className="muted number">{t.corners(formatNumber(corners))}</span>}
      {fewest === null ? null : (
        <Button className="button small" isDisabled={corners < fewest} onPress={() => drawing.current?.finish()}>
          {t.finish}
        </Button>
      )}
      <Button className="button small quiet" onPress={() => chooseTool(workspace, 'select')}>
        {t.leave}
      </Button>
    </div>
  );
}

/** Corners that a shape has at least; null: it is finished with the first press, or never. */
const FEWEST: Readonly<Record<Tool, number | null>> = {
  facility: null,
  candidate: null,
  area: 3,
  parcel: 3,
  barrier: 2,
  link: 2,
  shape: null,
};

function hintOf(tool: Tool, corners: number, { hint }: Texts['mapTools']): string {
  if (tool === 'shape' || tool === 'facility' || tool === 'candidate') return hint[tool];
  if (tool === 'barrier' || tool === 'link') {
    if (corners > 0) return hint.lineNext;
    return tool === 'barrier' ? hint.barrierFirst : hint.linkFirst;
  }
  if (corners === 0) return hint.polygonFirst;
  return corners < 3 ? hint.polygonNext : hint.polygonLast;
}
