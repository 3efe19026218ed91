import { rounded } from '../../core/network/base-map-areas.ts';
import { FeatureWriter, lineText, propertiesText } from '../../core/network/base-map-writer.ts';
import { mainlandCount } from '../../core/network/components.ts';
import type { StreetGraph } from '../../core/network/street-graph.ts';
import { SQUARE, STEPS } from '../../core/network/street-lines.ts';
import type { Steps } from '../../core/progress.ts';

/** Edges worked through between two reports. */
const PER_STEP = 1000;

/** What hangs together with most streets, with at least a kilometre of them, or with less: nobody is to be snapped there. */
export type ComponentClass = 'main' | 'other' | 'island';

/**
 * The walking network as UTF-8 GeoJSON: lines with `component` (`ComponentClass`), `steps` and `square` (a way over open
 * ground) where they are such. Edges are joined to lines as long as they go on alike: half the text and a quarter of the
 * features of a city. 60 MB for a million junctions.
 * Kept by nobody: whoever asks keeps it as long as the streets are the same.
 */
export function* networkLayerSteps(graph: StreetGraph): Steps<Uint8Array<ArrayBuffer>> {
  const lines = new NetworkLines(graph);
  const edges = graph.edgeM.length;
  for (let edge = 0; edge < edges; edge++) {
    if (edge % PER_STEP === 0) yield { stage: 'writing', done: edge, total: edges };
    lines.drawFrom(edge);
  }
  return yield* lines.finishSteps();
}

type Position = [lon: number, lat: number];

class NetworkLines {
  private readonly graph: StreetGraph;
  private readonly mainlands: number;
  private readonly drawn: Uint8Array;
  private readonly writer = new FeatureWriter();

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
    const before: Position[] = [];
    this.drawn[edge] = 1;
    this.follow(edgeFrom[edge]!, kind, before);
    const line = before.reverse();
    this.add(edge, true, line);
    this.follow(edgeTo[edge]!, kind, line);
    const saying = { component: this.classOf(edge), steps: (kind & STEPS) !== 0, square: (kind & SQUARE) !== 0 };
    this.writer.add(propertiesText(saying), lineText(line));
  }

  finishSteps(): Steps<Uint8Array<ArrayBuffer>> {
    return this.writer.finishSteps();
  }

  /** Goes on from a node over edges of a kind that are not drawn yet, as far as there are any. */
  private follow(start: number, kind: number, line: Position[]): void {
    const { firstArc, arcTo, arcEdge, edgeFrom, edgeKind } = this.graph;
    for (let node = start; ;) {
      let found = -1;
      for (let arc = firstArc[node]!; arc < firstArc[node + 1]! && found < 0; arc++) {
        const edge = arcEdge[arc]!;
        if (!this.drawn[edge] && edgeKind[edge] === kind) found = arc;
      }
      if (found < 0) return;
      const edge = arcEdge[found]!;
      this.drawn[edge] = 1;
      this.add(edge, edgeFrom[edge] === node, line);
      node = arcTo[found]!;
    }
  }

  /** Adds an edge's shape to a line, from its start or from its end; where the line has come to already is left out. */
  private add(edge: number, forth: boolean, line: Position[]): void {
    const { shapeStart, shapeLon, shapeLat } = this.graph;
    const from = shapeStart[edge]!;
    const count = shapeStart[edge + 1]! - from;
    for (let k = line.length > 0 ? 1 : 0; k < count; k++) {
      const s = from + (forth ? k : count - 1 - k);
      line.push([rounded(shapeLon[s]!), rounded(shapeLat[s]!)]);
    }
  }

  private classOf(edge: number): ComponentClass {
    const component = this.graph.nodeComponent[this.graph.edgeFrom[edge]!]!;
    if (component >= this.mainlands) return 'island';
    return component === 0 ? 'main' : 'other';
  }
}
