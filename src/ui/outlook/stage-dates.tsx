import { setStageDate } from '../../actions/set-measure.ts';
import { lateStages } from '../../core/outlook/late-stages.ts';
import { measureId } from '../../core/outlook/phasing.ts';
import { SYNC_STAGES, type MeasureSubject, type SyncDates } from '../../core/plan/plan.ts';
import { subjectName } from '../../state/subject-name.ts';
import { OptionalDay } from '../parts/optional-day.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const SIDES: readonly (keyof SyncDates)[] = ['housing', 'facility'];

/** The four stages (四同步), each with the housing's date and the facility's, and what is late of them. */
export function StageDates({ subject }: { readonly subject: MeasureSubject }) {
  const { phasing: t, stage: stages } = useTexts().outlook;
  const workspace = useWorkspace();
  const asOf = useWorkspaceState((state) => state.asOf);
  const measure = useWorkspaceState(({ plan }) => plan.measures.get(measureId(subject)));
  const name = useWorkspaceState(({ plan }) => subjectName(plan, subject));
  const late = measure === undefined ? [] : lateStages(measure, asOf);
  return (
    <table className="stage-dates" aria-label={t.stagesOf(name)}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t.stages}</span>
          </th>
          {SIDES.map((side) => (
            <th key={side} scope="col">
              {t[side]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SYNC_STAGES.map((stage) => {
          const behind = late.find((one) => one.stage === stage);
          return (
            <tr key={stage}>
              <th scope="row">{stages[stage]}</th>
              {SIDES.map((side) => (
                <td key={side}>
                  <OptionalDay
                    label={t.dateOf(stages[stage], t[side])}
                    value={measure?.stages?.[stage]?.[side] ?? null}
                    onChange={(day) => void setStageDate(workspace, subject, { stage, side }, day ?? undefined)}
                  />
                  {side === 'facility' && behind !== undefined ? (
                    <p className="ink-short stage-late">
                      {(behind.facility === null ? t.lateNoDate : t.lateBy)(stages[stage], String(behind.days))}
                    </p>
                  ) : null}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
