import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCrs, type DefinedCrs } from '../../../src/core/geo/crs.ts';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import { fitsCrs } from '../../../src/core/geo/fits-crs.ts';
import { fromWgs84 } from '../../../src/core/geo/from-wgs84.ts';
import { toWgs84 } from '../../../src/core/geo/to-wgs84.ts';
import { describeWithShared, readShared } from '../../shared.ts';

const GREENWICH = 'PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]';
const ON = {
  cgcs: `GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137,298.257222101]],${GREENWICH}]`,
  wgs84: `GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],${GREENWICH}]`,
  xian: `GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140,298.257]],${GREENWICH}]`,
  beijing: `GEOGCS["GCS_Beijing_1954",DATUM["D_Beijing_1954",SPHEROID["Krasovsky_1940",6378245,298.3]],${GREENWICH}]`,
  nad27: `GEOGCS["GCS_North_American_1927",DATUM["D_North_American_1927",SPHEROID["Clarke_1866",6378206.4,294.978698213898]],${GREENWICH}]`,
  unknown: `GEOGCS["unknown",DATUM["unknown",SPHEROID["GRS80",6378137,298.257222101]],${GREENWICH}]`,
};

interface Plane {
  meridian?: number;
  east?: number;
  north?: number;
  scale?: number;
  projection?: string;
}

function prj(name: string, on: keyof typeof ON, plane: Plane = {}): string {
  const { meridian = 120, east = 500_000, north = 0, scale = 1, projection = 'Gauss_Kruger' } = plane;
  return (
    `PROJCS["${name}",${ON[on]},PROJECTION["${projection}"],PARAMETER["False_Easting",${east}],` +
    `PARAMETER["False_Northing",${north}],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],` +
    `PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`
  );
}

/** WKT2 of 2015, as PROJ writes it: the base by a name of its own, and no code but that of the whole. */
const WKT2_2015 =
  'PROJCRS["Beijing 1954 / 3-degree Gauss-Kruger CM 120E",BASEGEODCRS["Beijing 1954",DATUM["Beijing 1954",ELLIPSOID["Krassowsky 1940",6378245,298.3,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["3-degree Gauss-Kruger CM 120E",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8801]],PARAMETER["Longitude of natural origin",120,ANGLEUNIT["degree",0.0174532925199433],ID["EPSG",8802]],PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1],ID["EPSG",8805]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1],ID["EPSG",8806]],PARAMETER["False northing",0,LENGTHUNIT["metre",1],ID["EPSG",8807]]],CS[Cartesian,2],AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",2437]]';

function projJson(meridian: number, code: number | null): string {
  const metre = { unit: 'metre' };
  const degree = { unit: 'degree' };
  return JSON.stringify({
    type: 'ProjectedCRS',
    name: 'a plane',
    base_crs: {
      name: 'China Geodetic Coordinate System 2000',
      datum: {
        type: 'GeodeticReferenceFrame',
        name: 'China 2000',
        ellipsoid: { name: 'CGCS2000', semi_major_axis: 6378137, inverse_flattening: 298.257222101 },
      },
      coordinate_system: { subtype: 'ellipsoidal', axis: [{ name: 'Lat', direction: 'north', ...degree }] },
      id: { authority: 'EPSG', code: 4490 },
    },
    conversion: {
      name: 'zone',
      method: { name: 'Transverse Mercator' },
      parameters: [
        { name: 'Latitude of natural origin', value: 0, ...degree },
        { name: 'Longitude of natural origin', value: meridian, ...degree },
        { name: 'Scale factor at natural origin', value: 1, unit: 'unity' },
        { name: 'False easting', value: 500_000, ...metre },
        { name: 'False northing', value: 0, ...metre },
      ],
    },
    coordinate_system: { subtype: 'Cartesian', axis: [{ name: 'Northing', direction: 'north', ...metre }] },
    ...(code === null ? {} : { id: { authority: 'EPSG', code } }),
  });
}

