import type { Accessibility, AccessibilityQuestion } from '../core/checks/accessibility.ts';
import type { DiagnosedSubject, Diagnosis } from '../core/checks/remedy.ts';
import type { AreaColumns } from '../core/checks/area-columns.ts';
import type { DataHealth } from '../core/checks/health/data-health.ts';
import type {
  AreaResult,
  InputFile,
  PoolResult,
  Run,
  Summary,
  UnbookedSpace,
  UnitResult,
} from '../core/checks/result.ts';
import type { UnitSpace } from '../core/checks/unit-space.ts';
import type { ExportRequest } from '../core/export/export-request.ts';
import type { TableExport } from '../core/export/export-tables.ts';
import type { ReadCountyBook } from '../core/counties/read-county-book.ts';
import type { BookFacts } from '../core/counties/write-county-book.ts';
import type { CountyBooksWords } from '../core/counties/zip-county-books.ts';
import type { OpenedSource, SourceChoice } from '../core/import/source.ts';
import type { MappingGuess } from '../core/import/guess-mapping.ts';
import type { ImportMapping } from '../core/import/mapping.ts';
import type { ColumnProfile } from '../core/import/profile-columns.ts';
import type { CrsSuggestion } from '../core/import/suggest-crs.ts';
import type { SourceFile, Table, TableRole } from '../core/import/table.ts';
import type { Issue } from '../core/issue.ts';
import type { Both, Comparison } from '../core/compare/comparison.ts';
import type { LeaseTerm } from '../core/outlook/leases.ts';
import type { Outlook, OutlookQuestion } from '../core/outlook/outlook.ts';
import type { DocumentChange } from '../core/plan/document.ts';
import type { Change } from '../core/plan/edit.ts';
import type { AreaId, FacilityId, UnitLevel } from '../core/plan/plan.ts';
import type { NearestWalk } from '../core/access/nearest-walk.ts';
import type { LonLat } from '../core/geo/geometry.ts';
import type { StreetFacts } from '../core/network/street-graph.ts';
import type { Project } from '../core/project/project.ts';
import type { MultiPolygon } from 'geojson';
import type { Progress } from '../core/progress.ts';
import type { TilePlace } from '../core/tiles/tile-grid.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import type { RefusedSpread, Spread, SpreadRequest } from '../core/population/spread.ts';
import type { PoolInstance, PoolReach } from '../core/siting/pools/pool-instance.ts';
import type { PoolQuestion, TriedPool } from '../core/siting/pools/try-pool.ts';
import type { Surface, SurfaceRequest } from './surface.ts';

/**
 * A change of the plan, or one part of a long one (all parts carry the same `base` and `version`).
 * It applies to a mirror at `base`; its last part brings the mirror to `version`. Base 0 starts from an empty plan.
 */
export interface PlanPatch {
  readonly base: number;
  readonly version: number;
  readonly change: Change;
  readonly last: boolean;
}

export interface ReadRequest {
  /** The file to read, first, and those that belong to it (`groupFiles`). */
  readonly files: readonly SourceFile[];
  /** What the file leaves open: its sheet or layer, header line, encoding. Absent: told from the content. */
  readonly choice?: SourceChoice;
  /** Absent: told from the content. */
  readonly role?: TableRole | 'streets';
  /** Declared coordinate system, e.g. `GCJ-02` or `EPSG:4528`; absent: as the file implies. */
  readonly crs?: string;
  /** What its columns mean, where a person settled that. */
  readonly mapping?: ImportMapping;
}

/** Files to open as a table whose meaning is still to be settled. */
export type OpenRequest = Pick<ReadRequest, 'files' | 'choice'>;

/** An opened file: what it turned out to be, what else could have been chosen of it, and what its columns may mean. */
export interface SourceReport extends Omit<OpenedSource, 'raw'> {
  /** Names it in further questions, until it is closed. */
  readonly handle: number;
  /** Data rows. */
  readonly rows: number;
  readonly profiles: readonly ColumnProfile[];
  readonly hasGeometries: boolean;
  readonly hasOwnIds: boolean;
  /** The coordinate system that the file names, in its own words. */
  readonly statedCrs: string | null;
  /** Which table its columns are of; null: of none, or of several. */
  readonly role: TableRole | null;
  readonly guesses: Readonly<Record<TableRole, MappingGuess>>;
  /** Headers that count elders, with the age from which they do. */
  readonly eldersFrom: Readonly<Record<string, number>>;
}

/** An opened file, taken for a table of a role. */
export interface SourceTable {
  readonly handle: number;
  readonly role: TableRole;
  /** Absent: columns are told by their headers. */
  readonly mapping?: ImportMapping;
}

export interface ReadSourceRequest extends SourceTable {
  readonly crs?: string;
}

