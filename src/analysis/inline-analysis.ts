import type { ReadTable, Table } from '../core/import/table.ts';
import type { OpenedStreets } from '../core/network/open-streets.ts';
import type { AnalysisApi, Job, ReadReport, ReadRequest } from './api.ts';
import { createLatest } from './create-latest.ts';
import { drive, nextTurn } from './drive.ts';
import type { AnalysisEngine } from './engine.ts';

/** Records handed over at a time: about ten milliseconds' work for whoever receives them. */
const RECORDS_PER_PART = 400;

/** Drawing is not worth a cancel: it gives way between slices, and whoever asked may forget the answer. */
const UNSTOPPABLE: Job = { signal: new AbortController().signal, onProgress: () => {} };

/** The analysis on the thread it is called from: what the worker serves, and what tests use. */
export function inlineAnalysis(engine: AnalysisEngine): AnalysisApi {
  const latest = createLatest();
  return {
    patch: async (patch) => engine.patch(patch),
    async read(request, job, onPart) {
      const read = await drive(engine.readSteps(request), job);
      if (!('table' in read)) return streetsReport(request, read);
      for (const part of partsOf(read.table)) {
        onPart(part);
        // oxlint-disable-next-line eslint/no-await-in-loop -- one part a turn, so that the receiver is never held up
        await nextTurn();
      }
      return reportOf(request, read);
    },
    audit: (request, job) => drive(engine.auditSteps(request), job),
    explainArea: async (id) => engine.explainArea(id),
    explainFacility: async (id) => engine.explainFacility(id),
    explainWalk: async (start) => engine.explainWalk(start),
    remedies: (of, job) => drive(engine.remediesSteps(of), job),
    accessibility: (question, job) => drive(engine.accessibilitySteps(question), job),
    spreadPopulation: (request, job) => drive(engine.spreadPopulationSteps(request), job),
    rollUp: async () => engine.rollUp(),
    unbooked: async () => engine.unbooked(),
    mapData: (layer) => latest(layer, engine.mapDataSteps(layer)),
    facilityBands: (id) => latest('facilityBands', engine.facilityBandsSteps(id)),
    surface: (request) => drive(engine.surfaceSteps(request), UNSTOPPABLE),
    exportResult: async (format) => engine.exportResult(format),
  };
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

function reportOf({ file }: ReadRequest, { table, sha256, rows, issues }: ReadTable): ReadReport {
  return {
    role: table?.role ?? null,
    input: table && { role: table.role, file: file.name, sha256, rows },
    issues,
    streets: null,
  };
}

function streetsReport({ file }: ReadRequest, { streets, sha256, rows, issues }: OpenedStreets): ReadReport {
  return {
    role: 'streets',
    input: streets && { role: 'streets', file: file.name, sha256, rows },
    issues,
    streets: streets?.facts ?? null,
  };
}
