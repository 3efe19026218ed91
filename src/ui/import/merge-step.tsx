import { changeImport } from '../../actions/change-import.ts';
import { DEFAULT_MERGE, MERGE_MODES, type MatchBy, type MergeMode } from '../../core/import/merge-table.ts';
import { columnOfField } from '../../state/column-of-field.ts';
import type { ImportDraft } from '../../state/import-draft.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { RadioOptions } from '../parts/radio-options.tsx';
import { columnLabel } from './column-label.ts';
import { StepIssues } from './step-issues.tsx';

/** Records named of those that change; the rest are counted. */
const MOST_NAMED = 12;

/** How the file's records join those that are there, and what that changes. */
export function MergeStep({ draft }: { readonly draft: ImportDraft }) {
  const { imports: t, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const { declared, reading, key } = draft;
  const merge = reading?.merge;
  if (!merge || !reading.table) return <p className="muted">{t.previewNone}</p>;
  const { role } = reading.table;
  const rule = declared.merge ?? DEFAULT_MERGE;
  const there = role === 'population' ? (plan.population?.lon.length ?? 0) : plan[role].size;
  const set = (next: Partial<typeof rule>): void => changeImport(workspace, key, { merge: { ...rule, ...next } });
  return (
    <>
      <StepIssues draft={draft} step="merge" />
      {there === 0 ? (
        <p className="import-sound">{t.mergeNothingThere(w.role[role])}</p>
      ) : role === 'population' ? null : (
        <>
          <RadioOptions<MergeMode>
            label={t.modeLabel}
            value={rule.mode}
            options={MERGE_MODES.map((id) => ({ id, text: t.mode[id], help: t.modeHelp[id] }))}
            onChange={(mode) => set({ mode })}
          />
          {rule.mode === 'replace' ? null : (
            <RadioOptions<MatchBy>
              label={t.matchBy}
              value={rule.matchBy}
              options={[
                { id: 'id', text: t.matchById },
                { id: 'name', text: t.matchByName },
              ]}
              onChange={(matchBy) => set({ matchBy })}
            />
          )}
          {rule.mode === 'replace' ? null : (
            <RadioOptions<'add' | 'leave'>
              label={t.unmatched}
              value={rule.addUnmatched ? 'add' : 'leave'}
              options={[
                { id: 'add', text: t.unmatchedAdd },
                { id: 'leave', text: t.unmatchedLeave },
              ]}
              onChange={(next) => set({ addUnmatched: next === 'add' })}
            />
          )}
        </>
      )}
      <dl className="import-counts">
        {(
          [
            ['added', merge.added],
            ['changed', merge.changed.length],
            ['unchanged', merge.unchanged],
            ['removed', merge.removed],
            ['leftOut', merge.leftOut],
          ] as const
        ).map(([count, value]) => (
          <div key={count} data-none={value === 0}>
            <dt>{t.counts[count]}</dt>
            <dd className="number">{formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
      {merge.changed.length === 0 ? null : (
        <section className="import-changed">
          <h4>{t.changedList}</h4>
          <ul>
            {merge.changed.slice(0, MOST_NAMED).map(({ id, name, fields }) => (
              <li key={id}>
                {t.changedFields(
                  name ?? id,
                  fields.map((field) => columnLabel(t, columnOfField(field))).join(w.clauseSeparator),
                )}
              </li>
            ))}
            {merge.changed.length > MOST_NAMED ? (
              <li className="muted">{t.changedMore(formatNumber(merge.changed.length - MOST_NAMED))}</li>
            ) : null}
          </ul>
        </section>
      )}
    </>
  );
}