export interface SourceRowsRequest extends SourceTable {
  readonly mapping: ImportMapping;
  /** By their numbers in the file. */
  readonly rows: readonly number[];
}

/** A row of an opened file: its cells under the headers that issues name; `column`: the canonical one, if any. */
export interface SourceRow {
  readonly number: number;
  readonly cells: readonly { readonly column: string | null; readonly header: string; readonly text: string }[];
}

export interface SuggestCrsQuestion extends SourceTable {
  /** The system in use; absent: none yet. */
  readonly crs?: string;
}

/** A table that was read, in parts small enough that handing one over does not hold the page up. */
export interface ReadReport {
  readonly role: TableRole | 'streets' | null;
  readonly input: InputFile | null;
  /** Data rows found. */
  readonly rows: number;
  /** Canonical columns that the file has. */
  readonly columns: readonly string[];
  readonly issues: readonly Issue[];
  /** Of streets alone: they stay in the analysis, where an audit finds them by their hash among its inputs. */
  readonly streets: StreetFacts | null;
}

export interface AuditRequest {
  /** The version of the plan that must be judged. */
  readonly planVersion: number;
  /** Judged as if it had been made on that plan, which stays as it is; absent: the plan itself is judged. */
  readonly trial?: Change;
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
  readonly inputs: readonly InputFile[];
  /** What reading the inputs found; the result carries it on. */
  readonly inputIssues: readonly Issue[];
}

/** One of two sides to compare: the mirror's plan after a change (none: as it is), and what it is judged by. */
export interface ComparedSide {
  readonly change: Change;
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
}

export type SideName = keyof Both<unknown>;

export interface CompareRequest extends Both<ComparedSide> {
  /** The version of the plan that the changes start from. */
  readonly planVersion: number;
  /** Those of the plan: both sides walk along the streets that they name. */
  readonly inputs: readonly InputFile[];
}

/** What differs between the sides, which stay with the analysis until they are closed. */
export interface ComparisonReport extends Comparison {
  readonly runs: Both<Run>;
}

/** An area of one of the sides that are compared. */
export interface ComparedArea {
  readonly side: SideName;
  readonly area: AreaId;
}

/** The streets that an audit's inputs name; null: none, walks are estimated by straight line. */
export function streetsOf(inputs: readonly InputFile[]): InputFile | null {
  return inputs.find(({ role }) => role === 'streets') ?? null;
}

/** What a result came from. Whether it is out of date is derived from this, never stored. */
export interface AuditStamp {
  readonly planVersion: number;
  /** It judged that plan with a change that has not been made: nothing may take it for the plan's own audit. */
  readonly trial: boolean;
  readonly standardSha256: string;
  readonly asOf: IsoDate;
  /** Hash of the streets' file; null: by straight line. */
  readonly streetsSha256: string | null;
}

/**
 * The audit as the screen needs it: one column a figure, one position an area (in the order of `areaIds`, sorted).
 * The explained checks of one area are asked for when it is looked at.
 */
export interface AuditDigest extends AreaColumns {
  readonly stamp: AuditStamp;
  readonly run: Run;
  readonly summary: Summary;
  readonly areaIds: readonly AreaId[];
  readonly issues: readonly Issue[];
  readonly membership: UnitMembership;
}

/** Which units the audit placed each area in: by its own columns, else by where it lies. Units by position, as in `RollUp`. */
export interface UnitMembership {
  readonly paths: readonly string[];
  /** The unit of each area at a level, in the order of `areaIds`; −1: none is known. */
  readonly unitOf: Readonly<Record<UnitLevel, Int32Array>>;
}

/** The units' rows and how they hang together: highest level first, then by path. */
export interface RollUp {
  /** The version of the plan whose units these are. */
  readonly planVersion: number;
  readonly units: readonly UnitResult[];
  /** Position of the unit that each lies in; −1: none is known. */
  readonly parent: Int32Array;
  readonly space: readonly UnitSpace[];
}

/** Where a facility's floor area went. */
export interface FacilityBooking {
  readonly facility: FacilityId;
  readonly areas: readonly { readonly area: AreaId; readonly m2: number | null; readonly how: string }[];
  readonly pool: { readonly pool: string; readonly m2: number | null } | null;
  readonly unbooked: UnbookedSpace | null;
  /** Areas with at least one origin inside the circle, and the share of their origins that is. */
  readonly reached: readonly { readonly area: AreaId; readonly share: number }[];
}

/** A walk from a place to the open facility nearest to it on foot, in minutes at the circle's speed. */
export interface WalkExplanation extends NearestWalk {
  readonly minutes: number;
  /** Minutes of the straight line × the detour factor: what the walk would be taken for without streets. */
  readonly straightMinutes: number;
}

