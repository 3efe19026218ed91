import type { ReactNode } from 'react';
import { UNIT_LEVELS, type ParcelId } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { ExtraColumnList, FactList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';

/** A parcel that planning reserves for elder care: what is known of it. */
export function ParcelDetails({ id }: { readonly id: ParcelId }) {
  const { inspector, facilities, mapTools: t, workspace } = useTexts();
  const parcel = useWorkspaceState(({ plan }) => plan.parcels.get(id));
  if (parcel === undefined) return <EmptyNote title={inspector.gone} />;
  const { use, plannedFor, source, extra } = parcel;
  const units = UNIT_LEVELS.flatMap((level) => parcel[level] ?? []).join(' / ');
  const squareMetres = (figure: number | undefined): string =>
    figure === undefined ? workspace.unknown : `${formatNumber(figure)}${inspector.unitM2}`;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.parcel.use, t.parcel.uses[use]],
    [t.parcel.plannedFor, plannedFor && facilities.type[plannedFor]],
    [facilities.field.landArea, squareMetres(parcel.landAreaM2)],
    [t.parcel.plannedFloorArea, squareMetres(parcel.floorAreaM2)],
    [t.parcel.source, source],
  ];
  return (
    <>
      <InspectorHead kind={t.kind.parcels} name={parcel.name ?? parcel.id} units={units} />
      <FactList facts={facts.filter(([, value]) => value !== undefined)} />
      <ExtraColumnList extra={extra} />
    </>
  );
}
