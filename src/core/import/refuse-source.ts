import type { Issue } from '../issue.ts';
import { UNOPENED, type OpenedSource, type SourceFormat } from './source.ts';

/** A file that cannot be opened, and why; the format as far as it was told. */
export function refuseSource(format: SourceFormat | null, ...issues: readonly Issue[]): OpenedSource {
  return { ...UNOPENED, format, issues };
}
