import fc from 'fast-check';
import type { FeatureCollection, LineString } from 'geojson';
import { expect, test } from 'vitest';
import { networkLayerSteps } from '../../../src/analysis/layers/network-layer.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { SQUARE, STEPS } from '../../../src/core/network/street-lines.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { randomLines } from '../../builders/random-streets.ts';
import { graphOf, streetLines } from '../../builders/street-world.ts';

interface Drawn {
  readonly component: string;
  readonly steps?: boolean;
  readonly square?: boolean;
}

function drawingOf(graph: StreetGraph): FeatureCollection<LineString, Drawn>['features'] {
  const text = new TextDecoder().decode(runSteps(networkLayerSteps(graph)));
  return (JSON.parse(text) as FeatureCollection<LineString, Drawn>).features;
}

function metresOf({ geometry: { coordinates } }: ReturnType<typeof drawingOf>[number]): number {
  return coordinates.slice(1).reduce((sum, to, i) => sum + greatCircleMetres(coordinates[i] as never, to as never), 0);
}

test('says what hangs together with how much', () => {
  const places = { A: [0, 0], B: [3000, 0], C: [0, 500], D: [1200, 500], E: [0, 900], F: [400, 900] } as const;
  const drawn = drawingOf(graphOf(streetLines(places, ['A B', 'C D', 'E F'])));
  expect(drawn.map(({ properties }) => properties.component).toSorted()).toEqual(['island', 'main', 'other']);
  for (const line of drawn) {
    const expected = { main: 3000, other: 1200, island: 400 }[line.properties.component]!;
    expect(metresOf(line)).toBeCloseTo(expected, -1);
  }
});

test('a network that is all under a kilometre is an island, for nobody is snapped there as to a street', () => {
  const drawn = drawingOf(graphOf(streetLines({ A: [0, 0], B: [300, 0] }, ['A B'])));
  expect(drawn.map(({ properties }) => properties)).toEqual([{ component: 'island' }]);
});

test('joins edges to lines, but for what is steps or over a square', () => {
  const places = { A: [0, 0], B: [900, 0], C: [1800, 0], D: [900, 500], E: [1800, 300] } as const;
  const drawn = drawingOf(graphOf(streetLines(places, ['A B', 'B C', 'B D', 'C E'], [0, 0, STEPS, SQUARE])));
  expect(drawn.map(({ properties }) => properties)).toHaveLength(3);
  expect(drawn.find(({ properties }) => properties.steps)!.properties).toEqual({ component: 'main', steps: true });
  expect(drawn.find(({ properties }) => properties.square)!.properties).toEqual({ component: 'main', square: true });
  expect(drawn.find(({ geometry }) => geometry.coordinates.length === 3)).toBeDefined();
});

test('holds every metre of streets once, along the edges of the graph', () => {
  fc.assert(
    fc.property(randomLines(), (lines) => {
      const graph = graphOf(lines);
      const drawn = drawingOf(graph);
      const total = graph.edgeM.reduce((sum, metres) => sum + metres, 0);
      expect(drawn.reduce((sum, line) => sum + metresOf(line), 0)).toBeCloseTo(total, -1);
      const pieces = (positions: readonly LonLat[]): string[] =>
        positions.slice(1).map((to, i) => [positions[i]!, to].map(String).toSorted().join(' '));
      const known = new Map<string, number>();
      for (let e = 0; e < graph.edgeM.length; e++) {
        const shape: LonLat[] = [];
        for (let s = graph.shapeStart[e]!; s < graph.shapeStart[e + 1]!; s++) {
          shape.push([rounded(graph.shapeLon[s]!), rounded(graph.shapeLat[s]!)]);
        }
        for (const piece of pieces(shape)) known.set(piece, (known.get(piece) ?? 0) + 1);
      }
      const found = new Map<string, number>();
      for (const { geometry } of drawn) {
        for (const piece of pieces(geometry.coordinates as unknown as LonLat[])) {
          found.set(piece, (found.get(piece) ?? 0) + 1);
        }
      }
      expect(found).toEqual(known);
    }),
  );
});

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
