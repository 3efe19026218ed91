import { WGS84, type Crs } from '../geo/crs.ts';
import { greatCircleMetres, metresPerDegree } from '../geo/distance.ts';
import { fitsCrs } from '../geo/fits-crs.ts';
import type { LonLat } from '../geo/geometry.ts';
import { KNOWN } from '../geo/known-crs.ts';
import { nearestLine, type NearestLine } from '../geo/nearest-line.ts';
import { toWgs84 } from '../geo/to-wgs84.ts';

export interface SuggestCrsRequest {
  /** Numbers as the file has them. */
  readonly positions: readonly (readonly [x: number, y: number])[];
  /** What is there already, WGS84: streets and the rings of areas as lines, points as lines of one position. */
  readonly there: readonly (readonly LonLat[])[];
  /** The system that the file claims or was read in; absent: degrees are taken to claim WGS84. */
  readonly claimed?: Crs;
}

export type CompassPoint = (typeof COMPASS)[number];

export interface CrsSuggestion {
  readonly crs: Crs;
  /** Whether the numbers must be read the other way round. */
  readonly swapped: boolean;
  /** Of the positions, how many lie within the box of what is there, widened by 2 km and a tenth; null: nothing is there. */
  readonly share: number | null;
  /** Median distance from the positions to the nearest of what is there, metres. */
  readonly medianMetres: number | null;
  /** How far, and whither, the numbers as claimed lie from where this system puts them; null for the claimed system. */
  readonly offset: { readonly metres: number; readonly bearingDegrees: number; readonly compass: CompassPoint } | null;
}

const COMPASS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;

/** Positions looked at, evenly from all: medians need no more. */
const SAMPLE = 400;
/** Part of the positions that a system must place near what is there. */
const LEAST_SHARE = 0.5;
/** So much more of the positions near what is there decides between two systems. */
const CLEARER_SHARE = 0.1;
/** A median distance less than this part of another's decides, however few the positions. */
const FAR_NEARER = 0.25;
const PADDING_M = 2000;
const PADDING_PART = 0.1;

/**
 * The systems that would put positions where other things are, the likeliest first: to propose, never to apply. The claimed
 * system (or, without a claim, the most usual that fits) stays first unless another places more of the positions there, or
 * nearer than chance would (`comesNearer`). GCJ-02 and BD-09 are only among the suggestions where they do.
 */
export function suggestCrs({ positions, there, claimed }: SuggestCrsRequest): readonly CrsSuggestion[] {
  const sample = sampleOf(positions.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y)));
  const nearest = nearestLine(there);
  const asClaimed = readingsOf(claimed ?? WGS84, sample).find(({ swapped }) => !swapped) ?? null;
  const found: Candidate[] = [];
  for (const crs of candidates(claimed, nearest !== null)) {
    for (const reading of readingsOf(crs, sample)) {
      const share = nearest === null ? null : shareWithin(reading.places, nearest);
      if (share !== null && share < LEAST_SHARE) continue;
      const usual = found[0]?.reading;
      const isNearer = nearest !== null && usual !== undefined && comesNearer(reading, usual, nearest);
      if (crs.kind === 'shifted' && crs.name !== claimed?.name && !isNearer) continue;
      const medianMetres = nearest === null ? null : median(reading.places.map(nearest.metresFrom));
      const isClaimed = crs.name === (claimed ?? WGS84).name && !reading.swapped;
      const offset = asClaimed === null || isClaimed ? null : offsetOf(reading.places, asClaimed.places);
      found.push({
        reading,
        isNearer,
        suggestion: { crs, swapped: reading.swapped, share, medianMetres, offset },
      });
    }
  }
  return ranked(found);
}

interface Candidate {
  readonly reading: Reading;
  readonly isNearer: boolean;
  readonly suggestion: CrsSuggestion;
}

function sampleOf<T>(all: readonly T[]): readonly T[] {
  if (all.length <= SAMPLE) return all;
  return Array.from({ length: SAMPLE }, (_, i) => all[Math.floor((i * all.length) / SAMPLE)]!);
}

/** In the order of preference. Without anything there nothing tells the zones apart whose easting has no number. */
function* candidates(claimed: Crs | undefined, placed: boolean): Iterable<Crs> {
  if (claimed !== undefined) yield claimed;
  const seen = new Set<string>([claimed?.name ?? '']);
  const all: readonly Crs[] = [
    WGS84,
    { kind: 'shifted', name: 'GCJ-02' },
    { kind: 'shifted', name: 'BD-09' },
    ...KNOWN.flatMap(({ crs }) => (crs.kind === 'degrees' ? [] : [crs])),
  ];
  for (const crs of all) {
    if (!placed && crs.kind === 'projected' && crs.falseEasting === 500_000) continue;
    // 6° zones that are also 3° zones come but once.
    const same =
      crs.kind === 'projected'
        ? [crs.datum, crs.centralMeridian, crs.scale, crs.falseEasting, crs.falseNorthing].join(' ')
        : crs.name;
    if (seen.has(same) || seen.has(crs.name)) continue;
    seen.add(same);
    yield crs;
  }
}

