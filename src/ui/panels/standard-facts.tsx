import { chosenStandard } from '../../state/selectors.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { StatusBadge } from '../parts/status-badge.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** The document that judges: what it is and what standing it has. */
export function StandardFacts() {
  const t = useTexts().settings.standard;
  const { standard } = chosenStandard(useWorkspaceState((state) => state));
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  return (
    <section className="standard-facts">
      <h3>
        {inLanguage(standard.title, language)} <StatusBadge status={standard.status} />
      </h3>
      <p className="muted">
        {[
          inLanguage(standard.issuer, language),
          standard.number ?? standard.issued,
          t.certainty[standard.certainty],
        ].join(' · ')}
      </p>
      {standard.status === 'draft' ? <p className="hint">{t.draftWarning}</p> : null}
      {standard.status === 'superseded' ? <p className="hint">{t.supersededWarning}</p> : null}
    </section>
  );
}
