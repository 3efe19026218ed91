import type { Feature, FeatureCollection, Polygon } from 'geojson';
import Papa from 'papaparse';
import { standsAt } from '../../src/core/access/locate.ts';
import { asWgs84, type PlaceGeometry } from '../../src/core/geo/geometry.ts';
import type { Facility } from '../../src/core/plan/plan.ts';

/** A made-up metropolis as the two files a person would open. The same seed gives the same bytes. */
export interface Metropolis {
  readonly areasGeoJson: string;
  readonly facilitiesCsv: string;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An open station: it counts wherever it stands. */
export function facilityToMove(facilities: Iterable<Facility>): Facility {
  for (const facility of facilities) {
    const { type, status, geometry } = facility;
    if (type === 'station' && status === 'open' && geometry) return facility;
  }
  throw new Error('expected an open station');
}

/** A place some dozen metres from where a facility stands, another one at each turn. */
export function pointBeside(facility: Facility, turn: number): PlaceGeometry {
  const [lon, lat] = standsAt(facility)!;
  return asWgs84({ type: 'Point', coordinates: [lon + 0.0003 * (1 + (turn % 7)), lat] });
}

/** Centre of the made-up city, and the spacing of its blocks: 20 000 areas then fill 1 000 km². */
/** Its middle. */
export const CENTRE = [120.9, 32.0] as const;
const BLOCK_M = 224;
const M_PER_LAT = 111_195;
const M_PER_LON = M_PER_LAT * Math.cos((CENTRE[1] * Math.PI) / 180);

/** Blocks along a side of a community, a subdistrict and a county. */
const COMMUNITY = 3;
const SUBDISTRICT = 12;
const COUNTY = 36;

type Cell = string | number | null;
type Row = Record<string, Cell>;

interface Block {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  readonly units: { readonly community: string; readonly subdistrict: string; readonly county: string };
}

/** A city of `areas` residential areas, polygons 150–300 m across, and `facilities` facilities spread over it. */
export function metropolis(areas: number, facilities: number, seed: number): Metropolis {
  const random = mulberry32(seed);
  const side = Math.ceil(Math.sqrt(areas));
  const blocks = Array.from({ length: areas }, (_, i) => blockAt(i, side));
  const features = blocks.map((block) => areaFeature(block, side, random));
  const rows = Array.from({ length: facilities }, (_, i) => facilityRow(i, blocks, side, random));
  const collection: FeatureCollection<Polygon, Row> = { type: 'FeatureCollection', features };
  return { areasGeoJson: JSON.stringify(collection), facilitiesCsv: Papa.unparse(rows, { newline: '\n' }) };
}

function blockAt(i: number, side: number): Block {
  const column = i % side;
  const row = Math.floor(i / side);
  const name = (size: number, letter: string): string =>
    `${letter}${Math.floor(column / size)}-${Math.floor(row / size)}`;
  return {
    id: `A${String(i + 1).padStart(5, '0')}`,
    column,
    row,
    units: { community: name(COMMUNITY, 'C'), subdistrict: name(SUBDISTRICT, 'S'), county: name(COUNTY, 'X') },
  };
}

function areaFeature(block: Block, side: number, random: () => number): Feature<Polygon, Row> {
  const outskirts = Math.max(Math.abs(block.column / side - 0.5), Math.abs(block.row / side - 0.5)) > 0.47;
  const built = outskirts ? 0.5 : 0.68;
  const kind = random();
  const households = Math.round(150 + 1500 * random() ** 2);
  const residents = Math.round(households * (2 + random()));
  const elders = Math.round(residents * (0.12 + 0.25 * random()));
  // Neighbours along a row pool now and then: three in a group, one group in twenty-five triples.
  const pooled = Math.floor(block.column / 3) % 5 === 0 && block.row % 5 === 0;
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [outline(block, side, random)] },
    properties: {
      id: block.id,
      name: `Estate ${block.id.slice(1)}`,
      class: kind < built ? 'built' : kind < built + 0.22 ? 'new' : 'unknown',
      households: unlessUnknown(households, 0.03, random),
      residents: unlessUnknown(residents, 0.02, random),
      elders: unlessUnknown(elders, 0.04, random),
      settlement: outskirts ? 'rural' : 'urban',
      ...block.units,
      city: 'Y',
      pool: pooled ? `P${Math.floor(block.column / 3)}-${block.row}` : null,
      condition_date: random() < 0.1 ? '2021-06-30' : null,
    },
  };
}

