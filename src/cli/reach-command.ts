import type { Command } from './command.ts';
import { inputsOf } from './input-options.ts';
import { openWalks } from './open-walks.ts';
import { outputOf } from './output-options.ts';
import { refuseErrors } from './refuse-errors.ts';
import { elsewhereIssue, snapIssues, snapPoints } from './snap-points.ts';
import { tellIssues } from './tell-issues.ts';
import { Unusable } from './unusable.ts';
import { minutesOf, walkOptions } from './walk-options.ts';
import { walkTable, type Walk } from './walk-table.ts';
import { writeOutput } from './write-output.ts';
import { walksCsv, walksJson } from './write-walks.ts';

const INPUTS = ['streets', 'from', 'to'] as const;
const WRITERS = { csv: walksCsv, json: walksJson } as const;

/** Minutes of walking from each point to each other within a limit. */
export const reachCommand: Command = {
  name: 'reach',
  options: {
    streets: 'value',
    from: 'value',
    to: 'value',
    minutes: 'value',
    speed: 'value',
    snap: 'value',
    crs: 'values',
    out: 'value',
    strict: 'flag',
  },
  usage: ({ cli }) => cli.reachUsage,
  async run(given, problems, speech) {
    const { host, texts } = speech;
    for (const extra of given.positionals) problems.push(texts.cli.argumentUnexpected(extra));
    for (const name of INPUTS) if (!given.has(name)) problems.push(texts.cli.optionMissing(`--${name}`));
    const inputs = inputsOf(INPUTS, given, problems, speech);
    const [minutes] = minutesOf(given, false, [15], problems, texts);
    const { speedKmH, snapM } = walkOptions(given, problems, texts);
    const { out, format } = outputOf(given, ['csv', 'json'], inputs, problems, speech);
    if (problems.length > 0) throw new Unusable(problems);

    const { streets, points, issues } = openWalks(inputs, speech);
    const { graph } = streets;
    const [from, to] = points.map((one) => snapPoints(graph, one, snapM, speech));
    const onStreets = [
      ...elsewhereIssue(inputs[0]!.file, [...from!, ...to!]),
      ...snapIssues(points[0]!.file, from!, snapM),
      ...(points[1] === points[0] ? [] : snapIssues(points[1]!.file, to!, snapM)),
    ];
    if (given.has('strict')) refuseErrors(issues, speech);
    const count = { pairs: 0 };
    const walks = counted(walkTable(graph, from!, to!, minutes, speedKmH, speech), count);
    // All of them before any is written: an interrupt meanwhile leaves nothing behind.
    const pieces = [...WRITERS[format](walks)];
    if (out === null) for (const piece of pieces) host.print(piece);
    else await writeOutput(out, pieces, speech);
    host.progress(null);
    tellIssues(issues, speech, texts.cli.moreUnusable);
    // Every point that has no walk is named, however many there are.
    tellIssues(onStreets, speech, null);
    host.tell(texts.cli.reachSummary(from!.length, to!.length, count.pairs, minutes, speedKmH));
  },
};

/** Passes groups of walks on and counts the walks. */
function* counted(groups: Iterable<Walk[]>, count: { pairs: number }): Generator<Walk[]> {
  for (const walks of groups) {
    count.pairs += walks.length;
    yield walks;
  }
}
