import type { Progress, Steps } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import type { StreetGraph } from './street-graph.ts';

/** Least total metres of a connected component that a walk should start on; shorter ones are islands (CONTRACT §2). */
const LEAST_COMPONENT_M = 1000;

const EDGES_PER_STEP = 100_000;

export type Components = Pick<StreetGraph, 'nodeComponent' | 'componentM'>;

/** Connected components with their total metres, numbered from the longest. */
export function* numberComponentsSteps(
  nodeCount: number,
  { edgeFrom, edgeTo, edgeM }: Pick<StreetGraph, 'edgeFrom' | 'edgeTo' | 'edgeM'>,
): Steps<Components> {
  const pause: Progress = { stage: 'reading', done: 1, total: 1 };
  const parent = new Uint32Array(nodeCount);
  for (let n = 0; n < nodeCount; n++) parent[n] = n;
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (let e = 0; e < edgeFrom.length; e++) {
    if (e % EDGES_PER_STEP === 0) yield pause;
    const a = rootOf(edgeFrom[e]!);
    const b = rootOf(edgeTo[e]!);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  yield pause;
  const metres = new Float64Array(nodeCount);
  for (let e = 0; e < edgeFrom.length; e++) metres[rootOf(edgeFrom[e]!)]! += edgeM[e]!;
  const roots: number[] = [];
  for (let n = 0; n < nodeCount; n++) if (parent[n] === n) roots.push(n);
  roots.sort((a, b) => metres[b]! - metres[a]! || a - b);
  yield pause;
  const place = new Uint32Array(nodeCount);
  for (const [i, root] of roots.entries()) place[root] = i;
  const nodeComponent = new Uint32Array(nodeCount);
  for (let n = 0; n < nodeCount; n++) nodeComponent[n] = place[rootOf(n)]!;
  return { nodeComponent, componentM: Float64Array.from(roots, (root) => metres[root]!) };
}

/** How many components are long enough to walk on: those numbered below. The others are islands. */
export function mainlandCount({ componentM }: Pick<StreetGraph, 'componentM'>): number {
  const short = componentM.findIndex((metres) => metres < LEAST_COMPONENT_M - TOLERANCE);
  return short < 0 ? componentM.length : short;
}
