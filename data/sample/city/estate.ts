import type { Chance } from './chance.ts';
import { depthOf, type Face, type Line, type Road } from './face.ts';
import { between, distance, grain, holds, inset, signedArea, toSegment, type Point, type Ring } from './plane.ts';
import { subdivide } from './subdivide.ts';

/** How an estate, a quarter or a village is built. */
export interface EstateStyle {
  readonly gates: readonly [least: number, most: number];
  readonly path: Road;
  /** m² between paths. */
  readonly plotM2: number;
  readonly bend: number;
  /** Metres from the middle of a path to the walls beside it. */
  readonly setBackM: number;
  readonly rows: {
    readonly lengthM: readonly [number, number];
    readonly depthM: number;
    readonly pitchM: readonly [number, number];
  };
  /** Whether a wall stands round it, with gates. */
  readonly walled: boolean;
}

export interface Gate {
  readonly street: Point;
  readonly at: Point;
  readonly inside: Point;
  readonly locked: boolean;
}

export interface Estate {
  readonly area: Ring;
  readonly plots: readonly Face[];
  readonly gates: readonly Gate[];
  readonly buildings: readonly Ring[];
}

/** What is inside a block of housing; null where the block is too slim, or no street touches it. */
export function layOutEstate(block: Face, style: EstateStyle, chance: Chance): Estate | null {
  const area = inset(block.ring, block.sides.map(depthOf));
  if (!area || signedArea(area) < 6000) return null;
  const loop = inset(
    area,
    area.map(() => 7),
  );
  if (!loop || signedArea(loop) < 3500) return null;
  const path: Line = { road: style.path };
  const cutting = { targetM2: style.plotM2, jitter: 0.05, bend: style.bend, line: () => path };
  const plots = subdivide({ ring: loop, sides: loop.map(() => path) }, cutting, chance);
  const gates = gatesOf(block, area, loop, style, chance);
  if (!gates.some(({ locked }) => !locked)) return null;
  const buildings = plots.flatMap((plot) => rowsIn(plot.ring, style, chance));
  return { area, plots, gates, buildings };
}

function gatesOf(block: Face, area: Ring, loop: Ring, style: EstateStyle, chance: Chance): Gate[] {
  const sides = block.sides
    .map((line, i) => ({ line, a: block.ring[i]!, b: block.ring[(i + 1) % block.ring.length]! }))
    .filter(({ line, a, b }) => line.road !== null && line.over === undefined && distance(a, b) > 45);
  const wanted = chance.whole(...style.gates);
  const gates: Gate[] = [];
  for (const { a, b } of chance.shuffled(sides)) {
    if (gates.length >= wanted) break;
    const street = grain(between(a, b, chance.between(0.35, 0.65)));
    const inside = nearestOn(loop, street);
    const at = grain(nearestOn(area, between(street, inside, 0.5)));
    if (distance(street, inside) > 60 || distance(street, inside) < 6) continue;
    if (gates.some((other) => distance(other.inside, inside) < 60)) continue;
    gates.push({ street, at, inside, locked: style.walled && gates.length >= 2 && chance.odds(0.25) });
  }
  return gates;
}

function nearestOn(ring: Ring, at: Point): Point {
  let best = { distance: Infinity, at };
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length]!;
    const near = toSegment(at, a, b);
    if (near.distance < best.distance) best = { distance: near.distance, at: between(a, b, near.share) };
  }
  return grain(best.at);
}

/** Rows of houses that face south, as everywhere along the lower Yangtze. */
function rowsIn(plot: Ring, { rows, setBackM }: EstateStyle, chance: Chance): Ring[] {
  const free = inset(
    plot,
    plot.map(() => setBackM),
  );
  if (!free) return [];
  const [south, north] = [Math.min(...free.map(([, y]) => y)), Math.max(...free.map(([, y]) => y))];
  const pitch = chance.between(...rows.pitchM);
  const buildings: Ring[] = [];
  for (let y = south + 2; y + rows.depthM < north; y += pitch) {
    const [west, east] = spanAt(free, y, y + rows.depthM);
    let x = west;
    while (east - x > 14) {
      const length = Math.min(chance.between(...rows.lengthM), east - x);
      const corners: Point[] = [
        [x, y],
        [x + length, y],
        [x + length, y + rows.depthM],
        [x, y + rows.depthM],
      ];
      if (length > 12 && corners.every((corner) => holds(free, corner))) buildings.push(corners.map(grain));
      x += length + chance.between(9, 16);
    }
  }
  return buildings;
}

/** The stretch from west to east that is free at both heights. */
function spanAt(ring: Ring, low: number, high: number): [west: number, east: number] {
  let [west, east] = [-Infinity, Infinity];
  for (const y of [low, high]) {
    const crossings: number[] = [];
    for (const [i, [x1, y1]] of ring.entries()) {
      const [x2, y2] = ring[(i + 1) % ring.length]!;
      if (y1 > y !== y2 > y) crossings.push(x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
    }
    if (crossings.length < 2) return [0, 0];
    west = Math.max(west, Math.min(...crossings));
    east = Math.min(east, Math.max(...crossings));
  }
  return [west + 0.5, east - 0.5];
}
