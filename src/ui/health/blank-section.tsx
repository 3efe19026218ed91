import type { MissingColumn, TableHealth } from '../../core/checks/health/missing-values.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { columnLabel } from '../import/column-label.ts';
import { useTexts } from '../workspace-context.tsx';
import { ConcernedAreas, ConcernedRecords } from './concerned.tsx';
import { HealthSection } from './health-section.tsx';

/** What the tables leave blank, column by column. */
export function BlankSection({ tables }: { readonly tables: readonly TableHealth[] }) {
  const texts = useTexts();
  const t = texts.health.blanks;
  return tables.map(({ table, columns }) => (
    <HealthSection
      key={table}
      title={`${t.title} · ${texts.workspace.role[table]}`}
      help={t.help}
      none={t.help}
      head={[{ text: t.column }, { text: t.checks }, { text: t.missing }, { text: t.share, number: true }]}
      rows={columns.map((column) => ({
        key: column.column,
        cells: [
          blankColumnLabel(texts, column.column),
          usesOf(texts, column),
          <Blanks key="blanks" table={table} column={column} />,
          <BlankShare key="share" column={column} />,
        ],
      }))}
    />
  ));
}

function Blanks({ table, column }: { readonly table: TableHealth['table']; readonly column: MissingColumn }) {
  const { count: t, ofTotal } = useTexts().health;
  const { missing, asked } = column;
  if (missing.length === 0) return <span className="muted">{ofTotal('0', formatNumber(asked))}</span>;
  if (table === 'areas') return <ConcernedAreas ids={missing} what={{ kind: 'blank', column: column.column }} />;
  const count = formatNumber(missing.length);
  const said = { facilities: t.facilities, candidates: t.candidates, units: t.records }[table](count);
  return <ConcernedRecords table={table} ids={missing} said={said} />;
}

/** The share in figures, and as a bar that is for the eye alone. */
function BlankShare({ column: { missing, asked } }: { readonly column: MissingColumn }) {
  const share = missing.length / asked;
  return (
    <span className="blank-share">
      <span className="blank-bar" aria-hidden="true">
        <span style={{ width: `${100 * share}%` }} />
      </span>
      {formatShare(share)}
    </span>
  );
}

function usesOf({ checks, health, workspace }: Texts, { column, checks: used }: MissingColumn): string {
  if (used.length > 0) return used.map((check) => checks.checkShort[check]).join(workspace.listSeparator);
  return health.blanks.otherUse[column] ?? '';
}

/** What the screen calls a column, positions included. */
export function blankColumnLabel({ health, imports }: Texts, column: string): string {
  return column === 'place' ? health.blanks.place : columnLabel(imports, column);
}
