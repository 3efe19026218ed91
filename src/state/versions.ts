import type { Entry } from './journal.ts';
import type { StepName } from './step-name.ts';

/** How a project stood when somebody paused, or before data came: what one may want to go back to. */
export interface Version {
  /** The last entry of the journal that belongs to it. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Entries since the version before. */
  readonly steps: number;
  /** Its last step, if that was not taken back. */
  readonly name: StepName | null;
}

/** Work that pauses so long begins a new version, ms. */
const PAUSE_MS = 10 * 60_000;
/** So many entries do as well. */
const MOST_STEPS = 50;

/** Steps after which all is different: how it stood before is worth a version of its own. */
const LARGE: ReadonlySet<StepName['kind']> = new Set(['open', 'remove', 'county', 'spread-population', 'restore']);

/** The versions of a journal, the latest first; the first is how things stand now. */
export function versionsOf(entries: readonly Entry[]): Version[] {
  const versions: Version[] = [];
  let steps = 0;
  for (const [i, { seq, happening }] of entries.entries()) {
    steps++;
    const next = entries[i + 1]?.happening;
    const isLarge = (one: typeof next): boolean => one?.kind === 'step' && LARGE.has(one.name.kind);
    // Files that are opened together are one version.
    const begins = isLarge(next) && !(isLarge(happening) && next!.at - happening.at < PAUSE_MS);
    if (next && !begins && next.at - happening.at < PAUSE_MS && steps < MOST_STEPS) continue;
    const name = happening.kind === 'step' ? happening.name : null;
    versions.push({ seq, at: happening.at, steps, name });
    steps = 0;
  }
  return versions.reverse();
}
