import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisApi, PlanPatch } from '../analysis/api.ts';
import type { Solver } from '../analysis/solver.ts';
import { documentChange, EMPTY_DOCUMENT, moveDocument, shownPlan, type DocumentChange } from '../core/plan/document.ts';
import type { Change } from '../core/plan/edit.ts';
import { planDiff } from '../core/plan/plan-diff.ts';
import { EMPTY_PLAN } from '../core/plan/plan.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import { createAuditRunner, type AuditRunner } from './audit-runner.ts';
import { followEffects } from './effect-base.ts';
import { EMPTY_HISTORY, recordStep, redoStep, undoStep, type Move } from './history.ts';
import { DEFAULT_LAYERS, type MapLayers } from './map-layers.ts';
import { createProjectKeeper, type ProjectKeeper } from './project-keeper.ts';
import { NEW_PROJECT, NOT_LOOKED, type ProjectHolds, type ProjectShelf, type SampleFile } from './project.ts';
import { createPatchQueue, type PatchQueue } from './patch-queue.ts';
import { sliceChange } from './slice-change.ts';
import type { StepName } from './step-name.ts';
import {
  DEFAULT_OUTLOOK,
  NO_FILTER,
  NOTHING_CHOSEN,
  WORST_FIRST,
  type OpenedInput,
  type Preferences,
  type WorkspaceState,
} from './workspace-state.ts';

export type WorkspaceStore = StoreApi<WorkspaceState>;

/** The open plan, the analysis that mirrors it, and what passes between them. Actions take it; the screen reads its store. */
export interface Workspace {
  readonly store: WorkspaceStore;
  readonly analysis: AnalysisApi;
  readonly patches: PatchQueue;
  readonly audits: AuditRunner;
  readonly keeper: ProjectKeeper;
  /** Null: nothing here solves models. */
  readonly solver: Solver | null;
  /** The standards that ship, and which of them judges where nobody chose. */
  readonly shipped: Pick<WorkspaceState, 'standards' | 'standardId'>;
  /** Where the files of the sample city are; empty: there is none. */
  readonly sample: readonly SampleFile[];
  /** Milliseconds since 1970. */
  readonly time: () => number;
}

export interface WorkspaceStart {
  readonly analysis: AnalysisApi;
  readonly standards: readonly LoadedStandard[];
  readonly standardId: string;
  readonly asOf: IsoDate;
  readonly preferences: Preferences;
  /** Absent: as on a first visit. */
  readonly layers?: MapLayers;
  /** Milliseconds of a steady clock, for how long an audit took. */
  readonly now: () => number;
  /** Where projects are kept from one visit to the next; absent: nowhere. */
  readonly shelf?: ProjectShelf;
  /** Sees to it that one tab alone changes a project; absent: there is but one. */
  readonly holds?: ProjectHolds;
  /** Absent: nothing that needs solving is suggested. */
  readonly solver?: Solver;
  readonly sample?: readonly SampleFile[];
  /** Milliseconds since 1970: when something happened. */
  readonly time?: () => number;
}

