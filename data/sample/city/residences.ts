import type { Chance } from './chance.ts';
import type { Estate } from './estate.ts';
import type { Atom, Block, Ground } from './ground.ts';
import type { Namer } from './names.ts';
import { distance, signedArea } from './plane.ts';
import type { Community } from './units.ts';
import type { Zone } from './zones.ts';

/** What is known of a residential area in truth; what the table tells of it is less (`hides`). */
export interface Residence {
  readonly id: string;
  readonly name: string;
  readonly class: 'new' | 'built' | 'unknown';
  readonly rural: boolean;
  readonly zone: Zone;
  readonly block: Block;
  readonly estate: Estate;
  readonly community: Community;
  readonly households: number;
  readonly residents: number;
  readonly elders: number;
  readonly elders80: number;
  readonly conditionDate?: string;
  pool?: string;
  readonly hides: ReadonlySet<'households' | 'residents' | 'elders' | 'elders_80' | 'condition_date'>;
}

/** How many residential areas the city has. */
export const RESIDENCES = 600;

const PER_HECTARE = 10_000;

interface Life {
  readonly householdsPerHa: readonly [number, number];
  readonly personsPerHousehold: readonly [number, number];
  readonly elderShare: readonly [number, number];
  /** Of the elders. */
  readonly oldestShare: readonly [number, number];
}

const LIVES: Readonly<Record<'old' | 'mid' | 'settled' | 'fresh' | 'village', Life>> = {
  old: {
    householdsPerHa: [70, 120],
    personsPerHousehold: [2.2, 2.5],
    elderShare: [0.28, 0.38],
    oldestShare: [0.14, 0.2],
  },
  mid: {
    householdsPerHa: [65, 125],
    personsPerHousehold: [2.3, 2.6],
    elderShare: [0.2, 0.31],
    oldestShare: [0.11, 0.17],
  },
  settled: {
    householdsPerHa: [65, 125],
    personsPerHousehold: [2.5, 2.8],
    elderShare: [0.13, 0.2],
    oldestShare: [0.08, 0.12],
  },
  fresh: {
    householdsPerHa: [80, 190],
    personsPerHousehold: [2.5, 2.9],
    elderShare: [0.1, 0.17],
    oldestShare: [0.06, 0.11],
  },
  village: {
    householdsPerHa: [24, 44],
    personsPerHousehold: [2.3, 2.7],
    elderShare: [0.33, 0.46],
    oldestShare: [0.14, 0.2],
  },
};

/** Leaves as many homes as the city is to have; ground left over is put to another use. */
export function thinOut({ atoms }: Ground, chance: Chance): void {
  const homes = atoms.flatMap(({ blocks }) => blocks.filter(({ estate }) => estate));
  const spare = homes.length - RESIDENCES;
  if (spare < 0) throw new Error(`${homes.length} blocks for homes, ${RESIDENCES} wanted`);
  const urban = homes.filter(({ zone }) => zone === 'mid' || zone === 'new');
  for (const block of chance.shuffled(urban).slice(0, spare)) {
    block.use = chance.pick(['shops', 'school', 'offices', 'vacant'] as const);
    block.estate = null;
  }
}

/** The people in every block of homes, street by street from the north-west. */
export function settle(communities: readonly Community[], namer: Namer, chance: Chance): Residence[] {
  const residences: Residence[] = [];
  for (const community of communities) {
    const homes = community.atoms.flatMap(({ blocks }: Atom) => blocks).filter(({ estate }) => estate);
    for (const block of homes) {
      residences.push(inhabit(`YZ${String(residences.length + 1).padStart(4, '0')}`, block, community, namer, chance));
    }
  }
  return residences;
}

