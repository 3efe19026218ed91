import { listPicked } from '../../actions/arrange.ts';
import { selectAndShow } from '../../actions/select.ts';
import type { FileTableName } from '../../core/plan/edit.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { PickedFor, Selection } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Names listed under a count; whoever has more to mend works in the file. */
const NAMES_LISTED = 200;

/** Areas that a number counts: it leads to them in the gap list. */
export function ConcernedAreas({ ids, what }: { readonly ids: readonly string[]; readonly what: PickedFor }) {
  const { health: t } = useTexts();
  const workspace = useWorkspace();
  return (
    <button type="button" className="link" onClick={() => listPicked(workspace, { ids: new Set(ids), what })}>
      {t.count.areas(formatNumber(ids.length))}
    </button>
  );
}

const KIND = { facilities: 'facility', units: 'unit', candidates: 'candidate' } as const satisfies Partial<
  Record<FileTableName, Selection['kind']>
>;
type NamedTable = keyof typeof KIND;

/** Records that have no list of their own: the number opens their names, each of which leads to its record. */
export function ConcernedRecords({
  table,
  ids,
  said,
}: {
  readonly table: NamedTable;
  readonly ids: readonly string[];
  /** The number in words. */
  readonly said: string;
}) {
  const { health: t } = useTexts();
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const left = ids.length - NAMES_LISTED;
  return (
    <details className="concerned">
      <summary>{said}</summary>
      <ul>
        {ids.slice(0, NAMES_LISTED).map((id) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => selectAndShow(workspace, { kind: KIND[table], id })}>
              {nameOf(plan, table, id)}
            </button>
          </li>
        ))}
        {left > 0 ? <li className="muted">{t.more(formatNumber(left))}</li> : null}
      </ul>
    </details>
  );
}

/** Units go by their path: two towns may have one name. */
function nameOf(plan: Plan, table: NamedTable, id: string): string {
  return table === 'units' ? id : (plan[table].get(id)?.name ?? id);
}
