import { measureId } from '../core/outlook/phasing.ts';
import type { IsoDate } from '../core/units.ts';
import type { Measure, MeasureForm, MeasureSubject, SyncDates, SyncStage } from '../core/plan/plan.ts';
import { subjectName } from '../state/subject-name.ts';
import { commit, type Workspace } from '../state/workspace.ts';

/** Sets by which form a subject comes about; undefined: open. */
export async function setMeasureForm(
  workspace: Workspace,
  subject: MeasureSubject,
  form: MeasureForm | undefined,
): Promise<void> {
  const { form: before, ...rest } = measureOf(workspace, subject);
  if (form !== before) await replace(workspace, 'form', { ...rest, ...(form === undefined ? {} : { form }) });
}

/** Sets in which year it is to be done; undefined: open. */
export async function setMeasureYear(
  workspace: Workspace,
  subject: MeasureSubject,
  year: number | undefined,
): Promise<void> {
  const { year: before, ...rest } = measureOf(workspace, subject);
  if (year !== before) await replace(workspace, 'year', { ...rest, ...(year === undefined ? {} : { year }) });
}

/** Sets when the housing or the facility comes through a stage; undefined: not known. */
export async function setStageDate(
  workspace: Workspace,
  subject: MeasureSubject,
  { stage, side }: { readonly stage: SyncStage; readonly side: keyof SyncDates },
  date: IsoDate | undefined,
): Promise<void> {
  const { stages = {}, ...rest } = measureOf(workspace, subject);
  const { [side]: before, ...other } = stages[stage] ?? {};
  if (date === before) return;
  const dates = { ...other, ...(date === undefined ? {} : { [side]: date }) };
  const { [stage]: _, ...otherStages } = stages;
  const next = { ...otherStages, ...(Object.keys(dates).length === 0 ? {} : { [stage]: dates }) };
  await replace(workspace, 'stages', { ...rest, ...(Object.keys(next).length === 0 ? {} : { stages: next }) });
}

/** Takes a subject off the programme. */
export async function removeMeasure(workspace: Workspace, subject: MeasureSubject): Promise<void> {
  await replace(workspace, 'removed', { id: measureId(subject), subject });
}

function measureOf({ store }: Workspace, subject: MeasureSubject): Measure {
  const id = measureId(subject);
  return store.getState().plan.measures.get(id) ?? { id, subject };
}

async function replace(
  workspace: Workspace,
  part: 'form' | 'year' | 'stages' | 'removed',
  next: Measure,
): Promise<void> {
  const { plan } = workspace.store.getState();
  const from = plan.measures.get(next.id);
  const { form, year, stages, note } = next;
  const isEmpty = form === undefined && year === undefined && stages === undefined && note === undefined;
  const to = isEmpty ? undefined : next;
  if (from === undefined && to === undefined) return;
  const name = { kind: 'measure', of: subjectName(plan, next.subject), part } as const;
  commit(workspace, name, [{ table: 'measures', id: next.id, from, to }]);
  await workspace.audits.request();
}
