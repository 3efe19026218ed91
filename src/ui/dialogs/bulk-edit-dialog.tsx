import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { applyColumn } from '../../actions/apply-column.ts';
import { openDialog } from '../../actions/arrange.ts';
import { FORM_FIELDS, formField } from '../../core/forms/form-fields.ts';
import { readField } from '../../core/forms/read-field.ts';
import { setColumn, type ColumnOutcome } from '../../core/forms/set-column.ts';
import type { BulkEdit } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { AppDialog } from './app-dialog.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import { ChosenField, UNKNOWN } from '../forms/chosen-field.tsx';
import { refusalText } from '../forms/refusal-text.ts';
import { columnLabel } from '../import/column-label.ts';
import { Choice } from '../parts/choice.tsx';
import { OptionalDay } from '../parts/optional-day.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Gives one column of several records the same value: which, what, what that would do, and then does it. */
export function BulkEditDialog() {
  const t = useTexts().edits.bulk;
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'bulk-edit');
  const of = useWorkspaceState(({ bulkEdit }) => bulkEdit);
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.title} size="middle" withClose onClose={close}>
      {of === null || of.ids.length === 0 ? <p className="muted">{t.none}</p> : <BulkForm of={of} close={close} />}
    </AppDialog>
  );
}

function BulkForm({ of: { table, ids }, close }: { readonly of: BulkEdit; readonly close: () => void }) {
  const texts = useTexts();
  const { edits, imports } = texts;
  const t = edits.bulk;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const [column, setColumnName] = useState(FORM_FIELDS[table].find(({ kind }) => kind === 'count')?.column ?? 'name');
  /** Null: nothing entered yet. */
  const [cell, setCell] = useState<string | null>(null);
  const field = formField(table, column);
  const isClearing = cell === UNKNOWN;
  const reading = cell === null ? null : readField(field, cell);
  const fault = reading?.refused === undefined ? null : refusalText(texts, reading);
  const outcome = useMemo<ColumnOutcome | null>(
    () => (cell === null || fault !== null ? null : setColumn(plan, { table, ids, column, cell })),
    [plan, table, ids, column, cell, fault],
  );
  const isListed = field.kind === 'choice' || field.kind === 'flag';
  const count = outcome?.rows.length ?? 0;
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome === null || count === 0) return;
        close();
        applyColumn(workspace, table, column, outcome);
      }}
    >
      <p className="muted">{t.lead(formatNumber(ids.length), edits.table[table])}</p>
      <Choice
        label={t.column}
        value={column}
        options={FORM_FIELDS[table].map((one) => ({ id: one.column, text: columnLabel(imports, one.column) }))}
        onChange={(next) => {
          setColumnName(next);
          setCell(null);
        }}
      />
      {isListed ? (
        <ChosenField
          field={field}
          label={t.value}
          value={reading?.refused === undefined && cell !== null ? reading?.value : NOTHING}
          onCommit={setCell}
        />
      ) : (
        <>
          {field.kind === 'day' ? (
            <div className="form-field">
              <span className="label" aria-hidden="true">
                {t.value}
              </span>
              <span className="form-input">
                <OptionalDay
                  key={`${column} ${isClearing}`}
                  label={t.value}
                  value={null}
                  atOnce
                  isDisabled={isClearing}
                  onChange={setCell}
                />
              </span>
            </div>
          ) : (
            <label className="form-field">
              <span className="label">{t.value}</span>
              <span className="form-input">
                <input
                  type="text"
                  inputMode={field.kind === 'amount' || field.kind === 'count' ? 'decimal' : 'text'}
                  value={cell ?? ''}
                  disabled={isClearing}
                  aria-invalid={fault !== null}
                  onChange={({ currentTarget }) => setCell(currentTarget.value === '' ? null : currentTarget.value)}
                />
                {field.unit === null || edits.unit[field.unit] === '' ? null : (
                  <span className="unit">{edits.unit[field.unit]}</span>
                )}
              </span>
            </label>
          )}
          <SwitchRow selected={isClearing} onChange={(on) => setCell(on ? UNKNOWN : null)}>
            <span>{t.makeUnknown}</span>
          </SwitchRow>
        </>
      )}
      <section className="spread-preview" aria-live="polite">
        <h3>{t.preview}</h3>
        {fault !== null ? <p className="ink-short">{fault}</p> : null}
        {fault === null && outcome === null ? <p className="muted">{t.enter}</p> : null}
        {outcome === null ? null : <BulkPreview table={table} column={column} outcome={outcome} />}
      </section>
      <div className="dialog-buttons">
        <Button className="button" onPress={close}>
          {t.cancel}
        </Button>
        <Button className="button primary" type="submit" isDisabled={count === 0}>
          {t.apply(formatNumber(count))}
        </Button>
      </div>
    </form>
  );
}

/** No value of any list: nothing is chosen yet. */
const NOTHING = '\u0000';
