import type { AuditDigest } from '../analysis/api.ts';
import type { CaveatCode } from '../core/checks/health/caveats.ts';
import type { MissingReason } from '../core/checks/health/undecided.ts';
import type { AreaCheckId, CheckId, InputFile, Verdict } from '../core/checks/result.ts';
import type { LonLat } from '../core/geo/geometry.ts';
import type { Bounds } from '../core/geo/polygon.ts';
import type { Issue, IssueCode } from '../core/issue.ts';
import type { StreetFacts } from '../core/network/street-graph.ts';
import type {
  AreaClass,
  AreaId,
  CandidateId,
  FacilityId,
  Plan,
  PoolId,
  Settlement,
  StreetEdit,
  StreetEditId,
  UnitLevel,
} from '../core/plan/plan.ts';
import type { Change } from '../core/plan/edit.ts';
import type { Progress } from '../core/progress.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import type { Language } from '../text/language.ts';
import type { Declaration, ImportDraft } from './import-draft.ts';
import type { MapLayers } from './map-layers.ts';
import { DEFAULT_GAP_COLUMNS, type GapColumn, type SortColumn } from './gap-columns.ts';
import type { KeptProjects, Project } from './project.ts';
import type { RememberedMapping } from './remembered-mappings.ts';

/** A file whose records are in the plan. */
export interface OpenedInput {
  readonly input: InputFile;
  readonly issues: readonly Issue[];
  /** Ids (units: paths) of the records it brought; empty for a population grid. */
  readonly ids: readonly string[];
  /** The walking network, for streets alone: it stays in the analysis. */
  readonly streets: StreetFacts | null;
  readonly source: OpenedSource;
}

/** Where an opened file came from, so that it can be read again in another visit. */
export interface OpenedSource {
  /** The file, first, and those that belong to it. */
  readonly files: readonly File[];
  readonly declared: Declaration;
}

/** One of the files that are being opened together. */
export interface OpeningFile {
  readonly name: string;
  readonly state: 'waiting' | 'reading' | 'read' | 'refused';
}

/** What one step of the history was, so that a sentence can name it. */
export type StepName =
  | { readonly kind: 'open' | 'remove' | 'county'; readonly file: string }
  | { readonly kind: 'setting'; readonly setting: keyof Settings }
  | { readonly kind: 'reset-settings' | 'spread-population' }
  | {
      readonly kind: 'add-street-edit' | 'remove-street-edit' | 'change-street-edit';
      readonly edit: Pick<StreetEdit, 'kind' | 'cause' | 'name'>;
    };

/** One undoable step: the change, and the list of opened files beside it, before and after. */
export interface Step {
  readonly name: StepName;
  readonly change: Change;
  readonly inputsBefore: readonly OpenedInput[];
  readonly inputsAfter: readonly OpenedInput[];
}

/** `done` counts the steps that are applied; those after it can be redone. */
export interface History {
  readonly steps: readonly Step[];
  readonly done: number;
}

export type Selection =
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'facility'; readonly id: FacilityId }
  | { readonly kind: 'unit'; readonly id: string }
  | { readonly kind: 'candidate'; readonly id: CandidateId }
  | { readonly kind: 'pool'; readonly id: PoolId }
  | { readonly kind: 'streetEdit'; readonly id: StreetEditId }
  /** Any place on the map, to see how one walks from there; its id is what tells it from another. */
  | { readonly kind: 'place'; readonly id: string; readonly at: LonLat };

/** Long work that is under way and can be stopped. */
export interface RunningJob {
  readonly id: number;
  readonly kind: 'fetch' | 'read' | 'audit' | 'export';
  readonly file: string | null;
  readonly progress: Progress | null;
  readonly controller: AbortController;
}

/** Something failed that the person must hear of; data problems are issues, not failures. */
export interface Failure {
  /** `keep`: the device would not keep the project; `fetch`: a file of the sample city did not come. */
  readonly kind: 'audit' | 'read' | 'export' | 'copy' | 'fetch' | 'keep';
  readonly file: string | null;
  readonly message: string;
}

/** Which check the list's verdict filter speaks of, and the map's colours. */
export type VerdictOf = AreaCheckId | 'overall';

/** What areas have in common that a number on the data page counted. */
export type PickedFor =
  | { readonly kind: 'blank'; readonly column: string }
  | { readonly kind: 'undecided'; readonly check: CheckId; readonly missing: MissingReason }
  | { readonly kind: 'caveat'; readonly code: CaveatCode };

/** Areas picked out one by one, and what for. */
export interface PickedAreas {
  readonly ids: ReadonlySet<AreaId>;
  readonly what: PickedFor;
}

export interface GapFilter {
  readonly text: string;
  readonly of: VerdictOf;
  /** Verdicts shown. */
  readonly verdicts: readonly Verdict[];
  readonly class: AreaClass | null;
  readonly settlement: Settlement | null;
  /** Only areas that a pool answers for. */
  readonly pooled: boolean;
  /** Only areas with a check that is overdue. */
  readonly overdue: boolean;
  /** Path of an administrative unit. */
  readonly unit: string | null;
  readonly picked: PickedAreas | null;
}

