import type { MapView } from '../../map/map-view.ts';
import { useWorkspaceState } from '../workspace-context.tsx';
import { DrawingHint } from './drawing-hint.tsx';
import { HandleOfSelected } from './handle-of-selected.tsx';
import { ToolPalette } from './tool-palette.tsx';
import { TrialHint } from './trial-hint.tsx';
import { RefusalHint } from './refusal-hint.tsx';

/** What is done on the map by hand: tools, what they say, and the handle of what is selected. */
export function MapTools({ view }: { readonly view: MapView }) {
  const tool = useWorkspaceState(({ mapTool }) => mapTool);
  // Another thing's shape is another drawing.
  const shaped = useWorkspaceState(({ mapTool, selection }) => (mapTool === 'shape' ? selection?.id : undefined));
  return (
    <>
      <ToolPalette />
      {tool === 'select' || tool === 'shape' ? null : <div className="crosshair" aria-hidden="true" />}
      <div className="map-hints">
        <RefusalHint />
        {tool === 'select' ? <TrialHint /> : <DrawingHint key={`${tool} ${shaped}`} view={view} tool={tool} />}
      </div>
      {tool === 'select' ? <HandleOfSelected view={view} /> : null}
    </>
  );
}
