import { STREET_EDIT_KINDS } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** Barriers and links, and how many of each; links that lead nowhere have a key of their own. */
export function StreetEditsLegend() {
  const t = useTexts().map.layers;
  const edits = useWorkspaceState(({ plan }) => plan.streetEdits);
  const unjoined = useWorkspaceState(
    ({ digest }) => digest?.issues.filter(({ code }) => code === 'street_edit_unjoined').length ?? 0,
  );
  const counts = STREET_EDIT_KINDS.map((kind) => {
    const count = [...edits.values()].filter((edit) => edit.kind === kind).length;
    return [kind, kind === 'link' ? Math.max(0, count - unjoined) : count] as const;
  });
  return (
    <ul className="legend">
      {[...counts, ['unjoined', unjoined] as const]
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => (
          <li key={kind} className="legend-row">
            <span className="street-edit-key" data-kind={kind} aria-hidden="true" />
            <span>{t.streetEditKinds[kind]}</span>
            <span className="number">{formatNumber(count)}</span>
          </li>
        ))}
    </ul>
  );
}
