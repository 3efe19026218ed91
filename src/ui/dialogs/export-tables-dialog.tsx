import { useState } from 'react';
import { Button, Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { exportTables, type TablesExported } from '../../actions/export-tables.ts';
import { TABLE_FORMATS, type TableFormat } from '../../core/export/export-request.ts';
import type { ExportLanguage } from '../../core/export/export-table.ts';
import { parseCrs } from '../../core/geo/crs.ts';
import type { TableRole } from '../../core/import/table.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AppDialog } from './app-dialog.tsx';
import { exportCrsOptions } from './export-crs-options.ts';

const ROLES: readonly TableRole[] = ['areas', 'facilities', 'units', 'candidates', 'population'];
const LANGUAGES: readonly ExportLanguage[] = ['zh', 'en'];
/** Longer lists of issues are cut short: what is shown tells what to do. */
const MOST_SHOWN = 20;

/** Which of the plan's tables to save, as what. */
export function ExportTablesDialog() {
  const t = useTexts().exports;
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'export-tables');
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.title} size="middle" withClose onClose={close}>
      <ExportForm />
    </AppDialog>
  );
}

function ExportForm() {
  const texts = useTexts();
  const { exports: t } = texts;
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const { language } = useWorkspaceState(({ preferences }) => preferences);
  const filled = ROLES.filter((role) => rowsOf(plan, role) > 0);
  const [roles, setRoles] = useState<readonly TableRole[]>(filled);
  const [format, setFormat] = useState<TableFormat>('xlsx');
  const [crsName, setCrsName] = useState('EPSG:4326');
  const [headers, setHeaders] = useState<ExportLanguage>(language === 'en' ? 'en' : 'zh');
  const [running, setRunning] = useState<AbortController | null>(null);
  const [ended, setEnded] = useState<TablesExported | null>(null);
  const start = async (): Promise<void> => {
    const controller = new AbortController();
    setRunning(controller);
    setEnded(null);
    const request = { roles, format, crs: parseCrs(crsName)!, language: headers };
    setEnded(await exportTables(workspace, request, controller));
    setRunning(null);
  };
  return (
    <form
      className="export-form"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <p className="muted">{t.lead}</p>
      <CheckboxGroup
        className="export-tables"
        value={[...roles]}
        onChange={(chosen) => setRoles(ROLES.filter((role) => chosen.includes(role)))}
      >
        <Label>{t.tables}</Label>
        {ROLES.map((role) => {
          const rows = rowsOf(plan, role);
          return (
            <Checkbox key={role} value={role} className="check-option" isDisabled={rows === 0}>
              <span className="check-box">
                <Icon name="tick" size={12} />
              </span>
              {texts.workspace.role[role]}
              <span className="muted">{rows === 0 ? t.none : t.rows(formatNumber(rows))}</span>
            </Checkbox>
          );
        })}
      </CheckboxGroup>
      <Choice
        label={t.format}
        value={format}
        options={TABLE_FORMATS.map((id) => ({ id, text: t.formats[id] }))}
        onChange={setFormat}
      />
      <p className="muted small export-help">{t.formatHelp[format]}</p>
      <Choice label={t.crs} value={crsName} options={exportCrsOptions(texts, plan)} onChange={setCrsName} />
      <Choice
        label={t.headers}
        value={headers}
        options={LANGUAGES.map((id) => ({ id, text: t.headersIn[id] }))}
        onChange={setHeaders}
      />
      <Outcome running={running !== null} ended={ended} />
      <div className="dialog-buttons">
        {running === null ? null : (
          <Button className="button" onPress={() => running.abort()}>
            {t.stop}
          </Button>
        )}
        <Button className="button primary" type="submit" isDisabled={roles.length === 0 || running !== null}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

/** What is under way, or how it ended: said aloud too. */
function Outcome({ running, ended }: { readonly running: boolean; readonly ended: TablesExported | null }) {
  const { exports: t } = useTexts();
  const { language } = useWorkspaceState(({ preferences }) => preferences);
  return (
    <div className="export-outcome" role="status">
      {running ? <p className="muted">{t.saving}</p> : null}
      {ended === null ? null : (
        <>
          <p>{ended.saved === null ? t.notSaved : t.saved(ended.saved)}</p>
          {ended.issues.length > 0 && ended.saved !== null ? <p className="muted">{t.notes}</p> : null}
          <ul>
            {ended.issues.slice(0, MOST_SHOWN).map((issue) => {
              const line = describeIssue(language, issue);
              return <li key={line}>{line}</li>;
            })}
            {ended.issues.length > MOST_SHOWN ? (
              <li>{t.more(formatNumber(ended.issues.length - MOST_SHOWN))}</li>
            ) : null}
          </ul>
        </>
      )}
    </div>
  );
}

function rowsOf(plan: Plan, role: TableRole): number {
  return role === 'population' ? (plan.population?.lon.length ?? 0) : plan[role].size;
}