interface Reading {
  readonly swapped: boolean;
  /** One for each of the sample that the system can hold. */
  readonly places: readonly LonLat[];
}

/** The ways to read the numbers in a system, as they stand and the other way round, that most of them allow. */
function readingsOf(crs: Crs, sample: SuggestCrsRequest['positions']): Reading[] {
  const convert = toWgs84(crs);
  const readings: Reading[] = [];
  for (const swapped of [false, true]) {
    const turned = swapped ? sample.map(([x, y]) => [y, x] as const) : sample;
    const fitting = turned.filter(([x, y]) => fitsCrs(crs, x, y) === 'fits');
    if (fitting.length * 2 <= sample.length) continue;
    const places = convert === null ? fitting : fitting.map(([x, y]) => convert(x, y));
    readings.push({ swapped, places });
  }
  return readings;
}

function shareWithin(places: readonly LonLat[], { bounds }: NearestLine): number {
  const [west, south, east, north] = bounds;
  const { perLon, perLat } = metresPerDegree((south + north) / 2);
  const padLon = PADDING_M / perLon + PADDING_PART * (east - west);
  const padLat = PADDING_M / perLat + PADDING_PART * (north - south);
  const within = places.filter(
    ([lon, lat]) => lon >= west - padLon && lon <= east + padLon && lat >= south - padLat && lat <= north + padLat,
  );
  return within.length / places.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half - 0.5)]! + sorted[Math.floor(half)]!) / 2;
}

/** Fewer positions may come nearer by chance. */
const FEWEST_FOR_CHANCE = 8;
/** Displacements as long as the one looked at, in this many directions, are what chance would do. */
const DIRECTIONS = 16;
/** So many other directions may lead to a denser part of town. */
const MOST_NEARER = 1;
/** Standard errors by which the positions must be nearer than the average displacement puts them. */
const SURE = 3;

/**
 * Whether one reading brings the positions nearer to what is there than another, and than moving them as far in other
 * directions would (all but one of fifteen). Streets are never far in a town, so that nearness alone says little.
 */
function comesNearer(one: Reading, other: Reading, { metresFrom }: NearestLine): boolean {
  const count = one.places.length;
  if (count < FEWEST_FOR_CHANCE || count !== other.places.length) return false;
  const { perLon, perLat } = metresPerDegree(other.places[0]![1]);
  const turned = (turn: number): LonLat[] => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return other.places.map(([lon, lat], i) => {
      const [east, north] = [(one.places[i]![0] - lon) * perLon, (one.places[i]![1] - lat) * perLat];
      return [lon + (east * cos - north * sin) / perLon, lat + (east * sin + north * cos) / perLat];
    });
  };
  const reached = one.places.map(metresFrom);
  const gain = new Float64Array(count);
  let nearer = 0;
  for (let direction = 0; direction < DIRECTIONS; direction++) {
    // In its own direction stands the other reading itself.
    const places = direction === 0 ? other.places : turned((direction * 2 * Math.PI) / DIRECTIONS);
    const distances = places.map(metresFrom);
    if (median(distances) <= median(reached) && (direction === 0 || ++nearer > MOST_NEARER)) return false;
    for (let i = 0; i < count; i++) gain[i]! += (distances[i]! - reached[i]!) / DIRECTIONS;
  }
  const mean = gain.reduce((sum, value) => sum + value, 0) / count;
  const variance = gain.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return mean > SURE * Math.sqrt(variance / count);
}

/** From where a system puts the positions to where they lie as claimed; null where the two do not hold the same ones. */
function offsetOf(places: readonly LonLat[], claimed: readonly LonLat[]): CrsSuggestion['offset'] {
  if (places.length !== claimed.length) return null;
  const { perLon, perLat } = metresPerDegree(places[0]![1]);
  const east = median(places.map(([lon], i) => (claimed[i]![0] - lon) * perLon));
  const north = median(places.map(([, lat], i) => (claimed[i]![1] - lat) * perLat));
  const bearingDegrees = ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
  const metres = median(places.map((place, i) => greatCircleMetres(place, claimed[i]!)));
  return { metres, bearingDegrees, compass: COMPASS[Math.round(bearingDegrees / 45) % 8]! };
}

function ranked(found: readonly Candidate[]): readonly CrsSuggestion[] {
  const [usual, ...others] = found;
  if (usual === undefined) return [];
  const sorted = others.toSorted(
    ({ suggestion: a }, { suggestion: b }) =>
      (b.share ?? 0) - (a.share ?? 0) || (a.medianMetres ?? 0) - (b.medianMetres ?? 0),
  );
  const isBetter = ({ isNearer, suggestion: { share, medianMetres } }: Candidate): boolean =>
    isNearer ||
    (share ?? 0) - (usual.suggestion.share ?? 0) > CLEARER_SHARE ||
    (medianMetres ?? 0) < FAR_NEARER * (usual.suggestion.medianMetres ?? 0);
  const order = [...sorted.filter(isBetter), usual, ...sorted.filter((one) => !isBetter(one))];
  return order.map(({ suggestion }) => suggestion);
}
