import { measureId } from '../../core/outlook/phasing.ts';
import type { MeasureSubject } from '../../core/plan/plan.ts';
import { MeasureFormField, MeasureYearField } from '../outlook/measure-fields.tsx';
import { StageDates } from '../outlook/stage-dates.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** When and how what is selected is to come about; open where something is planned of it. */
export function MeasureCard({ subject }: { readonly subject: MeasureSubject }) {
  const { phasing: t } = useTexts().outlook;
  const isOpen = useWorkspaceState(({ plan }) => {
    const status = subject.kind === 'facility' ? plan.facilities.get(subject.id)?.status : undefined;
    return plan.measures.has(measureId(subject)) || status === 'planned' || status === 'building';
  });
  return (
    <details className="more measure-card" open={isOpen}>
      <summary>{t.card}</summary>
      <div className="measure-fields">
        <MeasureYearField subject={subject} />
        <MeasureFormField subject={subject} />
      </div>
      <StageDates subject={subject} />
      <p className="muted health-help">{t.cardHelp}</p>
    </details>
  );
}
