import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EMPTY_DOCUMENT } from '../../src/core/plan/document.ts';
import type { Project } from '../../src/core/project/project.ts';
import { readProjectSteps, type ReadProject } from '../../src/core/project/read-project.ts';
import { writeProjectSteps } from '../../src/core/project/write-project.ts';
import { runSteps } from '../../src/core/progress.ts';
import { parseStandard } from '../../src/core/standards/parse-standard.ts';
import type { LoadedStandard } from '../../src/core/standards/standard.ts';
import { ROOT } from '../sources.ts';

/** A standard that ships, with the hash of its text. */
export function standardWithHash(id: string): LoadedStandard {
  const text = readFileSync(path.join(ROOT, 'data/standards', `${id}.json`), 'utf8');
  return parseStandard(id, text).standard!;
}

export const EMPTY_PROJECT: Project = {
  name: null,
  madeUp: false,
  asOf: '2026-01-01',
  document: EMPTY_DOCUMENT,
  standards: [standardWithHash('nantong-draft-2023')],
  standardId: 'nantong-draft-2023',
  inputs: [],
  streets: null,
};

export const WRITTEN = { by: '0.1.0', at: '2026-01-02T03:04:05.678Z' };

export function write(project: Project): Uint8Array<ArrayBuffer> {
  return runSteps(writeProjectSteps(project, WRITTEN));
}

export function read(bytes: Uint8Array): ReadProject {
  return runSteps(readProjectSteps({ name: 'city.yiquan', bytes }));
}
