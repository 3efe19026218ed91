import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { networkReachSteps, type NetworkReach } from '../../../src/core/access/network-reach.ts';
import type { Origins } from '../../../src/core/access/reach.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { editStreetsSteps, type StreetChange } from '../../../src/core/network/edit-streets.ts';
import { readStreetsSteps } from '../../../src/core/network/read-streets.ts';
import { route } from '../../../src/core/network/route.ts';
import { snap } from '../../../src/core/network/snap.ts';
import type { StreetGraph } from '../../../src/core/network/street-graph.ts';
import { WalkingSearch } from '../../../src/core/network/walking-search.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { mulberry32 } from '../../bench/metropolis.ts';
import { PlainDijkstra } from '../../bench/plain-dijkstra.ts';
import { graphOf } from '../../builders/street-world.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

const HEIDELBERG = 'data/streets/heidelberg.osm.pbf';
const LIMIT_M = 1000;
const SNAP_M = 300;

/** Along the Neckar, here in the water and there on a bank, from Wieblingen to Ziegelhausen. */
const RIVER: StreetChange = {
  id: 'river',
  kind: 'barrier',
  line: [
    [8.6405, 49.4385],
    [8.6566, 49.4262],
    [8.6687, 49.4167],
    [8.6806, 49.4143],
    [8.6934, 49.4135],
    [8.7102, 49.4143],
    [8.7265, 49.4153],
  ],
};
/** From the quay at the congress hall straight over to Neuenheim, where no bridge is. */
const FOOTBRIDGE: StreetChange = {
  id: 'footbridge',
  kind: 'link',
  line: [
    [8.7005, 49.4125],
    [8.7005, 49.4149],
  ],
};

describeWithShared('barriers and links in Heidelberg', HEIDELBERG, () => {
  let base: StreetGraph;
  let origins: Origins;
  let places: ReadonlyMap<string, LonLat>;
  beforeAll(() => {
    const bytes = readFileSync(sharedPath(HEIDELBERG));
    base = graphOf(runSteps(readStreetsSteps({ name: 'heidelberg.osm.pbf', bytes })).lines!);
    const random = mulberry32(7);
    const somewhere = (): LonLat => [8.64 + random() * 0.09, 49.395 + random() * 0.045];
    const from = Array.from({ length: 4000 }, somewhere);
    origins = {
      areaIds: from.map((_, i) => String(i)),
      start: Uint32Array.from({ length: from.length + 1 }, (_, i) => i),
      basis: from.map(() => 'point'),
      lon: Float64Array.from(from, ([lon]) => lon),
      lat: Float64Array.from(from, ([, lat]) => lat),
      weight: new Float64Array(from.length).fill(1),
    };
    places = new Map(Array.from({ length: 150 }, (_, f) => [`F${f}`, somewhere()]));
  });

  const edited = (...edits: StreetChange[]) => runSteps(editStreetsSteps(base, edits));
  const reachOver = (graph: StreetGraph, previous: NetworkReach | null): NetworkReach =>
    runSteps(networkReachSteps(graph, origins, places, LIMIT_M, SNAP_M, previous));

  test('a barrier through the town is crossed nowhere, but by a footbridge once there is one', () => {
    const [south, north]: LonLat[] = [
      [8.7005, 49.4115],
      [8.7005, 49.4158],
    ];
    const walk = (graph: StreetGraph): number =>
      route(graph, snap(graph, south!, SNAP_M), snap(graph, north!, SNAP_M))?.metres ?? Infinity;
    const cut = edited(RIVER);
    const bridged = edited(RIVER, FOOTBRIDGE);
    const bridges = [...cut.graph.overlay!.split.keys()].length;
    const walks = [base, cut.graph, bridged.graph].map(walk);
    console.log(`${bridges} stretches cut; across: ${walks.map((metres) => Math.round(metres)).join(', ')} m`);
    expect(bridged.unjoined).toEqual([]);
    expect(bridges).toBeGreaterThan(4);
    expect(walks[1]).toBeGreaterThan(walks[0]! + 1000);
    expect(walks[2]).toBeLessThan(walks[0]!);
  });

  test('a reach is taken over bit for bit, most of it as it was', () => {
    let reach = reachOver(base, null);
    for (const edits of [[RIVER], [RIVER, FOOTBRIDGE], [FOOTBRIDGE], []]) {
      const { graph } = edited(...edits);
      const next = reachOver(graph, reach);
      const fresh = reachOver(graph, null);
      expect(next.rows).toEqual(fresh.rows);
      expect(next.originSnaps).toEqual(fresh.originSnaps);
      const kept = [...next.rows].filter(([id, row]) => reach.rows.get(id) === row).length;
      console.log(`${edits.map(({ id }) => id).join(' + ') || 'none'}: ${kept} of ${next.rows.size} rows as they were`);
      expect(kept).toBeGreaterThan(0);
      reach = next;
    }
  });

  test('walks are those of a plain Dijkstra on the same streets', () => {
    const { graph } = edited(RIVER, FOOTBRIDGE);
    const search = new WalkingSearch(graph);
    const plain = new PlainDijkstra(graph);
    const random = mulberry32(11);
    const links = graph.overlay!.links.map(({ edge }) => edge);
    for (const edge of [...links, ...Array.from({ length: 40 }, () => Math.floor(random() * graph.edgeM.length))]) {
      const at = { edge, alongM: random() * graph.edgeM[edge]!, awayM: 0 };
      search.run(at, 3000);
      plain.run(at, 3000);
      expect(search.nodeM.findIndex((metres, node) => metres !== plain.metresTo(node))).toBe(-1);
    }
  });
});
