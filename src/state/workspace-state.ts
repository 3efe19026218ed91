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
  ParcelId,
  Plan,
  PoolId,
  Settlement,
  StreetEditId,
  UnitLevel,
} from '../core/plan/plan.ts';
import type { Conflict } from '../core/plan/apply-scenario.ts';
import type { DocumentChange, PlanDocument } from '../core/plan/document.ts';
import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import type { FormTable } from '../core/forms/form-fields.ts';
import type { Progress } from '../core/progress.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import type { Language } from '../text/language.ts';
import type { ComparedSides } from './compare/compare-side.ts';
import type { EffectBase } from './effect-base.ts';
import type { Declaration, ImportDraft } from './import-draft.ts';
import type { PoolSearch } from './pool-search.ts';
import type { MapLayers } from './map-layers.ts';
import { DEFAULT_GAP_COLUMNS, type GapColumn, type SortColumn } from './gap-columns.ts';
import type { KeptProjects, Project } from './project.ts';
import type { MapStepName, StepName } from './step-name.ts';
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

/** One undoable step: the change, and the list of opened files beside it, before and after. */
export interface Step {
  readonly name: StepName;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly change: DocumentChange;
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
  | { readonly kind: 'parcel'; readonly id: ParcelId }
  | { readonly kind: 'streetEdit'; readonly id: StreetEditId }
  | { readonly kind: 'pool'; readonly id: PoolId }
  /** A pool that is being put together of the chosen areas. */
  | { readonly kind: 'pool-draft'; readonly id: 'chosen' }
  | { readonly kind: 'pool-suggestions'; readonly id: 'all' }
  /** Any place on the map, to see how one walks from there; its id is what tells it from another. */
  | { readonly kind: 'place'; readonly id: string; readonly at: LonLat };

/** Areas or facilities picked one by one to do something with all of them; never both kinds. Some may be gone by now. */
export interface Chosen {
  readonly kind: 'area' | 'facility';
  readonly ids: ReadonlySet<string>;
}

export const NOTHING_CHOSEN: Chosen = { kind: 'area', ids: new Set() };

/** Long work that is under way and can be stopped. */
export interface RunningJob {
  readonly id: number;
  readonly kind: 'fetch' | 'read' | 'audit' | 'export' | 'save' | 'pools' | 'compare';
  readonly file: string | null;
  readonly progress: Progress | null;
  readonly controller: AbortController;
}

/** Something failed that the person must hear of; data problems are issues, not failures. */
export interface Failure {
  /** `fetch`: a file of the sample city did not come. `unsaved`: a project file would take the place of what is kept nowhere. */
  readonly kind: 'audit' | 'read' | 'export' | 'save' | 'unsaved' | 'copy' | 'fetch' | 'pools';
  readonly file: string | null;
  readonly message: string;
}

/** Which check the list's verdict filter speaks of, and the map's colours. */
export type VerdictOf = AreaCheckId | 'overall';

/** What areas have in common that a number counted. */
export type PickedFor =
  | { readonly kind: 'blank'; readonly column: string }
  | { readonly kind: 'undecided'; readonly check: CheckId; readonly missing: MissingReason }
  | { readonly kind: 'caveat'; readonly code: CaveatCode }
  /** Whose verdict the last step changed: to met, to short, or otherwise. */
  | { readonly kind: 'effect'; readonly now: EffectOn };

export const EFFECTS_ON = ['met', 'short', 'other'] as const;
export type EffectOn = (typeof EFFECTS_ON)[number];

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
export const BOTTOM_TABS = ['gaps', 'units', 'charts', 'data', 'unbooked', 'outlook'] as const;
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

/** The parts of what is said of the time to come. */
export const OUTLOOK_PARTS = ['years', 'leases', 'phasing'] as const;
export type OutlookPart = (typeof OUTLOOK_PARTS)[number];

export const TURN_COLUMNS = ['area', 'check', 'year', 'gap', 'last'] as const;
export type TurnColumn = (typeof TURN_COLUMNS)[number];

export interface OutlookView {
  readonly part: OutlookPart;
  /** The two years that are looked at, in no order. */
  readonly years: readonly [number, number];
  /** Of those, the one up to which turning areas are listed. */
  readonly until: 0 | 1;
  readonly sort: { readonly column: TurnColumn; readonly descending: boolean };
  /** Only measures that are late. */
  readonly lateOnly: boolean;
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

/** What a press on the map does: looks at something, draws a thing, or (`shape`) changes the outline of what is selected. */
export const MAP_TOOLS = ['select', 'facility', 'area', 'candidate', 'parcel', 'barrier', 'link', 'shape'] as const;
export type MapTool = (typeof MAP_TOOLS)[number];
/** Tools that draw. */
export type DrawTool = Exclude<MapTool, 'select' | 'shape'>;

/** Where the map should go next; a new object each time. A place keeps its surroundings in view, an extent fills the map. */
export interface MapTarget {
  readonly bounds: Bounds;
  readonly kind: 'extent' | 'place';
}

/**
 * How far the device has got with keeping the project. `failed`: it refuses, with what has not been kept waiting; it is tried
 * again with the next change.
 */
export type Keeping =
  | { readonly state: 'nothing' | 'kept' | 'keeping' }
  | { readonly state: 'failed'; readonly reason: 'full' | 'refused'; readonly waiting: number };

/** Whether the project may be changed here: another tab may have it. */
export type Holding = 'held' | 'reading';

export interface WorkspaceState {
  readonly document: PlanDocument;
  /** Edits of the shown scenario that no longer apply to its baseline. */
  readonly conflicts: readonly Conflict[];
  /** The plan that is shown and judged: that of the document's baseline or scenario. */
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
  readonly keeping: Keeping;
  readonly holding: Holding;
  /** What was last saved as a project file, and as which; null: nothing was. */
  readonly saved: { readonly document: PlanDocument; readonly file: string } | null;
  readonly history: History;
  /** Those that ship and, in place of one with the same id, those that came with the project. */
  readonly standards: readonly LoadedStandard[];
  readonly standardId: string;
  readonly asOf: IsoDate;
  readonly digest: AuditDigest | null;
  /** Milliseconds that the last audit took, waiting included. */
  readonly auditMs: number | null;
  readonly jobs: readonly RunningJob[];
  readonly failures: readonly Failure[];
  readonly selection: Selection | null;
  readonly chosen: Chosen;
  /** Pools that are suggested; null: nobody has asked yet. */
  readonly poolSearch: PoolSearch | null;
  /** A plain tap or click chooses one more instead of looking at it. */
  readonly choosing: boolean;
  /** Whether the inspector's facts can be changed. */
  readonly editing: boolean;
  /** What the last step is compared with; null: nothing to tell, or it was dismissed. */
  readonly effectBase: EffectBase | null;
  /** Records that the dialog of that name is about. */
  readonly bulkEdit: BulkEdit | null;
  readonly filter: GapFilter;
  readonly sort: readonly GapSort[];
  /** What was copied last; a new object each time. */
  readonly copied: { readonly rows: number } | null;
  readonly layers: MapLayers;
  readonly mapTarget: MapTarget | null;
  readonly mapTool: MapTool;
  /** The step that is being tried and judged, not made; null: none is. */
  readonly trial: MapStepName | null;
  /** Why what was drawn last was not taken; null: it was. */
  readonly refused: PlaceRefusal | null;
  readonly bottomTab: BottomTab;
  readonly unitView: UnitView;
  readonly chartView: ChartView;
  readonly dataView: DataView;
  readonly outlookView: OutlookView;
  readonly mobileView: MobileView;
  readonly settingsOpen: boolean;
  /** What lies over the screen; null: nothing does. */
  readonly dialog: DialogName | null;
  /** What is compared; null: nothing is. */
  readonly comparison: ComparedSides | null;
  readonly preferences: Preferences;
}

export type DialogName =
  | 'search'
  | 'shortcuts'
  | 'rename'
  | 'spread-population'
  | 'export-tables'
  | 'counties'
  | 'new-scenario'
  | 'copy-scenario'
  | 'describe-scenario'
  | 'conflicts'
  | 'scenario-edits'
  | 'versions'
  | 'bulk-edit';

/** Records of one table, to change a column of all of them. */
export interface BulkEdit {
  readonly table: FormTable;
  readonly ids: readonly string[];
}

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

/** 2030 and 2035: where the plans that are under way now end, and the next. */
export const DEFAULT_OUTLOOK: OutlookView = {
  part: 'years',
  years: [2030, 2035],
  until: 1,
  sort: { column: 'year', descending: false },
  lateOnly: false,
};

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'zh-CN',
  theme: 'system',
  bottomHeight: 300,
  bottomOpen: true,
  gapColumns: DEFAULT_GAP_COLUMNS,
  gapWidths: {},
  mappings: [],
};
