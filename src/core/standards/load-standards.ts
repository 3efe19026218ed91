import { parseStandard } from './parse-standard.ts';
import { periodsOverlap, periodText } from './periods.ts';
import type { LoadedStandard } from './standard.ts';
import type { StandardProblem } from './standard-problem.ts';

/** A standards file: its name, for messages, and its text. */
export interface StandardFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads many documents. One that is wrong, repeats another's id, or is in force in the same jurisdiction on the same
 * days as an earlier one is left out, and the problems say why. The rest come in the order of the files.
 */
export function loadStandards(files: readonly StandardFile[]): {
  standards: LoadedStandard[];
  problems: StandardProblem[];
} {
  const problems: StandardProblem[] = [];
  const taken: { file: string; loaded: LoadedStandard }[] = [];
  for (const { name, text } of files) {
    const parsed = parseStandard(name, text);
    problems.push(...parsed.problems);
    if (!parsed.standard) continue;
    const clashes = taken.flatMap((other) => clashOf(name, parsed.standard!, other));
    problems.push(...clashes);
    if (clashes.length === 0) taken.push({ file: name, loaded: parsed.standard });
  }
  return { standards: taken.map(({ loaded }) => loaded), problems };
}

function clashOf(
  file: string,
  { standard }: LoadedStandard,
  other: { file: string; loaded: LoadedStandard },
): StandardProblem[] {
  const { standard: earlier } = other.loaded;
  if (standard.id === earlier.id) {
    return [{ code: 'id_duplicate', file, path: 'id', found: standard.id, expected: other.file }];
  }
  const bothInForce = standard.status === 'in_force' && earlier.status === 'in_force';
  const samePlace = standard.jurisdiction.zh === earlier.jurisdiction.zh;
  if (!bothInForce || !samePlace || !periodsOverlap(standard.effective, earlier.effective)) return [];
  const found = `${standard.jurisdiction.zh} ${periodText(standard.effective)}`;
  return [
    {
      code: 'documents_overlap',
      file,
      path: 'effective',
      found,
      expected: `${other.file} ${periodText(earlier.effective)}`,
    },
  ];
}
