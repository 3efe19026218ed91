import type { Chance } from './chance.ts';
import { divide, type Face, type Line } from './face.ts';
import { centroid, compactness, holds, signedArea, tightBox, type Point } from './plane.ts';

/** How a piece of ground is cut up. */
export interface Cutting {
  readonly targetM2: number;
  /** The directions that streets take, radians; absent: those of the ground's own sides. */
  readonly angle?: number;
  /** Streets that run on from one piece of ground to the next: metres between them. Needs `angle`. */
  readonly latticeM?: Point;
  /** Radians off the right angle, at most. */
  readonly jitter: number;
  /** How far a street bends, as a share of its length, at most. */
  readonly bend: number;
  /** What is laid on a cut. `lattice`: names the street that the cut is part of. */
  readonly line: (lattice: string | null, lengthM: number) => Line;
}

/** Cuts a face across its longer side until the pieces are of the size asked for. */
export function subdivide(face: Face, cutting: Cutting, chance: Chance): Face[] {
  const area = signedArea(face.ring);
  if (area < cutting.targetM2 * chance.between(1.1, 1.75)) return [face];
  for (let attempt = 0; attempt < 8; attempt++) {
    const cut = cutAcross(face, cutting, chance, attempt);
    if (!cut) continue;
    const [one, other] = cut.pieces;
    const least = Math.min(signedArea(one.ring), signedArea(other.ring));
    if (least < area * 0.2 || Math.min(compactness(one.ring), compactness(other.ring)) < 0.32) continue;
    const line = cutting.line(cut.lattice, cut.lengthM);
    return [one, other].flatMap((piece) => {
      const sides = piece.sides.map((side) => (side === CUT ? line : side));
      return subdivide({ ring: piece.ring, sides }, cutting, chance);
    });
  }
  return [face];
}

/** Stands for what will run along a cut until it is known to be a good one. */
const CUT: Line = { road: null };

interface Cut {
  readonly pieces: readonly [Face, Face];
  readonly lattice: string | null;
  readonly lengthM: number;
}

function cutAcross(face: Face, cutting: Cutting, chance: Chance, attempt: number): Cut | null {
  const { ring } = face;
  const angles = cutting.angle === undefined ? ownAngles(ring) : [cutting.angle, cutting.angle + Math.PI / 2];
  const { middle, along, half } = tightBox(ring, angles);
  // Where the longer way does not work out, the shorter may.
  const turned = attempt >= 5;
  const axis = turned ? along + Math.PI / 2 : along;
  const reach = turned ? half[1] : half[0];
  const span = 2 * (turned ? half[0] : half[1]);
  const loosely = 0.12 + attempt * 0.05;
  let shift = chance.between(-loosely, loosely) * reach;
  let lattice: string | null = null;
  if (cutting.latticeM && cutting.angle !== undefined) {
    const eastWest = Math.abs(Math.cos(axis - cutting.angle)) > 0.7;
    const step = cutting.latticeM[eastWest ? 0 : 1];
    const here = middle[0] * Math.cos(axis) + middle[1] * Math.sin(axis);
    const line = Math.round(here / step);
    if (Math.abs(line * step - here) < reach * 0.5) {
      shift = line * step - here;
      lattice = `${eastWest ? 'u' : 'v'}${Math.cos(axis) + Math.sin(axis) < 0 ? -line : line}`;
    }
  }
  let through: Point = [middle[0] + Math.cos(axis) * shift, middle[1] + Math.sin(axis) * shift];
  if (!holds(ring, through)) through = centroid(ring);
  if (!holds(ring, through)) return null;
  const direction = axis + Math.PI / 2 + chance.between(-1, 1) * cutting.jitter;
  const bend = cutting.bend === 0 ? 0 : chance.between(-1, 1) * cutting.bend * span;
  const pieces = divide(face, through, direction, CUT, bend);
  return pieces && { pieces, lattice, lengthM: span };
}

function ownAngles(ring: readonly Point[]): number[] {
  return ring.map((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  });
}
