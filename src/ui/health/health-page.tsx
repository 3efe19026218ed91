import { EmptyNote } from '../parts/empty-note.tsx';
import { useDataHealth } from '../queries.ts';
import { useTexts } from '../workspace-context.tsx';
import { BlankSection } from './blank-section.tsx';
import { CaveatSection } from './caveat-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { LoadedSection } from './loaded-section.tsx';
import { ProblemSection } from './problem-section.tsx';
import { UndecidedSection } from './undecided-section.tsx';

/** What the data can and cannot bear, the gravest first: every number leads to what it counts. */
export function HealthPage() {
  const { health: t } = useTexts();
  const health = useDataHealth();
  if (health === null) return <EmptyNote title={t.loadingTitle} help={t.loadingHelp} />;
  return (
    // A long page must be scrollable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="health-page" role="group" aria-label={t.parts.health} tabIndex={0}>
      <UndecidedSection rows={health.undecided} />
      <CaveatSection rows={health.caveats} />
      <BlankSection tables={health.tables} />
      <EvidenceSection evidence={health.evidence} />
      <ProblemSection />
      <LoadedSection />
    </div>
  );
}
