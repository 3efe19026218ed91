import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { mapStepText } from './map-step-text.ts';

/** What is being tried, and how it is ended. */
export function TrialHint() {
  const texts = useTexts();
  const t = texts.mapTools;
  const trial = useWorkspaceState((state) => state.trial);
  return (
    <div className="map-hint" role="status" hidden={trial === null}>
      {trial === null ? null : (
        <>
          <strong>{t.held(mapStepText(texts, trial))}</strong>
          <span className="muted">{t.heldHelp}</span>
        </>
      )}
    </div>
  );
}
