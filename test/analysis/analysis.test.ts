import { describe, expect, it } from 'vitest';
import { AnalysisCancelled, type AnalysisApi, type Job } from '../../src/analysis/api.ts';
import { SOURCE_HOST } from '../builders/source-host.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import { inlineAnalysis } from '../../src/analysis/inline-analysis.ts';
import type { FromWorker } from '../../src/analysis/protocol.ts';
import { serve } from '../../src/analysis/serve.ts';
import { NO_CHECK } from '../../src/core/checks/area-columns.ts';
import { VERDICTS } from '../../src/core/checks/result.ts';
import type { Table } from '../../src/core/import/table.ts';
import type { Change } from '../../src/core/plan/edit.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { areaOf, auditPlan, checkOf } from '../builders/audit-plan.ts';
import { drawnLayer } from '../builders/drawn-layer.ts';
import { PlanBuilder, pointAt, squareAt } from '../builders/plan-builder.ts';
import { nantong } from '../builders/standards.ts';

const plan = new PlanBuilder()
  .area('A', { households: 1000, elders: 100, elders80: 20, geometry: squareAt(0, 0, 200) })
  .area('B', { class: 'unknown', households: 400, geometry: pointAt(300) })
  .area('C', { households: 10 })
  .facility('f', { floorAreaM2: 250, geometry: pointAt(100, 100) })
  .facility('g', { status: 'building', floorAreaM2: 90, geometry: pointAt(150) })
  .facility('h', { floorAreaM2: 40, geometry: pointAt(6000) })
  .build();

const AS_OF = '2026-01-01';

function quietJob(signal: AbortSignal = new AbortController().signal): Job {
  return { signal, onProgress: () => {} };
}

function arrivalOf({ areas, facilities }: Plan): Change {
  return [
    ...[...areas].map(([id, to]) => ({ table: 'areas' as const, id, from: undefined, to })),
    ...[...facilities].map(([id, to]) => ({ table: 'facilities' as const, id, from: undefined, to })),
  ];
}

function newAnalysis(): AnalysisApi {
  return inlineAnalysis(new AnalysisEngine('test'), SOURCE_HOST);
}

async function audited(): Promise<AnalysisApi> {
  const analysis = newAnalysis();
  await analysis.patch({ base: 0, version: 1, change: arrivalOf(plan), last: true });
  await analysis.audit({ planVersion: 1, standard: nantong, asOf: AS_OF, inputs: [], inputIssues: [] }, quietJob());
  return analysis;
}

describe('the mirror of the plan', () => {
  it('takes a long change in parts and stands at its version only with the last', async () => {
    const analysis = newAnalysis();
    const change = arrivalOf(plan);
    await analysis.patch({ base: 0, version: 1, change: change.slice(0, 2), last: false });
    const request = { planVersion: 1, standard: nantong, asOf: AS_OF, inputs: [], inputIssues: [] };
    await expect(analysis.audit(request, quietJob())).rejects.toThrow(/expected plan version 0, got 1/);
    await analysis.patch({ base: 0, version: 1, change: change.slice(2), last: true });
    const digest = await analysis.audit(request, quietJob());
    expect(digest.summary).toEqual(auditPlan(plan, AS_OF).summary);
  });

  it('refuses a patch that does not follow what it has, and starts again from base 0', async () => {
    const analysis = await audited();
    const change: Change = [{ table: 'areas', id: 'C', from: plan.areas.get('C'), to: undefined }];
    await expect(analysis.patch({ base: 7, version: 8, change, last: true })).rejects.toThrow(/expected base 1, got 7/);
    await analysis.patch({ base: 0, version: 9, change: arrivalOf(plan).slice(0, 1), last: true });
    const digest = await analysis.audit(
      { planVersion: 9, standard: nantong, asOf: AS_OF, inputs: [], inputIssues: [] },
      quietJob(),
    );
    expect(digest.areaIds).toEqual(['A']);
  });
});

