import type { Issue } from '../core/issue.ts';
import type { Streets } from '../core/network/open-streets.ts';
import type { Speech } from './host.ts';
import type { GivenInput } from './input-options.ts';
import { attempt, openStreets } from './open-input.ts';
import { readPoints, type Points } from './read-points.ts';
import { Unusable } from './unusable.ts';

/** Streets, and the tables of points to walk between, in the order given; one given twice is read once. */
export interface OpenedWalks {
  readonly streets: Streets;
  readonly points: readonly Points[];
  readonly issues: readonly Issue[];
}

/** Reads the input called `streets`, and the others as points. Throws `Unusable` with the problems of all. */
export async function openWalks(inputs: readonly GivenInput[], speech: Speech): Promise<OpenedWalks> {
  const lines: string[] = [];
  const issues: Issue[] = [];
  const points: Points[] = [];
  let streets: Streets | null = null;
  for (const input of inputs) {
    if (input.name === 'streets') {
      const opened = await attempt(lines, () => openStreets(input, speech));
      if (opened) ({ streets } = opened);
      if (opened) issues.push(...opened.issues);
      continue;
    }
    const before = points.find(({ of }) => isSame(of, input));
    const read = before ?? (await attempt(lines, () => readPoints(input, speech)));
    if (!read) continue;
    points.push(read);
    if (!before) issues.push(...read.issues);
  }
  if (lines.length > 0 || !streets) throw new Unusable(lines);
  return { streets, points, issues };
}

/** Whether two inputs are one file, read in one way. */
function isSame(a: GivenInput, b: GivenInput): boolean {
  return wayOf(a) === wayOf(b);
}

function wayOf({ file, crs, choice = {} }: GivenInput): string {
  return JSON.stringify([file, crs, choice.layer, choice.headerRow, choice.encoding]);
}
