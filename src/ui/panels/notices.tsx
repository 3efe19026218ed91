import { Button, ProgressBar } from 'react-aria-components';
import { dismissFailure } from '../../actions/arrange.ts';
import { cancelWork } from '../../actions/cancel-work.ts';
import { saveProject } from '../../actions/save-project.ts';
import { takeOver } from '../../actions/take-over.ts';
import { isOutOfDate } from '../../state/selectors.ts';
import type { Failure, RunningJob } from '../../state/workspace-state.ts';
import { formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { OpeningFiles } from './opening-files.tsx';
import { PendingFiles } from './pending-files.tsx';

/** What is under way, what failed, what waits for a word: over the map, out of the way when there is nothing. */
export function Notices({ withPending }: { readonly withPending: boolean }) {
  const t = useTexts().workspace.state;
  const workspace = useWorkspace();
  const jobs = useWorkspaceState((state) => state.jobs);
  const failures = useWorkspaceState((state) => state.failures);
  const opening = useWorkspaceState((state) => state.opening.length > 1);
  const stale = useWorkspaceState(isOutOfDate);
  return (
    <div className="notices">
      {withPending ? <PendingFiles /> : null}
      <KeepingNotice />
      <SavedNotice />
      {failures.map((failure) => (
        <FailureNotice key={`${failure.kind} ${failure.file ?? ''} ${failure.message}`} failure={failure} />
      ))}
      {stale && jobs.length === 0 ? (
        <div className="notice" role="status">
          <Icon name="warning" />
          <span>
            <strong>{t.outOfDate}</strong> {t.outOfDateHelp}
          </span>
          <Button className="button small" onPress={() => void workspace.audits.request()}>
            {t.recompute}
          </Button>
        </div>
      ) : null}
      {opening ? <OpeningFiles /> : jobs.map((job) => <JobNotice key={job.id} job={job} />)}
    </div>
  );
}

/** Whether what is done here stays: said as long as it does not. */
function KeepingNotice() {
  const t = useTexts().projects;
  const workspace = useWorkspace();
  const keeping = useWorkspaceState((state) => state.keeping);
  const reading = useWorkspaceState(({ holding }) => holding === 'reading');
  if (reading) {
    return (
      <div className="notice" role="status">
        <Icon name="warning" />
        <span>{t.readingOnly}</span>
        <Button className="button small" onPress={() => void takeOver(workspace)}>
          {t.takeOver}
        </Button>
      </div>
    );
  }
  if (keeping.state !== 'failed') return null;
  return (
    <div className="notice failure" role="alert">
      <Icon name="warning" />
      <span>{t.keepFailed[keeping.reason]}</span>
      <Button className="button small" onPress={() => void saveProject(workspace)}>
        {t.saveFile}
      </Button>
    </div>
  );
}

/** What was saved, and where, until something else is done. */
function SavedNotice() {
  const texts = useTexts();
  const { store } = useWorkspace();
  const saved = useWorkspaceState((state) => (state.saved?.document === state.document ? state.saved : null));
  if (saved === null) return null;
  return (
    <div className="notice done" role="status">
      <Icon name="file" />
      <span>{texts.projects.saved(saved.file)}</span>
      <Button className="button small quiet" onPress={() => store.setState({ saved: null })}>
        {texts.workspace.state.dismiss}
      </Button>
    </div>
  );
}

export function JobNotice({ job }: { readonly job: RunningJob }) {
  const texts = useTexts();
  const t = texts.workspace;
  const workspace = useWorkspace();
  const title = jobTitle(job, texts);
  const { progress } = job;
  const share = progress === null || progress.total <= 0 ? null : Math.min(1, progress.done / progress.total);
  return (
    <div className="notice job">
      <ProgressBar
        className="progress"
        aria-label={title}
        {...(share === null ? { isIndeterminate: true } : { value: share * 100 })}
      >
        <span className="progress-words">
          <strong>{title}</strong>
          <span className="muted">{progress === null || job.kind === 'fetch' ? '' : t.stage[progress.stage]}</span>
          <span className="number muted">{share === null ? '' : formatShare(share)}</span>
        </span>
        <span className="progress-track" data-indeterminate={share === null}>
          <span style={{ width: `${(share ?? 0.3) * 100}%` }} />
        </span>
      </ProgressBar>
      <Button className="button small" onPress={() => cancelWork(workspace, job.id)}>
        {t.job.cancel}
      </Button>
    </div>
  );
}

function jobTitle({ kind, file }: RunningJob, { compare, pools, projects, workspace: { job: t } }: Texts): string {
  if (kind === 'fetch') return projects.fetching(file ?? '');
  if (kind === 'read') return t.reading(file ?? '');
  if (kind === 'pools') return pools.searching;
  if (kind === 'save') return projects.saving(file ?? '');
  if (kind === 'compare') return compare.running;
  return kind === 'audit' ? t.auditing : t.exporting;
}

function FailureNotice({ failure }: { readonly failure: Failure }) {
  const { pools, projects, workspace: texts } = useTexts();
  const t = texts.state;
  const workspace = useWorkspace();
  const { kind, file, message } = failure;
  return (
    <div className="notice failure" role="alert">
      <Icon name="warning" />
      <span>
        {kind === 'audit' ? (
          <>
            <strong>{t.auditFailed}</strong> {t.auditFailedHelp(message)}
          </>
        ) : kind === 'read' ? (
          t.readFailed(file ?? '', message)
        ) : kind === 'pools' ? (
          pools.failed(message)
        ) : kind === 'copy' ? (
          t.copyFailed(message)
        ) : kind === 'unsaved' ? (
          projects.unsavedFirst(file ?? '')
        ) : kind === 'save' ? (
          projects.saveFailed(message)
        ) : kind === 'fetch' ? (
          projects.fetchFailed(file ?? '', message)
        ) : (
          t.exportFailed(message)
        )}
      </span>
      {kind === 'audit' ? (
        <Button className="button small" onPress={() => void workspace.audits.request()}>
          {t.retry}
        </Button>
      ) : kind === 'unsaved' ? (
        <Button className="button small" onPress={() => void saveProject(workspace)}>
          {projects.saveFile}
        </Button>
      ) : null}
      <Button className="button small quiet" onPress={() => dismissFailure(workspace, failure)}>
        {t.dismiss}
      </Button>
    </div>
  );
}
