import { exportTables } from '../core/export/export-tables.ts';
import { readCountyBook } from '../core/counties/read-county-book.ts';
import { zipCountyBooks } from '../core/counties/zip-county-books.ts';
import { openSource } from '../core/import/open-source.ts';
import type { OpenedSource, SourceHost } from '../core/import/source.ts';
import type { ReadTable, Table } from '../core/import/table.ts';
import type { IssuePlace } from '../core/issue.ts';
import { looksLikeStreets, type OpenedStreets } from '../core/network/open-streets.ts';
import { packStreetsSteps } from '../core/network/pack-streets.ts';
import { applyToDocument, EMPTY_DOCUMENT, type DocumentChange } from '../core/plan/document.ts';
import { documentDiff } from '../core/plan/document-diff.ts';
import type { Steps } from '../core/progress.ts';
import { readProjectSteps } from '../core/project/read-project.ts';
import { writeProjectSteps } from '../core/project/write-project.ts';
import {
  AnalysisCancelled,
  type AnalysisApi,
  type Job,
  type ReadReport,
  type ReadRequest,
  type TileRequest,
} from './api.ts';
import { createLatest } from './create-latest.ts';
import { createPrecedence } from './create-precedence.ts';
import { createQueue } from './create-queue.ts';
import { drive, nextTurn } from './drive.ts';
import type { AnalysisEngine } from './engine.ts';

/** Records handed over at a time: about ten milliseconds' work for whoever receives them. */
const RECORDS_PER_PART = 400;

/** Drawing is not worth a cancel: it gives way between slices, and whoever asked may forget the answer. */
const UNSTOPPABLE: Job = { signal: new AbortController().signal, onProgress: () => {} };

