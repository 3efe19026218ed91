import fc from 'fast-check';
import type { Feature, LineString } from 'geojson';
import { expect, test } from 'vitest';
import { networkLayerSteps } from '../../../src/analysis/layers/network-layer.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { SQUARE, STEPS } from '../../../src/core/network/street-lines.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { gridX, gridY } from '../../../src/core/tiles/tile-grid.ts';
import { geoJsonOf, gridPartsOf } from '../../builders/map-features.ts';
import { randomLines } from '../../builders/random-streets.ts';
import { graphOf, streetLines } from '../../builders/street-world.ts';

interface Drawn {
  readonly component: string;
  readonly steps?: boolean;
  readonly square?: boolean;
}

function drawingOf(graph: StreetGraph): Feature<LineString, Drawn>[] {
  return geoJsonOf(runSteps(networkLayerSteps(graph))) as Feature<LineString, Drawn>[];
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
      const pieces = (positions: readonly GridPoint[]): string[] =>
        positions.slice(1).map((to, i) => [positions[i]!, to].map(String).toSorted().join(' '));
      const known = counted(
        [...graph.edgeM.keys()].flatMap((e) =>
          pieces(
            Array.from({ length: graph.shapeStart[e + 1]! - graph.shapeStart[e]! }, (_, k): GridPoint => {
              const s = graph.shapeStart[e]! + k;
              return [gridX(graph.shapeLon[s]!), gridY(graph.shapeLat[s]!)];
            }),
          ),
        ),
      );
      const features = runSteps(networkLayerSteps(graph));
      const found = counted(
        [...features.saying.keys()].flatMap((thing) => gridPartsOf(features, thing).flatMap(pieces)),
      );
      expect(found).toEqual(known);
    }),
  );
});

type GridPoint = readonly [x: number, y: number];

/** How often each piece of a line occurs; pieces without a length are none. */
function counted(pieces: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    const [from, to] = piece.split(' ');
    if (from !== to) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}
