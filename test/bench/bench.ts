// `npm run bench`: what a metropolis costs, in milliseconds of this machine and as a ratio to a plain loop of the same run.
// Prints a table, writes dist/bench.json, asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { readTableSteps } from '../builders/read-text-table.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import type { AuditDigest, AuditRequest } from '../../src/analysis/api.ts';
import { greatCircleMetres } from '../../src/core/geo/distance.ts';
import { changeToAdd } from '../../src/core/import/assemble-plan.ts';
import type { InputFile } from '../../src/core/checks/result.ts';
import type { Table } from '../../src/core/import/table.ts';
import { EMPTY_PLAN } from '../../src/core/plan/plan.ts';
import type { Steps } from '../../src/core/progress.ts';
import { nantong, shippedStandard } from '../builders/standards.ts';
import { tileHolding } from '../builders/tile-holding.ts';
import { CENTRE, facilityToMove, metropolis, mulberry32, pointBeside } from './metropolis.ts';

const AREAS = 20_000;
const FACILITIES = 5_000;
const SEED = 20_231_101;
const AS_OF = '2026-01-01';
const REPEATS = 3;
const HENAN = shippedStandard('henan-2022');

interface Measurement {
  readonly name: string;
  readonly ms: number;
  /** Time over the time of the reference loop. */
  readonly ratio: number;
  readonly goalMs?: number;
}

interface Report {
  readonly areas: number;
  readonly facilities: number;
  readonly seed: number;
  readonly node: string;
  readonly referenceMs: number;
  readonly measurements: readonly Measurement[];
  /**
   * Heap and buffers in MB. `live`: held after collecting garbage; the peaks have garbage in them that the engine had no
   * reason to collect yet.
   */
  readonly memory: Readonly<Record<'liveAfterReading' | 'liveAfterAudit' | 'peakReading' | 'peakAuditing', number>>;
  /** So that two runs can be told to have judged the same. */
  readonly verdicts: AuditDigest['summary']['by_verdict'];
}

/** Measures in a process of its own, in which nothing else has been loaded. */
function report(): void {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', process.argv[1]!, 'measure'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1e8,
  });
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  const result = JSON.parse(stdout) as Report;
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/bench.json', `${JSON.stringify(result, null, 2)}\n`);
  console.log(`${result.areas} areas × ${result.facilities} facilities, seed ${result.seed}, Node ${result.node}`);
  console.table(
    Object.fromEntries(
      result.measurements.map(({ name, ms, ratio, goalMs }) => [
        name,
        { ms: Math.round(ms), '× reference': ratio.toFixed(2), 'goal ms': goalMs ?? '' },
      ]),
    ),
  );
  console.log('MB of heap and buffers (goal 600 in the worker)');
  console.table(result.memory);
}

