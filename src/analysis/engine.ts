import { auditCsv } from '../core/report/audit-csv.ts';
import { auditGeojson } from '../core/report/audit-geojson.ts';
import { auditJson } from '../core/report/audit-json.ts';
import { accessibilitySteps, type Accessibility, type AccessibilityQuestion } from '../core/checks/accessibility.ts';
import { splitByCountySteps, type CountyRows } from '../core/counties/split-by-county.ts';
import { auditWithMemorySteps, completeResultSteps, type Audit, type AuditInput } from '../core/checks/audit.ts';
import { dataHealthSteps, type DataHealth } from '../core/checks/health/data-health.ts';
import { remediesSteps } from '../core/checks/remedies.ts';
import type { DiagnosedSubject, Diagnosis } from '../core/checks/remedy.ts';
import { VERDICTS, type InputFile, type UnbookedSpace } from '../core/checks/result.ts';
import { unitParents } from '../core/checks/unit-parents.ts';
import { nearestWalk } from '../core/access/nearest-walk.ts';
import { walkingMinutes } from '../core/access/reach.ts';
import type { LonLat, PlaceGeometry } from '../core/geo/geometry.ts';
import { innerPosition } from '../core/geo/polygon.ts';
import { isCircleDestination } from '../core/plan/facility-tiers.ts';
import { readSourceSteps } from '../core/import/read-source.ts';
import type { OpenedSource } from '../core/import/source.ts';
import type { ReadTable } from '../core/import/table.ts';
import type { StreetGraph } from '../core/network/street-graph.ts';
import { openStreetsSteps, type OpenedStreets, type Streets } from '../core/network/open-streets.ts';
import type { WaterAreas } from '../core/network/water-areas.ts';
import type { Issue } from '../core/issue.ts';
import { leasesSteps, type LeaseTerm } from '../core/outlook/leases.ts';
import { outlookSteps, type Outlook, type OutlookQuestion } from '../core/outlook/outlook.ts';
import { applyChange } from '../core/plan/edit.ts';
import { EMPTY_PLAN, type AreaId, type FacilityId, type Plan } from '../core/plan/plan.ts';
import type { SpreadRequest } from '../core/population/spread.ts';
import { spreadPopulationSteps } from '../core/population/spread-population.ts';
import { runSteps, type Steps } from '../core/progress.ts';
import { poolInstanceSteps, type PoolInstance, type PoolReach } from '../core/siting/pools/pool-instance.ts';
import { tryPoolSteps, type PoolQuestion, type TriedPool } from '../core/siting/pools/try-pool.ts';
import { baseMapOfLinesSteps, baseMapSteps } from '../core/tiles/base-map.ts';
import {
  streetsOf,
  type AccessibilityReport,
  type AreaExplanation,
  type AuditDigest,
  type AuditRequest,
  type CircleBand,
  type CompareRequest,
  type ComparisonReport,
  type ExportFormat,
  type FacilityBooking,
  type PlanPatch,
  type ReadRequest,
  type SuggestCrsQuestion,
  type RollUp,
  type TileRequest,
  type SpreadReport,
  type WalkExplanation,
  type WalkStart,
} from './api.ts';
import { Comparer } from './comparer.ts';
import { SourceShelf } from './source-shelf.ts';
import { whatIsThere } from './what-is-there.ts';
import { suggestCrs, type CrsSuggestion } from '../core/import/suggest-crs.ts';
import { parseCrs } from '../core/geo/crs.ts';
import { facilityBandsSteps } from './layers/circle-bands.ts';
import { PlanTiles } from './plan-tiles.ts';
import { StreetTiles } from './street-tiles.ts';
import { unitMembership } from './unit-membership.ts';
import { surfaceSteps, type Surface, type SurfaceRequest } from './surface.ts';

/** Networks of a metropolis are large: no more than the one in use and the one before. */
const STREETS_KEPT = 2;

/** Positions of a file by which its coordinate system is told. */
const POSITIONS_LOOKED_AT = 400;

/** Streets to walk on, and what the map draws from the same file. */
interface OpenStreets {
  readonly graph: StreetGraph;
  readonly tiles: StreetTiles;
  readonly water: WaterAreas | null;
}

/** The last audit, of which the digest holds what the audit itself found; what reading found comes back on export. */
interface Last {
  readonly plan: Plan;
  readonly input: AuditInput;
  readonly inputIssues: readonly Issue[];
  readonly audit: Audit;
  readonly digest: AuditDigest;
  readonly tiles: PlanTiles;
}

