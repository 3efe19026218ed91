import { describe, expect, it } from 'vitest';
import { SOURCE_HOST } from '../builders/source-host.ts';
import { AnalysisCancelled, type AnalysisApi, type AuditRequest, type TileRequest } from '../../src/analysis/api.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import { inlineAnalysis } from '../../src/analysis/inline-analysis.ts';
import { runSteps } from '../../src/core/progress.ts';
import type { Change } from '../../src/core/plan/edit.ts';
import { drawnLayer } from '../builders/drawn-layer.ts';
import { metresAway, PlanBuilder, squareAt } from '../builders/plan-builder.ts';
import { readTile } from '../builders/read-tile.ts';
import { nantong } from '../builders/standards.ts';
import { streetsFile } from '../builders/streets-file.ts';
import { tileHolding } from '../builders/tile-holding.ts';

const QUIET = { signal: new AbortController().signal, onProgress: () => {} };
const STREETS = streetsFile([
  [-2000, 0],
  [2000, 0],
]);

async function withStreets(): Promise<{ analysis: AnalysisApi; streets: string }> {
  const analysis = inlineAnalysis(new AnalysisEngine('test'), SOURCE_HOST);
  const report = await analysis.read(
    { files: [{ name: 's.geojson', bytes: STREETS }], role: 'streets' as const },
    QUIET,
    () => {},
  );
  return { analysis, streets: report.input!.sha256 };
}

/** One area, the square of a side. */
function arrivalOf(side: number): Change {
  const plan = new PlanBuilder().area('A', { households: 10, geometry: squareAt(0, 0, side) }).build();
  return [...plan.areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to }));
}

function requestOf(planVersion: number): AuditRequest {
  return { planVersion, standard: nantong, asOf: '2026-01-01', inputs: [], inputIssues: [] };
}

async function judge(analysis: AnalysisApi, version: number, side: number): Promise<void> {
  await analysis.patch({ base: 0, version, change: arrivalOf(side), last: true });
  await analysis.audit(requestOf(version), QUIET);
}

const whole = (z: number) => tileHolding(metresAway(10, 10), z);

describe('tiles of streets', () => {
  it('are there as soon as the streets are open, before any audit', async () => {
    const { analysis, streets } = await withStreets();
    const base = readTile(await analysis.mapTile({ layer: 'base', streets, ...whole(13) }, QUIET));
    expect(base['roads']!.map(({ properties }) => properties)).toEqual([{ class: 'minor' }]);
    const network = readTile(await analysis.mapTile({ layer: 'network', streets, ...whole(13) }, QUIET));
    expect(network['network']!.map(({ properties }) => properties)).toEqual([{ component: 'main' }]);
  });

  it('are no bytes of streets that are not open, and where none run', async () => {
    const { analysis, streets } = await withStreets();
    expect(await analysis.mapTile({ layer: 'base', streets: 'others', ...whole(13) }, QUIET)).toHaveLength(0);
    expect(await analysis.mapTile({ layer: 'base', streets, z: 13, x: 0, y: 0 }, QUIET)).toHaveLength(0);
  });

  it('that nobody wants any more are not made, and those after them are', async () => {
    const { analysis, streets } = await withStreets();
    const request: TileRequest = { layer: 'network', streets, ...whole(13) };
    const first = new AbortController();
    const dropped = analysis.mapTile(request, { ...QUIET, signal: first.signal });
    const kept = analysis.mapTile(request, QUIET);
    first.abort();
    await expect(dropped).rejects.toThrow(AnalysisCancelled);
    expect((await kept).length).toBeGreaterThan(0);
  });
});

describe('tiles of an audit', () => {
  it('are no bytes before the first', async () => {
    const { analysis } = await withStreets();
    expect(await analysis.mapTile({ layer: 'areas', ...whole(13) }, QUIET)).toHaveLength(0);
  });

  it('are of the last one', async () => {
    const { analysis } = await withStreets();
    await judge(analysis, 1, 100);
    const beside = metresAway(150, 150);
    expect((await drawnLayer(analysis, 'areas', '', 500)).at(beside)).toHaveLength(0);
    await judge(analysis, 2, 1000);
    expect((await drawnLayer(analysis, 'areas', '', 500)).at(beside)).toHaveLength(1);
  });

  it('that a new audit overtakes are begun again, of the new one', () => {
    const engine = new AnalysisEngine('test');
    const audit = (version: number, side: number): void => {
      engine.patch({ base: 0, version, change: arrivalOf(side), last: true });
      runSteps(engine.auditSteps(requestOf(version)));
    };
    audit(1, 100);
    const overtaken = engine.mapTileSteps({ layer: 'areas', ...whole(13) });
    overtaken.next();
    audit(2, 1000);
    expect(runSteps(overtaken)).toEqual(runSteps(engine.mapTileSteps({ layer: 'areas', ...whole(13) })));
  });

  it('show the smallest area from afar, and its name once', async () => {
    const { analysis } = await withStreets();
    await judge(analysis, 1, 60);
    const { areas, names } = readTile(await analysis.mapTile({ layer: 'areas', ...whole(8) }, QUIET));
    expect(areas).toHaveLength(1);
    expect(names![0]!.parts.flat()).toHaveLength(1);
  });

  it('show parcels that are reserved, by their use', async () => {
    const { analysis } = await withStreets();
    const to = { id: 'p', use: 'elder_care' as const, geometry: squareAt(200, 0, 100) };
    const change: Change = [...arrivalOf(100), { table: 'parcels', id: 'p', from: undefined, to }];
    await analysis.patch({ base: 0, version: 1, change, last: true });
    await analysis.audit(requestOf(1), QUIET);
    const parcels = await drawnLayer(analysis, 'parcels', '', 500);
    expect(parcels.at(metresAway(250, 50))).toEqual([{ id: 'p', use: 'elder_care' }]);
    expect(parcels.at(metresAway(50, 50))).toEqual([]);
  });
});