/** A ring of 6 to 10 corners around the middle of the block, 75 to 150 m out. */
function outline(block: Block, side: number, random: () => number): [number, number][] {
  const [lon, lat] = middleOf(block, side);
  const corners = 6 + Math.floor(random() * 5);
  const ring = Array.from({ length: corners }, (_, k): [number, number] => {
    const angle = ((k + 0.6 * random()) / corners) * 2 * Math.PI;
    const out = 75 + 75 * random();
    return [lon + (out * Math.cos(angle)) / M_PER_LON, lat + (out * Math.sin(angle)) / M_PER_LAT];
  });
  return [...ring, ring[0]!];
}

function middleOf({ column, row }: Block, side: number): [number, number] {
  return [
    CENTRE[0] + ((column - side / 2) * BLOCK_M) / M_PER_LON,
    CENTRE[1] + ((row - side / 2) * BLOCK_M) / M_PER_LAT,
  ];
}

/** Types and how many of a thousand facilities are of each; with usual floor area, m². */
const TYPE_MIX = [
  ['station', 440, 260],
  ['day_care', 160, 450],
  ['mutual_aid', 120, 180],
  ['meal', 80, 90],
  ['centre', 80, 1300],
  ['institution', 90, 4000],
  ['county_institution', 5, 6000],
  ['other', 25, 300],
] as const;

const STATUS_MIX = ['open', 'open', 'open', 'open', 'open', 'open', 'building', 'planned', 'closed', null] as const;
const ACQUISITION_MIX = ['built_with_housing', 'buy_back', 'lease', 'reallocated', 'converted', null] as const;

function facilityRow(i: number, blocks: readonly Block[], side: number, random: () => number): Row {
  const at = Math.floor(random() * blocks.length);
  const block = blocks[at]!;
  const [lon, lat] = middleOf(block, side);
  const [type, , usualM2] = pick(random);
  const floorArea = Math.round(usualM2 * (0.5 + random()));
  const isHome = type === 'institution' || type === 'county_institution';
  const beds = Math.round(20 + 200 * random());
  const status = STATUS_MIX[Math.floor(random() * STATUS_MIX.length)]!;
  return {
    id: `F${String(i + 1).padStart(5, '0')}`,
    name: `Facility ${i + 1}`,
    type,
    lon: lon + ((random() - 0.5) * BLOCK_M) / M_PER_LON,
    lat: lat + ((random() - 0.5) * BLOCK_M) / M_PER_LAT,
    floor_area: unlessUnknown(floorArea, 0.05, random),
    land_area: unlessUnknown(Math.round(floorArea * (0.4 + random())), 0.3, random),
    land_basis: random() < 0.8 ? 'own' : 'apportioned',
    beds: isHome ? beds : null,
    nursing_beds: isHome ? unlessUnknown(Math.round(beds * (0.5 + 0.5 * random())), 0.05, random) : null,
    status,
    valid_from: random() < 0.7 ? day(2015, 10, random) : null,
    valid_to: status === 'closed' || random() < 0.1 ? day(2024, 8, random) : null,
    acquisition: ACQUISITION_MIX[Math.floor(random() * ACQUISITION_MIX.length)]!,
    serves: random() < 0.1 ? serves(at, blocks, floorArea, random) : null,
    building: random() < 0.05 ? `B${i % 100}` : null,
    ownership: random() < 0.6 ? 'public' : 'public_private',
    ...block.units,
    city: 'Y',
  };
}

function pick(random: () => number): (typeof TYPE_MIX)[number] {
  let left = random() * 1000;
  for (const kind of TYPE_MIX) {
    left -= kind[1];
    if (left < 0) return kind;
  }
  return TYPE_MIX[0];
}

/** One to three areas next to each other, the first with stated m² in half of the cases. */
function serves(at: number, blocks: readonly Block[], floorArea: number, random: () => number): string {
  const ids = blocks.slice(at, at + 1 + Math.floor(random() * 3)).map(({ id }) => id);
  if (random() < 0.5) ids[0] += `:${Math.round(floorArea / 4)}`;
  return ids.join(';');
}

function unlessUnknown(value: number, share: number, random: () => number): number | null {
  return random() < share ? null : value;
}

function day(fromYear: number, years: number, random: () => number): string {
  const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
  return `${fromYear + Math.floor(random() * years)}-${month}-01`;
}
