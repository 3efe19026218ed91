import { Button } from 'react-aria-components';
import { cancelImport } from '../../actions/change-import.ts';
import { showImports } from '../../actions/show-imports.ts';
import { canBeSettled, issuesOfDraft, type ImportDraft } from '../../state/import-draft.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Sentences shown of a file; the rest are in the import itself. */
const FIRST_ISSUES = 3;

/** Files that wait for a person's word: each says why, and leads back to its import. */
export function PendingFiles() {
  const t = useTexts().start.files;
  const imports = useWorkspaceState((state) => state.imports);
  if (imports.length === 0) return null;
  return (
    <section className="pending-files" aria-label={t.pendingTitle}>
      <h3>
        <Icon name="warning" /> {t.pendingTitle}
      </h3>
      <p className="muted">{t.pendingHelp}</p>
      <ul>
        {imports.map((draft) => (
          <Pending key={draft.key} draft={draft} />
        ))}
      </ul>
    </section>
  );
}

function Pending({ draft }: { readonly draft: ImportDraft }) {
  const texts = useTexts();
  const t = texts.start.files;
  const workspace = useWorkspace();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const { name } = draft.files[0]!;
  const errors = issuesOfDraft(draft).filter(({ severity }) => severity === 'error');
  return (
    <li className="pending-file">
      <div className="pending-head">
        <Icon name="file" size={14} />
        <strong>{name}</strong>
        <IconButton icon="close" label={t.discard(name)} onPress={() => cancelImport(workspace, draft.key)} />
      </div>
      <ul className="pending-issues">
        {errors.slice(0, FIRST_ISSUES).map((issue, i) => (
          <li key={`${issue.code} ${i}`}>{describeIssue(language, issue)}</li>
        ))}
        {errors.length > FIRST_ISSUES ? <li>{t.more(formatNumber(errors.length - FIRST_ISSUES))}</li> : null}
      </ul>
      {canBeSettled(draft) ? (
        <div className="pending-answer">
          <Button className="button primary" onPress={() => showImports(workspace, draft.key)}>
            {texts.imports.resume}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
