import proj4 from 'proj4';

/** What proj4 makes of a definition: lengths in metres, angles in radians. */
export interface Definition {
  readonly projection: InstanceType<typeof proj4.Proj>;
  readonly name: string;
  /** What the definition calls itself with a code, such as `EPSG:4528`. */
  readonly authority: string | null;
  /** Degrees, longitude first; else metres or feet on a plane. */
  readonly isDegrees: boolean;
  /** Every name of its projection. */
  readonly projectionNames: readonly string[];
  /** What the definition calls its datum, as well as it can be told. */
  readonly datumNames: readonly string[];
  readonly semiMajorM: number;
  /** 0: a sphere. */
  readonly inverseFlattening: number;
  readonly isSphere: boolean;
  readonly centralMeridian: number;
  readonly originLatitude: number;
  readonly scale: number;
  readonly falseEasting: number;
  readonly falseNorthing: number;
  /** Metres in one of its units. */
  readonly unitM: number;
  /** Radians. */
  readonly primeMeridian: number;
  /** The way to WGS84 that the definition itself brings, or that proj4 knows for its datum. */
  readonly shift: 'its own' | 'of proj4' | 'none';
}

/** proj4's datum types (its `constants/values.js`). */
const SHIFT_TYPES: readonly number[] = [1, 2];
const GRID_TYPE = 3;
const WGS84_TYPE = 4;
const NO_DATUM = 5;

const ROOTS = 'PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|BOUNDCRS';
const HORIZONTAL_ROOTS = 'PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS';

/**
 * Reads a definition in WKT1 (OGC, Esri), WKT2 or PROJJSON text; of a compound system its horizontal part. Null where
 * proj4 cannot read it, or where it is no plane and no degrees (geocentric, vertical, engineering).
 */
export function readDefinition(text: string): Definition | null {
  const source = text.trimStart().startsWith('{') ? fromJson(text) : fromWkt(text, ROOTS);
  if (source === null) return null;
  const read = parse(source);
  if (read?.projection.datum.datum_type !== GRID_TYPE) return read;
  // A shift that needs a grid file, which nobody has here: the system itself can still be read, without the shift.
  const inner = typeof source === 'string' ? fromWkt(text, HORIZONTAL_ROOTS) : source['source_crs'];
  const bare = isObject(inner) || typeof inner === 'string' ? parse(inner) : null;
  return bare?.projection.datum.datum_type === GRID_TYPE ? null : bare;
}

/** Takes away the way to WGS84 that proj4 assumes: its degrees are then taken as they are. */
export function withoutShift({ projection }: Definition): void {
  projection.datum = { ...projection.datum, datum_type: NO_DATUM };
}

type Json = Readonly<Record<string, unknown>>;

function fromJson(text: string): Json | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (isObject(value) && value['type'] === 'CompoundCRS') {
    value = Array.isArray(value['components']) ? value['components'][0] : null;
  }
  const types: readonly unknown[] = ['ProjectedCRS', 'GeographicCRS', 'GeodeticCRS', 'BoundCRS'];
  return isObject(value) && types.includes(value['type']) ? value : null;
}

function fromWkt(text: string, roots: string): string | null {
  const start = new RegExp(String.raw`\b(?:${roots})\s*\[`).exec(text);
  const before = start === null ? text : text.slice(0, start.index);
  if (start === null || !/^\s*(?:COMPD_CS|COMPOUNDCRS|BOUNDCRS|$)/.test(before)) return null;
  // proj4 2.22 passes over the base of WKT2:2015 by this name and takes WGS84's ellipsoid instead.
  return text.slice(start.index).replaceAll('BASEGEODCRS', 'BASEGEOGCRS');
}

/** The fields that proj4's parser leaves on what it read, which its types do not name, and whatever a bad file puts there. */
interface Parsed {
  readonly projName: unknown;
  readonly srsCode: unknown;
  readonly title: unknown;
  readonly datumCode: unknown;
  readonly units: unknown;
  readonly long0: unknown;
  readonly longc: unknown;
  readonly lat0: unknown;
  readonly x0: unknown;
  readonly y0: unknown;
  readonly to_meter: unknown;
  readonly from_greenwich: unknown;
}

function parse(source: string | Json): Definition | null {
  try {
    const definition = describe(new proj4.Proj(source as string), isObject(source) ? JSON.stringify(source) : source);
    const isPlane = definition.isDegrees || !definition.projectionNames.includes('geocent');
    const needsGrid = definition.projection.datum.datum_type === GRID_TYPE;
    return isPlane && (needsGrid || comesBack(definition)) ? definition : null;
  } catch {
    return null;
  }
}

function describe(projection: Definition['projection'], text: string): Definition {
  const parsed = projection as unknown as Parsed;
  const isDegrees = parsed.projName === 'longlat';
  if (isDegrees && !/^degree/i.test(String(parsed.units))) throw new RangeError(`units: ${String(parsed.units)}`);
  const authority = typeof parsed.title === 'string' && /^[A-Z]+:\w+$/i.test(parsed.title) ? parsed.title : null;
  const type = projection.datum.datum_type;
  return {
    projection,
    name: [parsed.srsCode, parsed.title, projection.name, projection.names[0]].find(isWord) ?? '',
    authority,
    isDegrees,
    projectionNames: projection.names,
    datumNames: [parsed.datumCode, ...(isDegrees ? [authority, parsed.srsCode] : [])].filter(isWord),
    semiMajorM: Number(projection.a),
    inverseFlattening: Number(projection.rf ?? 0),
    isSphere: projection.sphere === true,
    centralMeridian: degrees(parsed.long0 ?? parsed.longc),
    originLatitude: degrees(parsed.lat0),
    scale: projection.k0,
    falseEasting: Number(parsed.x0 ?? 0),
    falseNorthing: Number(parsed.y0 ?? 0),
    unitM: isDegrees ? 1 : Number(parsed.to_meter ?? 1),
    primeMeridian: Number(parsed.from_greenwich ?? 0),
    shift: SHIFT_TYPES.includes(type)
      ? /TOWGS84|BOUNDCRS|BoundCRS/.test(text)
        ? 'its own'
        : 'of proj4'
      : type === WGS84_TYPE
        ? 'of proj4'
        : 'none',
  };
}

/** Degrees, some 10 cm. */
const NEAR = 1e-6;

/** Whether a place near its origin goes there and back: a parameter that is missing or no number would spoil it. */
function comesBack({ projection, centralMeridian, originLatitude }: Definition): boolean {
  const place = [centralMeridian + 0.5, originLatitude + (originLatitude > 0 ? -0.5 : 0.5)];
  const converter = proj4(projection);
  const [lon = NaN, lat = NaN] = converter.inverse(converter.forward(place));
  return Math.abs(lon - place[0]!) < NEAR && Math.abs(lat - place[1]!) < NEAR;
}

function degrees(radians: unknown): number {
  return (Number(radians ?? 0) * 180) / Math.PI;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