/** From where a service circle's facilities are reached within some of its minutes. */
export interface CircleBand {
  readonly minutes: number;
  /** By straight line, not walked. */
  readonly estimate: boolean;
  readonly geometry: MultiPolygon;
}

/** Where a walk starts: an area (its middle) or any place. */
export type WalkStart = { readonly area: AreaId } | { readonly at: LonLat };

/** A county of the plan, and how many rows it keeps. */
export interface CountySize {
  /** Null: rows whose county is not known. */
  readonly path: string | null;
  readonly areas: number;
  readonly facilities: number;
  readonly candidates: number;
}

export interface CountyBooksRequest {
  /** Paths of the counties; null: rows whose county is not known. */
  readonly counties: readonly (string | null)[];
  readonly facts: Pick<BookFacts, 'project' | 'sentOn'>;
  readonly words: CountyBooksWords;
}

/** What can be asked about the last audit. */
export interface AreaExplanation {
  readonly area: AreaResult;
  readonly pool: PoolResult | null;
}

/** Supply against demand over the walks of the last audit: what was asked, of which audit, and the answer. */
export interface AccessibilityReport extends Omit<Accessibility, 'originAccess' | 'demand'> {
  readonly stamp: AuditStamp;
  readonly question: AccessibilityQuestion;
  /** Which area each position of `access` is; sorted, the same as the digest's. */
  readonly areaIds: readonly AreaId[];
}

/** What spreading the population would do to the plan of a version. */
export interface SpreadReport {
  readonly planVersion: number;
  readonly outcome: Spread | RefusedSpread;
}

export interface ExportTablesRequest extends ExportRequest {
  /** The version of the plan that must be written. */
  readonly planVersion: number;
}

/** A part of a document on its way to a project file, as a change of an empty one. */
export interface DocumentPart {
  readonly change: DocumentChange;
  /** The first of a document: what came before is forgotten. */
  readonly first: boolean;
}

/** What a project file is to hold beside the document that was staged. */
export interface ProjectRequest extends Omit<Project, 'document' | 'streets'> {
  /** The file that the streets came from, and the system declared for it; null: there are none. */
  readonly streets: (SourceFile & { readonly crs?: string }) | null;
  /** Date and time as ISO 8601 has it. */
  readonly writtenAt: string;
}

/** A project file that is to be read. */
export interface ReadProjectRequest {
  readonly file: SourceFile;
  /** Whether its streets are open then: of those that are, the latest alone stay. */
  readonly openStreets: boolean;
}