/**
 * The analysis itself, without a thread: a mirror of the plan, the last audit and what the next one may reuse of it.
 * Long work comes as steps; whoever hosts the engine (a worker, a test) drives them.
 */
export class AnalysisEngine {
  readonly toolVersion: string;
  private plan: Plan = EMPTY_PLAN;
  private version = 0;
  /** Parts of a change whose last part has not come yet. */
  private pending: { plan: Plan; version: number } | null = null;
  /** By hash of the file, in order of use. */
  private readonly streets = new Map<string, OpenStreets>();
  private last: Last | null = null;
  readonly sources = new SourceShelf();
  readonly comparer = new Comparer();
  /** Walks beyond the audit's own, of the last question that asked for them. */
  private farReach: Audit['memory']['walks']['reach'] | null = null;

  constructor(toolVersion: string) {
    this.toolVersion = toolVersion;
  }

  /** Brings the mirror forward. A patch that does not fit it is a fault: the sender must start again from base 0. */
  patch({ base, version, change, last }: PlanPatch): void {
    const begun = this.pending?.version === version ? this.pending.plan : null;
    if (!begun && base !== 0 && base !== this.version) {
      throw new Error(`plan patch: expected base ${this.version}, got ${base}`);
    }
    const plan = applyChange(begun ?? (base === 0 ? EMPTY_PLAN : this.plan), change);
    if (last) {
      this.plan = plan;
      this.version = version;
      this.pending = null;
    } else {
      this.pending = { plan, version };
    }
  }

  /** The mirror, which must be at that version. */
  planAt(version: number): Plan {
    if (version !== this.version) throw new Error(`plan: expected version ${version}, got ${this.version}`);
    return this.plan;
  }

  /** Opens streets and keeps them. */
  *readStreetsSteps({ files, crs }: ReadRequest): Steps<OpenedStreets> {
    const opened = yield* openStreetsSteps({ ...files[0]!, ...(crs === undefined ? {} : { crs }) });
    if (opened.streets) yield* this.takeStreetsSteps(opened.sha256, opened.streets);
    return opened;
  }

  /** Keeps streets that were opened, with what the map draws of them. */
  *takeStreetsSteps(sha256: string, { graph, extract, lines, water }: Streets): Steps<void> {
    const baseMap = yield* extract ? baseMapSteps(extract) : baseMapOfLinesSteps(lines);
    this.keepStreets(sha256, { graph, tiles: new StreetTiles(graph, baseMap), water });
  }

  /** Reads a table that whoever hosts the engine has opened. */
  readTableSteps(opened: OpenedSource, { files, role, crs, mapping }: ReadRequest): Steps<ReadTable> {
    return readSourceSteps(opened, {
      files,
      ...(role === undefined || role === 'streets' ? {} : { role }),
      ...(crs === undefined ? {} : { crs }),
      ...(mapping === undefined ? {} : { mapping }),
    });
  }

  suggestCrs(question: SuggestCrsQuestion): readonly CrsSuggestion[] {
    const claimed = question.crs === undefined ? null : parseCrs(question.crs);
    return suggestCrs({
      positions: this.sources.positions(question, POSITIONS_LOOKED_AT),
      there: whatIsThere(this.plan, this.streetsWalked()?.graph ?? null),
      ...(claimed === null ? {} : { claimed }),
    });
  }

  hasStreets(sha256: string): boolean {
    return this.streets.has(sha256);
  }

  /** The mirror's rows by county. */
  splitByCountySteps(): Steps<CountyRows[]> {
    return splitByCountySteps(this.plan);
  }

  /** The latest stay, so that taking back a change of streets needs no reading. */
  private keepStreets(sha256: string, streets: OpenStreets): void {
    this.streets.delete(sha256);
    this.streets.set(sha256, streets);
    const [oldest] = this.streets.keys();
    if (this.streets.size > STREETS_KEPT && oldest !== undefined) this.streets.delete(oldest);
  }

