import type { Crs, ProjectedCrs, Range } from './crs.ts';
import { DATUM_NAMES, DATUMS, type DatumName } from './datums.ts';
import { KNOWN, type KnownCrs } from './known-crs.ts';
import { readDefinition, type Definition } from './read-definition.ts';

/** Whether a text is a definition (WKT or PROJJSON) rather than a name: told by its start. */
export function isCrsDefinition(text: string): boolean {
  return /^\s*(?:\{|[A-Z_]+\s*\[)/i.test(text);
}

/**
 * The system that the text of a `.prj`, of a GeoPackage or of GeoParquet defines: one of the known systems where its datum
 * and its parameters are those of one, else as it is. Null where it cannot be read.
 */
export function parseCrsDefinition(text: string): Crs | null {
  const definition = readDefinition(text);
  if (definition === null) return null;
  const datum = datumOf(definition);
  // A shift of its own is taken at its word, which a known system without one would drop.
  if (definition.shift !== 'its own' || (datum !== null && DATUMS[datum].isWgs84)) {
    const known = knownAs(definition, datum);
    if (known !== null) return known.crs;
  }
  return {
    kind: 'defined',
    name: definition.name,
    definition: text,
    range: definition.isDegrees ? null : rangeOf(definition),
    isWgs84: definition.shift === 'its own' || (datum === null ? leadsToWgs84(definition) : DATUMS[datum].isWgs84),
  };
}

function leadsToWgs84({ shift, semiMajorM, inverseFlattening }: Definition): boolean {
  return shift !== 'none' || (near(semiMajorM, 6_378_137, 0.01) && near(inverseFlattening, 298.2572, 0.001));
}

/** The datum that a definition names, with its own ellipsoid, or null. */
function datumOf({ datumNames, semiMajorM, inverseFlattening }: Definition): DatumName | null {
  const stated = datumNames.map(plain);
  for (const name of DATUM_NAMES) {
    const { codes, epsg, esri, semiMajorM: a, inverseFlattening: rf } = DATUMS[name];
    const names = [`EPSG_${codes.degrees}`, epsg.degrees, epsg.datum, esri.degrees, esri.datum].map(plain);
    const named = stated.some((one) => names.includes(one));
    if (named && near(semiMajorM, a, 0.001) && near(inverseFlattening, rf, 1e-6)) return name;
  }
  return null;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:gcs|d)_/, '')
    .replace(/[^a-z0-9]/g, '');
}

/** Several systems are the same under two codes; the one that the definition names goes first. */
function knownAs(definition: Definition, datum: DatumName | null): KnownCrs | null {
  const same = KNOWN.filter((known) => isSame(known, definition, datum));
  const name = plain(definition.name);
  return (
    same.find(({ code }) => definition.authority === `EPSG:${code}`) ??
    same.find(({ epsgName, esriName }) => plain(epsgName) === name || plain(esriName) === name) ??
    same[0] ??
    null
  );
}

function isSame({ crs }: KnownCrs, definition: Definition, datum: DatumName | null): boolean {
  if (definition.primeMeridian !== 0) return false;
  if (crs.kind === 'degrees') return definition.isDegrees && crs.datum === datum;
  if (definition.isDegrees || !near(definition.unitM, 1, 1e-9)) return false;
  if (crs.kind === 'web-mercator') return isWebMercator(definition);
  return definition.projectionNames.includes('tmerc') && crs.datum === datum && hasParameters(definition, crs);
}

/** Angles in degrees to some 0.1 mm, lengths to 1 mm. */
function hasParameters(definition: Definition, crs: ProjectedCrs): boolean {
  return (
    near(definition.centralMeridian, crs.centralMeridian, 1e-9) &&
    near(definition.originLatitude, crs.originLatitude, 1e-9) &&
    near(definition.scale, crs.scale, 1e-10) &&
    near(definition.falseEasting, crs.falseEasting, 0.001) &&
    near(definition.falseNorthing, crs.falseNorthing, 0.001)
  );
}

function isWebMercator(definition: Definition): boolean {
  return (
    definition.projectionNames.includes('merc') &&
    definition.isSphere &&
    near(definition.semiMajorM, 6_378_137, 0.001) &&
    near(definition.centralMeridian, 0, 1e-9) &&
    near(definition.scale, 1, 1e-10) &&
    near(definition.falseEasting, 0, 0.001) &&
    near(definition.falseNorthing, 0, 0.001)
  );
}

/** Metres: half the width of a transverse Mercator zone, and from the equator to a pole. */
const HALF_ZONE_M = 400_000;
const QUARTER_MERIDIAN_M = 10_002_000;
const HALF_EQUATOR_M = 20_038_000;

function rangeOf({ projectionNames, falseEasting, falseNorthing, unitM }: Definition): Range {
  const east = projectionNames.includes('tmerc') ? HALF_ZONE_M : HALF_EQUATOR_M;
  const north = projectionNames.includes('tmerc') ? QUARTER_MERIDIAN_M : HALF_EQUATOR_M;
  return [
    (falseEasting - east) / unitM,
    (falseNorthing - north) / unitM,
    (falseEasting + east) / unitM,
    (falseNorthing + north) / unitM,
  ];
}

function near(one: number, other: number, within: number): boolean {
  return Math.abs(one - other) <= within;
}