/** A project file that was read; its document came in parts. */
export interface ProjectReport {
  /** Null: it is refused, the issues say why. */
  readonly project: Omit<Project, 'document' | 'streets'> | null;
  readonly issues: readonly Issue[];
  /** Streets in compact form, to be read again as a file of streets; null: there are none. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly streets: StreetFacts | null;
}

export type ExportFormat = 'json' | 'geojson' | 'csv';
/** What the map draws of an audit. */
export type PlanLayer =
  'areas' | 'facilities' | 'circles' | 'units' | 'candidates' | 'parcels' | 'bands' | 'unsnapped' | 'streetEdits';

/** What the map draws of streets alone: what is around, and what is walked on. */
export type StreetLayer = 'base' | 'network';

/** Each tile is made when the map comes to it, so that the page never holds a city's geometry. */
export type TileRequest = TilePlace &
  (
    | {
        readonly layer: PlanLayer;
        /** One of the sides that are compared; absent: the last audit. */ readonly side?: SideName;
      }
    | { readonly layer: StreetLayer; /** Hash of the file. */ readonly streets: string }
  );

/** Everything the analysis can do. The page talks to a worker through it; tests and scripts may run it inline. */
export interface AnalysisApi {
  patch(patch: PlanPatch): Promise<void>;
  /**
   * Reads a table; `onPart` gets its records in order, a part at a time. The file's bytes are handed over: whoever asks has
   * them no longer.
   */
  read(request: ReadRequest, job: Job, onPart: (part: Table) => void): Promise<ReadReport>;
  /** Opens a file as a table and keeps it until it is closed. */
  openSource(request: OpenRequest, job: Job): Promise<SourceReport>;
  /** Makes records of an opened file. Rejects where it is not open. */
  readSource(request: ReadSourceRequest, job: Job, onPart: (part: Table) => void): Promise<ReadReport>;
  sourceRows(request: SourceRowsRequest): Promise<readonly SourceRow[]>;
  /** Coordinate systems that would put an opened file's positions where the plan's other things are, the likeliest first. */
  suggestCrs(question: SuggestCrsQuestion): Promise<readonly CrsSuggestion[]>;
  closeSource(handle: number): Promise<void>;
  /** Whether the streets of a file, by its hash, are open: an audit over others must read them first. */
  hasStreets(sha256: string): Promise<boolean>;
  audit(request: AuditRequest, job: Job): Promise<AuditDigest>;
  /** Judges two sides and tells what differs; they are kept, in place of those before, for tiles and explanations. */
  compare(request: CompareRequest, job: Job): Promise<ComparisonReport>;
  explainCompared(question: ComparedArea): Promise<AreaResult | null>;
  /** Lets go of the sides. */
  closeComparison(): Promise<void>;
  explainArea(id: AreaId): Promise<AreaExplanation | null>;
  explainFacility(id: FacilityId): Promise<FacilityBooking | null>;
  /** The walk to the nearest open facility of the circle; null where there is none to walk to. */
  explainWalk(start: WalkStart): Promise<WalkExplanation | null>;
  /**
   * Why an area or a pool fails its checks today and what would close each gap, tried on the plan of the last audit. Each
   * remedy carries the change that makes it true. Null: no audit yet, or no such area or pool.
   */
  remedies(of: DiagnosedSubject, job: Job): Promise<readonly Diagnosis[] | null>;
  /** How a pool of exactly these members would be judged, tried on the plan of the last audit. Null: no audit yet, or no such area. */
  tryPool(question: PoolQuestion, job: Job): Promise<TriedPool | null>;
  /** Which small new areas of the last audit's plan could share a unit where. Null: no audit yet, or no rule asks for one. */
  poolInstance(reach: PoolReach, job: Job): Promise<PoolInstance | null>;
  /** Supply against demand of the last audit's plan on its as-of date; null before the first audit. */
  accessibility(question: AccessibilityQuestion, job: Job): Promise<AccessibilityReport | null>;
  /** What spreading the persons of units or of a grid to the areas of the plan as it stands would do. */
  spreadPopulation(request: SpreadRequest, job: Job): Promise<SpreadReport>;
  /** Null before the first audit. */
  rollUp(): Promise<RollUp | null>;
  unbooked(): Promise<readonly UnbookedSpace[]>;
  /**
   * A vector tile of the last audit, or of streets. No bytes where nothing is to be drawn: before the first audit, and of
   * streets that are not open.
   */
  mapTile(request: TileRequest, job: Job): Promise<Uint8Array<ArrayBuffer>>;
  /** What the data of the last audit can and cannot bear; null before the first audit. */
  dataHealth(job: Job): Promise<DataHealth | null>;
  /** The years ahead of the last audit's plan by its own assumptions; null before the first audit. */
  outlook(question: OutlookQuestion, job: Job): Promise<Outlook | null>;
  /** What ends within some months of the last audit's date, and who turns short for it; null before the first audit. */
  leases(job: Job): Promise<readonly LeaseTerm[] | null>;
  /** The counties of the plan as it stands. */
  counties(): Promise<readonly CountySize[]>;
  /** A zip with a workbook a county. */
  countyBooks(request: CountyBooksRequest): Promise<Uint8Array<ArrayBuffer>>;
  readCountyBook(file: SourceFile): Promise<ReadCountyBook>;
  /**
   * The circle of one facility in thirds, the farthest first; empty where it has no place or cannot be walked to. Asked
   * for again, the earlier question rejects with `AnalysisCancelled`.
   */
  facilityBands(id: FacilityId): Promise<readonly CircleBand[]>;
  /** A figure laid over the ground, with its classes; null before the first audit. */
  surface(request: SurfaceRequest): Promise<Surface | null>;
  /**
   * UTF-8 text of the whole result (CSV with a byte order mark, so that spreadsheets read it). Null before the first audit,
   * and of a trial.
   */
  exportResult(format: ExportFormat): Promise<Uint8Array<ArrayBuffer> | null>;
  stageDocument(part: DocumentPart): Promise<void>;
  /** A project file of the document that was staged. Rejects where the streets' file cannot be read. */
  writeProject(request: ProjectRequest, job: Job): Promise<Uint8Array<ArrayBuffer>>;
  /** Reads a project file whole; `onPart` gets its document as changes of an empty one, in order. */
  readProject(request: ReadProjectRequest, job: Job, onPart: (part: DocumentChange) => void): Promise<ProjectReport>;
  /** The plan's own tables as a file that any GIS or spreadsheet opens, and that reads back the same. */
  exportTables(request: ExportTablesRequest, job: Job): Promise<TableExport>;
}

/** One piece of long work: how it reports, and how it is told to stop. A stopped job rejects with `AnalysisCancelled`. */
export interface Job {
  readonly signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/** The work was cancelled, or overtaken by newer work of the same kind. Not a fault. */
export class AnalysisCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'AnalysisCancelled';
  }
}