function inhabit(id: string, block: Block, community: Community, namer: Namer, chance: Chance): Residence {
  const { zone } = block;
  const estate = block.estate!;
  const rural = zone === 'rural';
  const kind = classOf(zone, chance);
  const life = LIVES[lifeOf(zone, kind)];
  const hectares = signedArea(estate.area) / PER_HECTARE;
  const households = Math.min(3500, Math.max(150, Math.round(hectares * chance.between(...life.householdsPerHa))));
  const residents = Math.round(households * chance.between(...life.personsPerHousehold));
  const elders = Math.round(residents * chance.between(...life.elderShare));
  const elders80 = Math.round(elders * chance.between(...life.oldestShare));
  const hides = new Set<'households' | 'residents' | 'elders' | 'elders_80' | 'condition_date'>();
  if (chance.odds(rural ? 0.08 : 0.035)) hides.add('households');
  if (chance.odds(0.05)) hides.add('residents');
  if (chance.odds(0.05)) hides.add('elders');
  if (chance.odds(0.2) || hides.has('elders')) hides.add('elders_80');
  if (chance.odds(0.1)) hides.add('condition_date');
  const year = chance.odds(0.25) ? chance.whole(2018, 2022) : chance.whole(2023, 2026);
  const day = `${year}-${String(chance.whole(1, year === 2026 ? 6 : 12)).padStart(2, '0')}-${String(chance.whole(1, 28)).padStart(2, '0')}`;
  return {
    id,
    name: nameFor(zone, kind, namer, chance),
    class: kind,
    rural,
    zone,
    block,
    estate,
    community,
    households,
    residents,
    elders,
    elders80,
    ...(kind === 'new' ? { conditionDate: day } : {}),
    hides,
  };
}

function classOf(zone: Zone, chance: Chance): Residence['class'] {
  if (zone === 'new') return chance.odds(0.56) ? 'new' : chance.odds(0.85) ? 'built' : 'unknown';
  if (zone === 'mid') return chance.odds(0.07) ? 'new' : chance.odds(0.1) ? 'unknown' : 'built';
  if (zone === 'rural') return 'built';
  return chance.odds(0.1) ? 'unknown' : 'built';
}

function lifeOf(zone: Zone, kind: Residence['class']): keyof typeof LIVES {
  if (zone === 'rural') return 'village';
  if (kind === 'new') return 'fresh';
  if (zone === 'old' || zone === 'port') return 'old';
  return zone === 'mid' ? 'mid' : 'settled';
}

function nameFor(zone: Zone, kind: Residence['class'], namer: Namer, chance: Chance): string {
  if (zone === 'rural') return namer.hamlet();
  if (kind === 'new') return namer.newEstate();
  if (zone === 'old') return namer.oldQuarter();
  if (zone === 'port') return chance.odds(0.6) ? namer.oldQuarter() : namer.workersEstate();
  return chance.odds(zone === 'mid' ? 0.75 : 0.3) ? namer.workersEstate() : namer.newEstate();
}

/** Households from which a new estate must build on its own. */
const SMALL_HOUSEHOLDS = 2000;

/** Small new estates that are planned together: neighbours, and now and then one that lies too far off to be one. */
export function formPools(residences: readonly Residence[], count: number, chance: Chance): Map<string, Residence[]> {
  const pools = new Map<string, Residence[]>();
  const isFree = (one: Residence): boolean =>
    one.class === 'new' && one.pool === undefined && one.households < SMALL_HOUSEHOLDS && !one.hides.has('households');
  const apart = (one: Residence, other: Residence): number =>
    distance(one.estate.gates[0]!.inside, other.estate.gates[0]!.inside);
  for (const first of chance.shuffled(residences)) {
    if (pools.size >= count) break;
    if (!isFree(first)) continue;
    const near = residences
      .filter((other) => other !== first && isFree(other) && apart(first, other) < 620)
      .sort((a, b) => apart(first, a) - apart(first, b))
      .slice(0, chance.whole(1, 3));
    if (near.length === 0) continue;
    const members = [first, ...near];
    if (pools.size % 5 === 1) {
      const far = residences
        .filter((other) => isFree(other) && !members.includes(other) && apart(first, other) > 1250)
        .sort((a, b) => apart(first, a) - apart(first, b))[0];
      if (far) members.push(far);
    }
    const id = `统筹${String(pools.size + 1).padStart(2, '0')}`;
    for (const member of members) member.pool = id;
    pools.set(id, members);
  }
  return pools;
}
