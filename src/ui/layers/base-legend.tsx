import { streetsAreExtract } from '../../state/selectors.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

const KEY = ['water', 'green', 'road', 'path', 'rail', 'building'] as const;
/** Lines alone tell no more. */
const KEY_OF_LINES = ['road', 'path'] as const;

/** The base map of the streets that the audit walked on. */
export function BaseLegend() {
  const t = useTexts().map.layers;
  const osm = useWorkspaceState(streetsAreExtract);
  return (
    <>
      <p className="layer-help">{t.baseHelp}</p>
      <ul className="legend base-key">
        {(osm ? KEY : KEY_OF_LINES).map((name) => (
          <li key={name} className="legend-row">
            <span className="base-sign" data-base={name} aria-hidden="true" />
            <span>{t.baseKey[name]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
