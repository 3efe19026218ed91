import { useMemo } from 'react';
import type { DrawAnew } from '../../map/drawing-task.ts';
import { placedSelection, tableOf } from '../../state/tables-of-selection.ts';
import type { MapTool } from '../../state/workspace-state.ts';
import { useWorkspaceState } from '../workspace-context.tsx';

/** The outline or the line of what is selected, while its shape is edited; null: it has none. */
export function useShapeOfSelected(tool: MapTool): DrawAnew['shape'] | null {
  const selection = useWorkspaceState((state) => state.selection);
  const line = useWorkspaceState(({ plan }) =>
    selection !== null && tableOf(selection) === 'streetEdits' ? plan.streetEdits.get(selection.id)?.line : undefined,
  );
  const geometry = useWorkspaceState(({ plan }) => {
    const record = placedSelection(selection);
    return record === null ? undefined : plan[record.table].get(record.id)?.geometry;
  });
  return useMemo(() => {
    if (tool !== 'shape') return null;
    if (line !== undefined) return { type: 'LineString', coordinates: line.map((position) => [...position]) };
    return geometry === undefined || geometry.type === 'Point' ? null : geometry;
  }, [tool, line, geometry]);
}
