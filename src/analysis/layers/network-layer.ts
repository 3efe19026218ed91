import { mainlandCount } from '../../core/network/components.ts';
import type { StreetGraph } from '../../core/network/street-graph.ts';
import { SQUARE, STEPS } from '../../core/network/street-lines.ts';
import type { Steps } from '../../core/progress.ts';
import { FeatureCollector } from '../../core/tiles/feature-collector.ts';
import type { MapFeatures } from '../../core/tiles/map-features.ts';

/** Edges worked through between two reports. */
const PER_STEP = 1000;

/** What hangs together with most streets, with at least a kilometre of them, or with less: nobody is to be snapped there. */
export type ComponentClass = 'main' | 'other' | 'island';

/**
 * The walking network for a map: lines with `component` (`ComponentClass`), `steps` and `square` (a way over open ground)
 * where they are such. Edges are joined to lines as long as they go on alike: a quarter of the things to draw.
 */
export function* networkLayerSteps(graph: StreetGraph): Steps<MapFeatures> {
  const lines = new NetworkLines(graph);
  const edges = graph.edgeM.length;
  for (let edge = 0; edge < edges; edge++) {
    if (edge % PER_STEP === 0) yield { stage: 'writing', done: edge, total: edges };
    lines.drawFrom(edge);
  }
  return yield* lines.finishSteps();
}

class NetworkLines {
  private readonly graph: StreetGraph;
  private readonly mainlands: number;
  private readonly drawn: Uint8Array;
  private readonly collector = new FeatureCollector('line');

  constructor(graph: StreetGraph) {
    this.graph = graph;
    this.mainlands = mainlandCount(graph);
    this.drawn = new Uint8Array(graph.edgeM.length);
  }

  /** Draws the line that an edge is on, unless it has been drawn. */
  drawFrom(edge: number): void {
    if (this.drawn[edge]) return;
    const { edgeFrom, edgeTo, edgeKind } = this.graph;
    const kind = edgeKind[edge]!;
    this.drawn[edge] = 1;
    // Back to where the line begins, then along all of it.
    const before = this.follow(edgeFrom[edge]!, kind);
    const after = this.follow(edgeTo[edge]!, kind);
    for (const [back, forth] of before.reverse()) this.add(back, !forth);
    this.add(edge, true);
    for (const [next, forth] of after) this.add(next, forth);
    this.collector.closePart();
    const said = { component: this.classOf(edge), steps: (kind & STEPS) !== 0, square: (kind & SQUARE) !== 0 };
    this.collector.closeFeature(said, 0);
  }

  finishSteps(): Steps<MapFeatures> {
    return this.collector.finishSteps();
  }

  /** The edges of a kind, not drawn yet, over which one can go on from a node, and whether each is walked from its start. */
  private follow(start: number, kind: number): [edge: number, forth: boolean][] {
    const { firstArc, arcTo, arcEdge, edgeFrom, edgeKind } = this.graph;
    const way: [number, boolean][] = [];
    for (let node = start; ;) {
      let found = -1;
      for (let arc = firstArc[node]!; arc < firstArc[node + 1]! && found < 0; arc++) {
        const edge = arcEdge[arc]!;
        if (!this.drawn[edge] && edgeKind[edge] === kind) found = arc;
      }
      if (found < 0) return way;
      const edge = arcEdge[found]!;
      this.drawn[edge] = 1;
      way.push([edge, edgeFrom[edge] === node]);
      node = arcTo[found]!;
    }
  }

  /** Adds an edge's shape to the open line, from its start or from its end. */
  private add(edge: number, forth: boolean): void {
    const { shapeStart, shapeLon, shapeLat } = this.graph;
    const from = shapeStart[edge]!;
    const count = shapeStart[edge + 1]! - from;
    for (let k = 0; k < count; k++) {
      const s = from + (forth ? k : count - 1 - k);
      this.collector.position(shapeLon[s]!, shapeLat[s]!);
    }
  }

  private classOf(edge: number): ComponentClass {
    const component = this.graph.nodeComponent[this.graph.edgeFrom[edge]!]!;
    if (component >= this.mainlands) return 'island';
    return component === 0 ? 'main' : 'other';
  }
}
