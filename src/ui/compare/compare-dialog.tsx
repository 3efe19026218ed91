import { useState } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { closeComparison } from '../../actions/close-comparison.ts';
import type { ComparedFile } from '../../actions/read-compared-files.ts';
import { startComparison } from '../../actions/start-comparison.ts';
import type { ComparedSides } from '../../state/compare/compare-side.ts';
import { issueSentence } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { JobNotice } from '../panels/notices.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CompareResults } from './compare-results.tsx';
import { SidePicker, type FilesOutcome } from './side-picker.tsx';
import { useComparison, type ComparisonRun } from './use-comparison.ts';
import { useVersions } from './use-versions.ts';

/** Two sides, what differs between them and why, over the whole screen. */
export function CompareDialog() {
  const t = useTexts().compare;
  const workspace = useWorkspace();
  const sides = useWorkspaceState(({ comparison }) => comparison);
  return (
    <ModalOverlay
      className="dialog-overlay compare-overlay"
      isOpen={sides !== null}
      onOpenChange={(next) => next || closeComparison(workspace)}
    >
      <Modal className="dialog-modal compare-modal">
        <Dialog className="compare-dialog" aria-label={t.title}>
          {sides === null ? null : <Comparing sides={sides} />}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Comparing({ sides }: { readonly sides: ComparedSides }) {
  const t = useTexts().compare;
  const workspace = useWorkspace();
  const run = useComparison(sides);
  const versions = useVersions();
  const [files, setFiles] = useState<FilesOutcome | null>(null);
  return (
    <>
      <header className="compare-head">
        <Heading slot="title">{t.title}</Heading>
        <SidePicker side="left" sides={sides} versions={versions} onFiles={setFiles} />
        <IconButton
          icon="swap"
          label={t.swap}
          onPress={() => startComparison(workspace, { left: sides.right, right: sides.left })}
        />
        <SidePicker side="right" sides={sides} versions={versions} onFiles={setFiles} />
        <IconButton icon="close" label={t.close} onPress={() => closeComparison(workspace)} />
      </header>
      <div className="compare-state" role="status">
        <RunState sides={sides} ended={run.ended} />
        {files === null ? null : <FilesNote outcome={files} onDismiss={() => setFiles(null)} />}
      </div>
      {run.compared === null ? <div className="compare-body" /> : <CompareResults compared={run.compared} />}
    </>
  );
}

/** What is under way, or how it ended where that is not with a result. */
function RunState({ sides, ended }: Pick<ComparisonRun, 'ended'> & { readonly sides: ComparedSides }) {
  const t = useTexts().compare;
  const workspace = useWorkspace();
  const job = useWorkspaceState(({ jobs }) => jobs.find(({ kind }) => kind === 'compare' || kind === 'read'));
  return (
    <>
      {job === undefined ? null : <JobNotice job={job} />}
      {ended === null ? null : (
        <div className="notice">
          <span>{ended.failure === null ? t.stopped : t.failed(ended.failure)}</span>
          <Button className="button small" onPress={() => startComparison(workspace, { ...sides })}>
            {t.again}
          </Button>
        </div>
      )}
    </>
  );
}

/** What was read for the comparison, and what was not. */
function FilesNote({ outcome, onDismiss }: { readonly outcome: FilesOutcome; readonly onDismiss: () => void }) {
  const texts = useTexts();
  const t = texts.compare;
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const said =
    'failure' in outcome
      ? [t.filesFailed(outcome.failure)]
      : 'refused' in outcome
        ? outcome.refused.map((issue) => issueSentence(language, issue))
        : outcome.read.map((one) => fileText(one, texts));
  return (
    <div className="notice">
      <ul>
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button className="button small quiet" onPress={onDismiss}>
        {t.dismiss}
      </Button>
    </div>
  );
}

function fileText({ file, role, rows, used, errors, crs }: ComparedFile, texts: Texts): string {
  const t = texts.compare;
  if (role === null) return t.fileRefused(file);
  return [
    t.fileRead(file, texts.workspace.role[role], formatNumber(used), formatNumber(rows)),
    ...(errors > 0 ? [t.fileErrors(formatNumber(errors))] : []),
    ...(crs === null ? [] : [t.fileCrs(crs)]),
  ].join(texts.gaps.separator);
}