describe('an audit handed over', () => {
  it('says in columns what the whole result says in full', async () => {
    const analysis = await audited();
    const digest = await analysis.audit(
      { planVersion: 1, standard: nantong, asOf: AS_OF, inputs: [], inputIssues: [] },
      quietJob(),
    );
    const whole = auditPlan(plan, AS_OF);
    expect(digest.areaIds).toEqual(whole.areas.map(({ id }) => id));
    for (const [a, area] of whole.areas.entries()) {
      expect(VERDICTS[digest.verdict[a]!]).toBe(area.verdict);
      const floor = checkOf(area, 'floor_area');
      expect(VERDICTS[digest.checks.floor_area.verdict[a]!]).toBe(floor.verdict);
      expect(digest.checks.floor_area.gap[a]).toBe(floor.gap ?? NaN);
      expect(digest.eldersUncovered[a]).toBe(area.elders_uncovered ?? NaN);
    }
    expect(digest.checks.single_unit.verdict[0]).toBe(NO_CHECK);
  });

  it('explains an area with every part behind its figures', async () => {
    const analysis = await audited();
    const explained = await analysis.explainArea('A');
    expect(explained!.area).toEqual(areaOf(auditPlan(plan, AS_OF), 'A'));
    expect(checkOf(explained!.area, 'floor_area').parts).toHaveLength(1);
    expect(await analysis.explainArea('nobody')).toBeNull();
  });

  it('tells where a facility’s floor area went', async () => {
    const analysis = await audited();
    const f = (await analysis.explainFacility('f'))!;
    expect(f.areas.reduce((sum, { m2 }) => sum + m2!, 0)).toBeCloseTo(250, 9);
    expect(f.reached.map(({ area }) => area)).toEqual(['A', 'B']);
    expect((await analysis.explainFacility('h'))!.unbooked).toMatchObject({ m2: 40, reason: 'books_nowhere' });
  });

  it('draws its layers as tiles', async () => {
    const analysis = await audited();
    const { said } = await drawnLayer(analysis, 'areas');
    expect(new Set(said.map(({ id }) => id))).toEqual(new Set(['A', 'B']));
    const area = said.find(({ id }) => id === 'A')!;
    // The station is in reach; a ninth of its floor area goes to B.
    const { area: judged } = (await analysis.explainArea('A'))!;
    const floor = judged.checks.find(({ check }) => check === 'floor_area')!;
    expect(judged.covered_share).toBe(1);
    expect(area['severity']).toBeCloseTo(floor.gap! / floor.required!, 2);
    expect(area).toMatchObject({ id: 'A', v_floor_area: expect.any(String) as string });
    const facilities = await drawnLayer(analysis, 'facilities');
    expect(Object.fromEntries(facilities.said.map(({ id, state }) => [id, state]))).toEqual({
      f: 'open',
      g: 'planned',
      h: 'open',
    });
    expect(new Set((await drawnLayer(analysis, 'circles')).said.map(({ id }) => id))).toEqual(new Set(['f', 'h']));
  });

  it('writes the whole result, the same as from scratch', async () => {
    const analysis = await audited();
    const bytes = (await analysis.exportResult('json'))!;
    expect(JSON.parse(new TextDecoder().decode(bytes))).toEqual(JSON.parse(JSON.stringify(auditPlan(plan, AS_OF))));
    expect(await newAnalysis().exportResult('json')).toBeNull();
  });
});

describe('supply against demand', () => {
  const question = { supply: 'floor_area', demand: 'elders', decay: { kind: 'none' }, limitM: 750 } as const;

  it('is told of the last audit, area by area, with what is left out', async () => {
    const analysis = await audited();
    const report = (await analysis.accessibility(question, quietJob()))!;
    expect(report.stamp).toMatchObject({ planVersion: 1, asOf: AS_OF });
    expect(report.question).toEqual(question);
    expect(report.areaIds).toEqual(['A', 'B', 'C']);
    // f alone is within reach of anyone whose elders are known: 250 m² for the 100 of A.
    expect([...report.access]).toEqual([expect.closeTo(2.5, 12), NaN, NaN]);
    expect(report.facilities).toEqual([
      {
        facility: 'f',
        supply: 250,
        persons: expect.closeTo(100, 9) as number,
        ratio: expect.closeTo(2.5, 12) as number,
      },
    ]);
    expect(report.facilitiesLeftOut).toEqual([
      { facility: 'g', supply: 90, reason: 'not_open' },
      { facility: 'h', supply: 40, reason: 'reaches_nobody' },
    ]);
    expect(report.areasLeftOut.map(({ reason }) => reason)).toEqual(['demand_unknown', 'demand_unknown']);
    expect(report.summary).toMatchObject({ supply: 290, supplyShared: 250, demand: 100 });
  });

  it('measures farther where the limit does, and is nothing before the first audit', async () => {
    const analysis = await audited();
    const far = (await analysis.accessibility({ ...question, limitM: 9000 }, quietJob()))!;
    expect(far.summary.supplyShared).toBe(290);
    expect(await newAnalysis().accessibility(question, quietJob())).toBeNull();
  });

  it('can be stopped', async () => {
    const analysis = await audited();
    const controller = new AbortController();
    controller.abort();
    await expect(analysis.accessibility(question, quietJob(controller.signal))).rejects.toThrow(AnalysisCancelled);
  });
});

