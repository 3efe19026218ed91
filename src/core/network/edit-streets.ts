import type { LonLat } from '../geo/geometry.ts';
import type { Progress, Steps } from '../progress.ts';
import { compareText } from '../units.ts';
import { Barriers } from './barriers.ts';
import { arcsSteps } from './build-graph.ts';
import { numberComponentsSteps, type Components } from './components.ts';
import { EdgeWriter } from './edge-writer.ts';
import { buildSegmentTreeSteps } from './segment-tree.ts';
import type { LinkEdge, StreetGraph } from './street-graph.ts';
import { StreetSplits } from './street-splits.ts';

/** How far the end of a link may be from the street that it joins, metres. */
export const LINK_JOIN_M = 50;

/** A barrier or a link drawn on the streets; degrees, two positions at least. */
export interface StreetChange {
  readonly id: string;
  readonly kind: 'barrier' | 'link';
  readonly line: readonly LonLat[];
}

/** The streets that are walked, and the links that lead nowhere: how many of their ends join no street. */
export interface EditedStreets {
  readonly graph: StreetGraph;
  readonly unjoined: readonly { readonly id: string; readonly ends: 1 | 2 }[];
}

/**
 * The streets as a plan's barriers and links leave them. A barrier cuts every street that it crosses, and nobody gets
 * onto a street across it. A link is walked along its line and joins, at either end, the nearest street within
 * `LINK_JOIN_M` that no barrier hides; it passes the barriers that it crosses. One that joins no street is left out.
 * The order of the edits does not matter. Without edits it is the very same graph.
 */
export function* editStreetsSteps(base: StreetGraph, edits: Iterable<StreetChange>): Steps<EditedStreets> {
  const inOrder = [...edits].sort((a, b) => compareText(a.id, b.id));
  if (inOrder.length === 0) return { graph: base, unjoined: [] };
  const pause: Progress = { stage: 'reach', done: 0, total: 1 };
  yield pause;
  const barriers = new Barriers(inOrder.flatMap(({ kind, line }) => (kind === 'barrier' ? [line] : [])));
  const splits = new StreetSplits(base, barriers);
  const joined = inOrder
    .filter(({ kind }) => kind === 'link')
    .map(({ id, line }) => ({
      id,
      line,
      start: splits.join(line[0]!, LINK_JOIN_M),
      end: splits.join(line.at(-1)!, LINK_JOIN_M),
    }));
  const unjoined = joined.flatMap(({ id, start, end }) =>
    start && end ? [] : [{ id, ends: start || end ? 1 : 2 } as const],
  );
  const walked = joined.filter(({ start, end }) => start || end);
  if (barriers.lines.length === 0 && walked.length === 0) return { graph: base, unjoined };
  yield pause;
  const writer = new EdgeWriter(base, splits);
  const links: LinkEdge[] = walked.map(({ line, start, end }) => writer.link(line, start, end));
  const { split } = writer;
  const edges = writer.finish();
  yield pause;
  const arcs = yield* arcsSteps(edges, pause);
  const firstLink = edges.edgeM.length - links.length;
  const streets = yield* numberComponentsSteps(edges.nodeLon.length, {
    edgeFrom: edges.edgeFrom.subarray(0, firstLink),
    edgeTo: edges.edgeTo.subarray(0, firstLink),
    edgeM: edges.edgeM.subarray(0, firstLink),
  });
  const components = links.length === 0 ? streets : yield* withLinksSteps(streets, edges, firstLink);
  const tree = yield* buildSegmentTreeSteps(edges);
  const graph = { ...edges, ...arcs, ...components, tree, overlay: { base, barriers, split, links, streets } };
  return { graph, unjoined };
}

/** Components that links join are one: found among the components, of which there are far fewer than nodes. */
function* withLinksSteps(
  { nodeComponent, componentM }: Components,
  { edgeFrom, edgeTo, edgeM }: Pick<StreetGraph, 'edgeFrom' | 'edgeTo' | 'edgeM'>,
  firstLink: number,
): Steps<Components> {
  const count = componentM.length;
  const itself = Uint32Array.from({ length: count }, (_, component) => component);
  const componentsOf = (ends: Uint32Array) => ends.subarray(firstLink).map((node) => nodeComponent[node]!);
  const joined = yield* numberComponentsSteps(count, {
    edgeFrom: Uint32Array.from([...itself, ...componentsOf(edgeFrom)]),
    edgeTo: Uint32Array.from([...itself, ...componentsOf(edgeTo)]),
    edgeM: Float64Array.from([...componentM, ...edgeM.subarray(firstLink)]),
  });
  return {
    nodeComponent: nodeComponent.map((component) => joined.nodeComponent[component]!),
    componentM: joined.componentM,
  };
}
