import { formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** How many areas' elders a layer takes from an estimate. */
export function EstimatedElders() {
  const t = useTexts().population;
  const areas = useWorkspaceState(({ digest }) => digest?.summary.areas_with_estimated_elders ?? 0);
  return areas > 0 ? <p className="layer-help">{t.areasEstimated(formatNumber(areas))}</p> : null;
}
