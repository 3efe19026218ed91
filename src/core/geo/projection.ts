import gcoord from 'gcoord';
import proj4, { type Converter } from 'proj4';
import type { Crs, DefinedCrs, LocalGridCrs, ShiftedCrs, TransverseMercator } from './crs.ts';
import { DATUMS } from './datums.ts';
import type { LonLat } from './geometry.ts';
import { readDefinition, withoutShift } from './read-definition.ts';

/** The way between a system's own numbers and WGS84 degrees. */
export interface Projection {
  readonly toWgs84: (x: number, y: number) => LonLat;
  readonly fromWgs84: (lon: number, lat: number) => readonly [x: number, y: number];
}

/** A system's way to WGS84 and back, or null where its numbers are taken for WGS84 degrees as they are. */
export function projectionOf(crs: Crs): Projection | null {
  if (crs.kind === 'degrees') return null;
  if (crs.kind === 'shifted') return shift(crs.name);
  if (crs.kind === 'projected') return transverseMercator(crs);
  if (crs.kind === 'web-mercator') return through(proj4('EPSG:3857'));
  return crs.kind === 'defined' ? defined(crs) : localGrid(crs);
}

/** The plane of a transverse Mercator projection on its datum's ellipsoid; degrees of the datum are taken for WGS84's. */
export function transverseMercator(plane: TransverseMercator): Projection {
  const { semiMajorM, inverseFlattening } = DATUMS[plane.datum];
  const { centralMeridian, originLatitude, scale, falseEasting, falseNorthing } = plane;
  return through(
    proj4(
      `+proj=tmerc +lat_0=${originLatitude} +lon_0=${centralMeridian} +k=${scale} +x_0=${falseEasting} +y_0=${falseNorthing} ` +
        `+a=${semiMajorM} +rf=${inverseFlattening} +units=m +no_defs`,
    ),
  );
}

function through({ forward, inverse }: Converter): Projection {
  return {
    toWgs84(x, y) {
      const [lon = NaN, lat = NaN] = inverse([x, y]);
      return [lon, lat];
    },
    fromWgs84(lon, lat) {
      const [x = NaN, y = NaN] = forward([lon, lat]);
      return [x, y];
    },
  };
}

function defined(crs: DefinedCrs): Projection {
  const definition = readDefinition(crs.definition);
  if (definition === null) throw new Error(`a definition that was read before cannot be read: ${crs.definition}`);
  if (!crs.isWgs84) withoutShift(definition);
  return through(proj4(definition.projection));
}

function localGrid({ plane, a, b, x0, y0 }: LocalGridCrs): Projection {
  const { toWgs84, fromWgs84 } = transverseMercator(plane);
  const square = a * a + b * b;
  return {
    toWgs84: (x, y) => toWgs84(x0 + a * x - b * y, y0 + b * x + a * y),
    fromWgs84(lon, lat) {
      const [east, north] = fromWgs84(lon, lat);
      const [dx, dy] = [east - x0, north - y0];
      return [(a * dx + b * dy) / square, (a * dy - b * dx) / square];
    },
  };
}

/** Degrees, some 1 cm: a step this small leaves a thousandth of itself. */
const CLOSE_ENOUGH = 1e-7;
const MOST_ROUNDS = 10;

/**
 * The shift is only known from WGS84, and gcoord's own way back is one step of an approximation (0.15 m on a round trip).
 * Repeating the step on what is left over brings it below a millimetre in three or four rounds.
 */
function shift(name: ShiftedCrs['name']): Projection {
  const system = name === 'GCJ-02' ? gcoord.GCJ02 : gcoord.BD09;
  const fromWgs84 = (lon: number, lat: number) => gcoord.transform([lon, lat], gcoord.WGS84, system);
  return {
    fromWgs84,
    toWgs84(x, y) {
      let [lon, lat] = gcoord.transform([x, y], system, gcoord.WGS84);
      for (let round = 0; round < MOST_ROUNDS; round++) {
        const [shiftedLon, shiftedLat] = fromWgs84(lon, lat);
        const offLon = x - shiftedLon;
        const offLat = y - shiftedLat;
        lon += offLon;
        lat += offLat;
        if (Math.abs(offLon) < CLOSE_ENOUGH && Math.abs(offLat) < CLOSE_ENOUGH) break;
      }
      return [lon, lat];
    },
  };
}
