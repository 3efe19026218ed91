import { Button, FileTrigger } from 'react-aria-components';
import { openFiles } from '../../actions/open-files.ts';
import { saveTemplate } from '../../actions/save-template.ts';
import { saveWorkbookTemplate } from '../../actions/save-workbook-template.ts';
import type { ExportLanguage } from '../../core/export/export-table.ts';
import { FILE_TYPES } from '../../files/file-types.ts';
import type { InputRole } from '../../core/issue.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { PendingFiles } from './pending-files.tsx';
import { RecentProjects } from './recent-projects.tsx';
import { SampleCard } from './sample-card.tsx';

const KINDS: readonly { role: InputRole; need: 'required' | 'recommended' | 'optional' }[] = [
  { role: 'areas', need: 'required' },
  { role: 'facilities', need: 'recommended' },
  { role: 'streets', need: 'recommended' },
  { role: 'units', need: 'optional' },
  { role: 'population', need: 'optional' },
  { role: 'candidates', need: 'optional' },
];

const LANGUAGES: readonly ExportLanguage[] = ['zh', 'en'];

/** What the first visit sees: what to bring, in which form, and that it stays here. */
export function StartPage() {
  const { start: t, projects } = useTexts();
  const workspace = useWorkspace();
  return (
    <main className="start-page">
      <div className="start-column">
        <h2 className="start-heading">{t.heading}</h2>
        <p className="start-lead">{t.lead}</p>
        <PendingFiles />
        <RecentProjects />
        <div className="start-doors">
          <SampleCard />
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={FILE_TYPES}
            onSelect={(files) => void openFiles(workspace, [...(files ?? [])])}
          >
            <Button className="door drop-target">
              <span className="drop-mark">
                <Icon name="open" size={26} />
              </span>
              <span className="door-title">{projects.ownTitle}</span>
              <span className="muted">{t.dropTitle}</span>
              <span className="muted small">{t.dropHint}</span>
              <span className="button">{t.choose}</span>
            </Button>
          </FileTrigger>
        </div>
        <h3 className="start-sub">{t.whatTitle}</h3>
        <ul className="table-kinds">
          {KINDS.map(({ role, need }) => (
            <Kind key={role} role={role} need={t[need]} />
          ))}
        </ul>
        <p className="privacy">
          <Icon name="lock" />
          <span>
            <strong>{t.privacyTitle}</strong> {t.privacy}
          </span>
        </p>
      </div>
    </main>
  );
}

function Kind({ role, need }: { readonly role: InputRole; readonly need: string }) {
  const { start: t, templates, workspace: words } = useTexts();
  const workspace = useWorkspace();
  const name = words.role[role];
  const link = (headers: ExportLanguage, format: 'XLSX' | 'CSV', save: () => void) => (
    <Button className="link" aria-label={templates.label(name, templates.headers[headers], format)} onPress={save}>
      {format}
    </Button>
  );
  return (
    <li>
      <div className="kind-head">
        <strong>{name}</strong>
        <span className="badge">{need}</span>
      </div>
      <p className="muted">{t.roleHelp[role]}</p>
      {role === 'streets' ? null : (
        <p className="kind-templates">
          <Icon name="file" size={13} />
          <span className="muted">{t.template}</span>
          {LANGUAGES.map((headers) => (
            <span key={headers} className="kind-template">
              <span className="muted">{templates.headers[headers]}</span>
              {link(headers, 'XLSX', () => void saveWorkbookTemplate(workspace, role, headers))}
              {link(headers, 'CSV', () =>
                saveTemplate(role, headers === 'en' ? 'en' : 'zh-CN', templates.fileName(name, 'csv')),
              )}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
