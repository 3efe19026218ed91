import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { LoadedStandard, Standard } from '../../src/core/standards/standard.ts';
import { ROOT } from '../sources.ts';

/** A standard that the project ships, as the audit takes it (its parsing has tests of its own). */
export function shippedStandard(id: string): LoadedStandard {
  const text = readFileSync(path.join(ROOT, 'data/standards', `${id}.json`), 'utf8');
  return { standard: JSON.parse(text) as Standard, text, sha256: `sha256 of ${id}` };
}

/** The default profile. */
export const nantong = shippedStandard('nantong-draft-2023');
