import type { Crs } from './crs.ts';
import { DATUM_NAMES, DATUMS, type DatumName } from './datums.ts';

/** A system that has a code in the EPSG registry, with its name there and at Esri. */
export interface KnownCrs {
  readonly code: number;
  readonly crs: Extract<Crs, { kind: 'degrees' | 'projected' | 'web-mercator' }>;
  readonly epsgName: string;
  readonly esriName: string;
}

/** Consecutive codes of Gauss-Krüger zones, from the first zone of the west to that of 135° E. */
interface ZoneFamily {
  readonly datum: DatumName;
  readonly firstCode: number;
  readonly width: 3 | 6;
  /** Whether the easting begins with the zone's number (zz500000). */
  readonly zoneInEasting: boolean;
}

/** China's zones (EPSG registry). 3° before 6°: where both have the same central meridian they are the same system. */
const ZONE_FAMILIES: readonly ZoneFamily[] = [
  { datum: 'CGCS2000', firstCode: 4513, width: 3, zoneInEasting: true },
  { datum: 'CGCS2000', firstCode: 4534, width: 3, zoneInEasting: false },
  { datum: 'CGCS2000', firstCode: 4491, width: 6, zoneInEasting: true },
  { datum: 'CGCS2000', firstCode: 4502, width: 6, zoneInEasting: false },
  { datum: 'Xian 1980', firstCode: 2349, width: 3, zoneInEasting: true },
  { datum: 'Xian 1980', firstCode: 2370, width: 3, zoneInEasting: false },
  { datum: 'Xian 1980', firstCode: 2327, width: 6, zoneInEasting: true },
  { datum: 'Xian 1980', firstCode: 2338, width: 6, zoneInEasting: false },
  { datum: 'Beijing 1954', firstCode: 2401, width: 3, zoneInEasting: true },
  { datum: 'Beijing 1954', firstCode: 2422, width: 3, zoneInEasting: false },
  { datum: 'Beijing 1954', firstCode: 21413, width: 6, zoneInEasting: true },
  { datum: 'Beijing 1954', firstCode: 21453, width: 6, zoneInEasting: false },
];

const WEST_MERIDIAN = 75;
const EAST_MERIDIAN = 135;
const FALSE_EASTING_M = 500_000;

/** Metres from its central meridian beyond which an easting cannot belong to a zone at most some 670 km wide. */
const HALF_ZONE_M = 400_000;
/** Metres from the equator: beyond 63° N, north of all of China (54° N). */
const NORTH_OF_CHINA_M = 7_000_000;
/** Metres from the equator at 84° N and 80° S, where UTM ends. */
const UTM_NORTH_M = 9_400_000;
const UTM_SOUTH_M = 1_100_000;
const UTM_FALSE_NORTHING_M = 10_000_000;
/** Half the equator of the Web Mercator's sphere, metres. */
const WEB_MERCATOR_EDGE_M = 20_037_508.35;

function* zonesOf({ datum, firstCode, width, zoneInEasting }: ZoneFamily): Iterable<KnownCrs> {
  const epsgDatum = datum === 'CGCS2000' ? 'CGCS2000' : DATUMS[datum].epsg.degrees;
  for (let meridian = WEST_MERIDIAN, code = firstCode; meridian <= EAST_MERIDIAN; meridian += width, code++) {
    const zone = width === 3 ? meridian / 3 : (meridian + 3) / 6;
    const falseEasting = FALSE_EASTING_M + (zoneInEasting ? zone * 1_000_000 : 0);
    const which = zoneInEasting ? `Zone ${zone}` : `CM ${meridian}E`;
    // Esri's own irregularity.
    const gaussKruger = firstCode === 21453 ? 'Gauss_Kruger' : 'GK';
    yield {
      code,
      crs: {
        kind: 'projected',
        name: `EPSG:${code}`,
        datum,
        centralMeridian: meridian,
        originLatitude: 0,
        scale: 1,
        falseEasting,
        falseNorthing: 0,
        range: [falseEasting - HALF_ZONE_M, 0, falseEasting + HALF_ZONE_M, NORTH_OF_CHINA_M],
      },
      epsgName: `${epsgDatum} / ${width === 3 ? '3-degree ' : ''}Gauss-Kruger ${which.replace('Zone', 'zone')}`,
      esriName: `${epsgDatum} ${width === 3 ? '3_Degree_' : ''}${gaussKruger}_${which}`.replaceAll(' ', '_'),
    };
  }
}

