import { setMeasureForm, setMeasureYear } from '../../actions/set-measure.ts';
import { formOfAcquisition, measureId } from '../../core/outlook/phasing.ts';
import { MEASURE_FORMS, type MeasureSubject } from '../../core/plan/plan.ts';
import { subjectName } from '../../state/subject-name.ts';
import { Choice } from '../parts/choice.tsx';
import { OptionalNumber } from '../parts/optional-number.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const OPEN = 'open';

/** By which form a subject comes about; what its own row states shows, and is not written. */
export function MeasureFormField({ subject }: { readonly subject: MeasureSubject }) {
  const { form: forms, phasing: t, none } = useTexts().outlook;
  const workspace = useWorkspace();
  const form = useWorkspaceState(({ plan }) => plan.measures.get(measureId(subject))?.form);
  const own = useWorkspaceState(({ plan }) =>
    subject.kind === 'facility' ? formOfAcquisition(plan.facilities.get(subject.id)) : null,
  );
  const name = useWorkspaceState(({ plan }) => subjectName(plan, subject));
  const label = useTexts().outlook.assumptions.ofRow(name, t.form);
  return (
    <Choice
      label={label}
      labelHidden
      className="measure-form"
      value={form ?? null}
      placeholder={own === null ? none : t.byAcquisition(forms[own])}
      options={[...MEASURE_FORMS.map((id) => ({ id, text: forms[id] })), { id: OPEN, text: none } as const]}
      onChange={(id) => void setMeasureForm(workspace, subject, id === OPEN ? undefined : id)}
    />
  );
}

/** In which year it is to be done. */
export function MeasureYearField({ subject }: { readonly subject: MeasureSubject }) {
  const { phasing: t, assumptions } = useTexts().outlook;
  const workspace = useWorkspace();
  const year = useWorkspaceState(({ plan }) => plan.measures.get(measureId(subject))?.year);
  const name = useWorkspaceState(({ plan }) => subjectName(plan, subject));
  return (
    <OptionalNumber
      label={assumptions.ofRow(name, t.year)}
      value={year ?? null}
      unit={t.yearUnit}
      min={1990}
      max={2100}
      step={1}
      onChange={(next) => void setMeasureYear(workspace, subject, next ?? undefined)}
    />
  );
}
