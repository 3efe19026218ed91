import { Button, ProgressBar } from 'react-aria-components';
import { cancelWork } from '../../actions/cancel-work.ts';
import type { OpeningFile } from '../../state/workspace-state.ts';
import { formatShare } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Several files on their way in: which are read, which is being read, which wait. */
export function OpeningFiles() {
  const t = useTexts().projects;
  const workspace = useWorkspace();
  const opening = useWorkspaceState((state) => state.opening);
  return (
    <section className="opening-files" aria-label={t.opening}>
      <div className="opening-head">
        <strong>{t.opening}</strong>
        <Button className="button small" onPress={() => cancelWork(workspace)}>
          {t.stop}
        </Button>
      </div>
      <ul>
        {opening.map((file) => (
          <li key={file.name} data-state={file.state}>
            <StateSign state={file.state} />
            <span className="file-name">{file.name}</span>
            {file.state === 'reading' ? <Reading name={file.name} /> : <span>{t.fileState[file.state]}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateSign({ state }: { readonly state: OpeningFile['state'] }) {
  if (state === 'read') return <Icon name="tick" size={14} />;
  return <Icon name={state === 'refused' ? 'warning' : 'file'} size={14} />;
}

function Reading({ name }: { readonly name: string }) {
  const t = useTexts();
  const progress = useWorkspaceState(({ jobs }) => jobs.find(({ kind }) => kind === 'read')?.progress ?? null);
  const share = progress === null || progress.total <= 0 ? null : Math.min(1, progress.done / progress.total);
  return (
    <ProgressBar
      className="progress"
      aria-label={t.workspace.job.reading(name)}
      {...(share === null ? { isIndeterminate: true } : { value: share * 100 })}
    >
      <span className="progress-track" data-indeterminate={share === null}>
        <span style={{ width: `${(share ?? 0.3) * 100}%` }} />
      </span>
      <span className="number">{share === null ? t.projects.fileState.reading : formatShare(share)}</span>
    </ProgressBar>
  );
}
