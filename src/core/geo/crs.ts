/** How coordinates are written in a file. Everything inside the program is WGS84 degrees. */
export type Crs =
  | { readonly kind: 'degrees'; readonly name: 'EPSG:4326' | 'EPSG:4490' }
  | { readonly kind: 'shifted'; readonly name: 'GCJ-02' | 'BD-09' }
  | {
      readonly kind: 'projected';
      readonly name: `EPSG:${number}`;
      readonly centralMeridian: number;
      /** Metres; carries the zone number (zz500000) in EPSG:4513–4533. */
      readonly falseEasting: number;
    };

export const WGS84: Crs = { kind: 'degrees', name: 'EPSG:4326' };

/** What may be declared, for messages. */
export const KNOWN_CRS = ['EPSG:4326', 'EPSG:4490', 'EPSG:4513…EPSG:4554', 'GCJ-02', 'BD-09'] as const;

const SHIFTED: Readonly<Record<string, 'GCJ-02' | 'BD-09'>> = { GCJ02: 'GCJ-02', BD09: 'BD-09', BD09LL: 'BD-09' };
const DEGREES: Readonly<Record<string, 'EPSG:4326' | 'EPSG:4490'>> = {
  CRS84: 'EPSG:4326',
  WGS84: 'EPSG:4326',
  WGS1984: 'EPSG:4326',
  CGCS2000: 'EPSG:4490',
};

/**
 * The system a name means, or null. Lenient about case, dashes, and the ways GeoJSON and OGC write a code:
 * `GCJ-02`, `gcj02`, `epsg:4528`, `4528`, `urn:ogc:def:crs:EPSG::4490`, `http://www.opengis.net/def/crs/EPSG/0/4490`.
 */
export function parseCrs(name: string): Crs | null {
  const plain = name.normalize('NFKC').toUpperCase().trim();
  const epsg =
    /^(?:(?:URN:(?:OGC|X-OGC):DEF:CRS:|HTTPS?:\/\/WWW\.OPENGIS\.NET\/DEF\/CRS\/)?EPSG[:/][\d.]*[:/]?)?(\d{4,5})$/.exec(
      plain,
    );
  if (epsg !== null) return fromEpsg(Number(epsg[1]));
  const last = plain
    .split(/[:/]/)
    .at(-1)!
    .replace(/[\s_-]/g, '');
  if (Object.hasOwn(DEGREES, last)) return { kind: 'degrees', name: DEGREES[last]! };
  if (Object.hasOwn(SHIFTED, last)) return { kind: 'shifted', name: SHIFTED[last]! };
  return null;
}

/**
 * CGCS2000 / 3-degree Gauss-Krüger (EPSG registry): 4513–4533 are zones 25–45 with the zone in the easting,
 * 4534–4554 the same central meridians 75°–135° E with a false easting of 500 000 m alone.
 */
function fromEpsg(code: number): Crs | null {
  if (code === 4326 || code === 4490) return { kind: 'degrees', name: `EPSG:${code}` };
  if (code >= 4513 && code <= 4533) {
    const zone = code - 4513 + 25;
    return {
      kind: 'projected',
      name: `EPSG:${code}`,
      centralMeridian: zone * 3,
      falseEasting: zone * 1_000_000 + 500_000,
    };
  }
  if (code >= 4534 && code <= 4554) {
    return {
      kind: 'projected',
      name: `EPSG:${code}`,
      centralMeridian: 75 + (code - 4534) * 3,
      falseEasting: 500_000,
    };
  }
  return null;
}

/** Metres from its central meridian beyond which an easting cannot belong to a zone some 300 km wide. */
const FARTHEST_EASTING_M = 400_000;
/** Metres from the equator: beyond 63° N, north of all of China (54° N). */
const FARTHEST_NORTHING_M = 7_000_000;

/** Whether a pair of numbers can be a position in a system; `swapped`: it can, the other way round. */
export function fitsCrs(crs: Crs, x: number, y: number): 'fits' | 'swapped' | 'outside' {
  return inRange(crs, x, y) ? 'fits' : inRange(crs, y, x) ? 'swapped' : 'outside';
}

function inRange(crs: Crs, x: number, y: number): boolean {
  if (crs.kind !== 'projected') return Math.abs(x) <= 180 && Math.abs(y) <= 90;
  return Math.abs(x - crs.falseEasting) <= FARTHEST_EASTING_M && y >= 0 && y <= FARTHEST_NORTHING_M;
}
