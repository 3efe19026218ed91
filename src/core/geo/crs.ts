import type { DatumName } from './datums.ts';
import { knownByCode, knownByName } from './known-crs.ts';
import { isCrsDefinition, parseCrsDefinition } from './parse-crs-definition.ts';
import { isLocalGrid, parseLocalGrid } from './parse-local-grid.ts';

/** How coordinates are written in a file. Everything inside the program is WGS84 degrees. Plain data: it may cross to a worker. */
export type Crs = DegreesCrs | ShiftedCrs | ProjectedCrs | WebMercatorCrs | DefinedCrs | LocalGridCrs;

/** The box of numbers that can be positions of a system, in its own units. */
export type Range = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Longitude and latitude on a datum. */
export interface DegreesCrs {
  readonly kind: 'degrees';
  readonly name: `EPSG:${number}`;
  readonly datum: DatumName;
}

/** Degrees moved by 100 to 700 m, as Chinese online maps have them. */
export interface ShiftedCrs {
  readonly kind: 'shifted';
  readonly name: 'GCJ-02' | 'BD-09';
}

/** A transverse Mercator projection: metres east and north. Gauss-Krüger and UTM are such. */
export interface TransverseMercator {
  readonly datum: DatumName;
  /** Degrees. */
  readonly centralMeridian: number;
  readonly originLatitude: number;
  /** On the central meridian. */
  readonly scale: number;
  /** Metres; carries the zone number (zz500000) in China's zones with a number. */
  readonly falseEasting: number;
  readonly falseNorthing: number;
}

export interface ProjectedCrs extends TransverseMercator {
  readonly kind: 'projected';
  readonly name: `EPSG:${number}`;
  readonly range: Range;
}

export interface WebMercatorCrs {
  readonly kind: 'web-mercator';
  readonly name: 'EPSG:3857';
  readonly range: Range;
}

/** A system that has no entry of ours: read as the text of its definition says. */
export interface DefinedCrs {
  readonly kind: 'defined';
  /** What the definition calls it. */
  readonly name: string;
  /** WKT or PROJJSON that proj4 reads. */
  readonly definition: string;
  /** Null: it is degrees. */
  readonly range: Range | null;
  /** Whether the way from its datum to WGS84 is known (within a few metres). */
  readonly isWgs84: boolean;
}

/** Metres of a survey's own, tied to the world by control points. */
export interface LocalGridCrs {
  readonly kind: 'local';
  /** Its declaration, which holds the control points: `parseCrs(name)` gives the same system. */
  readonly name: string;
  /** The plane that it is fitted into. */
  readonly plane: TransverseMercator;
  /** east = `x0` + `a`·x − `b`·y, north = `y0` + `b`·x + `a`·y, metres in the plane. */
  readonly a: number;
  readonly b: number;
  readonly x0: number;
  readonly y0: number;
  readonly range: Range;
  readonly fit: LocalGridFit;
}

/** How well a local grid lies on its control points. */
export interface LocalGridFit {
  /** Metres of the plane that a unit of the grid spans. */
  readonly scale: number;
  /** Degrees by which the grid's x axis points to the left of east, −180 to 180. */
  readonly rotationDegrees: number;
  /** Metres from where the grid puts each control point to where it was said to be, in their order. */
  readonly residuals: readonly { readonly east: number; readonly north: number; readonly metres: number }[];
  /** Root of the mean square of the residuals, metres. */
  readonly rmsMetres: number;
  /** False with two points: through two points a fit is exact, right or wrong, so the residuals say nothing. */
  readonly checked: boolean;
  /** Whether the points fit much better with x and y the other way round (surveys in China write north first). */
  readonly swappedFitsBetter: boolean;
}

export const WGS84: DegreesCrs = { kind: 'degrees', name: 'EPSG:4326', datum: 'WGS84' };

/** What may be declared, for messages; beside these, the text of a definition and a local grid. */
export const KNOWN_CRS = [
  'EPSG:4326',
  'EPSG:4490…EPSG:4554',
  'GCJ-02',
  'BD-09',
  'EPSG:4610',
  'EPSG:2327…EPSG:2390',
  'EPSG:4214',
  'EPSG:2401…EPSG:2442',
  'EPSG:3857',
  'EPSG:32601…EPSG:32760',
  'EPSG:3414',
  'EPSG:3826',
  'EPSG:3824',
  'EPSG:21413…EPSG:21463',
] as const;

const SHIFTED: Readonly<Record<string, ShiftedCrs['name']>> = { GCJ02: 'GCJ-02', BD09: 'BD-09', BD09LL: 'BD-09' };
/** What people call a system beside its names in the registry and at Esri. */
const OTHER_NAMES: Readonly<Record<string, number>> = {
  CRS84: 4326,
  WGS84: 4326,
  WGS1984: 4326,
  CGCS2000: 4490,
  XIAN80: 4610,
  BEIJING54: 4214,
  WEBMERCATOR: 3857,
};

/**
 * The system that a text means, or null: a name, a definition (WKT, PROJJSON) or a local grid's declaration. Lenient about
 * case, dashes, and the ways GeoJSON and OGC write a code: `GCJ-02`, `gcj02`, `epsg:4528`, `4528`,
 * `CGCS2000_3_Degree_GK_Zone_40`, `urn:ogc:def:crs:EPSG::4490`, `http://www.opengis.net/def/crs/EPSG/0/4490`.
 */
export function parseCrs(text: string): Crs | null {
  if (isCrsDefinition(text)) return parseCrsDefinition(text);
  if (isLocalGrid(text)) return parseLocalGrid(text, parseCrs).grid;
  const plain = text.normalize('NFKC').toUpperCase().trim();
  const epsg =
    /^(?:(?:URN:(?:OGC|X-OGC):DEF:CRS:|HTTPS?:\/\/WWW\.OPENGIS\.NET\/DEF\/CRS\/)?EPSG[:/](?:[\d.]*[:/])?)?(\d{4,6})$/.exec(
      plain,
    );
  if (epsg !== null) return knownByCode(Number(epsg[1]))?.crs ?? null;
  const last = plain
    .split(/[:/]/)
    .at(-1)!
    .replace(/[\s_-]/g, '');
  if (Object.hasOwn(SHIFTED, last)) return { kind: 'shifted', name: SHIFTED[last]! };
  if (Object.hasOwn(OTHER_NAMES, last)) return knownByCode(OTHER_NAMES[last]!)!.crs;
  return knownByName(plain)?.crs ?? null;
}

/** Whether positions of a system are degrees, longitude first. */
export function inDegrees(crs: Crs): boolean {
  return crs.kind === 'degrees' || crs.kind === 'shifted' || (crs.kind === 'defined' && crs.range === null);
}
