import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { returnToVersion } from '../../actions/return-to-version.ts';
import { versionsOf, type Version } from '../../state/versions.ts';
import { formatDateTime, formatNumber } from '../../text/numbers.ts';
import { stepText } from '../step-text.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AppDialog } from './app-dialog.tsx';

/** How the project stood before, from the latest on, to go back to. */
export function VersionsDialog() {
  const t = useTexts().scenarios;
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'versions');
  const close = (): void => openDialog(workspace, null);
  return (
    <AppDialog open={open} title={t.versionsTitle} size="middle" withClose onClose={close}>
      <p className="muted">{t.versionsLead}</p>
      {open ? <Versions onClose={close} /> : null}
    </AppDialog>
  );
}

function Versions({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts();
  const t = texts.scenarios;
  const workspace = useWorkspace();
  const kept = useWorkspaceState(({ project }) => project.id !== null);
  const reading = useWorkspaceState(({ holding }) => holding === 'reading');
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  useEffect(() => {
    void workspace.keeper.entries().then((entries) => setVersions(versionsOf(entries)));
  }, [workspace]);
  if (!kept) return <p>{t.versionNotKept}</p>;
  if (versions === null) return null;
  return (
    <>
      {versions.length < 2 ? <p>{t.versionNone}</p> : null}
      <ol className="versions">
        {versions.map((version, i) => (
          <li key={version.seq}>
            <span className="version-when">{i === 0 ? t.versionNow : formatDateTime(version.at)}</span>
            <span className="version-what">
              {version.name === null ? null : stepText(texts, version.name)}
              <span className="muted">{t.versionSteps(formatNumber(version.steps))}</span>
            </span>
            {i === 0 ? null : (
              <Button
                className="button small"
                isDisabled={reading}
                aria-label={`${t.versionReturn} ${formatDateTime(version.at)}`}
                onPress={() => {
                  void returnToVersion(workspace, version);
                  onClose();
                }}
              >
                {t.versionReturn}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
