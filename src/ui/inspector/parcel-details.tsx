import type { ParcelId } from '../../core/plan/plan.ts';
import { innerPosition } from '../../core/geo/polygon.ts';
import { issueSentence } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import { RecordActions } from '../forms/record-actions.tsx';
import { RecordForm } from '../forms/record-form.tsx';
import { columnLabel } from '../import/column-label.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { ParcelSign } from '../parts/parcel-sign.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { ExtraColumnList, FactList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';
import { unitsOf } from './units-of.ts';
import { WalkLine } from './walk-line.tsx';

/** A parcel reserved for elder care: what is planned on it, and whether the plan still keeps it free. */
export function ParcelDetails({ id }: { readonly id: ParcelId }) {
  const { inspector, facilities, imports, map, workspace } = useTexts();
  const parcel = useWorkspaceState(({ plan }) => plan.parcels.get(id));
  const editing = useWorkspaceState((state) => state.editing);
  if (parcel === undefined) return <EmptyNote title={inspector.gone} />;
  const { geometry, use, plannedFor, source, extra } = parcel;
  const squareMetres = (figure: number | undefined): string =>
    figure === undefined ? workspace.unknown : `${formatNumber(figure)}${inspector.unitM2}`;
  return (
    <>
      <InspectorHead kind={inspector.parcelKind} name={parcel.name ?? parcel.id} units={unitsOf(parcel)} />
      <p className="facility-kind">
        <ParcelSign use={use} />
        {map.layers.parcelUses[use]}
      </p>
      <ParcelWarnings id={id} />
      {editing ? (
        <RecordForm table="parcels" id={id} />
      ) : (
        <FactList
          facts={[
            [
              columnLabel(imports, 'planned_for'),
              plannedFor === undefined ? workspace.unknown : facilities.type[plannedFor],
            ],
            [columnLabel(imports, 'land_area'), squareMetres(parcel.landAreaM2)],
            [columnLabel(imports, 'floor_area'), squareMetres(parcel.floorAreaM2)],
            [columnLabel(imports, 'source'), source ?? workspace.unknown],
          ]}
        />
      )}
      {geometry === undefined ? null : (
        <div className="check-cards">
          <section className="check-card sum">
            <WalkLine from={{ at: innerPosition(geometry) }} />
          </section>
        </div>
      )}
      <ExtraColumnList extra={extra} />
      {editing ? <RecordActions table="parcels" id={id} /> : null}
    </>
  );
}

/** What the last audit says against it. */
function ParcelWarnings({ id }: { readonly id: ParcelId }) {
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const digest = useWorkspaceState((state) => state.digest);
  const said = (digest?.issues ?? []).filter(
    ({ code, where }) => code.startsWith('reserved_parcel_') && where.id === id,
  );
  return said.map((issue) => (
    <p key={issue.code} className="hint parcel-warning">
      {issueSentence(language, issue)}
    </p>
  ));
}