/** One key of the list's order; the first decides, the next where it leaves two alike. */
export interface GapSort {
  readonly column: SortColumn;
  readonly descending: boolean;
}

export type Theme = 'system' | 'light' | 'dark';
export type MobileView = 'map' | 'list' | 'details' | 'layers';
export const BOTTOM_TABS = ['gaps', 'units', 'charts', 'data', 'unbooked'] as const;
export type BottomTab = (typeof BOTTOM_TABS)[number];

export const UNIT_SORT_COLUMNS = [
  'name',
  'areas',
  'ratio',
  'floorGap',
  'circle',
  'uncovered',
  'tier',
  'land',
  'nursing',
] as const;
export type UnitSortColumn = (typeof UNIT_SORT_COLUMNS)[number];

export interface UnitSort {
  readonly column: UnitSortColumn;
  readonly descending: boolean;
}

/** How the tree of units stands. */
export interface UnitView {
  /** Keys of the units that are open; null: nobody has opened or closed one yet. */
  readonly expanded: ReadonlySet<string> | null;
  /** One level alone, without the tree; null: the tree. */
  readonly level: UnitLevel | null;
  readonly sort: UnitSort;
}

/** Questions that a chart answers. */
export const CHART_QUESTIONS = ['coverage', 'space', 'age', 'overdue'] as const;
export type ChartQuestion = (typeof CHART_QUESTIONS)[number];

export interface ChartView {
  readonly question: ChartQuestion;
  /** Null: the level that says most of what there is. */
  readonly level: UnitLevel | null;
  readonly asTable: boolean;
}

/** The two parts of what is said of the data: what it can bear, and every problem in it. */
export const DATA_PARTS = ['health', 'issues'] as const;
export type DataPart = (typeof DATA_PARTS)[number];

export interface DataView {
  readonly part: DataPart;
  /** Problems of one kind alone; null: all. */
  readonly code: IssueCode | null;
}

/** What stays on the device from one visit to the next. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Height of the lower panel, CSS pixels. */
  readonly bottomHeight: number;
  readonly bottomOpen: boolean;
  /** What the gap list shows, in the order of `GAP_COLUMNS`. */
  readonly gapColumns: readonly GapColumn[];
  /** Widths that the person gave, CSS pixels. */
  readonly gapWidths: Readonly<Partial<Record<GapColumn, number>>>;
  /** How columns of imported files were settled. */
  readonly mappings: readonly RememberedMapping[];
}

/** Where the map should go next; a new object each time. A place keeps its surroundings in view, an extent fills the map. */
export interface MapTarget {
  readonly bounds: Bounds;
  readonly kind: 'extent' | 'place';
}

export interface WorkspaceState {
  readonly plan: Plan;
  readonly planVersion: number;
  readonly inputs: readonly OpenedInput[];
  /** Files on their way into the plan, which a person must look at; the first is shown. */
  readonly imports: readonly ImportDraft[];
  readonly importOpen: boolean;
  /** Files that are being opened; empty when none is. */
  readonly opening: readonly OpeningFile[];
  readonly project: Project;
  readonly kept: KeptProjects;
  readonly history: History;
  readonly standards: readonly LoadedStandard[];
  readonly standardId: string;
  readonly asOf: IsoDate;
  readonly digest: AuditDigest | null;
  /** Milliseconds that the last audit took, waiting included. */
  readonly auditMs: number | null;
  readonly jobs: readonly RunningJob[];
  readonly failures: readonly Failure[];
  readonly selection: Selection | null;
  readonly filter: GapFilter;
  readonly sort: readonly GapSort[];
  /** What was copied last; a new object each time. */
  readonly copied: { readonly rows: number } | null;
  readonly layers: MapLayers;
  readonly mapTarget: MapTarget | null;
  readonly bottomTab: BottomTab;
  readonly unitView: UnitView;
  readonly chartView: ChartView;
  readonly dataView: DataView;
  readonly mobileView: MobileView;
  readonly settingsOpen: boolean;
  /** What lies over the screen; null: nothing does. */
  readonly dialog: DialogName | null;
  readonly preferences: Preferences;
}

export type DialogName = 'search' | 'shortcuts' | 'rename' | 'spread-population' | 'export-tables' | 'counties';

/** Everything that is not in order, worst first. */
export const PROBLEM_VERDICTS: readonly Verdict[] = ['short', 'met_if_built', 'depends_on_class', 'no_data'];

export const NO_FILTER: GapFilter = {
  text: '',
  of: 'overall',
  verdicts: PROBLEM_VERDICTS,
  class: null,
  settlement: null,
  pooled: false,
  overdue: false,
  unit: null,
  picked: null,
};

export const WORST_FIRST: readonly GapSort[] = [{ column: 'verdict', descending: false }];

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  bottomHeight: 300,
  bottomOpen: true,
  gapColumns: DEFAULT_GAP_COLUMNS,
  gapWidths: {},
  mappings: [],
};
