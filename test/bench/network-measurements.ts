import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { StreetTiles } from '../../src/analysis/street-tiles.ts';
import { walkEndsAt } from '../../src/core/access/locate.ts';
import { networkReachSteps } from '../../src/core/access/network-reach.ts';
import { originsSteps } from '../../src/core/access/origins.ts';
import type { Origins } from '../../src/core/access/reach.ts';
import type { LonLat } from '../../src/core/geo/geometry.ts';
import { auditWithMemorySteps, type Audit, type AuditMemory } from '../../src/core/checks/audit.ts';
import { changeToAdd } from '../../src/core/import/assemble-plan.ts';
import { readTable } from '../builders/read-text-table.ts';
import { buildGraphSteps } from '../../src/core/network/build-graph.ts';
import { readStreetsSteps } from '../../src/core/network/read-streets.ts';
import { snapAllSteps } from '../../src/core/network/snap.ts';
import { applyChange } from '../../src/core/plan/edit.ts';
import { EMPTY_PLAN, type Plan } from '../../src/core/plan/plan.ts';
import { DEFAULT_SETTINGS } from '../../src/core/plan/settings.ts';
import { streetFacts, type StreetGraph } from '../../src/core/network/street-graph.ts';
import type { StreetLines } from '../../src/core/network/street-lines.ts';
import { baseMapOfLinesSteps } from '../../src/core/tiles/base-map.ts';
import { WalkingSearch, type StreetPoint } from '../../src/core/network/walking-search.ts';
import { runSteps } from '../../src/core/progress.ts';
import { compareText } from '../../src/core/units.ts';
import { nantong } from '../builders/standards.ts';
import { tileHolding } from '../builders/tile-holding.ts';
import { CENTRE, facilityToMove, metropolis, mulberry32, pointBeside } from './metropolis.ts';
import { metropolisStreets } from './network-metropolis.ts';
import { PlainDijkstra } from './plain-dijkstra.ts';

const SEED = 20_231_101;
const HEIDELBERG = path.resolve(import.meta.dirname, '../../../shared/data/streets/heidelberg.osm.pbf');
const SOURCES = 3000;
const KERNEL_LIMIT_M = 900;
const KERNEL_ROUNDS = 7;
/** 15 minutes at the fastest preset, as the audit measures reach. */
const REACH_LIMIT_M = 1000;
const STREET_NODES = 1_000_000;
const AREAS = 20_000;
const FACILITIES = 5000;

export interface NetworkMeasurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'ratio' | 'µs' | 'MB';
  readonly goal?: number;
}

export interface NetworkReport {
  /** Whether the kernel ran on Heidelberg; without the data beside the project it runs on a made-up town. */
  readonly heidelberg: boolean;
  readonly facts: Readonly<Record<string, string>>;
  readonly measurements: readonly NetworkMeasurement[];
}

/** Everything in one process, so that ratios are of one run. */
export function measureNetwork(): NetworkReport {
  const measurements: NetworkMeasurement[] = [];
  const facts: Record<string, string> = {};
  const record = (name: string, value: number, unit: NetworkMeasurement['unit'], goal?: number): void => {
    measurements.push({ name, value, unit, ...(goal === undefined ? {} : { goal }) });
  };
  const heidelberg = existsSync(HEIDELBERG);
  const town = heidelberg ? measureHeidelberg(record) : runSteps(buildGraphSteps(metropolisStreets(60_000, SEED)));
  facts['kernel'] = describe(town);
  measureKernel(town, record);
  measureMetropolis(facts, record);
  return { heidelberg, facts, measurements };
}

type Recorder = (name: string, value: number, unit: NetworkMeasurement['unit'], goal?: number) => void;

function measureHeidelberg(record: Recorder): StreetGraph {
  const bytes = readFileSync(HEIDELBERG);
  const build = (): StreetGraph =>
    runSteps(buildGraphSteps(runSteps(readStreetsSteps({ name: 'heidelberg.osm.pbf', bytes })).lines!));
  record('Heidelberg PBF to graph, first time', timed(build)[0], 'ms', 600);
  const times = Array.from({ length: 5 }, () => timed(build)[0]);
  record('Heidelberg PBF to graph, again', median(times), 'ms');
  return build();
}