describe('what would close the gap', () => {
  it('is told of the last audit, and comes true once its change is made', async () => {
    const analysis = await audited();
    const diagnoses = (await analysis.remedies({ area: 'B' }, quietJob()))!;
    const floor = diagnoses.find(({ check }) => check === 'floor_area')!;
    expect(floor).toMatchObject({ of: { area: 'B' }, verdict: 'short' });
    const extend = floor.remedies.find(({ kind }) => kind === 'extend')!;
    await analysis.patch({ base: 1, version: 2, change: extend.change, last: true });
    const request = { planVersion: 2, standard: nantong, asOf: AS_OF, inputs: [], inputIssues: [] };
    const digest = await analysis.audit(request, quietJob());
    expect(VERDICTS[digest.checks.floor_area.verdict[1]!]).toBe(extend.outcome.verdict);
    expect(await analysis.remedies({ area: 'nobody' }, quietJob())).toBeNull();
    expect(await newAnalysis().remedies({ area: 'B' }, quietJob())).toBeNull();
  });
});

describe('long work', () => {
  it('stops when it is told to, and leaves what stood before', async () => {
    const analysis = await audited();
    const controller = new AbortController();
    controller.abort();
    const request = { planVersion: 1, standard: nantong, asOf: '2030-01-01', inputs: [], inputIssues: [] };
    await expect(analysis.audit(request, quietJob(controller.signal))).rejects.toThrow(AnalysisCancelled);
    expect((await analysis.explainArea('A'))!.area).toEqual(areaOf(auditPlan(plan, AS_OF), 'A'));
  });

  it('hands a table over in parts, in order', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => `A${i},built,${i}`);
    const bytes = new TextEncoder().encode(`id,class,households\n${rows.join('\n')}\n`);
    const parts: Table[] = [];
    const report = await newAnalysis().read({ files: [{ name: 'a.csv', bytes }], role: 'areas' }, quietJob(), (part) =>
      parts.push(part),
    );
    expect(report).toMatchObject({ role: 'areas', input: { rows: 1000, file: 'a.csv' } });
    expect(parts.length).toBeGreaterThan(1);
    const ids = parts.flatMap((part) => (part.role === 'areas' ? part.records.map(({ id }) => id) : []));
    expect(ids).toEqual(rows.map((_, i) => `A${i}`));
  });
});

describe('the worker’s end of the line', () => {
  function line() {
    const heard: FromWorker[] = [];
    return { heard, say: serve(newAnalysis(), (message) => heard.push(message)) };
  }

  it('answers each call by its number, faults included', async () => {
    const { heard, say } = line();
    await say({ call: 1, method: 'unbooked', argument: undefined });
    await say({ call: 2, method: 'patch', argument: { base: 5, version: 6, change: [], last: true } });
    await say({ call: 3, method: 'dataHealth', argument: undefined });
    expect(heard[0]).toEqual({ call: 1, result: [] });
    expect(heard[2]).toEqual({ call: 3, result: null });
    expect(heard[1]).toMatchObject({
      call: 2,
      fault: { message: expect.stringContaining('expected base 0') as string },
    });
  });

  it('cancels the call that is named, while it runs', async () => {
    const { heard, say } = line();
    const big = `id,class\n${Array.from({ length: 200_000 }, (_, i) => `A${i},built`).join('\n')}\n`;
    const request = { files: [{ name: 'a.csv', bytes: new TextEncoder().encode(big) }], role: 'areas' };
    const running = say({ call: 1, method: 'read', argument: request });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await say({ cancel: 1 });
    await running;
    expect(heard.at(-1)).toEqual({ call: 1, cancelled: true });
  });
});
