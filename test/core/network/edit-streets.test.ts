import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editStreetsSteps, type StreetChange } from '../../../src/core/network/edit-streets.ts';
import { NearestStreet } from '../../../src/core/network/nearest-street.ts';
import { route } from '../../../src/core/network/route.ts';
import { snap } from '../../../src/core/network/snap.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { WalkingSearch } from '../../../src/core/network/walking-search.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { HERE, metresAway } from '../../builders/plan-builder.ts';
import { randomStreetEdits, streetChange } from '../../builders/random-street-edits.ts';
import { randomNetwork, withoutTwins, type RandomNetwork } from '../../builders/random-streets.ts';
import { graphOf, linesOver, streetLines } from '../../builders/street-world.ts';

type Position = readonly [east: number, north: number];

function edited(base: StreetGraph, ...edits: StreetChange[]): StreetGraph {
  return runSteps(editStreetsSteps(base, edits)).graph;
}

/** Lines with a line to a point of its own at each place, so that every place is a node that can be found again. */
function pinned({ places, lines }: RandomNetwork): RandomNetwork {
  const pins = places.map((_, i) => [1000 + 7 * i, -1000 - 11 * i] as const);
  return { places: [...places, ...pins], lines: [...lines, ...places.map((_, i) => [i, places.length + i])] };
}

function graphOver({ places, lines }: RandomNetwork): StreetGraph {
  return graphOf(linesOver(places, lines));
}

/** Where the lines to points of their own end: the last half of the places. */
function pinsOf({ places }: RandomNetwork): readonly Position[] {
  return places.slice(places.length / 2);
}

/** Metres between the nodes at some places. */
function metresBetween(graph: StreetGraph, places: readonly Position[]): number[][] {
  const search = new WalkingSearch(graph);
  const nodes = places.map((place) => {
    const [lon, lat] = metresAway(...place);
    return graph.nodeLon.findIndex((here, n) => here === lon && graph.nodeLat[n] === lat);
  });
  return nodes.map((node) => {
    const edge = graph.arcEdge[graph.firstArc[node]!]!;
    search.run({ edge, alongM: graph.edgeFrom[edge] === node ? 0 : graph.edgeM[edge]!, awayM: 0 }, Infinity);
    return nodes.map((other) => search.nodeM[other]!);
  });
}

function drawn({ line }: StreetChange): Position[] {
  const [lon1, lat1] = metresAway(1, 1);
  return line.map(([lon, lat]) => [(lon - HERE[0]) / (lon1 - HERE[0]), (lat - HERE[1]) / (lat1 - HERE[1])]);
}

