import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** Why what was drawn last was not taken. */
export function RefusalHint() {
  const t = useTexts().mapTools;
  const refused = useWorkspaceState((state) => state.refused);
  if (refused === null) return null;
  return (
    <div className="map-hint refused" role="alert">
      <Icon name="warning" />
      <span>{t.refused[refused]}</span>
    </div>
  );
}