describe('one of the known systems', () => {
  test.each([
    ['CGCS2000_3_Degree_GK_Zone_40', prj('CGCS2000_3_Degree_GK_Zone_40', 'cgcs', { east: 40_500_000 }), 'EPSG:4528'],
    ['CGCS2000_3_Degree_GK_CM_120E', prj('CGCS2000_3_Degree_GK_CM_120E', 'cgcs'), 'EPSG:4549'],
    ['a 6° zone by its name', prj('CGCS2000_GK_CM_117E', 'cgcs', { meridian: 117 }), 'EPSG:4509'],
    ['another name', prj('my town', 'cgcs', { meridian: 117 }), 'EPSG:4548'],
    ['Xian', prj('Xian_1980_3_Degree_GK_CM_120E', 'xian'), 'EPSG:2385'],
    ['Beijing', prj('Beijing_1954_GK_Zone_21', 'beijing', { meridian: 123, east: 21_500_000 }), 'EPSG:21421'],
    ['UTM', prj('x', 'wgs84', { meridian: 123, scale: 0.9996, projection: 'Transverse_Mercator' }), 'EPSG:32651'],
    ['degrees', ON.cgcs, 'EPSG:4490'],
    ['degrees of Xian', ON.xian, 'EPSG:4610'],
    ['a byte order mark before it', `\uFEFF${ON.wgs84}\n`, 'EPSG:4326'],
    [
      'heights beside it',
      `COMPD_CS["with heights",${prj('x', 'cgcs')},VERT_CS["Yellow Sea 1985 height"]]`,
      'EPSG:4549',
    ],
    ['WKT2 of 2015', WKT2_2015, 'EPSG:2437'],
    ['PROJJSON', projJson(120, 4549), 'EPSG:4549'],
    ['PROJJSON whose only code is that of its base', projJson(120, null), 'EPSG:4549'],
  ])('%s', (_, text, name) => {
    expect(parseCrs(text)).toEqual(parseCrs(name));
  });

  test('a code that its parameters contradict is not believed', () => {
    const text = prj('x', 'cgcs', { meridian: 117 }).replace(/]$/, ',AUTHORITY["EPSG","4549"]]');
    expect(parseCrs(text)?.name).toBe('EPSG:4548');
    expect(parseCrs(projJson(120.5, 4549))).toMatchObject({ kind: 'defined', isWgs84: true });
  });
});

// cs2cs of PROJ 9.1.1 from EPSG:4326, such as `+proj=tmerc +lon_0=120.83333333333333 +x_0=500000 +y_0=-3000000 +ellps=GRS80`.
describe('any other, read as it is defined, agrees with PROJ within a millimetre', () => {
  const city = prj('town', 'cgcs', { meridian: 120.83333333333333, north: -3_000_000 });
  const worldMercator = `PROJCS["WGS_84_World_Mercator",${ON.wgs84},PROJECTION["Mercator"],PARAMETER["central_meridian",0],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["Meter",1],PARAMETER["standard_parallel_1",0.0]]`;
  const lambert93 =
    'PROJCS["RGF_1993_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Standard_Parallel_2",44.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]';
  const shifted = prj('x', 'beijing').replace('298.3]]', '298.3],TOWGS84[15.8,-154.4,-82.3,0,0,0,0]]');
  const inFeet =
    'PROJCS["NAD83 / Oregon North (ft)",GEOGCS["NAD83",DATUM["North_American_Datum_1983",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["latitude_of_origin",43.6666666666667],PARAMETER["central_meridian",-120.5],PARAMETER["standard_parallel_1",46],PARAMETER["standard_parallel_2",44.3333333333333],PARAMETER["false_easting",8202099.738],PARAMETER["false_northing",0],UNIT["foot",0.3048]]';

  test.each([
    ['a zone of a town', city, 120.8945, 31.9801, 505781.079, 539647.4244],
    ['World Mercator', worldMercator, 120.8945, 31.9801, 13457914.1797, 3738070.8141],
    ['Lambert', lambert93, 2.3522, 48.8566, 652469.0227, 6862035.2594],
    ['feet', inFeet, -122.6784, 45.5152, 7643772.1457, 681456.5821],
    ['Beijing 1954 with a shift of its own', shifted, 120.8945, 31.9801, 584479.6416, 3540050.564],
  ])('%s', (_, text, lon, lat, x, y) => {
    const crs = parseCrs(text) as DefinedCrs;
    expect(crs).toMatchObject({ kind: 'defined', definition: text, isWgs84: true });
    expect(fitsCrs(crs, x, y)).toBe('fits');
    expect(greatCircleMetres(toWgs84(crs)!(x, y), [lon, lat])).toBeLessThan(0.001);
    const there = fromWgs84(crs)!(lon, lat);
    expect(Math.hypot(there[0] - x, there[1] - y)).toBeLessThan(0.002);
  });

  test('a plane by a datum without a name is that of its ellipsoid', () => {
    expect(parseCrs(prj('town', 'unknown', { meridian: 120.5 }))).toMatchObject({ kind: 'defined', isWgs84: true });
  });

  test('numbers that cannot be in a zone', () => {
    expect(fitsCrs(parseCrs(city)!, 40_500_000, 539_647)).toBe('outside');
    expect(fitsCrs(parseCrs(city)!, 539_647, 14_000_000)).toBe('outside');
  });
});

