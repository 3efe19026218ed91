import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';
import { ROOT } from './sources.ts';

/** A file of the data that lies beside the project and is never copied into it. */
export function sharedPath(name: string): string {
  return path.resolve(ROOT, '..', 'shared', name);
}

export function readShared(name: string): string {
  return readFileSync(sharedPath(name), 'utf8');
}

/** A suite that needs data beside the project: where that is absent it is skipped, and its title says what was missing. */
export function describeWithShared(title: string, name: string, tests: () => void): void {
  if (existsSync(sharedPath(name))) describe(title, tests);
  else describe(title, () => it(`needs ../shared/${name}, which is not here`, ({ skip }) => skip()));
}