/** The analysis on the thread it is called from: what the worker serves, and what tests use. */
export function inlineAnalysis(engine: AnalysisEngine, host: SourceHost): AnalysisApi {
  const precedence = createPrecedence();
  const latest = createLatest(precedence.giveWay);
  const inTurn = createQueue(precedence.giveWay);
  const behind = <T>(steps: Steps<T>, job: Job): Promise<T> => drive(steps, job, precedence.giveWay);
  /** Parts of a document that is to be written. */
  let staged: DocumentChange[] = [];

  async function readOpened(
    opened: OpenedSource,
    request: ReadRequest,
    job: Job,
    onPart: (part: Table) => void,
  ): Promise<ReadReport> {
    const read = await drive(engine.readTableSteps(opened, request), job);
    for (const part of partsOf(read.table)) {
      onPart(part);
      // oxlint-disable-next-line eslint/no-await-in-loop -- one part a turn, so that the receiver is never held up
      await nextTurn();
    }
    return reportOf(request, read);
  }

  return {
    patch: async (patch) => engine.patch(patch),
    async read(request, job, onPart) {
      if (isOfStreets(request)) return streetsReport(request, await drive(engine.readStreetsSteps(request), job));
      job.onProgress({ stage: 'reading', done: 0, total: request.files[0]!.bytes.length });
      const opened = await openSource(request.files, request.choice ?? {}, host, placeOf(request));
      if (job.signal.aborted) throw new AnalysisCancelled();
      return readOpened(opened, request, job, onPart);
    },
    async openSource({ files, choice }, job) {
      job.onProgress({ stage: 'reading', done: 0, total: files[0]!.bytes.length });
      const opened = await openSource(files, choice ?? {}, host, { file: files[0]!.name });
      if (job.signal.aborted) throw new AnalysisCancelled();
      return engine.sources.put(files, opened);
    },
    async readSource({ handle, ...request }, job, onPart) {
      const { files, source } = engine.sources.get(handle);
      return readOpened(source, { files, ...request }, job, onPart);
    },
    sourceRows: async (request) => engine.sources.rows(request),
    suggestCrs: async (question) => engine.suggestCrs(question),
    closeSource: async (handle) => engine.sources.close(handle),
    hasStreets: async (sha256) => engine.hasStreets(sha256),
    audit: (request, job) =>
      // Trials come one after another: were they always first, the map would never show one.
      request.trial === undefined
        ? precedence.first(() => drive(engine.auditSteps(request), job))
        : behind(engine.auditSteps(request), job),
    compare: (request, job) => behind(engine.compareSteps(request), job),
    explainCompared: async (question) => engine.comparer.explainArea(question),
    closeComparison: async () => engine.comparer.close(),
    explainArea: async (id) => engine.explainArea(id),
    explainFacility: async (id) => engine.explainFacility(id),
    explainWalk: async (start) => engine.explainWalk(start),
    remedies: (of, job) => behind(engine.remediesSteps(of), job),
    tryPool: (question, job) => behind(engine.tryPoolSteps(question), job),
    poolInstance: (reach, job) => behind(engine.poolInstanceSteps(reach), job),
    accessibility: (question, job) => behind(engine.accessibilitySteps(question), job),
    spreadPopulation: (request, job) => behind(engine.spreadPopulationSteps(request), job),
    rollUp: async () => engine.rollUp(),
    unbooked: async () => engine.unbooked(),
    mapTile: (request, job) => inTurn(queueOf(request), engine.mapTileSteps(request), job),
    dataHealth: (job) => behind(engine.dataHealthSteps(), job),
    outlook: (question, job) => behind(engine.outlookSteps(question), job),
    leases: (job) => behind(engine.leasesSteps(), job),
    async counties() {
      const split = await drive(engine.splitByCountySteps(), UNSTOPPABLE);
      return split.map(({ path, areas, facilities, candidates }) => ({
        path,
        areas: areas.length,
        facilities: facilities.length,
        candidates: candidates.length,
      }));
    },
    async countyBooks({ counties, facts, words }) {
      const split = await drive(engine.splitByCountySteps(), UNSTOPPABLE);
      const wanted = split.filter(({ path }) => counties.includes(path));
      return zipCountyBooks(wanted, { ...facts, version: engine.toolVersion }, words);
    },
    readCountyBook: (file) => readCountyBook(file, host),
    facilityBands: (id) => latest('facilityBands', engine.facilityBandsSteps(id)),
    surface: (request) => behind(engine.surfaceSteps(request), UNSTOPPABLE),
    async stageDocument({ change, first }) {
      if (first) staged = [];
      staged.push(change);
    },
    async writeProject({ streets, writtenAt, ...facts }, job) {
      const document = applyToDocument(EMPTY_DOCUMENT, staged.flat());
      staged = [];
      const packed = streets && (await behind(packStreetsSteps(streets), job));
      if (streets && !packed) throw new Error(`streets ${streets.name}: expected to read them as before`);
      const written = { by: engine.toolVersion, at: writtenAt };
      return behind(writeProjectSteps({ ...facts, document, streets: packed }, written), job);
    },
    async readProject({ file, openStreets }, job, onPart) {
      const { opened, issues } = await drive(readProjectSteps(file), job);
      if (!opened) return { project: null, issues, bytes: null, streets: null };
      const { document, streets: packed, ...project } = opened.project;
      const named = project.inputs.find(({ input }) => input.role === 'streets');
      if (openStreets && opened.streets && named)
        await drive(engine.takeStreetsSteps(named.input.sha256, opened.streets), job);
      const change = documentDiff(EMPTY_DOCUMENT, document);
      for (let from = 0; from < change.length; from += RECORDS_PER_PART) {
        onPart(change.slice(from, from + RECORDS_PER_PART));
        // oxlint-disable-next-line eslint/no-await-in-loop -- one part a turn, so that the receiver is never held up
        await nextTurn();
        if (job.signal.aborted) throw new AnalysisCancelled();
      }
      return { project, issues, bytes: packed && new Uint8Array(packed), streets: opened.streets?.facts ?? null };
    },
    exportResult: async (format) => engine.exportResult(format),
    async exportTables({ planVersion, ...request }, job) {
      const plan = engine.planAt(planVersion);
      const written = await exportTables(plan, request, host, async (done, total) => {
        job.onProgress({ stage: 'writing', done, total });
        await nextTurn();
        if (job.signal.aborted) throw new AnalysisCancelled();
      });
      if (job.signal.aborted) throw new AnalysisCancelled();
      return written;
    },
  };
}

/** What is drawn of one side does not wait for the other. */
function queueOf(request: TileRequest): string {
  return 'side' in request && request.side ? `${request.side} ${request.layer}` : request.layer;
}

/** A table in parts of its own role; population cells come whole, for they are flat arrays that cost nothing to hand over. */
function* partsOf(table: Table | null): Generator<Table> {
  if (!table) return;
  if (table.role === 'population') {
    yield table;
    return;
  }
  for (let from = 0; from < table.records.length; from += RECORDS_PER_PART) {
    yield { role: table.role, records: table.records.slice(from, from + RECORDS_PER_PART) } as Table;
  }
}

function isOfStreets({ files, role }: ReadRequest): boolean {
  return role === 'streets' || (role === undefined && looksLikeStreets(files[0]!.bytes));
}

function placeOf({ files, role }: ReadRequest): IssuePlace {
  const file = files[0]!.name;
  return role === undefined ? { file } : { input: role, file };
}

function reportOf({ files }: ReadRequest, { table, sha256, rows, columns, issues }: ReadTable): ReadReport {
  return {
    role: table?.role ?? null,
    input: table && { role: table.role, file: files[0]!.name, sha256, rows },
    rows,
    columns,
    issues,
    streets: null,
  };
}

function streetsReport({ files }: ReadRequest, { streets, sha256, rows, issues }: OpenedStreets): ReadReport {
  return {
    role: 'streets',
    input: streets && { role: 'streets', file: files[0]!.name, sha256, rows },
    rows,
    columns: [],
    issues,
    streets: streets?.facts ?? null,
  };
}