  /**
   * Judges the mirror as it stands, or as if the request's trial had been made: then the mirror is left alone, and what is
   * drawn and explained is of the trial until the next audit. The request must name the version that stands there.
   */
  *auditSteps(request: AuditRequest): Steps<AuditDigest> {
    if (request.planVersion !== this.version) {
      throw new Error(`audit: expected plan version ${this.version}, got ${request.planVersion}`);
    }
    const { standard, asOf, inputs, inputIssues, trial } = request;
    const streetsSha256 = streetsOf(inputs)?.sha256 ?? null;
    const streets = this.streetsNamed(inputs);
    const input = {
      plan: trial === undefined ? this.plan : applyChange(this.plan, trial),
      streets: streets?.graph ?? null,
      standard,
      asOf,
      inputs,
      inputIssues: [],
      version: this.toolVersion,
    };
    const audit = yield* auditWithMemorySteps(input, this.last?.audit.memory ?? null);
    const { context, columns, result } = audit;
    const { run, summary, issues } = result;
    const stamp = {
      planVersion: request.planVersion,
      trial: trial !== undefined,
      standardSha256: standard.sha256,
      asOf,
      streetsSha256,
    };
    const digest = {
      stamp,
      run,
      summary,
      areaIds: context.areas.map(({ id }) => id),
      ...columns,
      issues,
      membership: unitMembership(context),
    };
    const drawn = { plan: input.plan, input, audit };
    this.last = { ...drawn, digest, inputIssues, tiles: new PlanTiles({ ...drawn, water: streets?.water ?? null }) };
    return digest;
  }

  /** Judges two sides, each a change of the mirror, and compares them. */
  *compareSteps(request: CompareRequest): Steps<ComparisonReport> {
    const plan = this.planAt(request.planVersion);
    const { last, toolVersion } = this;
    return yield* this.comparer.compareSteps(request, {
      plan,
      streets: this.streetsNamed(request.inputs),
      last,
      toolVersion,
    });
  }

  explainArea(id: AreaId): AreaExplanation | null {
    const a = this.last?.audit.context.areaIndex.get(id);
    if (!this.last || a === undefined) return null;
    const { context, explain } = this.last.audit;
    const { pool } = context.areas[a]!;
    return { area: explain.area(a), pool: explain.pools().find((one) => one.id === pool) ?? null };
  }

  explainFacility(id: FacilityId): FacilityBooking | null {
    const f = this.last?.audit.context.facilityIndex.get(id);
    if (!this.last || f === undefined) return null;
    const { booking, context, result } = this.last.audit;
    const parts = booking.parts.of(new Set([f]));
    const areas = parts.flatMap(({ place, part: { m2, how } }) => {
      const area = context.areas[place];
      return area ? [{ area: area.id, m2, how }] : [];
    });
    const [pool] = [...context.placeOfPool].flatMap(([one, there]) =>
      parts.filter(({ place }) => place === there).map(({ part: { m2 } }) => ({ pool: one, m2 })),
    );
    const catchment = context.catchments.get(id);
    return {
      facility: id,
      areas,
      pool: pool ?? null,
      unbooked: result.unbooked.find((one) => one.facility === id) ?? null,
      reached: [...(catchment?.area ?? [])].map((a, k) => ({
        area: context.areas[a]!.id,
        share: catchment!.share[k]!,
      })),
    };
  }

  explainWalk(start: WalkStart): WalkExplanation | null {
    if (!this.last) return null;
    const { context, memory } = this.last.audit;
    const from = 'at' in start ? start.at : placeOf(context.of.areas.get(start.area)?.geometry);
    if (!from) return null;
    const { detour_factor: detour, speed_km_h: speed } = context.settings;
    const open = context.facilities.filter((facility, f) => context.open[f] && isCircleDestination(facility));
    const walk = nearestWalk(
      memory.walks.reach,
      from,
      open.map(({ id }) => id),
      detour,
    );
    if (!walk) return null;
    const minutes = walkingMinutes(walk.metres, speed);
    return { ...walk, minutes, straightMinutes: walkingMinutes(walk.straightM * detour, speed) };
  }

  *remediesSteps(of: DiagnosedSubject): Steps<readonly Diagnosis[] | null> {
    return this.last ? yield* remediesSteps(this.last.audit, of) : null;
  }

  *tryPoolSteps(question: PoolQuestion): Steps<TriedPool | null> {
    return this.last ? yield* tryPoolSteps(this.last.audit, this.last.plan, question) : null;
  }

  *poolInstanceSteps(reach: PoolReach): Steps<PoolInstance | null> {
    return this.last ? yield* poolInstanceSteps(this.last.audit, this.last.plan, reach) : null;
  }

  /** Of the mirror as it stands; the index of the last audit is used again where it still holds. */
  *spreadPopulationSteps(request: SpreadRequest): Steps<SpreadReport> {
    const { plan, version } = this;
    const outcome = yield* spreadPopulationSteps(plan, request, this.last?.audit.memory.index ?? null);
    return { planVersion: version, outcome };
  }

