import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { removeKept } from '../../actions/remove-kept.ts';
import { renameKept } from '../../actions/rename-project.ts';
import { reopenProject } from '../../actions/reopen-project.ts';
import type { KeptProject } from '../../state/project.ts';
import { formatDateTime, formatNumber } from '../../text/numbers.ts';
import { NameDialog } from '../dialogs/name-dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** What was open on this device before, each a click away. */
export function RecentProjects() {
  const t = useTexts().projects;
  const workspace = useWorkspace();
  const kept = useWorkspaceState((state) => state.kept);
  const [renaming, setRenaming] = useState<KeptProject | null>(null);
  const [removing, setRemoving] = useState<KeptProject | null>(null);
  if (kept.state === 'refused') {
    return (
      <p className="keeping-refused">
        <Icon name="warning" size={14} />
        {t.refused}
      </p>
    );
  }
  if (kept.state !== 'ready' || kept.projects.length === 0) return null;
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h3 id="recent-title" className="start-sub">
        {t.recent} <span className="recent-lead">{t.recentLead}</span>
      </h3>
      <ul>
        {kept.projects.map((project) => (
          <Recent key={project.id} project={project} onRename={setRenaming} onRemove={setRemoving} />
        ))}
      </ul>
      <NameDialog
        open={renaming !== null}
        name={renaming?.shownName ?? ''}
        mayBeEmpty={false}
        onClose={() => setRenaming(null)}
        onRename={(name) => {
          if (renaming !== null) void renameKept(workspace, renaming, name);
        }}
      />
      <RemoveDialog project={removing} onClose={() => setRemoving(null)} />
    </section>
  );
}

function Recent({
  project,
  onRename,
  onRemove,
}: {
  readonly project: KeptProject;
  readonly onRename: (project: KeptProject) => void;
  readonly onRemove: (project: KeptProject) => void;
}) {
  const texts = useTexts();
  const t = texts.projects;
  const workspace = useWorkspace();
  const busy = useWorkspaceState(({ jobs }) => jobs.length > 0);
  const { madeUp, areas, facilities, files, openedAt } = project;
  const name = project.shownName === '' ? t.unnamed : project.shownName;
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  return (
    <li className="recent-project">
      <Button
        className="recent-open"
        aria-label={t.open(name)}
        isDisabled={busy}
        onPress={() => void reopenProject(workspace, project)}
      >
        <Icon name="clock" size={18} />
        <span className="recent-words">
          <span className="recent-name">
            <strong>{name}</strong>
            {madeUp ? (
              <span className="badge" data-status="draft">
                {t.madeUp}
              </span>
            ) : null}
          </span>
          <span className="muted recent-facts">
            <span>{t.facts(formatNumber(areas), formatNumber(facilities))}</span>
            <span>{t.files(formatNumber(files.length), t.size(formatNumber(Math.max(0.1, megabytes), 1)))}</span>
            <span>{t.openedAt(formatDateTime(openedAt))}</span>
          </span>
        </span>
      </Button>
      <IconButton icon="pen" label={t.renameOf(name)} onPress={() => onRename(project)} />
      <IconButton icon="bin" label={t.removeOf(name)} onPress={() => onRemove(project)} />
    </li>
  );
}

function RemoveDialog({ project, onClose }: { readonly project: KeptProject | null; readonly onClose: () => void }) {
  const t = useTexts().projects;
  const workspace = useWorkspace();
  return (
    <ModalOverlay className="dialog-overlay" isOpen={project !== null} onOpenChange={(next) => next || onClose()}>
      <Modal className="dialog-modal">
        <Dialog className="dialog-body" role="alertdialog">
          <Heading slot="title">{t.removeAsk(project?.shownName ?? '')}</Heading>
          <p className="muted">{t.removeHelp}</p>
          <div className="dialog-buttons">
            {/* A dialog that opens takes the focus: its field, or the harmless button. */}
            {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
            <Button className="button" autoFocus onPress={onClose}>
              {t.cancel}
            </Button>
            <Button
              className="button danger"
              onPress={() => {
                if (project !== null) void removeKept(workspace, project);
                onClose();
              }}
            >
              {t.remove}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
