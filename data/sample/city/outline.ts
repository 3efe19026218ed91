import { holds, keyOf, signedArea, type Point, type Ring } from './plane.ts';

/** The ground inside an outline, holes cut out. */
export interface Patch {
  readonly shell: Ring;
  readonly holes: readonly Ring[];
}

/** The outer bounds of faces taken together. The rings must share whole sides with one another. */
export function unite(rings: readonly Ring[]): Patch[] {
  const sides = new Map<string, readonly [Point, Point]>();
  for (const ring of rings) {
    for (const [i, a] of ring.entries()) {
      const b = ring[(i + 1) % ring.length]!;
      const back = `${keyOf(b)}>${keyOf(a)}`;
      if (sides.has(back)) sides.delete(back);
      else sides.set(`${keyOf(a)}>${keyOf(b)}`, [a, b]);
    }
  }
  const from = new Map<string, Point[]>();
  for (const [a, b] of sides.values()) from.set(keyOf(a), [...(from.get(keyOf(a)) ?? []), b]);
  const traced: Ring[] = [];
  for (const [start] of sides.values()) {
    while ((from.get(keyOf(start)) ?? []).length > 0) traced.push(...trace(start, from));
  }
  const shells = traced.filter((ring) => signedArea(ring) > 0);
  const patches = shells.map((shell) => ({ shell, holes: [] as Ring[] }));
  for (const hole of traced.filter((ring) => signedArea(ring) < 0)) {
    const around = patches
      .filter(({ shell }) => holds(shell, insideOf(hole)))
      .sort((p, q) => signedArea(p.shell) - signedArea(q.shell))[0];
    around?.holes.push(hole);
  }
  return patches.sort((p, q) => signedArea(q.shell) - signedArea(p.shell));
}

/** Walks from a point until it comes back; where the way meets itself, the loop is split off. */
function trace(start: Point, from: Map<string, Point[]>): Ring[] {
  const rings: Ring[] = [];
  const path: Point[] = [start];
  const place = new Map([[keyOf(start), 0]]);
  for (;;) {
    const here = path.at(-1)!;
    const next = from.get(keyOf(here))!.pop();
    if (!next) break;
    const known = place.get(keyOf(next));
    if (known === undefined) {
      place.set(keyOf(next), path.length);
      path.push(next);
      continue;
    }
    const loop = path.splice(known + 1);
    for (const at of loop) place.delete(keyOf(at));
    rings.push([path[known]!, ...loop]);
    if (known === 0 && (from.get(keyOf(start)) ?? []).length === 0) break;
  }
  return rings;
}

/** A place just to the right of a clockwise ring's first side: inside the ground that it bounds as a hole. */
function insideOf(hole: Ring): Point {
  const [a, b] = [hole[0]!, hole[1]!];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  return [(a[0] + b[0]) / 2 + (b[1] - a[1]) / length, (a[1] + b[1]) / 2 - (b[0] - a[0]) / length];
}
