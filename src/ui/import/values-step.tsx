import { changeImport } from '../../actions/change-import.ts';
import type { TableRole } from '../../core/import/table.ts';
import { readWord } from '../../core/import/read-cell.ts';
import { WORDS_OF } from '../../core/import/words.ts';
import { mappingInUse, type ImportDraft } from '../../state/import-draft.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { columnLabel } from './column-label.ts';

/** What stands for no value of the list, in a choice whose options are texts. */
const NONE = '';

/** Words of the file's closed lists that the tool does not know, each with the value that is meant. */
export function ValuesStep({ draft }: { readonly draft: ImportDraft }) {
  const t = useTexts().imports;
  const role = draft.declared.role ?? draft.source?.role;
  if (!draft.source || !role || role === 'streets') return null;
  const mapping = mappingInUse(draft);
  const lists = Object.keys(WORDS_OF[role]).flatMap((column) => {
    const header = mapping.columns[column]?.[0];
    const profile = draft.source!.profiles.find((one) => one.header === header);
    const strange = (profile?.values ?? []).filter(
      ([text]) => readWord(text, WORDS_OF[role][column]!).value === undefined,
    );
    return strange.length > 0 ? [{ column, strange }] : [];
  });
  if (lists.length === 0) return <p className="import-sound">{t.valuesNone}</p>;
  return lists.map(({ column, strange }) => (
    <ValueList key={column} draft={draft} role={role} column={column} strange={strange} />
  ));
}

function ValueList({
  draft,
  role,
  column,
  strange,
}: {
  readonly draft: ImportDraft;
  readonly role: TableRole;
  readonly column: string;
  readonly strange: readonly (readonly [text: string, count: number])[];
}) {
  const t = useTexts().imports;
  const workspace = useWorkspace();
  const mapping = mappingInUse(draft);
  const meant = mapping.values[column] ?? {};
  const name = columnLabel(t, column);
  const set = (text: string, value: string): void => {
    const rest = Object.entries(meant).filter(([word]) => word !== text);
    const next = Object.fromEntries(value === NONE ? rest : [...rest, [text, value]]);
    changeImport(workspace, draft.key, { mapping: { ...mapping, values: { ...mapping.values, [column]: next } } });
  };
  return (
    <section className="import-values">
      <h4>{t.valuesOf(name)}</h4>
      <ul>
        {strange.map(([text, count]) => (
          <li key={text}>
            <span className="value-word">{text}</span>
            <span className="muted number">{t.valueCount(formatNumber(count))}</span>
            <Choice
              label={`${t.valueMeaning} ${text}`}
              labelHidden
              value={Object.hasOwn(meant, text) ? meant[text]! : NONE}
              options={[
                ...WORDS_OF[role][column]!.values.map((id) => ({ id, text: t.values[id] ?? id })),
                { id: NONE, text: t.valueUnknown },
              ]}
              onChange={(value) => set(text, value)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
