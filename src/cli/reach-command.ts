import type { Command } from './command.ts';
import { openWalks } from './open-walks.ts';
import { refuseErrors } from './refuse-errors.ts';
import { elsewhereIssue, snapIssues, snapPoints } from './snap-points.ts';
import { tellIssues } from './tell-issues.ts';
import { parseWalkOptions, WALK_OPTIONS } from './walk-options.ts';
import { walkTable, type Walk } from './walk-table.ts';
import { writeOutput } from './write-output.ts';
import { walksCsv, walksJson } from './write-walks.ts';

const WRITERS = { csv: walksCsv, json: walksJson } as const;

/** Minutes of walking from each point to each other within a limit. */
export const reachCommand: Command = {
  name: 'reach',
  options: { ...WALK_OPTIONS, to: 'value' },
  usage: ({ cli }) => cli.reachUsage,
  async run(given, problems, speech) {
    const { host, texts } = speech;
    const options = parseWalkOptions(
      { inputs: ['streets', 'from', 'to'], minutes: [15], formats: ['csv', 'json'] },
      given,
      problems,
      speech,
    );
    const { inputs, speedKmH, snapM, out, format, strict } = options;
    const [minutes] = options.minutes;
    const { streets, points, issues } = await openWalks(inputs, speech);
    const { graph } = streets;
    const [from, to] = points.map((one) => snapPoints(graph, one, snapM, speech));
    const onStreets = [
      ...elsewhereIssue(inputs[0]!.file, [...from!, ...to!]),
      ...snapIssues(points[0]!.file, from!, snapM),
      ...(points[1] === points[0] ? [] : snapIssues(points[1]!.file, to!, snapM)),
    ];
    if (strict) refuseErrors(issues, speech);
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
