import { buildGraphSteps } from '../../src/core/network/build-graph.ts';
import type { StreetGraph } from '../../src/core/network/street-graph.ts';
import type { StreetLines } from '../../src/core/network/street-lines.ts';
import { runSteps } from '../../src/core/progress.ts';
import { metresAway } from './plan-builder.ts';

/** Places by name, in metres east and north of `HERE`. */
type Places = Readonly<Record<string, readonly [east: number, north: number]>>;

/** Lines such as `'A B C'` over named places, as street lines. */
export function streetLines(places: Places, lines: readonly string[], kinds: readonly number[] = []): StreetLines {
  const names = Object.keys(places);
  return linesOver(
    names.map((name) => places[name]!),
    lines.map((line) => line.split(' ').map((name) => names.indexOf(name))),
    kinds,
  );
}

/** The same by number. */
export function linesOver(
  places: readonly (readonly [east: number, north: number])[],
  lines: readonly (readonly number[])[],
  kinds: readonly number[] = [],
): StreetLines {
  const at = places.map(([east, north]) => metresAway(east, north));
  const start = new Uint32Array(lines.length + 1);
  for (const [i, line] of lines.entries()) start[i + 1] = start[i]! + line.length;
  return {
    lon: Float64Array.from(at, ([lon]) => lon),
    lat: Float64Array.from(at, ([, lat]) => lat),
    start,
    vertex: Uint32Array.from(lines.flat()),
    kind: Uint8Array.from(lines, (_, i) => kinds[i] ?? 0),
  };
}

export function graphOf(lines: StreetLines): StreetGraph {
  return runSteps(buildGraphSteps(lines));
}
