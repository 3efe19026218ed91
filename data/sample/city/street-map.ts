import type { Face, Line } from './face.ts';
import { depthOf } from './face.ts';
import type { Atom, Block, Ground } from './ground.ts';
import { middleOf } from './ground.ts';
import { corridorOf, CORRIDORS, isWater, type Corridor } from './layout.ts';
import { OsmWriter, type Tags } from './osm-writer.ts';
import { beside, between, centroid, distance, grain, inset, keyOf, toLine, type Point } from './plane.ts';
import { CornerIndex, type Community } from './units.ts';
import { CITY, SUBDISTRICTS } from './zones.ts';
import type { Chance } from './chance.ts';
import type { Namer } from './names.ts';
import type { Residence } from './residences.ts';

interface Piece {
  readonly a: Point;
  readonly b: Point;
  readonly line: Line;
}

/** The whole city as an OpenStreetMap file: what one walks on, and what the map is drawn from. */
export function drawStreetMap(
  ground: Ground,
  communities: readonly Community[],
  communityName: (community: Community) => string,
  residences: readonly Residence[],
  namer: Namer,
  chance: Chance,
): string {
  const osm = new OsmWriter();
  const blocks = ground.atoms.flatMap((atom: Atom) => atom.blocks);
  drawWater(osm);
  for (const block of blocks) drawBlock(osm, block, namer, chance);
  drawStreets(osm, [...blocks.map(({ face }) => face), ...ground.strips], blocks);
  drawExpressways(osm, ground);
  drawRailway(osm);
  drawNames(osm, communities, communityName, residences);
  return osm.text('Yiquan sample city: made up, no real place');
}

function drawWater(osm: OsmWriter): void {
  for (const one of CORRIDORS.filter(isWater)) {
    const [left, right] = [beside(one.course, one.widthM / 2), beside(one.course, -one.widthM / 2)];
    const tags = { natural: 'water', water: one.kind, name: one.name };
    if (one.id === 'moat') osm.ring(right.slice(1), left.slice(1), tags);
    else osm.area([...left, ...right.toReversed()], tags);
    osm.line(one.course, { waterway: one.kind, name: one.name });
  }
}

const GROUND_TAGS: Readonly<Record<Block['use'], Tags>> = {
  housing: { landuse: 'residential' },
  village: { landuse: 'residential' },
  school: { amenity: 'school', landuse: 'grass' },
  park: { leisure: 'park' },
  shops: { landuse: 'retail' },
  offices: { landuse: 'commercial' },
  works: { landuse: 'industrial' },
  vacant: { landuse: 'brownfield' },
  farm: { landuse: 'farmland' },
  wood: { landuse: 'forest' },
  pond: { natural: 'water', water: 'pond' },
};

function drawBlock(osm: OsmWriter, block: Block, namer: Namer, chance: Chance): void {
  const { face, use, estate } = block;
  const free = inset(face.ring, face.sides.map(depthOf));
  if (!free) return;
  if (use === 'school') drawSchool(osm, free);
  else
    osm.area(use === 'farm' || use === 'wood' ? face.ring : (estate?.area ?? free), {
      ...GROUND_TAGS[use],
      ...(use === 'park' ? { name: namer.park() } : {}),
    });
  for (const building of estate?.buildings ?? [])
    osm.area(building, { building: use === 'village' ? 'house' : 'apartments' });
  if (use === 'works' || use === 'shops' || use === 'offices') drawHalls(osm, free, use, chance);
}

function drawSchool(osm: OsmWriter, free: readonly Point[]): void {
  osm.area(free, { landuse: 'commercial', amenity: 'school' });
  const pitch = shrunk(free, 0.36);
  osm.area(pitch, { leisure: 'pitch' });
}

function drawHalls(osm: OsmWriter, free: readonly Point[], use: Block['use'], chance: Chance): void {
  const [x, y] = centroid(free);
  const size = Math.sqrt(Math.abs(areaOf(free)));
  const grid = use === 'works' ? 2 : 1;
  for (let i = 0; i < grid; i++) {
    for (let j = 0; j < grid; j++) {
      const [w, h] = [size * chance.between(0.14, 0.19), size * chance.between(0.1, 0.17)];
      const [cx, cy] = [x + (i - (grid - 1) / 2) * size * 0.44, y + (j - (grid - 1) / 2) * size * 0.4];
      osm.area(
        [
          [cx - w, cy - h],
          [cx + w, cy - h],
          [cx + w, cy + h],
          [cx - w, cy + h],
        ].map((at) => grain(at as unknown as Point)),
        { building: use === 'works' ? 'industrial' : 'commercial' },
      );
    }
  }
}

function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  for (const [i, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(i + 1) % ring.length]!;
    sum += x1 * y2 - x2 * y1;
  }
  return sum / 2;
}

