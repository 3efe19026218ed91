import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { loadStandards } from '../core/standards/load-standards.ts';
import { parseStandard } from '../core/standards/parse-standard.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { StandardProblem } from '../core/standards/standard-problem.ts';
import type { CliTexts } from '../text/cli-texts.ts';
import type { Host, Speech } from './host.ts';
import { readText } from './read-file.ts';
import { Unusable } from './unusable.ts';

/** The standards that ship. One that does not load is a fault of the program. */
export function shippedStandards(host: Host): LoadedStandard[] {
  const { standards, problems } = loadStandards(host.standardFiles);
  if (problems.length > 0) throw new Error(`standards that ship do not load: ${JSON.stringify(problems)}`);
  return standards;
}

/** A standard by the id of one that ships, or else by its file. Throws `Unusable` for neither, or for a file with problems. */
export function chooseStandard(
  given: string,
  speech: Speech,
  notFound: (found: string, ids: string) => string,
): LoadedStandard {
  const { host, texts } = speech;
  const shipped = shippedStandards(host);
  const named = shipped.find(({ standard }) => standard.id === given);
  if (named) return named;
  const file = path.resolve(host.cwd, given);
  if (!existsSync(file) || statSync(file).isDirectory()) {
    throw new Unusable([notFound(given, shipped.map(({ standard }) => standard.id).join(', '))]);
  }
  const text = readText(given, speech);
  const { standard, problems } = parseStandard(given, text);
  if (!standard) throw new Unusable(problems.map((problem) => problemLine(problem, texts)));
  return standard;
}

/** A problem of a standards file as one line: file, place in the JSON, what is wrong. */
export function problemLine({ code, file, path: at, found, expected }: StandardProblem, texts: CliTexts): string {
  const sentence = texts.standards.problem[code](found ?? texts.standards.nothing, expected ?? '');
  return texts.cli.standardProblem(file, at, sentence);
}
