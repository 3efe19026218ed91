import { greatCircleMetres } from '../../core/geo/distance.ts';
import type { StreetEditId } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { FactList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';

/** A barrier or a link that a person drew on the streets. */
export function StreetEditDetails({ id }: { readonly id: StreetEditId }) {
  const { inspector, mapTools: t } = useTexts();
  const edit = useWorkspaceState(({ plan }) => plan.streetEdits.get(id));
  if (edit === undefined) return <EmptyNote title={inspector.gone} />;
  const { line, kind, cause } = edit;
  const metres = line.slice(1).reduce((sum, at, i) => sum + greatCircleMetres(line[i]!, at), 0);
  return (
    <>
      <InspectorHead kind={t.streetEdit.kind[kind]} name={edit.name ?? id} units="" />
      <FactList
        facts={[
          [t.streetEdit.causeLabel, t.streetEdit.cause[cause]],
          [t.streetEdit.length, t.metres(formatNumber(Math.round(metres)))],
        ]}
      />
    </>
  );
}
