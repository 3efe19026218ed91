import { describe, expect, it } from 'vitest';
import { AnalysisCancelled, type AnalysisApi, type CompareRequest, type Job } from '../../src/analysis/api.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import { inlineAnalysis } from '../../src/analysis/inline-analysis.ts';
import { EMPTY_PLAN } from '../../src/core/plan/plan.ts';
import { planDiff } from '../../src/core/plan/plan-diff.ts';
import { compareSides, judgedSide } from '../builders/judged-sides.ts';
import { HERE, PlanBuilder, pointAt, squareAt } from '../builders/plan-builder.ts';
import { readTile } from '../builders/read-tile.ts';
import { SOURCE_HOST } from '../builders/source-host.ts';
import { nantong, shippedStandard } from '../builders/standards.ts';
import { tileHolding } from '../builders/tile-holding.ts';

const QUIET: Job = { signal: new AbortController().signal, onProgress: () => {} };
const AS_OF = '2026-01-01';
const qingdao = shippedStandard('qingdao-2018');

const town = () => new PlanBuilder().area('A', { households: 1000, elders: 300, geometry: squareAt(0, 0, 300) });
const plan = town()
  .facility('F', { floorAreaM2: 150, geometry: pointAt(100, 100) })
  .build();
const closed = town()
  .facility('F', { floorAreaM2: 150, status: 'closed', geometry: pointAt(100, 100) })
  .build();

const current = { change: [], standard: nantong, asOf: AS_OF };
const request: CompareRequest = {
  planVersion: 1,
  inputs: [],
  left: current,
  right: { ...current, change: planDiff(plan, closed) },
};

async function opened(): Promise<AnalysisApi> {
  const analysis = inlineAnalysis(new AnalysisEngine('test'), SOURCE_HOST);
  await analysis.patch({ base: 0, version: 1, change: planDiff(EMPTY_PLAN, plan), last: true });
  return analysis;
}

async function verdictDrawn(analysis: AnalysisApi, side?: 'left' | 'right'): Promise<unknown> {
  const place = tileHolding(HERE, 13);
  const bytes = await analysis.mapTile({ layer: 'areas', ...place, ...(side ? { side } : {}) }, QUIET);
  return bytes.length === 0 ? null : readTile(bytes)['areas']![0]!.properties['v_walk_circle'];
}

describe('comparing two sides', () => {
  it('tells what comparing their audits tells, whether or not one is judged already', async () => {
    const analysis = await opened();
    const expected = compareSides(judgedSide(plan, AS_OF), judgedSide(closed, AS_OF));
    const { runs, ...comparison } = await analysis.compare(request, QUIET);
    expect(comparison).toEqual(expected);
    expect([runs.left.as_of, runs.right.standards.id]).toEqual([AS_OF, nantong.standard.id]);
    await analysis.audit({ ...request.left, planVersion: 1, inputs: [], inputIssues: [] }, QUIET);
    const { runs: _runs, ...again } = await analysis.compare(request, QUIET);
    expect(again).toEqual(expected);
  });

  it('draws and explains each side, beside the audit itself, until it is closed', async () => {
    const analysis = await opened();
    const byQingdao = { ...current, standard: qingdao };
    await analysis.audit({ ...byQingdao, planVersion: 1, inputs: [], inputIssues: [] }, QUIET);
    await analysis.compare(request, QUIET);
    expect(await verdictDrawn(analysis)).toBe('not_applicable');
    expect(await verdictDrawn(analysis, 'left')).toBe('met');
    expect(await verdictDrawn(analysis, 'right')).toBe('short');
    expect((await analysis.explainCompared({ side: 'left', area: 'A' }))!.covered_share).toBe(1);
    expect((await analysis.explainCompared({ side: 'right', area: 'A' }))!.covered_share).toBe(0);
    expect(await analysis.explainCompared({ side: 'right', area: 'nowhere' })).toBeNull();
    await analysis.closeComparison();
    expect(await verdictDrawn(analysis, 'left')).toBeNull();
    expect(await analysis.explainCompared({ side: 'left', area: 'A' })).toBeNull();
    expect(await verdictDrawn(analysis)).toBe('not_applicable');
  });

  it('can be stopped, and keeps the sides before it', async () => {
    const analysis = await opened();
    await analysis.compare(request, QUIET);
    const controller = new AbortController();
    controller.abort();
    const stopped = analysis.compare({ ...request, right: current }, { ...QUIET, signal: controller.signal });
    await expect(stopped).rejects.toThrow(AnalysisCancelled);
    expect(await verdictDrawn(analysis, 'right')).toBe('short');
  });

  it('refuses changes that start from another version', async () => {
    const analysis = await opened();
    await expect(analysis.compare({ ...request, planVersion: 2 }, QUIET)).rejects.toThrow(/expected version 2, got 1/);
  });
});
