// `node test/run-ts.mjs test/bench/drop.ts`: from letting go of a facility to the verdicts that follow, as an action of the
// page asks for them, with trials on the way as a hand that drags makes them. Prints a table, writes dist/bench-drop.json,
// asserts nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { movePlace } from '../../src/actions/move-place.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { tryMove } from '../../src/actions/try-move.ts';
import { standsAt } from '../../src/core/access/locate.ts';
import type { LonLat } from '../../src/core/geo/geometry.ts';
import type { Facility } from '../../src/core/plan/plan.ts';
import { pause } from '../../src/state/pause.ts';
import type { Workspace } from '../../src/state/workspace.ts';
import { openWorkspace } from '../builders/open-workspace.ts';
import { ROOT } from '../sources.ts';
import { facilityToMove, metropolis } from './metropolis.ts';

const REPEATS = 15;
const SEED = 20_231_101;
const SAMPLE = [
  'areas.geojson',
  'facilities.csv',
  'units.geojson',
  'population.csv',
  'candidates.csv',
  'streets.osm.gz',
];

interface Measurement {
  readonly name: string;
  readonly ms: number;
  readonly goalMs: number;
}

/** A workspace with files opened and judged; what wants a look is taken as it is told. */
async function opened(files: readonly File[]): Promise<Workspace> {
  const workspace = openWorkspace(undefined, { now: () => performance.now() });
  for (const file of files) {
    // oxlint-disable-next-line no-await-in-loop -- as a person opens them
    await openFiles(workspace, [file]);
  }
  return workspace;
}

async function measure(name: string, goalMs: number, files: readonly File[]): Promise<Measurement[]> {
  const workspace = await opened(files);
  const { plan, digest } = workspace.store.getState();
  if (digest === null) throw new Error(`${name}: expected an audit`);
  const facility = facilityToMove(plan.facilities.values());
  const drops: number[] = [];
  const trials: number[] = [];
  for (let turn = 0; turn < REPEATS; turn++) {
    // oxlint-disable no-await-in-loop -- one drop after another
    trials.push(
      await timed(() => tried(workspace, { table: 'facilities', id: facility.id, to: beside(facility, turn + 0.5) })),
    );
    drops.push(
      await timed(() => movePlace(workspace, { table: 'facilities', id: facility.id, to: beside(facility, turn) })),
    );
    // oxlint-enable no-await-in-loop
  }
  return [
    { name: `${name}: facility held elsewhere → digest of the trial`, ms: median(trials), goalMs },
    { name: `${name}: facility dropped → digest`, ms: median(drops), goalMs },
  ];
}

async function tried(workspace: Workspace, move: Parameters<typeof tryMove>[1]): Promise<void> {
  const { digest } = workspace.store.getState();
  tryMove(workspace, move);
  // oxlint-disable-next-line no-await-in-loop -- until it is there
  while (workspace.store.getState().digest === digest) await pause();
}

function beside(facility: Facility, turn: number): LonLat {
  const [lon, lat] = standsAt(facility)!;
  return [lon + 0.0007 * (1 + (turn % 7)), lat + 0.0004 * (turn % 5)];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

const sample = SAMPLE.map((name) => new File([readFileSync(path.join(ROOT, 'data', 'sample', name))], name));
const { areasGeoJson, facilitiesCsv } = metropolis(20_000, 5000, SEED);
const city = [new File([areasGeoJson], 'areas.geojson'), new File([facilitiesCsv], 'facilities.csv')];
const measurements = [...(await measure('sample city', 100, sample)), ...(await measure('metropolis', 500, city))];
mkdirSync('dist', { recursive: true });
writeFileSync('dist/bench-drop.json', `${JSON.stringify(measurements, null, 2)}\n`);
console.table(
  Object.fromEntries(
    measurements.map(({ name, ms, goalMs }) => [name, { ms: Math.round(ms * 10) / 10, 'goal ms': goalMs }]),
  ),
);
