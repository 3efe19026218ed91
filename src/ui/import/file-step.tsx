import { changeImport } from '../../actions/change-import.ts';
import type { InputRole } from '../../core/issue.ts';
import type { ImportDraft } from '../../state/import-draft.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { RadioOptions } from '../parts/radio-options.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { StepIssues } from './step-issues.tsx';

const ROLES: readonly InputRole[] = ['areas', 'facilities', 'units', 'population', 'candidates', 'streets'];

/** What the file is: which table, which sheet, from which line on, in which encoding. */
export function FileStep({ draft }: { readonly draft: ImportDraft }) {
  const { imports: t, start, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const { source, declared, files, key } = draft;
  if (source === null) return <p className="muted">{t.opening}…</p>;
  const { choice } = declared;
  return (
    <>
      <StepIssues draft={draft} step="file" />
      <dl className="import-facts">
        <div>
          <dt>{t.format}</dt>
          <dd>
            {source.format === null ? '–' : t.formatName[source.format]}
            {files.length > 1 ? (
              <span className="muted">
                {t.together(
                  files
                    .slice(1)
                    .map(({ name }) => name)
                    .join(w.clauseSeparator),
                )}
              </span>
            ) : null}
            <span className="muted">{t.rows(formatNumber(source.rows))}</span>
          </dd>
        </div>
        {source.layers.length > 1 ? (
          <div>
            <dt>{t.layer}</dt>
            <dd>
              <Choice
                label={t.layer}
                labelHidden
                value={source.layer}
                options={source.layers.map(({ name, rows }) => ({
                  id: name,
                  text: rows === null ? name : t.layerRows(name, formatNumber(rows)),
                }))}
                onChange={(layer) => changeImport(workspace, key, { choice: { ...choice, layer }, mapping: null })}
              />
            </dd>
          </div>
        ) : null}
        {source.encoding === null ? null : (
          <div>
            <dt>{t.encoding}</dt>
            <dd>
              <Choice
                label={t.encoding}
                labelHidden
                value={source.encoding.used}
                options={[...new Set([source.encoding.used, ...source.encoding.others])].map((id) => ({
                  id,
                  text: id.toUpperCase(),
                }))}
                onChange={(encoding) =>
                  changeImport(workspace, key, { choice: { ...choice, encoding }, mapping: null })
                }
              />
              <span className="muted">{t.encodingFrom[source.encoding.from]}</span>
              {source.encoding.certain ? null : <p className="import-hint">{t.encodingUnsure}</p>}
            </dd>
          </div>
        )}
      </dl>
      <RadioOptions<InputRole>
        label={t.role}
        value={declared.role}
        options={ROLES.map((id) => ({ id, text: w.role[id], help: start.roleHelp[id] }))}
        onChange={(role) => changeImport(workspace, key, { role, mapping: null })}
      />
      {source.preview.length === 0 ? <Samples draft={draft} /> : <HeaderRow draft={draft} />}
    </>
  );
}

/** What stands in the first rows: whether it reads well tells the encoding. */
function Samples({ draft: { source } }: { readonly draft: ImportDraft }) {
  const t = useTexts().imports;
  if (source === null || source.encoding === null || source.profiles.length === 0) return null;
  return (
    <div className="import-preview">
      <h4>{t.samples}</h4>
      <div className="import-table-frame">
        <table className="import-table">
          <tbody>
            {source.profiles.map(({ header, samples }) => (
              <tr key={header}>
                <th scope="row">{header}</th>
                <td>{samples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The first lines of the file as they stand, of which one holds the headers. */
function HeaderRow({ draft: { source, declared, key } }: { readonly draft: ImportDraft }) {
  const t = useTexts().imports;
  const workspace = useWorkspace();
  if (source === null) return null;
  const width = Math.max(...source.preview.map((line) => line.length));
  return (
    <div className="import-preview">
      <h4>{t.headerRow}</h4>
      <p className="muted">{t.headerRowHelp}</p>
      <div className="import-table-frame">
        <table className="import-table">
          <tbody>
            {source.preview.map((line, i) => (
              // Lines of a file have no other name than their place in it.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={i} data-chosen={i + 1 === source.headerRow}>
                <th scope="row">
                  <input
                    type="radio"
                    name={`header-row-${key}`}
                    aria-label={t.headerRowOf(String(i + 1))}
                    checked={i + 1 === source.headerRow}
                    onChange={() =>
                      changeImport(workspace, key, { choice: { ...declared.choice, headerRow: i + 1 }, mapping: null })
                    }
                  />
                  {i + 1}
                </th>
                {Array.from({ length: width }, (_, at) => (
                  <td key={at}>{line[at] ?? ''}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
