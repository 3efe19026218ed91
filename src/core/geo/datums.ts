/**
 * A geodetic datum as far as positions and the text of a definition need it. Names and codes are those of the EPSG
 * registry and of Esri, as GDAL 3.6 writes them.
 */
export interface Datum {
  readonly semiMajorM: number;
  readonly inverseFlattening: number;
  /**
   * Whether its degrees are WGS84's within a metre. Where not, the way to WGS84 is not public (Xian 1980, Beijing 1954): its
   * degrees stand some tens of metres to 100 m off.
   */
  readonly isWgs84: boolean;
  /** EPSG codes of its degrees, its own and its ellipsoid's. */
  readonly codes: { readonly degrees: number; readonly datum: number; readonly ellipsoid: number };
  readonly epsg: { readonly degrees: string; readonly datum: string; readonly ellipsoid: string };
  /** Without the prefixes `GCS_` and `D_`. */
  readonly esri: { readonly degrees: string; readonly datum: string; readonly ellipsoid: string };
}

const DATUMS_BY_NAME = {
  WGS84: {
    semiMajorM: 6_378_137,
    inverseFlattening: 298.257223563,
    isWgs84: true,
    codes: { degrees: 4326, datum: 6326, ellipsoid: 7030 },
    epsg: { degrees: 'WGS 84', datum: 'WGS_1984', ellipsoid: 'WGS 84' },
    esri: { degrees: 'WGS_1984', datum: 'WGS_1984', ellipsoid: 'WGS_1984' },
  },
  CGCS2000: {
    semiMajorM: 6_378_137,
    inverseFlattening: 298.257222101,
    isWgs84: true,
    codes: { degrees: 4490, datum: 1043, ellipsoid: 1024 },
    epsg: { degrees: 'China Geodetic Coordinate System 2000', datum: 'China_2000', ellipsoid: 'CGCS2000' },
    esri: { degrees: 'China_Geodetic_Coordinate_System_2000', datum: 'China_2000', ellipsoid: 'CGCS2000' },
  },
  TWD97: {
    semiMajorM: 6_378_137,
    inverseFlattening: 298.257222101,
    isWgs84: true,
    codes: { degrees: 3824, datum: 1026, ellipsoid: 7019 },
    epsg: { degrees: 'TWD97', datum: 'Taiwan_Datum_1997', ellipsoid: 'GRS 1980' },
    esri: { degrees: 'TWD_1997', datum: 'TWD_1997', ellipsoid: 'GRS_1980' },
  },
  SVY21: {
    semiMajorM: 6_378_137,
    inverseFlattening: 298.257223563,
    isWgs84: true,
    codes: { degrees: 4757, datum: 6757, ellipsoid: 7030 },
    epsg: { degrees: 'SVY21', datum: 'SVY21', ellipsoid: 'WGS 84' },
    esri: { degrees: 'SVY21', datum: 'SVY21', ellipsoid: 'WGS_1984' },
  },
  'Xian 1980': {
    semiMajorM: 6_378_140,
    inverseFlattening: 298.257,
    isWgs84: false,
    codes: { degrees: 4610, datum: 6610, ellipsoid: 7049 },
    epsg: { degrees: 'Xian 1980', datum: 'Xian_1980', ellipsoid: 'IAG 1975' },
    esri: { degrees: 'Xian_1980', datum: 'Xian_1980', ellipsoid: 'Xian_1980' },
  },
  'Beijing 1954': {
    semiMajorM: 6_378_245,
    inverseFlattening: 298.3,
    isWgs84: false,
    codes: { degrees: 4214, datum: 6214, ellipsoid: 7024 },
    epsg: { degrees: 'Beijing 1954', datum: 'Beijing_1954', ellipsoid: 'Krassowsky 1940' },
    esri: { degrees: 'Beijing_1954', datum: 'Beijing_1954', ellipsoid: 'Krasovsky_1940' },
  },
} as const satisfies Record<string, Datum>;

export type DatumName = keyof typeof DATUMS_BY_NAME;

export const DATUMS: Readonly<Record<DatumName, Datum>> = DATUMS_BY_NAME;

export const DATUM_NAMES = Object.keys(DATUMS) as readonly DatumName[];