/** WGS84 / UTM: 32601–32660 north, 32701–32760 south of the equator. */
function utm(zone: number, hemisphere: 'N' | 'S'): KnownCrs {
  const code = (hemisphere === 'N' ? 32600 : 32700) + zone;
  const [south, north] = hemisphere === 'N' ? [0, UTM_NORTH_M] : [UTM_SOUTH_M, UTM_FALSE_NORTHING_M];
  return {
    code,
    crs: {
      kind: 'projected',
      name: `EPSG:${code}`,
      datum: 'WGS84',
      centralMeridian: zone * 6 - 183,
      originLatitude: 0,
      scale: 0.9996,
      falseEasting: FALSE_EASTING_M,
      falseNorthing: hemisphere === 'N' ? 0 : UTM_FALSE_NORTHING_M,
      range: [FALSE_EASTING_M - HALF_ZONE_M, south, FALSE_EASTING_M + HALF_ZONE_M, north],
    },
    epsgName: `WGS 84 / UTM zone ${zone}${hemisphere}`,
    esriName: `WGS_1984_UTM_Zone_${zone}${hemisphere}`,
  };
}

function* allKnown(): Iterable<KnownCrs> {
  for (const datum of DATUM_NAMES) {
    const { codes, epsg, esri } = DATUMS[datum];
    const crs = { kind: 'degrees', name: `EPSG:${codes.degrees}`, datum } as const;
    yield { code: codes.degrees, crs, epsgName: epsg.degrees, esriName: `GCS_${esri.degrees}` };
  }
  for (const family of ZONE_FAMILIES) yield* zonesOf(family);
  for (let zone = 1; zone <= 60; zone++) {
    yield utm(zone, 'N');
    yield utm(zone, 'S');
  }
  yield {
    code: 3857,
    crs: {
      kind: 'web-mercator',
      name: 'EPSG:3857',
      range: [-WEB_MERCATOR_EDGE_M, -WEB_MERCATOR_EDGE_M, WEB_MERCATOR_EDGE_M, WEB_MERCATOR_EDGE_M],
    },
    epsgName: 'WGS 84 / Pseudo-Mercator',
    esriName: 'WGS_1984_Web_Mercator_Auxiliary_Sphere',
  };
  yield {
    code: 3826,
    crs: {
      kind: 'projected',
      name: 'EPSG:3826',
      datum: 'TWD97',
      centralMeridian: 121,
      originLatitude: 0,
      scale: 0.9999,
      falseEasting: 250_000,
      falseNorthing: 0,
      // Taiwan with its small islands: 20°–27° N, 119°–123.5° E.
      range: [50_000, 2_200_000, 500_000, 3_000_000],
    },
    epsgName: 'TWD97 / TM2 zone 121',
    esriName: 'TWD_1997_TM_Taiwan',
  };
  yield {
    code: 3414,
    crs: {
      kind: 'projected',
      name: 'EPSG:3414',
      datum: 'SVY21',
      centralMeridian: 103 + 50 / 60,
      originLatitude: 1 + 22 / 60,
      scale: 1,
      falseEasting: 28_001.642,
      falseNorthing: 38_744.572,
      // Singapore is 50 km across; some 60 km around its origin.
      range: [-30_000, -20_000, 90_000, 100_000],
    },
    epsgName: 'SVY21 / Singapore TM',
    esriName: 'SVY21_Singapore_TM',
  };
}

export const KNOWN: readonly KnownCrs[] = [...allKnown()];

const BY_CODE: ReadonlyMap<number, KnownCrs> = new Map(KNOWN.map((known) => [known.code, known]));

const BY_NAME: ReadonlyMap<string, KnownCrs> = new Map(
  KNOWN.flatMap((known) => [known.epsgName, known.esriName].map((name) => [plainName(name), known] as const)),
);

/** The system of an EPSG code, or null. 900913 is what Web Mercator was called before it had a code. */
export function knownByCode(code: number): KnownCrs | null {
  return BY_CODE.get(code === 900913 ? 3857 : code) ?? null;
}

/** The system that the EPSG registry or Esri calls so, spaces and dashes aside, or null. */
export function knownByName(name: string): KnownCrs | null {
  return BY_NAME.get(plainName(name)) ?? null;
}

function plainName(name: string): string {
  return name.toUpperCase().replace(/[\s_/-]/g, '');
}