function measure(): Report {
  const referenceMs = median(() => referenceLoop());
  const measurements: Measurement[] = [];
  const record = (name: string, ms: number, goalMs?: number): void => {
    measurements.push({ name, ms, ratio: ms / referenceMs, ...(goalMs === undefined ? {} : { goalMs }) });
  };

  const engine = new AnalysisEngine('bench');
  const inputs: InputFile[] = [];
  const tables: Table[] = [];
  for (const file of cityFiles()) {
    const [ms, read] = timed(() => runSampled(readTableSteps({ file })));
    const { sha256, rows, table } = read;
    if (!table) throw new Error(`${file.name}: expected a table that can be read`);
    tables.push(table);
    inputs.push({ role: table.role, file: file.name, sha256, rows });
    record(`read ${file.name}`, ms);
  }
  let version = 1;
  const patch = { base: 0, version, change: changeToAdd(EMPTY_PLAN, tables), last: true };
  record('patch the mirror', timed(() => engine.patch(patch))[0]);
  const memory = { peakReading: peakMb(), liveAfterReading: liveMb(), peakAuditing: 0, liveAfterAudit: 0 };

  const request = (changes: Partial<AuditRequest> = {}): AuditRequest => ({
    planVersion: version,
    standard: nantong,
    asOf: AS_OF,
    inputs,
    inputIssues: [],
    ...changes,
  });
  const audit = (changes?: Partial<AuditRequest>): AuditDigest => runSampled(engine.auditSteps(request(changes)));
  const [firstMs, first] = timed(() => audit());
  record('first audit', firstMs, 3000);
  memory.peakAuditing = peakMb();
  memory.liveAfterAudit = liveMb();

  let turn = 0;
  record(
    're-audit, another date',
    median(() => audit({ asOf: turn++ % 2 ? AS_OF : '2024-06-30' })),
    300,
  );
  record(
    're-audit, another standard',
    median(() => audit({ standard: turn++ % 2 ? nantong : HENAN })),
    300,
  );
  const settings = ['at_least_one', 'each_unit'] as const;
  const set = (change: Parameters<AnalysisEngine['patch']>[0]['change']): void => {
    engine.patch({ base: version, version: version + 1, change, last: true });
    version++;
  };
  record(
    're-audit, single_unit',
    median(() => {
      set([{ table: 'settings', field: 'single_unit', from: undefined, to: settings[turn++ % 2] }]);
      audit();
    }),
    300,
  );
  record(
    're-audit, speed_km_h',
    median(() => {
      set([{ table: 'settings', field: 'speed_km_h', from: undefined, to: turn++ % 2 ? 3 : 2.16 }]);
      audit();
    }),
    300,
  );
  const moved = facilityToMove(tables.flatMap((table) => (table.role === 'facilities' ? table.records : [])));
  record(
    're-audit, one facility moved',
    median(() => {
      const to = pointBeside(moved, ++turn);
      set([{ table: 'facilities', id: moved.id, field: 'geometry', from: undefined, to }]);
      audit();
    }),
    300,
  );
  record(
    'tile of the whole city, areas',
    median(() => runSampled(engine.mapTileSteps({ layer: 'areas', ...tileHolding(CENTRE, 9) }))),
  );
  record(
    'export, JSON',
    median(() => engine.exportResult('json'), 3),
  );

  return {
    areas: AREAS,
    facilities: FACILITIES,
    seed: SEED,
    node: process.version,
    referenceMs,
    measurements,
    memory,
    verdicts: first.summary.by_verdict,
  };
}

/** The city as two files in memory; nothing else of it is kept. */
function cityFiles(): { name: string; bytes: Uint8Array }[] {
  const { areasGeoJson, facilitiesCsv } = metropolis(AREAS, FACILITIES, SEED);
  const encoder = new TextEncoder();
  return [
    { name: 'areas.geojson', bytes: encoder.encode(areasGeoJson) },
    { name: 'facilities.csv', bytes: encoder.encode(facilitiesCsv) },
  ];
}

/** The reference: two million great-circle distances, the plainest thing that an audit is full of. */
function referenceLoop(): number {
  const random = mulberry32(1);
  let sum = 0;
  for (let i = 0; i < 2_000_000; i++) sum += greatCircleMetres([120 + random(), 31 + random()], [120.5, 31.5]);
  return sum;
}

let peakBytes = 0;

function bytesInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The peak since the last look, MB. */
function peakMb(): number {
  const peak = Math.round(peakBytes / 2 ** 20);
  peakBytes = 0;
  return peak;
}

function liveMb(): number {
  globalThis.gc?.();
  return Math.round(bytesInUse() / 2 ** 20);
}

/** Runs steps to their end, looking at the memory between them. */
function runSampled<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    peakBytes = Math.max(peakBytes, bytesInUse());
    if (step.done) return step.value;
  }
}

function timed<T>(work: () => T): [ms: number, result: T] {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
}

function median(work: () => unknown, repeats = REPEATS): number {
  const times = Array.from({ length: repeats }, () => timed(work)[0]).sort((a, b) => a - b);
  return times[Math.floor(repeats / 2)]!;
}

if (process.argv[2] === 'measure') process.stdout.write(JSON.stringify(measure()));
else report();
