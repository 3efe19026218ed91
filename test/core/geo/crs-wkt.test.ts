import { describe, expect, test } from 'vitest';
import { esriWkt, geoPackageSrs } from '../../../src/core/geo/crs-wkt.ts';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { KNOWN } from '../../../src/core/geo/known-crs.ts';

// GDAL 3.6.2: `gdalsrsinfo -o wkt_esri --single-line EPSG:4528`.
describe('the text of a .prj is that of GDAL', () => {
  test.each([
    [
      'EPSG:4490',
      'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]',
    ],
    [
      'EPSG:4528',
      'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]',
    ],
    [
      'EPSG:3414',
      'PROJCS["SVY21_Singapore_TM",GEOGCS["GCS_SVY21",DATUM["D_SVY21",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",28001.642],PARAMETER["False_Northing",38744.572],PARAMETER["Central_Meridian",103.833333333333],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",1.36666666666667],UNIT["Meter",1.0]]',
    ],
    [
      'EPSG:3857',
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]',
    ],
  ])('%s', (name, wkt) => {
    expect(esriWkt(parseCrs(name)!)).toBe(wkt);
  });
});

// GDAL 3.6.2: `gdalsrsinfo -o wkt1 --single-line EPSG:2437`, without its AXIS.
test('the row of a GeoPackage', () => {
  expect(geoPackageSrs(parseCrs('EPSG:2437')!)).toEqual({
    name: 'Beijing 1954 / 3-degree Gauss-Kruger CM 120E',
    organization: 'EPSG',
    code: 2437,
    definition:
      'PROJCS["Beijing 1954 / 3-degree Gauss-Kruger CM 120E",GEOGCS["Beijing 1954",DATUM["Beijing_1954",SPHEROID["Krassowsky 1940",6378245,298.3,AUTHORITY["EPSG","7024"]],AUTHORITY["EPSG","6214"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4214"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",120],PARAMETER["scale_factor",1],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AUTHORITY["EPSG","2437"]]',
  });
});

test('every text is read back as the same system', () => {
  for (const { code, crs } of KNOWN) {
    expect(parseCrs(esriWkt(crs)!)).toEqual(crs);
    const row = geoPackageSrs(crs)!;
    expect(row.code).toBe(code);
    expect(parseCrs(row.definition)).toEqual(crs);
  }
});

test.each(['GCJ-02', 'BD-09', 'local EPSG:4326: 0,0 = 120,32; 1000,0 = 120.01,32'])('%s has none', (name) => {
  expect(esriWkt(parseCrs(name)!)).toBeNull();
  expect(geoPackageSrs(parseCrs(name)!)).toBeNull();
});
