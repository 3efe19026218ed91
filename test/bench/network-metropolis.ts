import type { StreetLines } from '../../src/core/network/street-lines.ts';
import { mulberry32 } from './metropolis.ts';

/** The same ground as the made-up metropolis of areas: its centre, and 142 blocks of 224 m along a side for 20 000 areas. */
const CENTRE = [120.9, 32.0] as const;
const SIDE_M = 142 * 224;
const M_PER_LAT = 111_195;
const M_PER_LON = M_PER_LAT * Math.cos((CENTRE[1] * Math.PI) / 180);

/** Every so many lanes a street runs on without a break. */
const STREET_EVERY = 7;
/** Of the lanes between, so many are there: the rest are walls, houses and courtyards, and leave dead ends. */
const LANES_KEPT = 0.58;
/** How crooked things are, as a share of the distance between lanes. */
const CROOKED = 0.35;

/**
 * A made-up street network of about so many vertices that streets pass through: a crooked grid of streets with broken
 * lanes and dead ends inside the blocks. Harder than a real city, of whose vertices far fewer are junctions. The same
 * seed gives the same streets.
 */
export function metropolisStreets(vertices: number, seed: number): StreetLines {
  const random = mulberry32(seed);
  const side = Math.round(Math.sqrt(vertices));
  const step = SIDE_M / (side - 1);
  const lon = new Float64Array(side * side);
  const lat = new Float64Array(side * side);
  for (let i = 0; i < lon.length; i++) {
    const east = ((i % side) + CROOKED * (random() - 0.5)) * step - SIDE_M / 2;
    const north = (Math.floor(i / side) + CROOKED * (random() - 0.5)) * step - SIDE_M / 2;
    lon[i] = CENTRE[0] + east / M_PER_LON;
    lat[i] = CENTRE[1] + north / M_PER_LAT;
  }
  const start: number[] = [];
  const vertex: number[] = [];
  const runs = (lane: number, at: (k: number) => number): void => {
    let open = false;
    for (let k = 0; k + 1 < side; k++) {
      const there = lane % STREET_EVERY === 0 || random() < LANES_KEPT;
      if (there && !open) {
        start.push(vertex.length);
        vertex.push(at(k));
      }
      if (there) vertex.push(at(k + 1));
      open = there;
    }
  };
  for (let row = 0; row < side; row++) runs(row, (k) => row * side + k);
  for (let column = 0; column < side; column++) runs(column, (k) => k * side + column);
  const kind = new Uint8Array(start.length);
  start.push(vertex.length);
  return { lon, lat, start: Uint32Array.from(start), vertex: Uint32Array.from(vertex), kind };
}
