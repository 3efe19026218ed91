import type { Chance } from './chance.ts';
import { layOutEstate, type Estate, type EstateStyle } from './estate.ts';
import { divide, type Face, type Line } from './face.ts';
import { layOut, stripsAt } from './layout.ts';
import type { Namer } from './names.ts';
import { centroid, distance, holds, tightBox, type Point } from './plane.ts';
import { subdivide, type Cutting } from './subdivide.ts';
import { subdistrictAt, zoneAt, type SubdistrictName, type Zone } from './zones.ts';

export type Use =
  'housing' | 'village' | 'school' | 'park' | 'shops' | 'offices' | 'works' | 'vacant' | 'farm' | 'wood' | 'pond';

/** Ground between streets, put to one use. */
export interface Block {
  readonly face: Face;
  readonly zone: Zone;
  use: Use;
  estate: Estate | null;
}

/** What administrative units are put together from: blocks inside wider streets. */
export interface Atom {
  readonly face: Face;
  readonly zone: Zone;
  readonly subdistrict: SubdistrictName;
  readonly blocks: readonly Block[];
}

export interface Ground {
  readonly atoms: readonly Atom[];
  /** Pieces of water, railway and expressway. */
  readonly strips: readonly Face[];
}

const HECTARE = 10_000;

interface ZoneStyle {
  readonly atomHa: number;
  readonly blockHa: number;
  readonly jitter: number;
  readonly bend: number;
  readonly angle?: number;
  readonly latticeM?: Point;
  /** Uses by share; what is left is housing. */
  readonly uses: readonly (readonly [Use, number])[];
}

const STYLES: Readonly<Record<Zone, ZoneStyle>> = {
  old: {
    atomHa: 20,
    blockHa: 4.2,
    jitter: 0.14,
    bend: 0.035,
    uses: [
      ['school', 0.06],
      ['shops', 0.08],
      ['park', 0.04],
    ],
  },
  port: {
    atomHa: 22,
    blockHa: 5,
    jitter: 0.12,
    bend: 0.03,
    uses: [
      ['school', 0.06],
      ['shops', 0.08],
      ['works', 0.12],
      ['vacant', 0.03],
    ],
  },
  mid: {
    atomHa: 28,
    blockHa: 6.6,
    jitter: 0.06,
    bend: 0.012,
    uses: [
      ['school', 0.09],
      ['shops', 0.09],
      ['park', 0.06],
      ['offices', 0.08],
      ['works', 0.08],
      ['vacant', 0.02],
    ],
  },
  new: {
    atomHa: 38,
    blockHa: 8.8,
    jitter: 0,
    bend: 0,
    angle: 0.045,
    latticeM: [300, 305],
    uses: [
      ['school', 0.09],
      ['shops', 0.08],
      ['park', 0.09],
      ['offices', 0.12],
      ['vacant', 0.09],
      ['works', 0.03],
    ],
  },
  works: {
    atomHa: 70,
    blockHa: 13,
    jitter: 0,
    bend: 0,
    angle: 0.02,
    latticeM: [420, 360],
    uses: [
      ['works', 0.76],
      ['offices', 0.05],
      ['vacant', 0.09],
      ['park', 0.04],
    ],
  },
  rural: {
    atomHa: 130,
    blockHa: 30,
    jitter: 0.1,
    bend: 0.03,
    uses: [
      ['wood', 0.03],
      ['pond', 0.07],
      ['farm', 0.9],
    ],
  },
};

/** Villages in this share of the fields. */
const VILLAGE_SHARE = 0.165;

const SLABS: EstateStyle = {
  gates: [3, 5],
  path: 'service',
  plotM2: 6500,
  bend: 0.01,
  setBackM: 6,
  rows: { lengthM: [46, 74], depthM: 12, pitchM: [27, 34] },
  walled: true,
};
const TOWERS: EstateStyle = {
  gates: [3, 4],
  path: 'footway',
  plotM2: 9500,
  bend: 0.03,
  setBackM: 11,
  rows: { lengthM: [26, 40], depthM: 15, pitchM: [52, 64] },
  walled: true,
};
const ALLEYS: EstateStyle = {
  gates: [4, 7],
  path: 'footway',
  plotM2: 3000,
  bend: 0.05,
  setBackM: 3,
  rows: { lengthM: [24, 52], depthM: 10, pitchM: [17, 22] },
  walled: false,
};
const HAMLET: EstateStyle = {
  gates: [2, 3],
  path: 'residential',
  plotM2: 7000,
  bend: 0.03,
  setBackM: 5,
  rows: { lengthM: [13, 20], depthM: 9, pitchM: [26, 34] },
  walled: false,
};

export function estateStyle(zone: Zone): EstateStyle {
  if (zone === 'rural') return HAMLET;
  if (zone === 'old' || zone === 'port') return ALLEYS;
  return zone === 'new' ? TOWERS : SLABS;
}

/** A place just inside a face, near its longest side. */
export function justInside({ ring }: Face, depthM = 4): Point {
  let best = { length: 0, at: ring[0]! };
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length]!;
    const length = distance(a, b);
    if (length <= best.length) continue;
    const at: Point = [
      (a[0] + b[0]) / 2 - ((b[1] - a[1]) / length) * depthM,
      (a[1] + b[1]) / 2 + ((b[0] - a[0]) / length) * depthM,
    ];
    best = { length, at };
  }
  return best.at;
}

