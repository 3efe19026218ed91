import type { ReactNode } from 'react';
import type { CandidateId } from '../../core/plan/plan.ts';
import { innerPosition } from '../../core/geo/polygon.ts';
import { formatNumber } from '../../text/numbers.ts';
import { CandidateSign } from '../parts/candidate-sign.tsx';
import { RecordActions } from '../forms/record-actions.tsx';
import { RecordForm } from '../forms/record-form.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { ExtraColumnList, FactList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';
import { unitsOf } from './units-of.ts';
import { WalkLine } from './walk-line.tsx';

/** A site that could take a facility: what is known of it, and how far the nearest open facility is from there. */
export function CandidateDetails({ id }: { readonly id: CandidateId }) {
  const { inspector, facilities: t, map, workspace } = useTexts();
  const candidate = useWorkspaceState(({ plan }) => plan.candidates.get(id));
  const editing = useWorkspaceState((state) => state.editing);
  if (candidate === undefined) return <EmptyNote title={inspector.gone} />;
  const { geometry, kind, extra } = candidate;
  const squareMetres = (figure: number | undefined): string =>
    figure === undefined ? workspace.unknown : `${formatNumber(figure)}${inspector.unitM2}`;
  const { field } = t;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [field.floorArea, squareMetres(candidate.floorAreaM2)],
    [field.landArea, squareMetres(candidate.landAreaM2)],
    [field.formerUse, candidate.formerUse],
    [field.storey, candidate.storey],
    [field.tenure, candidate.tenure],
    [field.cost, candidate.costWanYuan === undefined ? undefined : t.wanYuan(formatNumber(candidate.costWanYuan))],
    [field.address, candidate.address],
  ];
  return (
    <>
      <InspectorHead kind={inspector.candidateKind} name={candidate.name ?? candidate.id} units={unitsOf(candidate)} />
      <p className="facility-kind">
        <CandidateSign kind={kind} />
        {map.layers.candidateKinds[kind]}
      </p>
      {editing ? (
        <RecordForm table="candidates" id={id} />
      ) : (
        <FactList facts={facts.filter(([, value]) => value !== undefined)} />
      )}
      {geometry === undefined ? null : (
        <div className="check-cards">
          <section className="check-card sum">
            <WalkLine from={{ at: innerPosition(geometry) }} />
          </section>
        </div>
      )}
      <ExtraColumnList extra={extra} />
      {editing ? <RecordActions table="candidates" id={id} /> : null}
    </>
  );
}
