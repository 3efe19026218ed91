import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** What hangs together, and what did not get onto the streets. */
export function NetworkLegend() {
  const t = useTexts().map.layers;
  const barriers = useWorkspaceState(({ plan }) =>
    [...plan.streetEdits.values()].some(({ kind }) => kind === 'barrier'),
  );
  return (
    <ul className="legend">
      {(['main', 'other', 'island'] as const).map((component) => (
        <li key={component} className="legend-row">
          <span className="network-key" data-component={component} aria-hidden="true" />
          <span>{t.component[component]}</span>
        </li>
      ))}
      {(['too_far', 'snapped_to_island'] as const).map((state) => (
        <li key={state} className="legend-row">
          <span className="unsnapped-key" data-state={state} aria-hidden="true" />
          <span>{state === 'too_far' && barriers ? t.unsnapped.too_far_or_walled_off : t.unsnapped[state]}</span>
        </li>
      ))}
    </ul>
  );
}