/** A place well inside a face. */
export function middleOf(face: Face): Point {
  const middle = centroid(face.ring);
  return holds(face.ring, middle) ? middle : justInside(face, 12);
}

/** Cuts the whole plan into blocks and says what each is used for. */
export function buildGround(chance: Chance, namer: Namer): Ground {
  const atoms: Atom[] = [];
  const strips: Face[] = [];
  const streets = chance.branch('streets');
  const uses = chance.branch('uses');
  const inside = chance.branch('estates');
  const latticeNames = new Map<string, string>();
  for (const face of layOut()) {
    if (stripsAt(justInside(face)).length > 0) {
      strips.push(...chop(face));
      continue;
    }
    const zone = zoneAt(middleOf(face));
    for (const piece of subdivide(face, atomCutting(zone, streets, namer, latticeNames), streets)) {
      const at = middleOf(piece);
      const own = zoneAt(at);
      const cutting = blockCutting(own, streets, namer, latticeNames);
      const blocks = subdivide(piece, cutting, streets)
        .flatMap((block) => smallerBlocks(block, own, streets))
        .flatMap((block) => settled(block, own, useOf(own, uses), streets));
      atoms.push({ face: piece, zone: own, subdistrict: subdistrictAt(at), blocks });
    }
  }
  for (const atom of atoms) {
    for (const block of atom.blocks) {
      if (block.use !== 'housing' && block.use !== 'village') continue;
      block.estate = layOutEstate(block.face, estateStyle(block.zone), inside);
      if (!block.estate) block.use = block.zone === 'rural' ? 'farm' : 'shops';
    }
  }
  return { atoms, strips };
}

function atomCutting(zone: Zone, chance: Chance, namer: Namer, names: Map<string, string>): Cutting {
  const style = STYLES[zone];
  return {
    ...style,
    targetM2: style.atomHa * HECTARE,
    line: (lattice): Line => {
      if (zone === 'old') return { road: chance.odds(0.35) ? 'pedestrian' : 'residential', name: namer.street('lane') };
      if (zone === 'rural') return { road: 'residential', name: namer.street('street') };
      return { road: 'tertiary', name: latticeName(lattice, zone, names, () => namer.street('road')) };
    },
  };
}

function blockCutting(zone: Zone, chance: Chance, namer: Namer, names: Map<string, string>): Cutting {
  const style = STYLES[zone];
  return {
    ...style,
    targetM2: style.blockHa * HECTARE,
    line: (lattice, lengthM): Line => {
      if (zone === 'rural') return { road: 'track' };
      if (zone === 'old') return { road: chance.odds(0.25) ? 'footway' : 'residential', name: namer.street('lane') };
      if (lattice === null && lengthM < 330) return { road: 'residential' };
      return { road: 'residential', name: latticeName(lattice, zone, names, () => namer.street('street')) };
    },
  };
}

/** A street of a lattice keeps its name from one end to the other. */
function latticeName(lattice: string | null, zone: Zone, names: Map<string, string>, make: () => string): string {
  if (lattice === null) return make();
  const key = `${zone}:${lattice}`;
  const name = names.get(key) ?? make();
  names.set(key, name);
  return name;
}

/** Small plots sold one by one in the new districts; fields round a village. */
function smallerBlocks(block: Face, zone: Zone, chance: Chance): Face[] {
  if (zone === 'new' && chance.odds(0.3)) {
    const line: Line = { road: 'residential' };
    return subdivide(block, { targetM2: 3.1 * HECTARE, angle: 0.045, jitter: 0, bend: 0, line: () => line }, chance);
  }
  return [block];
}

/** A block with its use; some fields have a village in their midst. */
function settled(face: Face, zone: Zone, use: Use, chance: Chance): Block[] {
  const block = (one: Face, its: Use): Block => ({ face: one, zone, use: its, estate: null });
  if (use === 'pond') {
    const dykes = { targetM2: 3.5 * HECTARE, jitter: 0.04, bend: 0, line: (): Line => ({ road: null }) };
    return subdivide(face, dykes, chance).map((one) => block(one, use));
  }
  if (use !== 'farm' || !chance.odds(VILLAGE_SHARE)) return [block(face, use)];
  const middle = middleOf(face);
  const pieces = subdivide(
    face,
    { targetM2: 7 * HECTARE, jitter: 0.12, bend: 0.03, line: () => ({ road: 'track' }) },
    chance,
  );
  const away = pieces.map((piece) => distance(middleOf(piece), middle));
  const village = away.indexOf(Math.min(...away));
  return pieces.map((piece, i) => block(piece, i === village ? 'village' : 'farm'));
}

function useOf(zone: Zone, chance: Chance): Use {
  let at = chance.next();
  for (const [use, share] of STYLES[zone].uses) {
    at -= share;
    if (at < 0) return use;
  }
  return zone === 'rural' ? 'farm' : 'housing';
}

/** Cuts a long strip into pieces that units can share out. */
function chop(face: Face): Face[] {
  const { middle, along, half } = tightBox(
    face.ring,
    face.ring.map((a, i) => {
      const b = face.ring[(i + 1) % face.ring.length]!;
      return Math.atan2(b[1] - a[1], b[0] - a[0]);
    }),
  );
  if (half[0] < 350 || !holds(face.ring, middle)) return [face];
  const cut = divide(face, middle, along + Math.PI / 2, { road: null });
  return cut ? cut.flatMap(chop) : [face];
}
