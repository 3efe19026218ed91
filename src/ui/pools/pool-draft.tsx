import { useMemo, useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { formPool } from '../../actions/form-pool.ts';
import { freePoolName, membersOfPool } from '../../core/plan/pool-edits.ts';
import { chosenIds } from '../../state/chosen-ids.ts';
import type { WorkspaceState } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { InspectorHead } from '../inspector/inspector.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { TriedPoolView } from './tried-pool-view.tsx';
import { useTriedPool } from './use-tried-pool.ts';

/** The chosen areas as a pool: tried as one chooses, named, and made one by a single step. */
export function PoolDraft() {
  const texts = useTexts();
  const t = texts.pools;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const chosen = useWorkspaceState((state) => state.chosen);
  const areas = useMemo(() => chosenAreas({ chosen, plan }), [chosen, plan]);
  const offered = useMemo(() => freePoolName(plan, t.newName), [plan, t]);
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? offered).trim();
  const already = useMemo(() => membersOfPool(plan, name), [plan, name]);
  const members = useMemo(() => [...new Set([...already, ...areas])].sort(), [already, areas]);
  const tried = useTriedPool({ pool: name, members });
  const joins = already.filter((id) => !areas.includes(id)).length;
  return (
    <>
      <InspectorHead kind={t.draftKind} name={t.draftTitle(formatNumber(members.length))} units="" />
      {areas.length === 0 ? (
        <EmptyNote title={t.action} help={t.draftNone} />
      ) : (
        <>
          <form
            className="pool-form"
            onSubmit={(event) => {
              event.preventDefault();
              if (members.length > 1 && name !== '') void formPool(workspace, name, areas);
            }}
          >
            <TextField className="name-field" value={typed ?? offered} onChange={setTyped} maxLength={60}>
              <Label>{t.name}</Label>
              <Input />
            </TextField>
            <Button className="button primary" type="submit" isDisabled={members.length < 2 || name === ''}>
              {joins > 0 ? t.acceptJoin : t.accept}
            </Button>
            {members.length < 2 ? <p className="muted">{t.tooFew}</p> : null}
            {joins > 0 ? <p className="muted">{t.joins(name, formatNumber(already.length))}</p> : null}
          </form>
          {tried ? <TriedPoolView tried={tried} /> : <p className="muted inspector-wait">{texts.inspector.loading}</p>}
        </>
      )}
    </>
  );
}

function chosenAreas(state: Pick<WorkspaceState, 'chosen' | 'plan'>): readonly string[] {
  return state.chosen.kind === 'area' ? chosenIds(state) : [];
}