  *accessibilitySteps(question: AccessibilityQuestion): Steps<AccessibilityReport | null> {
    if (!this.last) return null;
    const { stamp, areaIds } = this.last.digest;
    const { originAccess: _, demand: __, ...report } = yield* this.accessSteps(question);
    return { stamp, question, areaIds, ...report };
  }

  private *accessSteps(question: AccessibilityQuestion): Steps<Accessibility> {
    const { context, memory } = this.last!.audit;
    const measured = memory.walks.reach;
    const { accessibility, reach } = yield* accessibilitySteps(context, measured, question, this.farReach);
    this.farReach = reach === measured ? null : reach;
    return accessibility;
  }

  rollUp(): RollUp | null {
    if (!this.last) return null;
    const { audit, digest } = this.last;
    const { gap, verdict } = digest.checks.floor_area;
    const noData = VERDICTS.indexOf('no_data');
    return {
      planVersion: digest.stamp.planVersion,
      units: audit.explain.units(),
      parent: unitParents(audit.context.unitTree.nodes),
      space: audit.explain.unitSpace({ gap, undecided: (a) => verdict[a] === noData }),
    };
  }

  unbooked(): readonly UnbookedSpace[] {
    return this.last?.audit.result.unbooked ?? [];
  }

  *dataHealthSteps(): Steps<DataHealth | null> {
    return this.last ? yield* dataHealthSteps(this.last.audit, this.last.plan) : null;
  }

  *outlookSteps(question: OutlookQuestion): Steps<Outlook | null> {
    return this.last ? yield* outlookSteps(this.last.input, this.last.audit, question) : null;
  }

  *leasesSteps(): Steps<readonly LeaseTerm[] | null> {
    return this.last ? yield* leasesSteps(this.last.input, this.last.audit) : null;
  }

  /** A vector tile; no bytes where there is nothing to draw. One that a new audit overtakes is begun again, of that. */
  *mapTileSteps(request: TileRequest): Steps<Uint8Array<ArrayBuffer>> {
    if ('streets' in request) {
      const open = this.streets.get(request.streets);
      return open ? yield* open.tiles.tileSteps(request.layer, request) : new Uint8Array();
    }
    if (request.side) {
      const tiles = this.comparer.tiles(request.side);
      return tiles ? yield* tiles.tileSteps(request.layer, request) : new Uint8Array();
    }
    for (let drawn = this.last; drawn; drawn = this.last) {
      const steps = drawn.tiles.tileSteps(request.layer, request);
      while (drawn === this.last) {
        const step = steps.next();
        if (step.done) return step.value;
        yield step.value;
      }
    }
    return new Uint8Array();
  }

  *facilityBandsSteps(id: FacilityId): Steps<readonly CircleBand[]> {
    return this.last ? yield* facilityBandsSteps(this.last.audit, id, this.streetsWalked()?.water ?? null) : [];
  }

  /** The streets that some inputs name; null by straight line. */
  private streetsNamed(inputs: readonly InputFile[]): OpenStreets | null {
    const sha256 = streetsOf(inputs)?.sha256;
    const streets = sha256 === undefined ? null : this.streets.get(sha256);
    if (streets === undefined) throw new Error(`streets: expected ${sha256} to be open`);
    return streets;
  }

  /** The streets of the last audit; null by straight line. */
  private streetsWalked(): OpenStreets | null {
    const sha256 = this.last?.digest.stamp.streetsSha256;
    return sha256 ? (this.streets.get(sha256) ?? null) : null;
  }

  *surfaceSteps(request: SurfaceRequest): Steps<Surface | null> {
    return this.last ? yield* surfaceSteps(request, this.last.audit, (question) => this.accessSteps(question)) : null;
  }

  /** UTF-8 text of the last audit; null before the first one, and of a trial: a file must not state what is not planned. */
  exportResult(format: ExportFormat): Uint8Array<ArrayBuffer> | null {
    if (!this.last || this.last.digest.stamp.trial) return null;
    const { audit, plan, inputIssues } = this.last;
    const result = runSteps(completeResultSteps(audit));
    const write = { json: auditJson, geojson: auditGeojson, csv: auditCsv }[format];
    return new TextEncoder().encode(write({ ...result, issues: [...inputIssues, ...result.issues] }, plan));
  }
}

function placeOf(geometry: PlaceGeometry | undefined): LonLat | null {
  return geometry ? innerPosition(geometry) : null;
}