function shrunk(ring: readonly Point[], share: number): Point[] {
  const middle = centroid(ring);
  return ring.map((at) => grain(between(middle, at, share)));
}

/** Every side of every block that something runs along, once; estates' paths; the ways through their gates. */
function drawStreets(osm: OsmWriter, faces: readonly Face[], blocks: readonly Block[]): void {
  const pieces: Piece[] = [];
  const add = ({ ring, sides }: Face): void => {
    for (const [i, a] of ring.entries()) {
      if (sides[i]!.road !== null) pieces.push({ a, b: ring[(i + 1) % ring.length]!, line: sides[i]! });
    }
  };
  faces.forEach(add);
  for (const { estate } of blocks) {
    if (!estate) continue;
    estate.plots.forEach(add);
    for (const { street, at, inside } of estate.gates) {
      const line = estate.plots[0]!.sides.find(({ road }) => road !== null)!;
      pieces.push({ a: street, b: at, line }, { a: at, b: inside, line });
    }
  }
  const split = splitAtCorners(pieces);
  for (const { line, points } of chains(split)) osm.line(points, roadTags(line));
  for (const { estate } of blocks) {
    for (const { at, locked } of estate?.gates ?? []) {
      osm.node(at, locked ? { barrier: 'gate', locked: 'yes', access: 'private' } : { barrier: 'gate' });
    }
  }
}

function splitAtCorners(pieces: readonly Piece[]): Piece[] {
  const corners = new CornerIndex(pieces.flatMap(({ a, b }) => [a, b]));
  const once = new Map<string, Piece>();
  for (const { a, b, line } of pieces) {
    const points = [a, ...corners.between(a, b), b];
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1]!, points[i]!];
      const [p, q] = [keyOf(from), keyOf(to)].sort();
      const key = `${p} ${q}`;
      if (p !== q && !once.has(key)) once.set(key, { a: from, b: to, line });
    }
  }
  return [...once.values()];
}

/** Pieces of one street in a row, as long ways. */
function chains(pieces: readonly Piece[]): { line: Line; points: Point[] }[] {
  const groups = new Map<string, { line: Line; pieces: Piece[] }>();
  for (const piece of pieces) {
    const { road, name, over } = piece.line;
    const key = `${road}|${name ?? ''}|${over ?? ''}`;
    const group = groups.get(key);
    if (group) group.pieces.push(piece);
    else groups.set(key, { line: piece.line, pieces: [piece] });
  }
  return [...groups.values()].flatMap(({ line, pieces: own }) => {
    const at = new Map<string, Piece[]>();
    for (const piece of own) {
      for (const end of [piece.a, piece.b]) at.set(keyOf(end), [...(at.get(keyOf(end)) ?? []), piece]);
    }
    const used = new Set<Piece>();
    const extend = (points: Point[]): void => {
      for (;;) {
        const [before, here] = points.slice(-2) as [Point, Point];
        const next = (at.get(keyOf(here)) ?? [])
          .filter((piece) => !used.has(piece))
          .map((piece) => ({ piece, to: keyOf(piece.a) === keyOf(here) ? piece.b : piece.a }))
          .map((one) => ({ ...one, turn: turn(before, here, one.to) }))
          .sort((p, q) => p.turn - q.turn)[0];
        if (!next || next.turn > 1.2) return;
        used.add(next.piece);
        points.push(next.to);
      }
    };
    return own.flatMap((piece) => {
      if (used.has(piece)) return [];
      used.add(piece);
      const points = [piece.a, piece.b];
      extend(points);
      points.reverse();
      extend(points);
      return [{ line, points }];
    });
  });
}

/** Radians off straight on. */
function turn(a: Point, b: Point, c: Point): number {
  const bend = Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0]);
  return Math.abs(Math.atan2(Math.sin(bend), Math.cos(bend)));
}

function roadTags({ road, name, over }: Line): Tags {
  return {
    highway: road!,
    name,
    ...(road === 'primary' || road === 'secondary' ? { sidewalk: 'both' } : {}),
    ...(over === 'bridge' ? { bridge: 'yes', layer: '1' } : {}),
    ...(over === 'tunnel' ? { tunnel: 'yes', layer: '-1' } : {}),
  };
}

