import type { Position } from 'geojson';
import { walkingMetres } from '../core/access/reach.ts';
import { isochrone } from '../core/network/isochrone.ts';
import { WalkingSearch } from '../core/network/walking-search.ts';
import type { Command } from './command.ts';
import { tellProgress } from './host.ts';
import { openWalks } from './open-walks.ts';
import { refuseErrors } from './refuse-errors.ts';
import { elsewhereIssue, snapIssues, snapPoints } from './snap-points.ts';
import { tellIssues } from './tell-issues.ts';
import { parseWalkOptions, WALK_OPTIONS } from './walk-options.ts';
import { writeOutput } from './write-output.ts';

/** From where a point can be walked to within some minutes: one polygon a point and limit. */
export const isochroneCommand: Command = {
  name: 'isochrone',
  options: WALK_OPTIONS,
  usage: ({ cli }) => cli.isochroneUsage,
  async run(given, problems, speech) {
    const { host, texts } = speech;
    const { inputs, minutes, speedKmH, snapM, out, strict } = parseWalkOptions(
      { inputs: ['streets', 'from'], minutes: [5, 10, 15], formats: ['geojson'] },
      given,
      problems,
      speech,
    );
    const { streets, points, issues } = await openWalks(inputs, speech);
    const { graph, water } = streets;
    const from = snapPoints(graph, points[0]!, snapM, speech);
    const onStreets = [...elsewhereIssue(inputs[0]!.file, from), ...snapIssues(points[0]!.file, from, snapM)];
    if (strict) refuseErrors(issues, speech);
    const limitsM = minutes.map((one) => walkingMetres(one, speedKmH));
    const search = new WalkingSearch(graph);
    const features: string[] = [];
    for (const [i, { id, snap }] of from.entries()) {
      tellProgress(speech, { stage: 'reach', done: i, total: from.length });
      if (snap.status === 'too_far') continue;
      for (const [k, geometry] of isochrone(graph, water, snap, limitsM, search).entries()) {
        const properties = { id, minutes: minutes[k]!, metres: limitsM[k]!, speed_km_h: speedKmH };
        const coordinates = geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(toCentimetre)));
        features.push(JSON.stringify({ type: 'Feature', properties, geometry: { type: geometry.type, coordinates } }));
      }
    }
    const pieces = ['{"type":"FeatureCollection","features":[\n'];
    for (const [i, feature] of features.entries()) pieces.push(i === 0 ? feature : `,\n${feature}`);
    pieces.push('\n]}\n');
    if (out === null) for (const piece of pieces) host.print(piece);
    else await writeOutput(out, pieces, speech);
    host.progress(null);
    tellIssues(issues, speech, texts.cli.moreUnusable);
    tellIssues(onStreets, speech, null);
    host.tell(texts.cli.isochroneSummary(from.length, features.length, minutes.join(', '), speedKmH));
  },
};

/** Degrees to seven decimals, about a centimetre: finer than any street was ever surveyed, and half the file. */
function toCentimetre(position: Position): Position {
  return position.map((degrees) => Math.round(degrees * 1e7) / 1e7);
}
