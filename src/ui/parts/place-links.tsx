import { selectAndShow } from '../../actions/select.ts';
import type { AreaId, FacilityId, PoolId } from '../../core/plan/plan.ts';
import { useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** A facility's name, which leads to it. */
export function FacilityLink({ id }: { readonly id: FacilityId }) {
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ plan }) => plan.facilities.get(id)?.name);
  return (
    <button type="button" className="link" onClick={() => selectAndShow(workspace, { kind: 'facility', id })}>
      {name ?? id}
    </button>
  );
}

/** An area's name, which leads to it. */
export function AreaLink({ id }: { readonly id: AreaId }) {
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ plan }) => plan.areas.get(id)?.name);
  return (
    <button type="button" className="link" onClick={() => selectAndShow(workspace, { kind: 'area', id })}>
      {name ?? id}
    </button>
  );
}

/** A pool's id, which leads to it. */
export function PoolLink({ id }: { readonly id: PoolId }) {
  const workspace = useWorkspace();
  return (
    <button type="button" className="link" onClick={() => selectAndShow(workspace, { kind: 'pool', id })}>
      {id}
    </button>
  );
}

/** A unit's name, which leads to it. */
export function UnitLink({ path, name }: { readonly path: string; readonly name: string }) {
  const workspace = useWorkspace();
  return (
    <button type="button" className="link" onClick={() => selectAndShow(workspace, { kind: 'unit', id: path })}>
      {name}
    </button>
  );
}