/** Both carriageways, on bridges where streets pass beneath, and slip roads at the main crossings. Nobody walks there. */
function drawExpressways(osm: OsmWriter, { strips }: Ground): void {
  const crossings = strips.flatMap(({ ring, sides }) =>
    sides.flatMap(({ over, road }, i) =>
      over === undefined
        ? []
        : [{ at: between(ring[i]!, ring[(i + 1) % ring.length]!, 0.5), main: road === 'primary' }],
    ),
  );
  for (const one of CORRIDORS.filter(({ kind }) => kind === 'expressway')) {
    const highway = one.id === 'eastExpressway' ? 'motorway' : 'trunk';
    const tags = { highway, name: one.name, oneway: 'yes', foot: 'no' };
    const near = crossings.filter(({ at }) => toLine(at, one.course) < one.widthM / 2);
    const rivers = CORRIDORS.filter((other) => isWater(other));
    for (const side of [12, -12]) {
      const lane = side > 0 ? beside(one.course, side).toReversed() : beside(one.course, side);
      for (const { points, bridge } of stretches(dense(lane, 30), (at) => isRaised(at, near, rivers))) {
        osm.line(points, { ...tags, ...(bridge ? { bridge: 'yes', layer: '1' } : {}) });
      }
    }
    for (const { at, main } of near) if (main) drawSlipRoads(osm, one, at, highway);
  }
}

function isRaised(at: Point, crossings: readonly { readonly at: Point }[], waters: readonly Corridor[]): boolean {
  return (
    crossings.some((crossing) => distance(crossing.at, at) < 75) ||
    waters.some(({ course, widthM }) => toLine(at, course) < widthM / 2 + 30)
  );
}

function dense(line: readonly Point[], step: number): Point[] {
  return line.flatMap((b, i) => {
    if (i === 0) return [b];
    const a = line[i - 1]!;
    const count = Math.ceil(distance(a, b) / step);
    return Array.from({ length: count }, (_, k) => grain(between(a, b, (k + 1) / count)));
  });
}

function stretches(line: readonly Point[], raised: (at: Point) => boolean): { points: Point[]; bridge: boolean }[] {
  const found: { points: Point[]; bridge: boolean }[] = [];
  for (let i = 1; i < line.length; i++) {
    const bridge = raised(between(line[i - 1]!, line[i]!, 0.5));
    const last = found.at(-1);
    if (last?.bridge === bridge) last.points.push(line[i]!);
    else found.push({ points: [line[i - 1]!, line[i]!], bridge });
  }
  return found;
}

/** Off the carriageway 260 m before the street below, and down to it. */
function drawSlipRoads(osm: OsmWriter, { course }: Corridor, at: Point, highway: string): void {
  const line = dense(course, 20);
  let middle = 0;
  for (const [i, point] of line.entries()) if (distance(point, at) < distance(line[middle]!, at)) middle = i;
  for (const way of [-1, 1]) {
    const run = [13, 10, 7, 4].map((steps) => middle + way * steps);
    if (run.some((i) => i < 1 || i >= line.length - 1)) continue;
    const side = (i: number, off: number): Point => beside(line.slice(i - 1, i + 2), off)[1]!;
    for (const hand of [1, -1]) {
      const points = [
        side(run[0]!, 12 * hand),
        side(run[1]!, 20 * hand),
        side(run[2]!, 26 * hand),
        side(run[3]!, 28 * hand),
      ];
      osm.line(points, { highway: `${highway}_link`, oneway: 'yes', foot: 'no' });
    }
  }
}

function drawRailway(osm: OsmWriter): void {
  const { course, name } = corridorOf('railway');
  for (const side of [5, -5]) osm.line(beside(course, side), { railway: 'rail', name });
  const station = course.reduce((best, at) => (Math.abs(at[0] - 700) < Math.abs(best[0] - 700) ? at : best));
  const [x, y] = station;
  osm.area(
    [
      [x - 110, y - 62],
      [x + 110, y - 62],
      [x + 110, y - 30],
      [x - 110, y - 30],
    ].map((at) => grain(at as unknown as Point)),
    { building: 'train_station', name: '云渚站' },
  );
}

function drawNames(
  osm: OsmWriter,
  communities: readonly Community[],
  communityName: (community: Community) => string,
  residences: readonly Residence[],
): void {
  osm.node([20, 60], { place: 'city', name: CITY });
  for (const { name, rural } of SUBDISTRICTS) {
    const own = communities.filter(({ subdistrict }) => subdistrict.name === name);
    const homes = residences.filter(({ community }) => own.includes(community));
    const middle: Point = [
      homes.reduce((sum, { estate }) => sum + estate.gates[0]!.inside[0], 0) / homes.length,
      homes.reduce((sum, { estate }) => sum + estate.gates[0]!.inside[1], 0) / homes.length,
    ];
    osm.node(grain(middle), { place: rural ? 'town' : 'suburb', name });
  }
  for (const community of communities) {
    if (community.subdistrict.rural) continue;
    const homes = residences.filter((one) => one.community === community);
    if (homes.length === 0) continue;
    osm.node(grain(middleOf(homes[Math.floor(homes.length / 2)]!.block.face)), {
      place: 'neighbourhood',
      name: communityName(community),
    });
  }
  for (const { rural, name, estate } of residences)
    if (rural) osm.node(grain(centroid(estate.area)), { place: 'village', name });
}
