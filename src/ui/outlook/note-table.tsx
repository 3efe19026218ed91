import { useId } from 'react';
import type { OutlookNote, OutlookNoteCode } from '../../core/outlook/note.ts';
import { growthName } from '../../state/subject-name.ts';
import { formatNumber } from '../../text/numbers.ts';
import { AreaLink, FacilityLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { CardTable } from './card-table.tsx';

/** Names listed under a count. */
const NAMES_LISTED = 200;

const OF_FACILITIES: readonly OutlookNoteCode[] = ['measure_past', 'opening_unknown'];

/** What could not be worked out, and whom it concerns. */
export function NoteTable({ notes }: { readonly notes: readonly OutlookNote[] }) {
  const { outlook } = useTexts();
  const t = outlook.notes;
  const heading = useId();
  if (notes.length === 0) return null;
  return (
    <section className="outlook-section" aria-labelledby={heading}>
      <h3 id={heading}>{t.title}</h3>
      <CardTable
        label={t.title}
        head={[{ text: t.says }, { text: t.who }]}
        rows={notes.map((note) => ({
          key: note.code,
          cells: [outlook.note[note.code], <Concerned key="who" note={note} />],
        }))}
      />
    </section>
  );
}

function Concerned({ note: { code, ids } }: { readonly note: OutlookNote }) {
  const { outlook, health } = useTexts();
  const left = ids.length - NAMES_LISTED;
  return (
    <details className="concerned">
      <summary>{outlook.notes.count(formatNumber(ids.length))}</summary>
      <ul>
        {ids.slice(0, NAMES_LISTED).map((id) => (
          <li key={id}>
            <Name code={code} id={id} />
          </li>
        ))}
        {left > 0 ? <li className="muted">{health.more(formatNumber(left))}</li> : null}
      </ul>
    </details>
  );
}

function Name({ code, id }: { readonly code: OutlookNoteCode; readonly id: string }) {
  const { assumptions: t } = useTexts().outlook;
  const plan = useWorkspaceState((state) => state.plan);
  if (OF_FACILITIES.includes(code)) return <FacilityLink id={id} />;
  if (code === 'growth_nowhere') return <>{growthName(plan, id) ?? t.all}</>;
  return plan.areas.has(id) ? <AreaLink id={id} /> : <>{id}</>;
}