describe('a datum from which no way to WGS84 is known', () => {
  test.each([
    ['Xian 1980', prj('town', 'xian', { meridian: 120.5 })],
    ['Beijing 1954', prj('town', 'beijing', { meridian: 120.5 })],
    // proj4 would shift this one by figures that hold for one district of China.
    ['Beijing 1954 in WKT2', WKT2_2015.replace('origin",120', 'origin",120.5').replace('ID["EPSG",2437]', 'ID["X",1]')],
    ['NAD27, which needs a grid', prj('NAD_1927_UTM_Zone_17N', 'nad27', { meridian: -81 })],
  ])('%s is read on its own ellipsoid', (_, text) => {
    const crs = parseCrs(text) as DefinedCrs;
    expect(crs).toMatchObject({ kind: 'defined', isWgs84: false });
    const meridian = text.includes('1927') ? -81 : 120.5;
    const [lon, lat] = toWgs84(crs)!(500_000, 3_540_000);
    expect(lon).toBeCloseTo(meridian, 9);
    expect(fromWgs84(crs)!(lon, lat)[1]).toBeCloseTo(3_540_000, 4);
  });

  test('a grid that is not here is left out', () => {
    const inner = WKT2_2015.replace('origin",120', 'origin",120.5');
    const text = `BOUNDCRS[SOURCECRS[${inner}],TARGETCRS[GEOGCRS["WGS 84"]],ABRIDGEDTRANSFORMATION["to WGS84",METHOD["NTv2",ID["EPSG",9615]],PARAMETERFILE["Latitude and longitude difference file","conus",ID["EPSG",8656]]]]`;
    expect(parseCrs(text)).toMatchObject({ kind: 'defined', isWgs84: false });
  });
});

describe('what cannot be read', () => {
  test.each([
    ['cut off', prj('x', 'cgcs').slice(0, -40)],
    ['no parameters', `PROJCS["x",${ON.cgcs},PROJECTION["No_Such_Projection"],UNIT["Meter",1]]`],
    ['a parameter that is no number', prj('x', 'cgcs').replace('Meridian",120', 'Meridian","west"')],
    ['a local system', 'LOCAL_CS["town grid",LOCAL_DATUM["x",0],UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'],
    ['heights alone', 'VERT_CS["Yellow Sea 1985 height",VERT_DATUM["Yellow Sea 1985",2005],UNIT["metre",1]]'],
    [
      'geocentric',
      'GEOCCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["metre",1]]',
    ],
    ['degrees of 400 to the circle', ON.cgcs.replace('UNIT["Degree",0.0174532925199433]', 'UNIT["Grad",0.01570796]')],
    ['JSON cut off', '{"type":"ProjectedCRS"'],
    ['other JSON', '{"type":"Feature"}'],
  ])('%s', (_, text) => {
    expect(parseCrs(text)).toBeNull();
  });

  test('nothing is thrown, whatever is done to a definition', () => {
    const texts = [prj('x', 'cgcs'), WKT2_2015, projJson(120, 4549), ON.xian];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(60), fc.string(), (text, at, length, put) => {
        const start = at % text.length;
        const crs = parseCrs(text.slice(0, start) + put + text.slice(start + length));
        if (crs !== null) toWgs84(crs)?.(500_000, 3_500_000);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        parseCrs(json);
        parseCrs(`{"type":"ProjectedCRS","name":${json},"conversion":${json},"base_crs":${json}}`);
      }),
    );
  });
});

describeWithShared('definitions that others wrote', 'data/formats/shapefile', () => {
  test.each([
    ['six_counties.prj', { kind: 'degrees', name: 'EPSG:4326' }],
    ['latin1-property.prj', { kind: 'degrees', name: 'EPSG:4326' }],
    ['two_states_mercator.prj', { kind: 'defined', name: 'WGS_84_World_Mercator', isWgs84: true }],
    ['nad27/popctr_state1970.prj', { kind: 'defined', name: 'NAD27', range: null, isWgs84: false }],
  ])('%s', (file, crs) => {
    expect(parseCrs(readShared(`data/formats/shapefile/${file}`))).toMatchObject(crs);
  });
});