function measureKernel(graph: StreetGraph, record: Recorder): void {
  const random = mulberry32(SEED);
  const sources = Array.from({ length: SOURCES }, (): StreetPoint => {
    const edge = Math.floor(random() * graph.edgeM.length);
    return { edge, alongM: random() * graph.edgeM[edge]!, awayM: 0 };
  });
  const search = new WalkingSearch(graph);
  const plain = new PlainDijkstra(graph);
  const rounds = Array.from({ length: KERNEL_ROUNDS }, () => {
    const [plainMs, plainReached] = timed(() => sources.reduce((sum, at) => sum + plain.run(at, KERNEL_LIMIT_M), 0));
    const [ms, reached] = timed(() =>
      sources.reduce((sum, at) => {
        search.run(at, KERNEL_LIMIT_M);
        return sum + search.reachedCount;
      }, 0),
    );
    if (reached !== plainReached) throw new Error(`${reached} nodes reached, expected ${plainReached}`);
    return { ms, plainMs, ratio: ms / plainMs };
  });
  record(`plain 4-ary heap, ${SOURCES} × ${KERNEL_LIMIT_M} m`, median(rounds.map(({ plainMs }) => plainMs)), 'ms');
  record(`bucket queue, ${SOURCES} × ${KERNEL_LIMIT_M} m`, median(rounds.map(({ ms }) => ms)), 'ms');
  record('bucket queue over plain heap', median(rounds.map(({ ratio }) => ratio)), 'ratio', 0.6);
}

/** What the map waits for: the base map made ready, and each tile as it comes to it, the cold first one included. */
function measureTiles(lines: StreetLines, graph: StreetGraph, record: Recorder): void {
  const [baseMs, baseMap] = timed(() => runSteps(baseMapOfLinesSteps(lines)));
  record('metropolis: base map made ready', baseMs, 'ms');
  const tiles = new StreetTiles(graph, baseMap);
  const [networkMs] = timed(() => runSteps(tiles.tileSteps('network', { z: 0, x: 0, y: 0 })));
  record('metropolis: walking network made ready to draw', networkMs, 'ms');
  for (const layer of ['base', 'network'] as const) {
    for (const z of [11, 13, 15]) {
      const place = tileHolding([CENTRE[0] - 0.05, CENTRE[1] + 0.05], z);
      const times = Array.from({ length: 9 }, () => timed(() => runSteps(tiles.tileSteps(layer, place)))[0]);
      record(`metropolis: ${layer} tile at zoom ${z}`, median(times), 'ms');
    }
  }
}

function measureMetropolis(facts: Record<string, string>, record: Recorder): void {
  const lines = metropolisStreets(STREET_NODES, SEED);
  const [buildMs, graph] = timed(() => runSteps(buildGraphSteps(lines)));
  facts['metropolis'] = describe(graph);
  record('metropolis: lines to graph', buildMs, 'ms');
  measureTiles(lines, graph, record);
  const { origins, destinations, plan } = people();
  facts['origins'] = String(origins.lon.length);
  const [snapMs, snaps] = timed(() => runSteps(snapAllSteps(graph, origins.lon, origins.lat, DEFAULT_SETTINGS.snap_m)));
  record('metropolis: snap one origin', (snapMs / origins.lon.length) * 1000, 'µs');
  facts['snapped'] = String(snaps.edge.filter((edge) => edge !== 0xffff_ffff).length);
  const reachOf = (to: ReadonlyMap<string, LonLat>, previous: Parameters<typeof networkReachSteps>[5] = null) =>
    runSteps(networkReachSteps(graph, origins, to, REACH_LIMIT_M, DEFAULT_SETTINGS.snap_m, previous));
  const [firstMs, first] = timed(() => reachOf(destinations));
  record('metropolis: origins snapped and all rows, one core', firstMs, 'ms');
  facts['pairs'] = String([...first.rows.values()].reduce((sum, row) => sum + row.origin.length, 0));
  const [id, at] = [...destinations][0]!;
  const moves = Array.from({ length: 9 }, (_, i) => {
    const moved = new Map(destinations).set(id, [at[0] + 0.0003 * (i + 1), at[1]]);
    return timed(() => reachOf(moved, first))[0];
  });
  record('metropolis: one facility moved', median(moves), 'ms', 5);
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  record('metropolis: graph, origins and rows held', (heapUsed + external) / 2 ** 20, 'MB', 1500);
  measureAudits(graph, plan, record);
}

