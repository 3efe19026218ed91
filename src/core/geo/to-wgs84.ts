import gcoord from 'gcoord';
import proj4 from 'proj4';
import type { Crs } from './crs.ts';
import type { LonLat } from './geometry.ts';

/** Turns a position of some system into WGS84 degrees. */
export type ToWgs84 = (x: number, y: number) => LonLat;

/**
 * The conversion from a system to WGS84, or null where there is nothing to convert: CGCS2000 (EPSG:4490, GRS80) differs
 * from WGS84 by centimetres. A declared GCJ-02 or BD-09 layer is taken at its word everywhere inside gcoord's outline of
 * China, which includes Hong Kong, Macau and Taiwan; outside that outline these systems equal WGS84.
 */
export function toWgs84(crs: Crs): ToWgs84 | null {
  if (crs.kind === 'degrees') return null;
  if (crs.kind === 'shifted') return unshift(crs.name === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09);
  const { centralMeridian, falseEasting } = crs;
  const projection = proj4(
    `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  );
  return (x, y) => {
    const [lon = NaN, lat = NaN] = projection.inverse([x, y]);
    return [lon, lat];
  };
}

/** Degrees, some 1 cm: a step this small leaves a thousandth of itself. */
const CLOSE_ENOUGH = 1e-7;
const MOST_ROUNDS = 10;

type ShiftedSystem = typeof gcoord.GCJ02 | typeof gcoord.BD09;

/**
 * The shift is only known forwards, and gcoord's own way back is one step of an approximation (0.15 m on a round trip).
 * Repeating the step on what is left over brings it below a millimetre in three or four rounds.
 */
function unshift(system: ShiftedSystem): ToWgs84 {
  return (x, y) => {
    let [lon, lat] = gcoord.transform([x, y], system, gcoord.WGS84);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const [shiftedLon, shiftedLat] = gcoord.transform([lon, lat], gcoord.WGS84, system);
      const offLon = x - shiftedLon;
      const offLat = y - shiftedLat;
      lon += offLon;
      lat += offLat;
      if (Math.abs(offLon) < CLOSE_ENOUGH && Math.abs(offLat) < CLOSE_ENOUGH) break;
    }
    return [lon, lat];
  };
}
