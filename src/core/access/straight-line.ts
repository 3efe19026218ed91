import Flatbush from 'flatbush';
import { EARTH_RADIUS_M, metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { FacilityId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import { TOLERANCE } from '../units.ts';
import type { Origins, Reach, ReachRow } from './reach.ts';

/** Facilities worked through between two reports. */
const PER_STEP = 20;

const RADIANS = Math.PI / 180;

/**
 * Reach without streets: great-circle metres × `detourFactor`, an estimate of the walk.
 * Rows of `previous` are taken over where origins, limit, factor and the facility's place are the same.
 */
export function* straightLineSteps(
  origins: Origins,
  destinations: ReadonlyMap<FacilityId, LonLat>,
  limitM: number,
  detourFactor: number,
  previous: StraightLineReach | null = null,
): Steps<StraightLineReach> {
  const reusable =
    previous?.origins === origins && previous.limitM === limitM && previous.detourFactor === detourFactor
      ? previous
      : null;
  const index = reusable?.index ?? indexOrigins(origins);
  const rows = new Map<FacilityId, ReachRow>();
  let done = 0;
  for (const [facility, at] of destinations) {
    if (done++ % PER_STEP === 0) yield { stage: 'reach', done, total: destinations.size };
    const known = reusable?.rows.get(facility);
    const same = known && known.at[0] === at[0] && known.at[1] === at[1];
    rows.set(facility, same ? known : straightLineRow(origins, index, at, limitM, detourFactor));
  }
  return { method: 'straight_line', limitM, detourFactor, origins, rows, index };
}

export interface StraightLineReach extends Reach {
  readonly method: 'straight_line';
  readonly detourFactor: number;
  readonly index: OriginIndex;
}

/** Origins as unit vectors from the earth's centre, and the areas' boxes: what makes a row cheap. */
interface OriginIndex {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** Null: no area has an origin. */
  readonly boxes: Flatbush | null;
  /** The area of each box. */
  readonly areaOfBox: readonly number[];
}

function indexOrigins({ start, lon, lat, areaIds }: Origins): OriginIndex {
  const count = lon.length;
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const z = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const cosLat = Math.cos(lat[i]! * RADIANS);
    x[i] = cosLat * Math.cos(lon[i]! * RADIANS);
    y[i] = cosLat * Math.sin(lon[i]! * RADIANS);
    z[i] = Math.sin(lat[i]! * RADIANS);
  }
  const areaOfBox = areaIds.map((_, area) => area).filter((area) => start[area + 1]! > start[area]!);
  if (areaOfBox.length === 0) return { x, y, z, boxes: null, areaOfBox };
  const boxes = new Flatbush(areaOfBox.length);
  for (const area of areaOfBox) {
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (let i = start[area]!; i < start[area + 1]!; i++) {
      west = Math.min(west, lon[i]!);
      east = Math.max(east, lon[i]!);
      south = Math.min(south, lat[i]!);
      north = Math.max(north, lat[i]!);
    }
    boxes.add(west, south, east, north);
  }
  boxes.finish();
  return { x, y, z, boxes, areaOfBox };
}

function straightLineRow(
  { start }: Origins,
  { x, y, z, boxes, areaOfBox }: OriginIndex,
  at: LonLat,
  limitM: number,
  detourFactor: number,
): ReachRow {
  const radiusM = (limitM + TOLERANCE) / detourFactor;
  const { perLat } = metresPerDegree(at[1]);
  const dLat = (radiusM / perLat) * (1 + 1e-9);
  // A degree of longitude is shortest on the side nearer the pole.
  const { perLon } = metresPerDegree(Math.min(89.9, Math.abs(at[1]) + dLat));
  const dLon = (radiusM / perLon) * (1 + 1e-9);
  const near = boxes
    ? boxes
        .search(at[0] - dLon, at[1] - dLat, at[0] + dLon, at[1] + dLat)
        .map((box) => areaOfBox[box]!)
        .sort((a, b) => a - b)
    : [];
  let most = 0;
  for (const area of near) most += start[area + 1]! - start[area]!;
  const origin = new Uint32Array(most);
  const metres = new Float64Array(most);
  const cosLat = Math.cos(at[1] * RADIANS);
  const fx = cosLat * Math.cos(at[0] * RADIANS);
  const fy = cosLat * Math.sin(at[0] * RADIANS);
  const fz = Math.sin(at[1] * RADIANS);
  const halfChord = Math.sin(radiusM / (2 * EARTH_RADIUS_M));
  const chordLimit = 4 * halfChord * halfChord;
  const scale = 2 * EARTH_RADIUS_M * detourFactor;
  let count = 0;
  for (const area of near) {
    for (let i = start[area]!; i < start[area + 1]!; i++) {
      const dx = x[i]! - fx;
      const dy = y[i]! - fy;
      const dz = z[i]! - fz;
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord > chordLimit) continue;
      origin[count] = i;
      metres[count++] = scale * Math.asin(Math.sqrt(chord) / 2);
    }
  }
  return { at, origin: origin.slice(0, count), metres: metres.slice(0, count) };
}
