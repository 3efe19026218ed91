import { useTexts } from '../workspace-context.tsx';

/** What hangs together, and what did not get onto the streets. */
export function NetworkLegend() {
  const t = useTexts().map.layers;
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
          <span>{t.unsnapped[state]}</span>
        </li>
      ))}
    </ul>
  );
}
