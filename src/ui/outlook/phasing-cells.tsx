import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { removeMeasure } from '../../actions/set-measure.ts';
import type { PhasingRow } from '../../core/outlook/phasing.ts';
import type { MeasureSubject } from '../../core/plan/plan.ts';
import { latenessOf } from '../../state/phasing-table.ts';
import { subjectName } from '../../state/subject-name.ts';
import { formatNumber } from '../../text/numbers.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { AreaLink, FacilityLink, PoolLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { MeasureFormField, MeasureYearField } from './measure-fields.tsx';
import { StageDates } from './stage-dates.tsx';

/** The cells of a line of the programme, in the order of its heads. */
export function phasingCells(row: PhasingRow): readonly ReactNode[] {
  const { subject } = row;
  return [
    <Item key="item" row={row} />,
    <MeasureFormField key="form" subject={subject} />,
    <MeasureYearField key="year" subject={subject} />,
    <FloorArea key="m2" m2={row.m2} />,
    <State key="state" row={row} />,
    <Stages key="stages" row={row} />,
    <Lateness key="late" row={row} />,
  ];
}

function Item({ row: { subject, state } }: { readonly row: PhasingRow }) {
  const { kind } = useTexts().outlook;
  const name = useWorkspaceState(({ plan }) => subjectName(plan, subject));
  return (
    <>
      {state === 'gone' ? name : <SubjectLink subject={subject} />}{' '}
      <span className="muted phasing-kind">{kind[subject.kind]}</span>
    </>
  );
}

function SubjectLink({ subject: { kind, id } }: { readonly subject: MeasureSubject }) {
  const name = useWorkspaceState(({ plan }) => subjectName(plan, { kind, id }));
  if (kind === 'facility') return <FacilityLink id={id} />;
  if (kind === 'area') return <AreaLink id={id} />;
  return kind === 'pool' ? <PoolLink id={id} /> : <>{name}</>;
}

function FloorArea({ m2 }: { readonly m2: number | null }) {
  const { unknown } = useTexts().workspace;
  return m2 === null ? <span className="absent">{unknown}</span> : <>{formatNumber(m2)}</>;
}

function State({ row: { state } }: { readonly row: PhasingRow }) {
  const { outlook } = useTexts();
  return <span className="badge">{outlook.state[state]}</span>;
}

/** How many of the eight dates are known; pressed, they are edited. */
function Stages({ row: { subject, measure } }: { readonly row: PhasingRow }) {
  const { phasing: t } = useTexts().outlook;
  const name = useWorkspaceState(({ plan }) => subjectName(plan, subject));
  const dates = Object.values(measure?.stages ?? {}).flatMap((stage) => Object.values(stage)).length;
  return (
    <DialogTrigger>
      <Button className="button small" aria-label={t.stagesOf(name)}>
        {dates === 0 ? t.noStages : t.stagesSet(String(dates))}
      </Button>
      <Popover className="popover stage-popover">
        <Dialog aria-label={t.stagesOf(name)}>
          {({ close }) => (
            <>
              <StageDates subject={subject} />
              <Button className="button small" onPress={close}>
                {t.done}
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Lateness({ row }: { readonly row: PhasingRow }) {
  const texts = useTexts();
  const { phasing: t } = texts.outlook;
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ plan }) => subjectName(plan, row.subject));
  const late = latenessOf(row, texts);
  return (
    <span className="phasing-late">
      {late.length === 0 ? (
        <span className="muted">{t.notLate}</span>
      ) : (
        <span className="ink-short">{late.join(texts.workspace.clauseSeparator)}</span>
      )}
      {row.measure === null ? null : (
        <IconButton icon="bin" label={t.remove(name)} onPress={() => void removeMeasure(workspace, row.subject)} />
      )}
    </span>
  );
}