export function createWorkspace(start: WorkspaceStart): Workspace {
  const store = createStore<WorkspaceState>(() => ({
    document: EMPTY_DOCUMENT,
    conflicts: [],
    plan: EMPTY_PLAN,
    planVersion: 0,
    inputs: [],
    imports: [],
    importOpen: false,
    opening: [],
    project: NEW_PROJECT,
    kept: NOT_LOOKED,
    keeping: { state: 'nothing' },
    holding: 'held',
    saved: null,
    history: EMPTY_HISTORY,
    standards: start.standards,
    standardId: start.standardId,
    asOf: start.asOf,
    digest: null,
    auditMs: null,
    jobs: [],
    failures: [],
    selection: null,
    chosen: NOTHING_CHOSEN,
    choosing: false,
    poolSearch: null,
    editing: false,
    effectBase: null,
    bulkEdit: null,
    filter: NO_FILTER,
    sort: WORST_FIRST,
    copied: null,
    layers: start.layers ?? DEFAULT_LAYERS,
    mapTarget: null,
    mapTool: 'select',
    trial: null,
    refused: null,
    bottomTab: 'gaps',
    unitView: { expanded: null, level: null, sort: { column: 'name', descending: false } },
    chartView: { question: 'coverage', level: null, asTable: false },
    dataView: { part: 'health', code: null },
    outlookView: DEFAULT_OUTLOOK,
    mobileView: 'map',
    settingsOpen: false,
    dialog: null,
    comparison: null,
    preferences: start.preferences,
  }));
  followEffects(store);
  const patches = createPatchQueue(start.analysis);
  const audits = createAuditRunner(store, start.analysis, patches, start.now);
  const time = start.time ?? (() => 0);
  const keeper = createProjectKeeper(store, start.shelf ?? null, start.holds ?? null, time);
  const { standards, standardId } = start;
  return {
    store,
    analysis: start.analysis,
    patches,
    audits,
    keeper,
    solver: start.solver ?? null,
    shipped: { standards, standardId },
    sample: start.sample ?? [],
    time,
  };
}

/** Steps that bring data, which all scenarios share. */
const OF_DATA: ReadonlySet<StepName['kind']> = new Set(['open', 'remove', 'county', 'spread-population']);

/**
 * Applies a change of the shown plan as one undoable step: it is sent to the analysis and written to the device. Where another
 * tab has the project, nothing happens; that it does is said on the screen.
 */
export function commit(
  workspace: Workspace,
  name: StepName,
  change: Change,
  inputsAfter?: readonly OpenedInput[],
): void {
  const { document } = workspace.store.getState();
  commitDocument(workspace, name, documentChange(document, change, OF_DATA.has(name.kind)), inputsAfter);
}

/** The same for a change of the document as a whole. */
export function commitDocument(
  workspace: Workspace,
  name: StepName,
  change: DocumentChange,
  inputsAfter?: readonly OpenedInput[],
): void {
  const { history, inputs: inputsBefore, holding } = workspace.store.getState();
  if (holding === 'reading') return;
  const at = workspace.time();
  const step = { name, at, change, inputsBefore, inputsAfter: inputsAfter ?? inputsBefore };
  apply(workspace, { history: recordStep(history, step), change, inputs: step.inputsAfter });
  workspace.keeper.record({ kind: 'step', at, name }, change, inputsAfter ?? null);
}

/** Takes the last step back, or does the next undone one again. */
export function moveAlong(workspace: Workspace, kind: 'undo' | 'redo'): void {
  const { history, holding } = workspace.store.getState();
  const move = kind === 'undo' ? undoStep(history) : redoStep(history);
  if (move === null || holding === 'reading') return;
  apply(workspace, move);
  workspace.keeper.record({ kind, at: workspace.time() }, [], null);
}

/** Applies a move along the history, or a new step: plan, version and mirror stay in one line. */
function apply(workspace: Workspace, { history, change, inputs }: Move): void {
  const { document, plan, conflicts, planChange } = moveDocument(workspace.store.getState(), change);
  const { planVersion } = workspace.store.getState();
  const version = planVersion + 1;
  workspace.store.setState({ document, plan, conflicts, planVersion: version, history, inputs });
  workspace.patches.send(patchesOf(planChange, planVersion, version));
}

/** Puts another project, or none, in the place of what is open. The analysis begins anew. */
export function replaceDocument(
  workspace: Workspace,
  { document, history, inputs }: Pick<WorkspaceState, 'document' | 'history' | 'inputs'>,
): void {
  const version = workspace.store.getState().planVersion + 1;
  const { plan, conflicts } = shownPlan(document);
  workspace.store.setState({ document, plan, conflicts, planVersion: version, history, inputs });
  workspace.patches.send(patchesOf(planDiff(EMPTY_PLAN, plan), 0, version));
}

function patchesOf(change: Change, base: number, version: number): PlanPatch[] {
  const slices = sliceChange(change);
  return slices.map((slice, at) => ({ base, version, change: slice, last: at === slices.length - 1 }));
}
