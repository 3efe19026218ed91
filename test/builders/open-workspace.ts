import { inlineAnalysis } from '../../src/analysis/inline-analysis.ts';
import { SOURCE_HOST } from './source-host.ts';
import { AnalysisEngine } from '../../src/analysis/engine.ts';
import type { AnalysisApi } from '../../src/analysis/api.ts';
import { DEFAULT_PREFERENCES } from '../../src/state/workspace-state.ts';
import { createWorkspace, type Workspace, type WorkspaceStart } from '../../src/state/workspace.ts';
import { nantong, shippedStandard } from './standards.ts';

/** A workspace over the analysis itself, on this thread; `change` may put something in between. */
export function openWorkspace(
  change: (analysis: AnalysisApi) => AnalysisApi = (analysis) => analysis,
  more: Partial<WorkspaceStart> = {},
): Workspace {
  let clock = 0;
  return createWorkspace({
    analysis: change(inlineAnalysis(new AnalysisEngine('test'), SOURCE_HOST)),
    standards: [nantong, shippedStandard('qingdao-2018')],
    standardId: nantong.standard.id,
    asOf: '2026-01-01',
    preferences: DEFAULT_PREFERENCES,
    now: () => clock++,
    ...more,
  });
}

export function csvFile(name: string, ...lines: string[]): File {
  return new File([lines.join('\n')], name);
}

/** Two areas: A lacks 10 m², B lacks nothing. */
export const AREAS_CSV = csvFile(
  'areas.csv',
  'id,name,class,households,elders,subdistrict,lon,lat',
  'A,甲,built,1000,100,东街道,120.9,32',
  'B,乙,built,100,50,西街道,120.95,32',
);
export const FACILITIES_CSV = csvFile(
  'facilities.csv',
  'id,type,status,floor_area,serves,lon,lat',
  'F,station,open,190,A,120.9,32',
  'G,station,open,60,B,120.95,32',
);
