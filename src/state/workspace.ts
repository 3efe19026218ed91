import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisApi, PlanPatch } from '../analysis/api.ts';
import { applyChange, type Change } from '../core/plan/edit.ts';
import { EMPTY_PLAN } from '../core/plan/plan.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import { createAuditRunner, type AuditRunner } from './audit-runner.ts';
import { EMPTY_HISTORY, recordStep, type Move } from './history.ts';
import { DEFAULT_LAYERS, type MapLayers } from './map-layers.ts';
import { createProjectKeeper, type ProjectKeeper } from './project-keeper.ts';
import { NEW_PROJECT, NOT_LOOKED, type ProjectShelf, type SampleFile } from './project.ts';
import { createPatchQueue, type PatchQueue } from './patch-queue.ts';
import { sliceChange } from './slice-change.ts';
import {
  NO_FILTER,
  WORST_FIRST,
  type OpenedInput,
  type Preferences,
  type StepName,
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
  /** Where the files of the sample city are; empty: there is none. */
  readonly sample: readonly SampleFile[];
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
  readonly sample?: readonly SampleFile[];
  /** Milliseconds since 1970: when a project was last open. */
  readonly time?: () => number;
}

export function createWorkspace(start: WorkspaceStart): Workspace {
  const store = createStore<WorkspaceState>(() => ({
    plan: EMPTY_PLAN,
    planVersion: 0,
    inputs: [],
    imports: [],
    importOpen: false,
    opening: [],
    project: NEW_PROJECT,
    kept: NOT_LOOKED,
    history: EMPTY_HISTORY,
    standards: start.standards,
    standardId: start.standardId,
    asOf: start.asOf,
    digest: null,
    auditMs: null,
    jobs: [],
    failures: [],
    selection: null,
    filter: NO_FILTER,
    sort: WORST_FIRST,
    copied: null,
    layers: start.layers ?? DEFAULT_LAYERS,
    mapTarget: null,
    bottomTab: 'gaps',
    unitView: { expanded: null, level: null, sort: { column: 'name', descending: false } },
    chartView: { question: 'coverage', level: null, asTable: false },
    dataView: { part: 'health', code: null },
    mobileView: 'map',
    settingsOpen: false,
    dialog: null,
    comparison: null,
    preferences: start.preferences,
  }));
  const patches = createPatchQueue(start.analysis);
  const audits = createAuditRunner(store, start.analysis, patches, start.now);
  const keeper = createProjectKeeper(store, start.shelf ?? null, start.time ?? (() => 0));
  return { store, analysis: start.analysis, patches, audits, keeper, sample: start.sample ?? [] };
}

/** Applies a change as one undoable step and sends it to the analysis. */
export function commit(
  workspace: Workspace,
  name: StepName,
  change: Change,
  inputsAfter: readonly OpenedInput[] = workspace.store.getState().inputs,
): void {
  const { history, inputs } = workspace.store.getState();
  const step = { name, change, inputsBefore: inputs, inputsAfter };
  apply(workspace, { history: recordStep(history, step), change, inputs: inputsAfter });
}

/** Applies a move along the history, or a new step: plan, version and mirror stay in one line. */
export function apply(workspace: Workspace, { history, change, inputs }: Move): void {
  const { plan, planVersion } = workspace.store.getState();
  const version = planVersion + 1;
  const slices = sliceChange(change);
  const patches: PlanPatch[] = slices.map((slice, at) => ({
    base: planVersion,
    version,
    change: slice,
    last: at === slices.length - 1,
  }));
  workspace.store.setState({
    plan: applyChange(plan, change),
    planVersion: version,
    history,
    inputs,
  });
  workspace.patches.send(patches);
}