/** What a person waits for: the first audit on streets, and every one after it. */
function measureAudits(streets: StreetGraph, plan: Plan, record: Recorder): void {
  const input = { streets, standard: nantong, asOf: '2026-01-01', version: 'bench', inputs: [], inputIssues: [] };
  let peakBytes = 0;
  const auditOf = (of: Plan, previous: AuditMemory | null): Audit => {
    const steps = auditWithMemorySteps({ ...input, plan: of }, previous);
    for (;;) {
      const step = steps.next();
      const { heapUsed, external } = process.memoryUsage();
      peakBytes = Math.max(peakBytes, heapUsed + external);
      if (step.done) return step.value;
    }
  };
  const [firstMs, first] = timed(() => auditOf(plan, null));
  record('metropolis: first audit on streets, one core', firstMs, 'ms', 10_000);
  const station = facilityToMove(plan.facilities.values());
  let { memory } = first;
  const moves = Array.from({ length: 9 }, (_, turn) => {
    const geometry = pointBeside(station, turn);
    const facilities = new Map(plan.facilities).set(station.id, { ...station, geometry });
    return timed(() => ({ memory } = auditOf({ ...plan, facilities }, memory)))[0];
  });
  record('metropolis: re-audit, one facility moved', median(moves), 'ms', 300);
  const [lon, lat] = CENTRE;
  const line: LonLat[] = [
    [lon - 0.01, lat - 0.02],
    [lon + 0.002, lat],
    [lon - 0.005, lat + 0.02],
  ];
  const canal = { id: 'barrier-1', kind: 'barrier', cause: 'canal', line } as const;
  const cuts = Array.from({ length: 5 }, () => {
    const [ms] = timed(() => ({ memory } = auditOf({ ...plan, streetEdits: new Map([[canal.id, canal]]) }, memory)));
    ({ memory } = auditOf(plan, memory));
    return ms;
  });
  record('metropolis: re-audit, a barrier of 4.7 km drawn', median(cuts), 'ms', 1000);
  record('metropolis: peak while auditing', peakBytes / 2 ** 20, 'MB', 1500);
}

/** Where the made-up metropolis' people start, and where its facilities are. */
function people(): { origins: Origins; destinations: ReadonlyMap<string, LonLat>; plan: Plan } {
  const { areasGeoJson, facilitiesCsv } = metropolis(AREAS, FACILITIES, SEED);
  const tableOf = (name: string, text: string): ReturnType<typeof readTable>['table'] =>
    readTable({ file: { name, bytes: new TextEncoder().encode(text) } }).table;
  const areas = tableOf('areas.geojson', areasGeoJson);
  const facilities = tableOf('facilities.csv', facilitiesCsv);
  if (areas?.role !== 'areas' || facilities?.role !== 'facilities') throw new Error('expected areas and facilities');
  const sorted = areas.records.toSorted((a, b) => compareText(a.id, b.id));
  const destinations = new Map<string, LonLat>();
  for (const facility of facilities.records) {
    const at = walkEndsAt(facility);
    if (at) destinations.set(facility.id, at);
  }
  const plan = applyChange(EMPTY_PLAN, changeToAdd(EMPTY_PLAN, [areas, facilities]));
  return { origins: runSteps(originsSteps(sorted, null)), destinations, plan };
}

function describe(graph: StreetGraph): string {
  const { junctions, edges, components, totalM } = streetFacts(graph);
  return `${junctions} junctions, ${edges} edges, ${components} components, ${Math.round(totalM / 1000)} km`;
}

function timed<T>(work: () => T): [ms: number, result: T] {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
