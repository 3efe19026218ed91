import type { Crs, TransverseMercator } from './crs.ts';
import { DATUMS, type Datum } from './datums.ts';
import { KNOWN, type KnownCrs } from './known-crs.ts';

/** A row of `gpkg_spatial_ref_sys` (GeoPackage 1.3, table 3); `organization` and the code also name the row's `srs_id`. */
export interface GeoPackageSrs {
  readonly name: string;
  readonly organization: 'EPSG';
  readonly code: number;
  /** WKT1 in the manner of OGC 01-009. */
  readonly definition: string;
}

/**
 * The text of a `.prj` (WKT1 in Esri's manner), or null: GCJ-02 and BD-09 have none, nor has a local grid, and a system read
 * from a definition has the text that it was read from.
 */
export function esriWkt(crs: Crs): string | null {
  const known = entryOf(crs);
  if (known === null) return null;
  const datum = datumOf(known);
  const { degrees, datum: name, ellipsoid } = datum.esri;
  const geographic =
    `GEOGCS["GCS_${degrees}",DATUM["D_${name}",SPHEROID["${ellipsoid}",${decimal(datum.semiMajorM)},` +
    `${decimal(datum.inverseFlattening)}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
  if (known.crs.kind === 'degrees') return geographic;
  return `PROJCS["${known.esriName}",${geographic},${esriProjection(known)},UNIT["Meter",1.0]]`;
}

function esriProjection({ crs }: KnownCrs): string {
  const isMercator = crs.kind !== 'projected';
  const { falseEasting, falseNorthing, centralMeridian, scale, originLatitude } = isMercator ? AT_ZERO : crs;
  const parameters = [
    ['False_Easting', falseEasting],
    ['False_Northing', falseNorthing],
    ['Central_Meridian', centralMeridian],
    ...(isMercator
      ? ([
          ['Standard_Parallel_1', 0],
          ['Auxiliary_Sphere_Type', 0],
        ] as const)
      : ([
          ['Scale_Factor', scale],
          ['Latitude_Of_Origin', originLatitude],
        ] as const)),
  ] as const;
  const name = isMercator ? 'Mercator_Auxiliary_Sphere' : isGaussKruger(crs) ? 'Gauss_Kruger' : 'Transverse_Mercator';
  const list = parameters.map(([key, value]) => `PARAMETER["${key}",${decimal(value)}]`);
  return `PROJECTION["${name}"],${list.join(',')}`;
}

/** Esri's name for zones without a scale factor on a datum that has such zones. */
function isGaussKruger({ scale, originLatitude }: TransverseMercator): boolean {
  return scale === 1 && originLatitude === 0;
}

/** What a GeoPackage says of a system, or null where it has no code (see `esriWkt`). */
export function geoPackageSrs(crs: Crs): GeoPackageSrs | null {
  const known = entryOf(crs);
  if (known === null) return null;
  const { code, epsgName: name } = known;
  return { name, organization: 'EPSG', code, definition: ogcWkt(known) };
}

/**
 * Without AXIS: GeoPackage stores east (or longitude) first whatever the registry's order of axes, and WKT1 without axes
 * means just that.
 */
function ogcWkt(known: KnownCrs): string {
  const { semiMajorM, inverseFlattening, codes, epsg } = datumOf(known);
  const geographic =
    `GEOGCS["${epsg.degrees}",DATUM["${epsg.datum}",SPHEROID["${epsg.ellipsoid}",${semiMajorM},${inverseFlattening},` +
    `${authority(codes.ellipsoid)}],${authority(codes.datum)}],PRIMEM["Greenwich",0,${authority(8901)}],` +
    `UNIT["degree",0.0174532925199433,${authority(9122)}],${authority(codes.degrees)}]`;
  if (known.crs.kind === 'degrees') return geographic;
  const isMercator = known.crs.kind === 'web-mercator';
  const plane = known.crs.kind === 'projected' ? known.crs : AT_ZERO;
  const parameters = [
    ...(isMercator ? [] : [`PARAMETER["latitude_of_origin",${digits(plane.originLatitude)}]`]),
    `PARAMETER["central_meridian",${digits(plane.centralMeridian)}]`,
    `PARAMETER["scale_factor",${plane.scale}]`,
    `PARAMETER["false_easting",${plane.falseEasting}]`,
    `PARAMETER["false_northing",${plane.falseNorthing}]`,
  ];
  return (
    `PROJCS["${known.epsgName}",${geographic},PROJECTION["${isMercator ? 'Mercator_1SP' : 'Transverse_Mercator'}"],` +
    `${parameters.join(',')},UNIT["metre",1,${authority(9001)}],${isMercator ? `${ON_SPHERE},` : ''}${authority(known.code)}]`
  );
}

/** WKT1 has no word for Web Mercator's sphere; GDAL's way of saying it is what readers know. */
const ON_SPHERE =
  'EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"]';

const AT_ZERO = { centralMeridian: 0, originLatitude: 0, scale: 1, falseEasting: 0, falseNorthing: 0 } as const;

function entryOf({ kind, name }: Crs): KnownCrs | null {
  if (kind === 'defined' || kind === 'local') return null;
  return KNOWN.find(({ crs }) => crs.name === name) ?? null;
}

function datumOf({ crs }: KnownCrs): Datum {
  return DATUMS[crs.kind === 'web-mercator' ? 'WGS84' : crs.datum];
}

function authority(code: number): string {
  return `AUTHORITY["EPSG","${code}"]`;
}

/** Fifteen digits, as GDAL writes: minutes of arc have no end in decimals. */
function digits(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : digits(value);
}
