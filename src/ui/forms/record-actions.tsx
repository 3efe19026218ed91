import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { close } from '../../actions/close-facility.ts';
import { remove } from '../../actions/delete-records.ts';
import { reopen } from '../../actions/reopen-facility.ts';
import type { FormTable } from '../../core/forms/form-fields.ts';
import { deleteRecords } from '../../core/plan/delete-records.ts';
import type { Change } from '../../core/plan/edit.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Closing, opening again and deleting: each says what it does, and all can be undone. */
export function RecordActions({ table, id }: { readonly table: FormTable; readonly id: string }) {
  const texts = useTexts();
  const { edits: t, workspace: w } = texts;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const references = useMemo(() => {
    const made = deleteRecords(plan, { table, ids: [id] });
    return 'refused' in made ? [] : referencesIn(made, t.references);
  }, [plan, table, id, t]);
  return (
    <section className="record-actions">
      {table === 'facilities' ? <Opening id={id} /> : null}
      <div>
        <Button className="button small danger" onPress={() => remove(workspace, { table, ids: [id] })}>
          {t.remove}
        </Button>
        <span className="muted">{t.removeHelp(references.join(w.listSeparator))}</span>
      </div>
    </section>
  );
}

function Opening({ id }: { readonly id: string }) {
  const { edits: t } = useTexts();
  const workspace = useWorkspace();
  const asOf = useWorkspaceState((state) => state.asOf);
  const facility = useWorkspaceState(({ plan }) => plan.facilities.get(id));
  if (facility === undefined) return null;
  const { status = 'open', validFrom, validTo } = facility;
  const hasEnded = validTo !== undefined && validTo < asOf;
  const reopens = status === 'closed' || status === 'suspended' || (status === 'open' && hasEnded);
  const closes = status !== 'closed' && !(validFrom !== undefined && asOf < validFrom);
  return (
    <>
      {reopens ? (
        <div>
          <Button className="button small" onPress={() => reopen(workspace, id)}>
            {t.reopen}
          </Button>
          <span className="muted">{t.reopenOn(asOf)}</span>
        </div>
      ) : null}
      {closes ? (
        <div>
          <Button className="button small" onPress={() => close(workspace, id)}>
            {t.close}
          </Button>
          <span className="muted">{t.closeOn(asOf)}</span>
        </div>
      ) : null}
    </>
  );
}

/** What a deletion clears beside the records themselves, in words. */
function referencesIn(change: Change, t: Texts['edits']['references']): string[] {
  const counts: Record<keyof typeof t, number> = { serves: 0, pool: 0, measures: 0, housing: 0, growth: 0 };
  for (const edit of change) {
    const key = 'field' in edit ? edit.field : edit.table;
    if (Object.hasOwn(counts, key)) counts[key as keyof typeof counts]++;
  }
  return (Object.keys(counts) as (keyof typeof counts)[]).flatMap((key) =>
    counts[key] === 0 ? [] : [t[key](formatNumber(counts[key]))],
  );
}
