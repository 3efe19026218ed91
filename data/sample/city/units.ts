import type { Face } from './face.ts';
import type { Atom, Ground } from './ground.ts';
import { middleOf } from './ground.ts';
import { distance, keyOf, signedArea, toSegment, type Point, type Ring } from './plane.ts';
import { SUBDISTRICTS, type Subdistrict } from './zones.ts';

/** A community: the atoms and pieces of strips that it is made of. */
export interface Community {
  readonly subdistrict: Subdistrict;
  readonly atoms: Atom[];
  readonly faces: Face[];
}

/** Sides of faces after every corner of a neighbour that lies on them was put in, so that neighbours share whole sides. */
export class SharedSides {
  /** The outline of each face with all its neighbours' corners. */
  readonly outlines: readonly Ring[];
  /** Metres that two faces have in common. */
  private readonly common: Map<number, number>[];

  constructor(faces: readonly Face[]) {
    const corners = new CornerIndex(faces.flatMap(({ ring }) => ring));
    this.outlines = faces.map(({ ring }) =>
      ring.flatMap((a, i) => [a, ...corners.between(a, ring[(i + 1) % ring.length]!)]),
    );
    const owner = new Map<string, number>();
    for (const [f, ring] of this.outlines.entries()) {
      for (const [i, a] of ring.entries()) owner.set(`${keyOf(a)}>${keyOf(ring[(i + 1) % ring.length]!)}`, f);
    }
    this.common = this.outlines.map((ring) => {
      const shared = new Map<number, number>();
      for (const [i, a] of ring.entries()) {
        const b = ring[(i + 1) % ring.length]!;
        const other = owner.get(`${keyOf(b)}>${keyOf(a)}`);
        if (other !== undefined) shared.set(other, (shared.get(other) ?? 0) + distance(a, b));
      }
      return shared;
    });
  }

  neighbours(face: number): ReadonlyMap<number, number> {
    return this.common[face]!;
  }
}

/** Finds the corners that lie on a side. */
export class CornerIndex {
  private readonly cells = new Map<string, Point[]>();
  private static readonly CELL_M = 200;

  constructor(points: readonly Point[]) {
    const seen = new Set<string>();
    for (const at of points) {
      if (seen.has(keyOf(at))) continue;
      seen.add(keyOf(at));
      const key = this.cellOf(at).join(',');
      const cell = this.cells.get(key);
      if (cell) cell.push(at);
      else this.cells.set(key, [at]);
    }
  }

  private cellOf([x, y]: Point): [number, number] {
    return [Math.floor(x / CornerIndex.CELL_M), Math.floor(y / CornerIndex.CELL_M)];
  }

  /** Corners on the side from `a` to `b`, in that order, its ends left out. */
  between(a: Point, b: Point): Point[] {
    const [[ax, ay], [bx, by]] = [this.cellOf(a), this.cellOf(b)];
    const found: { at: Point; share: number }[] = [];
    for (let x = Math.min(ax, bx) - 1; x <= Math.max(ax, bx) + 1; x++) {
      for (let y = Math.min(ay, by) - 1; y <= Math.max(ay, by) + 1; y++) {
        for (const at of this.cells.get(`${x},${y}`) ?? []) {
          const { distance: off, share } = toSegment(at, a, b);
          if (off < 0.12 && keyOf(at) !== keyOf(a) && keyOf(at) !== keyOf(b)) found.push({ at, share });
        }
      }
    }
    return found.sort((p, q) => p.share - q.share).map(({ at }) => at);
  }
}

/** Puts communities together out of neighbouring atoms, each with its fair share of homes, and shares out the strips. */
export function buildCommunities(ground: Ground): { communities: Community[]; shared: SharedSides } {
  const { atoms, strips } = ground;
  const shared = new SharedSides([...atoms.map(({ face }) => face), ...strips]);
  const belongs = new Map<number, Community>();
  const communities: Community[] = [];
  for (const subdistrict of SUBDISTRICTS) {
    const members = atoms.flatMap((atom, i) => (atom.subdistrict === subdistrict.name ? [i] : []));
    for (const cluster of clusters(members, subdistrict.communities, atoms, shared)) {
      const community: Community = { subdistrict, atoms: [], faces: [] };
      for (const i of cluster) {
        belongs.set(i, community);
        community.atoms.push(atoms[i]!);
        community.faces.push(atoms[i]!.face);
      }
      communities.push(community);
    }
  }
  // A strip goes to whom it borders most; pieces in the middle of wide water follow their neighbours.
  let open = strips.map((_, s) => atoms.length + s);
  for (let round = 0; open.length > 0 && round < 50; round++) {
    const now = new Map<number, Community>();
    for (const strip of open) {
      const metres = new Map<Community, number>();
      for (const [other, length] of shared.neighbours(strip)) {
        const community = belongs.get(other);
        if (community) metres.set(community, (metres.get(community) ?? 0) + length);
      }
      const [best] = [...metres].sort((p, q) => q[1] - p[1]);
      if (best) now.set(strip, best[0]);
    }
    for (const [strip, community] of now) {
      belongs.set(strip, community);
      community.faces.push(strips[strip - atoms.length]!);
    }
    open = open.filter((strip) => !now.has(strip));
  }
  return { communities, shared };
}

function homesIn({ blocks, face }: Atom): number {
  return blocks.filter(({ estate }) => estate).length + signedArea(face.ring) / 2_500_000;
}

/** Grows the given number of clusters from atoms far apart: the lightest takes a neighbour, until none is left. */
function clusters(members: readonly number[], count: number, atoms: readonly Atom[], shared: SharedSides): number[][] {
  const middle = new Map(members.map((i) => [i, middleOf(atoms[i]!.face)]));
  const apart = (i: number, j: number): number => distance(middle.get(i)!, middle.get(j)!);
  const seeds = [members.reduce((best, i) => (homesIn(atoms[i]!) > homesIn(atoms[best]!) ? i : best), members[0]!)];
  while (seeds.length < count) {
    const score = (i: number): number =>
      Math.min(...seeds.map((seed) => apart(i, seed))) * (0.25 + Math.min(1, homesIn(atoms[i]!) / 4));
    seeds.push(members.reduce((best, i) => (score(i) > score(best) ? i : best), members[0]!));
  }
  const grown = seeds.map((seed) => ({ own: [seed], weight: homesIn(atoms[seed]!), stuck: false }));
  const left = new Set(members.filter((i) => !seeds.includes(i)));
  while (left.size > 0) {
    const growing = grown.filter(({ stuck }) => !stuck).sort((p, q) => p.weight - q.weight)[0];
    if (!growing) break;
    const home = growing.own[0]!;
    const near = growing.own.flatMap((i) => [...shared.neighbours(i).keys()].filter((j) => left.has(j)));
    const [next] = near.sort((i, j) => apart(i, home) - apart(j, home) || i - j);
    if (next === undefined) {
      growing.stuck = true;
      continue;
    }
    left.delete(next);
    growing.own.push(next);
    growing.weight += homesIn(atoms[next]!);
  }
  // What water cut off goes to the nearest.
  for (const i of left) {
    const nearest = grown.reduce((best, one) => (least(i, one.own, apart) < least(i, best.own, apart) ? one : best));
    nearest.own.push(i);
  }
  return grown.map(({ own }) => own);
}

function least(i: number, own: readonly number[], apart: (i: number, j: number) => number): number {
  return Math.min(...own.map((j) => apart(i, j)));
}
