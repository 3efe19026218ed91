import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { applyImport } from '../../actions/apply-import.ts';
import { cancelImport, showImportStep } from '../../actions/change-import.ts';
import {
  canBeSettled,
  IMPORT_STEPS,
  isReady,
  problemsOfStep,
  type ImportDraft,
  type ImportStep,
} from '../../state/import-draft.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import { MergeStep } from './merge-step.tsx';
import { PlacePreview } from './place-preview.tsx';
import { PlaceStep } from './place-step.tsx';
import { ValuesStep } from './values-step.tsx';

/** The way of a file into the plan, one thing settled after another; closing it changes nothing. */
export function ImportDialog() {
  const workspace = useWorkspace();
  const draft = useWorkspaceState(({ imports }) => imports.find(canBeSettled) ?? null);
  const open = useWorkspaceState(({ importOpen }) => importOpen);
  return (
    <ModalOverlay
      className="dialog-overlay import-overlay"
      isOpen={open && draft !== null}
      onOpenChange={(next) => next || workspace.store.setState({ importOpen: false })}
    >
      <Modal className="dialog-modal import-modal">
        <Dialog className="import-dialog">{draft === null ? null : <Import draft={draft} />}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Import({ draft }: { readonly draft: ImportDraft }) {
  const { imports: t, workspace: w } = useTexts();
  const workspace = useWorkspace();
  const waiting = useWorkspaceState(({ imports }) => imports.filter(canBeSettled).length - 1);
  const at = IMPORT_STEPS.indexOf(draft.step);
  const previous = IMPORT_STEPS[at - 1];
  const next = IMPORT_STEPS[at + 1];
  return (
    <>
      <header className="import-head">
        <Heading slot="title">{t.title(draft.files[0]!.name)}</Heading>
        {waiting > 0 ? <span className="muted">{t.waiting(formatNumber(waiting))}</span> : null}
        <IconButton icon="close" label={t.cancel} onPress={() => cancelImport(workspace, draft.key)} />
      </header>
      <Steps draft={draft} />
      <div className="import-body">
        <section className="import-step" aria-label={t.step[draft.step]}>
          <h3>{t.step[draft.step]}</h3>
          <p className="muted">{t.stepHelp[draft.step]}</p>
          <StepBody draft={draft} />
        </section>
        {draft.step === 'place' ? <PlacePreview draft={draft} /> : null}
      </div>
      <footer className="import-foot">
        <span className="muted import-state" role="status">
          <Standing draft={draft} />
        </span>
        <Button className="button cancel" onPress={() => cancelImport(workspace, draft.key)}>
          {t.cancel}
        </Button>
        <Button
          className="button"
          isDisabled={previous === undefined}
          onPress={() => previous && showImportStep(workspace, draft.key, previous)}
        >
          {t.back}
        </Button>
        <Button
          className={isReady(draft) ? 'button' : 'button primary'}
          isDisabled={next === undefined || !isTable(draft)}
          onPress={() => next && showImportStep(workspace, draft.key, next)}
        >
          {t.next}
        </Button>
        <Button
          className={isReady(draft) ? 'button primary' : 'button'}
          isDisabled={!isReady(draft)}
          onPress={() => void applyImport(workspace, draft.key)}
        >
          {t.apply}
          {draft.declared.role === null ? null : <span>{w.role[draft.declared.role]}</span>}
        </Button>
      </footer>
    </>
  );
}

/** Whether it is known which table it is, so that there is more to settle. Streets have nothing more. */
function isTable({ source, declared }: ImportDraft): boolean {
  return source !== null && source.profiles.length > 0 && declared.role !== null && declared.role !== 'streets';
}

/** How far the file has come. */
function Standing({ draft: { source, declared, reading } }: { readonly draft: ImportDraft }) {
  const t = useTexts().imports;
  if (source === null) return t.opening;
  if (declared.role === null) return t.chooseTable;
  if (declared.role === 'streets') return null;
  if (reading === null) return source.profiles.length === 0 ? t.unusable : t.reading;
  const { table, report } = reading;
  const usable = table === null ? 0 : table.role === 'population' ? table.records.lon.length : table.records.length;
  const count = (severity: string): number => report.issues.filter((issue) => issue.severity === severity).length;
  return (
    <>
      {t.checkSummary(formatNumber(usable), formatNumber(report.rows))} ·{' '}
      {t.checkProblems(formatNumber(count('error')), formatNumber(count('warning')))}
    </>
  );
}

function Steps({ draft }: { readonly draft: ImportDraft }) {
  const { imports: t } = useTexts();
  const workspace = useWorkspace();
  return (
    <nav className="import-steps" aria-label={t.stepsLabel}>
      <ol>
        {IMPORT_STEPS.map((step, i) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === draft.step ? 'step' : undefined}
              disabled={step !== 'file' && !isTable(draft)}
              onClick={() => showImportStep(workspace, draft.key, step)}
            >
              <StepMark draft={draft} step={step} number={i + 1} />
              {t.step[step]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepMark({
  draft,
  step,
  number,
}: {
  readonly draft: ImportDraft;
  readonly step: ImportStep;
  readonly number: number;
}) {
  const t = useTexts().imports;
  const { errors, warnings } = problemsOfStep(draft, step);
  if (errors + warnings === 0) return <span className="step-mark">{number}</span>;
  return (
    <span className="step-mark" data-severity={errors > 0 ? 'error' : 'warning'}>
      <Icon name="warning" size={12} />
      <span className="visually-hidden">{t.needs}</span>
    </span>
  );
}

function StepBody({ draft }: { readonly draft: ImportDraft }) {
  switch (draft.step) {
    case 'file':
      return <FileStep draft={draft} />;
    case 'place':
      return <PlaceStep draft={draft} />;
    case 'columns':
      return <ColumnsStep draft={draft} />;
    case 'values':
      return <ValuesStep draft={draft} />;
    case 'check':
      return <CheckStep draft={draft} />;
    default:
      return <MergeStep draft={draft} />;
  }
}
