import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { streetFacts, type StreetGraph } from '../../../src/core/network/street-graph.ts';
import { STEPS, type StreetLines } from '../../../src/core/network/street-lines.ts';
import { graphOf, streetLines } from '../../builders/street-world.ts';
import { randomLines } from '../../builders/random-streets.ts';

const PLACES = { A: [0, 0], B: [100, 0], C: [200, 0], D: [100, 100], E: [300, 0], F: [200, 100] } as const;

function metresOf({ lon, lat, start, vertex }: StreetLines): number {
  let metres = 0;
  for (let line = 0; line + 1 < start.length; line++) {
    for (let k = start[line]! + 1; k < start[line + 1]!; k++) {
      const [a, b] = [vertex[k - 1]!, vertex[k]!];
      metres += greatCircleMetres([lon[a]!, lat[a]!], [lon[b]!, lat[b]!]);
    }
  }
  return metres;
}

function ends(graph: StreetGraph): string[] {
  return [...graph.edgeM.keys()].map((e) => `${graph.edgeFrom[e]}-${graph.edgeTo[e]}`);
}

describe('the walking graph', () => {
  test('keeps junctions and ends as nodes and makes the rest shape', () => {
    const graph = graphOf(streetLines(PLACES, ['A B C', 'B D']));
    expect(graph.nodeLon.length).toBe(4);
    expect(graph.edgeM.length).toBe(3);
    const straight = graphOf(streetLines(PLACES, ['A B', 'B C', 'C E']));
    expect(straight.nodeLon.length).toBe(2);
    expect(straight.edgeM[0]).toBeCloseTo(300, 2);
    expect([...straight.shapeM].map(Math.round)).toEqual([0, 100, 200, 300]);
  });

  test('keeps two lines between the same nodes apart', () => {
    const graph = graphOf(streetLines(PLACES, ['A B', 'B C', 'B D C', 'C E']));
    expect(ends(graph).filter((end, i, all) => all.indexOf(end) !== i || all.lastIndexOf(end) !== i)).toHaveLength(2);
    expect(graph.edgeM.length).toBe(4);
  });

  test('keeps a line that comes back to where it left', () => {
    const graph = graphOf(streetLines(PLACES, ['A B', 'B C F D B']));
    expect(graph.nodeLon.length).toBe(2);
    const loop = [...graph.edgeM.keys()].find((e) => graph.edgeFrom[e] === graph.edgeTo[e])!;
    expect(graph.edgeM[loop]).toBeCloseTo(400, 1);
    expect(graph.arcTo.length).toBe(3);
  });

  test('gives a ring that meets nothing one node', () => {
    const graph = graphOf(streetLines(PLACES, ['B C F D B']));
    expect([graph.nodeLon.length, graph.edgeM.length]).toEqual([1, 1]);
    expect(streetFacts(graph).components).toBe(1);
  });

  test('numbers components from the longest', () => {
    const graph = graphOf(streetLines(PLACES, ['A B', 'C E', 'C F', 'F E']));
    expect([...graph.componentM].map(Math.round)).toEqual([341, 100]);
    expect(streetFacts(graph)).toMatchObject({ components: 2, edges: 2 });
  });

  test('marks edges with steps', () => {
    const graph = graphOf(streetLines(PLACES, ['A B', 'B C', 'B D'], [0, STEPS, 0]));
    expect([...graph.edgeKind].filter((kind) => kind === STEPS)).toHaveLength(1);
  });

  test('loses no metre and numbers dead ends last, whatever the lines', () => {
    fc.assert(
      fc.property(randomLines(), (lines) => {
        const graph = graphOf(lines);
        expect(streetFacts(graph).totalM).toBeCloseTo(metresOf(lines), 6);
        for (let node = 0; node < graph.nodeLon.length; node++) {
          const arcs = graph.firstArc[node + 1]! - graph.firstArc[node]!;
          if (node >= graph.throughNodes) expect(arcs).toBe(1);
        }
        for (let e = 0; e < graph.edgeM.length; e++) {
          const [first, last] = [graph.shapeStart[e]!, graph.shapeStart[e + 1]! - 1];
          expect(graph.shapeLon[first]).toBe(graph.nodeLon[graph.edgeFrom[e]!]);
          expect(graph.shapeLat[last]).toBe(graph.nodeLat[graph.edgeTo[e]!]);
          expect(graph.shapeM[last]).toBe(graph.edgeM[e]);
        }
      }),
    );
  });
});
