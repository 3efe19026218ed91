import type { Position } from 'geojson';
import { asWgs84, type LonLat, type PlaceGeometry } from './geometry.ts';
import { metresPerDegree } from './distance.ts';

/** Where a position comes to lie when what it belongs to is moved. */
export function shiftPosition([lon, lat]: LonLat, from: LonLat, to: LonLat): LonLat {
  // A degree of longitude spans less the farther it is from the equator: widths are kept in metres, not in degrees.
  const wider = metresPerDegree(from[1]).perLon / metresPerDegree(to[1]).perLon;
  return [to[0] + (lon - from[0]) * wider, to[1] + (lat - from[1])];
}

/** A geometry moved so that what was at `from` is at `to`: a polygon keeps its shape and its size, in metres. */
export function shiftGeometry(geometry: PlaceGeometry, from: LonLat, to: LonLat): PlaceGeometry {
  const shift = ([lon = NaN, lat = NaN]: Position): Position => [...shiftPosition([lon, lat], from, to)];
  switch (geometry.type) {
    case 'Point':
      return asWgs84({ type: 'Point', coordinates: shift(geometry.coordinates) });
    case 'Polygon':
      return asWgs84({ type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(shift)) });
    default:
      return asWgs84({
        type: 'MultiPolygon',
        coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(shift))),
      });
  }
}
