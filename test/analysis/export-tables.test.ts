import { describe, expect, it } from 'vitest';
import { AnalysisCancelled, type ExportTablesRequest, type Job } from '../../src/analysis/api.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import { inlineAnalysis } from '../../src/analysis/inline-analysis.ts';
import { parseCrs } from '../../src/core/geo/crs.ts';
import { SOURCE_HOST } from '../builders/source-host.ts';
import { pointAt } from '../builders/plan-builder.ts';

const REQUEST: ExportTablesRequest = {
  planVersion: 1,
  roles: ['areas', 'facilities'],
  format: 'csv',
  crs: parseCrs('EPSG:4326')!,
  language: 'en',
  on: '2026-11-25',
};

async function analysisWithAnArea() {
  const analysis = inlineAnalysis(new AnalysisEngine('test'), SOURCE_HOST);
  const area = { id: 'A', class: 'built', settlement: 'urban', geometry: pointAt(0) } as const;
  await analysis.patch({
    base: 0,
    version: 1,
    last: true,
    change: [{ table: 'areas', id: 'A', from: undefined, to: area }],
  });
  return analysis;
}

function job(controller: AbortController, stages: string[] = []): Job {
  return {
    signal: controller.signal,
    onProgress: ({ stage, done, total }) => stages.push(`${stage} ${done}/${total}`),
  };
}

describe('exporting tables', () => {
  it('writes the mirrored plan and says how far it is', async () => {
    const stages: string[] = [];
    const { file, issues } = await (
      await analysisWithAnArea()
    ).exportTables(REQUEST, job(new AbortController(), stages));
    expect(file!.name).toBe('areas.csv');
    expect(issues.map(({ code }) => code)).toEqual(['export_table_empty']);
    expect(stages).toEqual(['writing 0/3', 'writing 1/3', 'writing 2/3']);
  });

  it('stops when told to', async () => {
    const controller = new AbortController();
    const written = (await analysisWithAnArea()).exportTables(REQUEST, job(controller));
    controller.abort();
    await expect(written).rejects.toBeInstanceOf(AnalysisCancelled);
  });

  it('refuses to write another version of the plan', async () => {
    const request = { ...REQUEST, planVersion: 2 };
    await expect((await analysisWithAnArea()).exportTables(request, job(new AbortController()))).rejects.toThrow(
      'plan: expected version 2, got 1',
    );
  });
});