/** Where AB crosses CD, as a share of AB: both lines solved for at once. */
function crossing([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position, [dx, dy]: Position): number | null {
  const det = (bx - ax) * (cy - dy) - (by - ay) * (cx - dx);
  const share = ((cx - ax) * (cy - dy) - (cy - ay) * (cx - dx)) / det;
  const other = ((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / det;
  return share > 0 && share < 1 && other > 0 && other < 1 ? share : null;
}

/** The lines cut by hand: each straight piece on its own, a centimetre short of every crossing. */
function cutByHand({ places, lines }: RandomNetwork, barriers: readonly StreetChange[]): RandomNetwork | null {
  const more: Position[] = [...places];
  const pieces: number[][] = [];
  const walls = barriers.flatMap((barrier) =>
    drawn(barrier)
      .map((at, i, all) => [all[i - 1]!, at] as const)
      .slice(1),
  );
  for (const line of lines) {
    for (const [i, to] of line.entries()) {
      if (i === 0) continue;
      const [a, b] = [places[line[i - 1]!]!, places[to]!];
      const lengthM = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (lengthM === 0) {
        pieces.push([line[i - 1]!, to]);
        continue;
      }
      const cuts = walls.flatMap(([c, d]) => crossing(a, b, c, d) ?? []).sort((x, y) => x - y);
      const gap = 0.01 / lengthM;
      // A barrier through a corner, or two beside each other: the next piece would be cut too.
      if (cuts.some((share, k) => share < 3 * gap || share > 1 - 3 * gap || share - (cuts[k - 1] ?? -1) < 3 * gap)) {
        return null;
      }
      let from = line[i - 1]!;
      for (const share of cuts) {
        const at = (s: number): Position => [a[0] + s * (b[0] - a[0]), a[1] + s * (b[1] - a[1])];
        more.push(at(share - gap), at(share + gap));
        pieces.push([from, more.length - 2]);
        from = more.length - 1;
      }
      pieces.push([from, to]);
    }
  }
  return { places: more, lines: pieces };
}

/** The lines joined by hand: the straight piece nearest to each end of a link gets a corner there. */
function joinedByHand({ places, lines }: RandomNetwork, links: readonly StreetChange[]): RandomNetwork {
  const more: Position[] = [...places];
  let pieces = lines.flatMap((line) => line.slice(1).map((to, i) => [line[i]!, to]));
  const ways: number[][] = [];
  const join = ([x, y]: Position): number[] => {
    let best = { sq: 50 ** 2, piece: -1, at: [0, 0] as Position };
    for (const [p, [from, to]] of pieces.entries()) {
      const [a, b] = [more[from!]!, more[to!]!];
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const foot = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy) || 0;
      const share = Math.min(1, Math.max(0, foot));
      const at: Position = [a[0] + share * dx, a[1] + share * dy];
      const sq = (at[0] - x) ** 2 + (at[1] - y) ** 2;
      if (sq < best.sq - 1e-7) best = { sq, piece: p, at };
    }
    if (best.piece < 0) return [];
    const [from, to] = pieces[best.piece]!;
    more.push(best.at);
    const corner = more.length - 1;
    pieces = [...pieces.filter((_, p) => p !== best.piece), [from!, corner], [corner, to!]];
    return [corner];
  };
  for (const link of links) {
    const line = drawn(link);
    const [start, end] = [join(line[0]!), join(line.at(-1)!)];
    const own = line.map((at) => more.push(at) - 1);
    if (start.length + end.length > 0) ways.push([...start, ...own, ...end]);
  }
  return { places: more, lines: [...pieces, ...ways] };
}

function expectSame(found: readonly (readonly number[])[], expected: readonly (readonly number[])[], offM: number) {
  for (const [i, row] of expected.entries()) {
    for (const [j, metres] of row.entries()) {
      if (metres === Infinity) expect(found[i]![j]).toBe(Infinity);
      else expect(Math.abs(found[i]![j]! - metres)).toBeLessThan(offM);
    }
  }
}

describe('streets with barriers and links', () => {
  test('are the very same streets without any', () => {
    const base = graphOf(streetLines({ A: [0, 0], B: [500, 0] }, ['A B']));
    expect(edited(base)).toBe(base);
  });

  test('barriers cut as lines cut by hand are', () => {
    fc.assert(
      fc.property(randomNetwork(), randomStreetEdits(['barrier']), (network, barriers) => {
        const whole = pinned(network);
        const byHand = cutByHand(whole, barriers);
        fc.pre(byHand !== null);
        const found = metresBetween(edited(graphOver(whole), ...barriers), pinsOf(whole));
        expectSame(found, metresBetween(graphOver(byHand), pinsOf(whole)), 0.02);
      }),
      { numRuns: 500 },
    );
  });

  test('links join as lines joined by hand do', () => {
    fc.assert(
      fc.property(randomNetwork(), randomStreetEdits(['link'], { maxLength: 2 }), (network, links) => {
        const whole = pinned(withoutTwins(network));
        const found = metresBetween(edited(graphOver(whole), ...links), pinsOf(whole));
        expectSame(found, metresBetween(graphOver(joinedByHand(whole, links)), pinsOf(whole)), 0.05);
      }),
      { numRuns: 500 },
    );
  });

  test('a barrier shortens no walk between two places on the streets, and a link lengthens none', () => {
    fc.assert(
      fc.property(
        randomNetwork(),
        randomStreetEdits(),
        randomStreetEdits(['link'], { maxLength: 1 }),
        (network, edits, [link]) => {
          const whole = pinned(withoutTwins(network));
          const base = graphOver(whole);
          const barriers = edits.filter(({ kind }) => kind === 'barrier');
          const plain = metresBetween(base, pinsOf(whole));
          const cut = metresBetween(edited(base, ...barriers), pinsOf(whole));
          const linked = metresBetween(edited(base, ...barriers, { ...link!, id: 'another' }), pinsOf(whole));
          for (const [i, row] of plain.entries()) {
            for (const [j, metres] of row.entries()) {
              expect(cut[i]![j]! >= metres - 1e-6).toBe(true);
              expect(linked[i]![j]! <= cut[i]![j]! + 1e-6).toBe(true);
            }
          }
        },
      ),
    );
  });

  test('are the same in whatever order they were drawn', () => {
    fc.assert(
      fc.property(randomNetwork(), randomStreetEdits(), (network, edits) => {
        const base = graphOver(network);
        expect(edited(base, ...edits.toReversed())).toEqual(edited(base, ...edits));
      }),
    );
  });

  test('keep what a graph promises: numbers of edges, dead ends, components', () => {
    fc.assert(
      fc.property(randomNetwork(), randomStreetEdits(), (network, edits) => {
        const base = graphOver(network);
        const graph = edited(base, ...edits);
        fc.pre(graph !== base);
        const { overlay, firstArc, arcTo, arcEdge, throughNodes, edgeFrom, edgeTo, nodeComponent, componentM } = graph;
        for (let e = 0; e < base.edgeM.length; e++) {
          if (overlay!.split.has(e)) continue;
          expect(graph.edgeM[e]).toBe(base.edgeM[e]);
          expect(graph.nodeLon[edgeFrom[e]!]).toBe(base.nodeLon[base.edgeFrom[e]!]);
          expect(graph.nodeLat[edgeTo[e]!]).toBe(base.nodeLat[base.edgeTo[e]!]);
        }
        for (let node = 0; node < graph.nodeLon.length; node++) {
          const arcs = Array.from({ length: firstArc[node + 1]! - firstArc[node]! }, (_, k) => firstArc[node]! + k);
          const ways = arcs.filter((arc) => arcTo[arc] !== node);
          if (node >= throughNodes) expect(ways.length).toBeLessThanOrEqual(1);
          for (const arc of arcs) expect([edgeFrom[arcEdge[arc]!], edgeTo[arcEdge[arc]!]]).toContain(node);
        }
        const lengths = new Float64Array(componentM.length);
        for (let e = 0; e < graph.edgeM.length; e++) {
          expect(nodeComponent[edgeFrom[e]!]).toBe(nodeComponent[edgeTo[e]!]);
          lengths[nodeComponent[edgeFrom[e]!]!]! += graph.edgeM[e]!;
        }
        for (const [c, metres] of componentM.entries()) expect(metres).toBeCloseTo(lengths[c]!, 6);
        expect([...componentM]).toEqual([...componentM].sort((a, b) => b - a));
      }),
    );
  });

  test('a cut takes a ring apart, and a barrier through a junction leaves it to the streets on one side', () => {
    const ring = graphOf(streetLines({ A: [0, 0], B: [100, 0], C: [100, 100], D: [0, 100] }, ['A B C D A']));
    const cut = edited(
      ring,
      streetChange('wall', 'barrier', [
        [50, -50],
        [50, 50],
      ]),
    );
    const [from, to] = [snap(cut, metresAway(40, -5), 20), snap(cut, metresAway(60, -5), 20)];
    expect(cut.componentM).toHaveLength(1);
    expect(from.edge).not.toBe(to.edge);
    expect(route(cut, from, to)!.metres).toBeGreaterThan(380);
    const cross = graphOf(
      streetLines({ A: [-100, 0], B: [0, 0], C: [100, 0], D: [0, 100], E: [0, -100] }, ['A B C', 'D B E']),
    );
    const exactly = streetChange(
      'wall',
      'barrier',
      [
        [-50, -50],
        [50, 50],
      ],
      [0, 0],
    );
    expect(edited(cross, exactly).componentM).toHaveLength(3);
  });

  test('a link over a barrier passes it', () => {
    const road = graphOf(streetLines({ A: [0, 0], B: [500, 0] }, ['A B']));
    const canal = streetChange('canal', 'barrier', [
      [250, -300],
      [250, 300],
    ]);
    const bridge = streetChange('bridge', 'link', [
      [240, 3],
      [260, 3],
    ]);
    expect(edited(road, canal).componentM).toHaveLength(2);
    const bridged = edited(road, canal, bridge);
    expect(bridged.componentM).toHaveLength(1);
    const metres = metresBetween(bridged, [
      [0, 0],
      [500, 0],
    ])[0]![1]!;
    expect(metres).toBeGreaterThan(500);
    expect(metres).toBeLessThan(508);
  });

  test('says which ends of links join no street, and leaves out a link that joins none', () => {
    const road = graphOf(streetLines({ A: [0, 0], B: [500, 0] }, ['A B']));
    const spur = streetChange('spur', 'link', [
      [100, 10],
      [100, 400],
    ]);
    const adrift = streetChange('adrift', 'link', [
      [100, 200],
      [100, 400],
    ]);
    const { graph, unjoined } = runSteps(editStreetsSteps(road, [spur, adrift]));
    expect(unjoined).toEqual([
      { id: 'adrift', ends: 2 },
      { id: 'spur', ends: 1 },
    ]);
    expect(graph.overlay!.links).toHaveLength(1);
    expect(edited(road, adrift)).toBe(road);
    expect(snap(graph, metresAway(110, 390), 50)).toMatchObject({ edge: graph.overlay!.links[0]!.edge });
  });

  test('a link does not join a street behind a barrier', () => {
    const road = graphOf(streetLines({ A: [0, 0], B: [500, 0] }, ['A B']));
    const wall = streetChange('wall', 'barrier', [
      [-100, 10],
      [600, 10],
    ]);
    const path = streetChange('path', 'link', [
      [100, 20],
      [100, 200],
    ]);
    expect(runSteps(editStreetsSteps(road, [wall, path])).unjoined).toEqual([{ id: 'path', ends: 2 }]);
  });
});

describe('ways onto the streets', () => {
  /** Whether the straight walk crosses a barrier, but for its last half millimetre and the ends that it goes round. */
  function crosses(barriers: readonly StreetChange[], from: Position, to: Position): boolean {
    const metres = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (metres < 0.01) return false;
    const short = 1 - 0.0005 / metres;
    const near: Position = [from[0] + (to[0] - from[0]) * short, from[1] + (to[1] - from[1]) * short];
    return barriers.some((barrier) => {
      const line = drawn(barrier);
      return line.slice(1).some((at, i) => {
        const along = crossing(line[i]!, at, from, near);
        const lengthM = Math.hypot(at[0] - line[i]![0], at[1] - line[i]![1]);
        return along !== null && along * lengthM > 0.01 && (1 - along) * lengthM > 0.01;
      });
    });
  }

  function inMetres([lon, lat]: readonly [number, number]): Position {
    return drawn({ id: '', kind: 'link', line: [[lon, lat]] })[0]!;
  }

  test('cross no barrier and are the nearest that do not', () => {
    const metres = fc.integer({ min: -100, max: 600 });
    fc.assert(
      fc.property(
        randomNetwork(),
        randomStreetEdits(['barrier']),
        fc.tuple(metres, metres),
        (network, barriers, at) => {
          const graph = edited(graphOver(network), ...barriers);
          const found = snap(graph, metresAway(...at), 150);
          const here = at as Position;
          if (found.at) expect(crosses(barriers, here, inMetres(found.at))).toBe(false);
          const mainlands = graph.componentM.filter((length) => length >= 1000).length;
          for (let s = 0; s + 1 < graph.shapeLon.length; s++) {
            const edge = graph.shapeEdge[s]!;
            if (edge !== graph.shapeEdge[s + 1]) continue;
            const isMainland = graph.nodeComponent[graph.edgeFrom[edge]!]! < mainlands;
            if (found.status === 'snapped' && !isMainland) continue;
            const a = inMetres([graph.shapeLon[s]!, graph.shapeLat[s]!]);
            const b = inMetres([graph.shapeLon[s + 1]!, graph.shapeLat[s + 1]!]);
            for (let k = 0; k <= 20; k++) {
              const there: Position = [a[0] + (k / 20) * (b[0] - a[0]), a[1] + (k / 20) * (b[1] - a[1])];
              const awayM = Math.hypot(there[0] - here[0], there[1] - here[1]);
              if (awayM > 149 || crosses(barriers, here, there)) continue;
              if (found.status === 'snapped_to_island') expect(isMainland).toBe(false);
              expect(found.at).not.toBeNull();
              expect(found.awayM).toBeLessThan(awayM + 0.05);
            }
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  test('go round the end of a wall, and through none', () => {
    const road = graphOf(streetLines({ A: [-1000, 0], B: [1000, 0] }, ['A B']));
    const graph = edited(
      road,
      streetChange(
        'wall',
        'barrier',
        [
          [-30, 10],
          [40, 10],
        ],
        [0, 0],
      ),
    );
    const { awayM, at } = snap(graph, metresAway(0, 20), 300);
    expect(inMetres(at!)[0]).toBeCloseTo(-60, 1);
    expect(awayM).toBeCloseTo(Math.hypot(60, 20), 1);
    const locked = edited(
      road,
      streetChange('wall', 'barrier', [
        [-400, 10],
        [400, 10],
      ]),
    );
    expect(snap(locked, metresAway(0, 20), 300)).toMatchObject({ status: 'too_far', at: null });
    expect(snap(locked, metresAway(0, 20), 300).awayM).toBeCloseTo(20, 1);
  });

  test('stay as they are beside a link, which is another', () => {
    const road = graphOf(streetLines({ A: [-1000, 0], B: [1000, 0] }, ['A B']));
    const graph = edited(
      road,
      streetChange('path', 'link', [
        [0, 10],
        [0, 100],
        [300, 100],
        [300, 10],
      ]),
    );
    const found = snap(graph, metresAway(100, 90), 300, new NearestStreet(graph));
    expect(found).toMatchObject({ status: 'snapped', others: [{ edge: graph.overlay!.links[0]!.edge }] });
    expect(found.awayM).toBeCloseTo(90, 1);
    expect(found.others![0]!.awayM).toBeCloseTo(10, 0);
  });

  test('lead onto an island that a link has joined', () => {
    const graph = graphOf(streetLines({ A: [-1000, 0], B: [1000, 0], C: [0, 100], D: [200, 100] }, ['A B', 'C D']));
    const at = metresAway(50, 90);
    expect(snap(graph, at, 50)).toMatchObject({ status: 'snapped_to_island' });
    const joined = edited(
      graph,
      streetChange('gate', 'link', [
        [0, 98],
        [0, 2],
      ]),
    );
    expect(snap(joined, at, 50)).toMatchObject({ status: 'snapped' });
    expect(snap(joined, at, 50).awayM).toBeCloseTo(10, 1);
    expect(snap(joined, at, 300).others).toHaveLength(2);
  });
});
