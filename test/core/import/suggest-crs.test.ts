import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Geometry } from 'geojson';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCrs } from '../../../src/core/geo/crs.ts';
import { fromWgs84 } from '../../../src/core/geo/from-wgs84.ts';
import type { LonLat } from '../../../src/core/geo/geometry.ts';
import { suggestCrs, type CrsSuggestion } from '../../../src/core/import/suggest-crs.ts';
import { ROOT } from '../../sources.ts';

type Line = readonly LonLat[];

function linesOf(file: string): Line[] {
  const { features } = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as {
    features: { geometry: Geometry }[];
  };
  return features.flatMap(({ geometry }): Line[] => {
    if (geometry.type === 'Point') return [[geometry.coordinates as unknown as LonLat]];
    if (geometry.type === 'LineString') return [geometry.coordinates as unknown as Line];
    if (geometry.type === 'Polygon') return geometry.coordinates as unknown as Line[];
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat() as unknown as Line[];
    throw new Error(geometry.type);
  });
}

const TOWN = {
  areas: linesOf('test/fixtures/small-town/areas.geojson'),
  streets: linesOf('test/fixtures/small-town/streets.geojson'),
};
const CITY = {
  areas: linesOf('data/sample/areas.geojson'),
  facilities: Papa.parse<Record<string, string>>(readFileSync(path.join(ROOT, 'data/sample/facilities.csv'), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data.flatMap((row): LonLat[] => (row['经度'] ? [[Number(row['经度']), Number(row['纬度'])]] : [])),
};

function written(places: readonly LonLat[], name: string): readonly (readonly [number, number])[] {
  const convert = fromWgs84(parseCrs(name)!);
  return convert === null ? places : places.map(([lon, lat]) => convert(lon, lat));
}

function names(suggestions: readonly CrsSuggestion[]): string[] {
  return suggestions.map(({ crs, swapped }) => (swapped ? `${crs.name} swapped` : crs.name));
}

describe('numbers on a plane', () => {
  const places = TOWN.areas.flat();

  test.each(['EPSG:4528', 'EPSG:4549', 'EPSG:4498', 'EPSG:32651', 'EPSG:3857'])('a copy in %s', (name) => {
    const [first] = suggestCrs({ positions: written(places, name), there: TOWN.streets });
    expect(first).toMatchObject({ crs: { name }, swapped: false, share: 1, offset: null });
  });

  test('a few points say enough where the other system is far off', () => {
    const few = places.slice(0, 5);
    expect(names(suggestCrs({ positions: written(few, 'EPSG:32651'), there: TOWN.streets }))[0]).toBe('EPSG:32651');
  });

  test('the older datums of the same zone come after', () => {
    const positions = written(places, 'EPSG:4528');
    expect(names(suggestCrs({ positions, there: TOWN.streets })).toSorted()).toEqual([
      'EPSG:2364',
      'EPSG:2416',
      'EPSG:4528',
    ]);
  });

  test('the same streets in Beijing 1954 are told from CGCS2000', () => {
    const positions = written(TOWN.streets.flat(), 'EPSG:2437');
    expect(names(suggestCrs({ positions, there: TOWN.streets }))[0]).toBe('EPSG:2437');
  });

  test('north before east', () => {
    const positions = written(places, 'EPSG:4549').map(([x, y]) => [y, x] as const);
    expect(names(suggestCrs({ positions, there: TOWN.streets }))[0]).toBe('EPSG:4549 swapped');
  });

  test('with nothing there the zone in the easting still tells, and half a million tells nothing', () => {
    const [first] = suggestCrs({ positions: written(places, 'EPSG:4528'), there: [] });
    expect(first).toMatchObject({ crs: { name: 'EPSG:4528' }, share: null, medianMetres: null });
    const zones = suggestCrs({ positions: written(places, 'EPSG:4549'), there: [] });
    expect(zones.every(({ crs }) => crs.kind !== 'projected')).toBe(true);
  });

  test('the wrong zone as declared', () => {
    const positions = written(places, 'EPSG:4549');
    const claimed = parseCrs('EPSG:4548')!;
    expect(names(suggestCrs({ positions, there: TOWN.streets, claimed }))[0]).toBe('EPSG:4549');
  });

  test('a survey’s own metres fit nothing', () => {
    const positions = Array.from({ length: 20 }, (_, i) => [i * 93, 2768 - i * 31] as const);
    expect(suggestCrs({ positions, there: TOWN.streets })).toEqual([]);
  });
});

describe('degrees', () => {
  test.each([
    ['the streets against the streets', TOWN.streets.flat(), TOWN.streets],
    ['facilities against areas', CITY.facilities, CITY.areas],
    ['areas against facilities', CITY.areas.flat(), CITY.facilities.map((place) => [place])],
  ])('%s: shifted, and not', (_, places, there) => {
    expect(names(suggestCrs({ positions: places, there }))).toEqual(['EPSG:4326']);
    const [gcj, asIs] = suggestCrs({ positions: written(places, 'GCJ-02'), there });
    expect(gcj).toMatchObject({ crs: { name: 'GCJ-02' }, share: 1, offset: { compass: 'SE' } });
    expect(gcj!.offset!.metres).toBeGreaterThan(300);
    expect(gcj!.offset!.metres).toBeLessThan(700);
    expect(gcj!.medianMetres).toBeLessThan(asIs!.medianMetres!);
    expect(asIs).toMatchObject({ crs: { name: 'EPSG:4326' }, offset: null });
    expect(names(suggestCrs({ positions: written(places, 'BD-09'), there }))[0]).toBe('BD-09');
  });

  test('a claim of GCJ-02 that was none', () => {
    const claimed = parseCrs('GCJ-02')!;
    const [first] = suggestCrs({ positions: CITY.facilities, there: CITY.areas, claimed });
    expect(first).toMatchObject({ crs: { name: 'EPSG:4326' }, offset: { compass: 'NW' } });
    const right = suggestCrs({ positions: written(CITY.facilities, 'GCJ-02'), there: CITY.areas, claimed });
    expect(right[0]).toMatchObject({ crs: { name: 'GCJ-02' }, offset: null });
  });

  test('too few to tell, and scattered without regard to the streets: as they stand', () => {
    expect(names(suggestCrs({ positions: written(CITY.facilities.slice(0, 5), 'GCJ-02'), there: CITY.areas }))).toEqual(
      ['EPSG:4326'],
    );
    const scattered = Array.from(
      { length: 200 },
      (_, i) => [120.9 + ((i * 0.618034) % 1) * 0.02, 32 + ((i * 0.381966 * 3.7) % 1) * 0.015] as const,
    );
    expect(names(suggestCrs({ positions: scattered, there: TOWN.streets }))).toEqual(['EPSG:4326']);
  });

  test('latitude first', () => {
    const positions = TOWN.areas.flat().map(([lon, lat]) => [lat, lon] as const);
    expect(names(suggestCrs({ positions, there: TOWN.streets }))[0]).toBe('EPSG:4326 swapped');
  });

  test('nothing to look at, or elsewhere', () => {
    expect(suggestCrs({ positions: [], there: TOWN.streets })).toEqual([]);
    expect(suggestCrs({ positions: [[NaN, 32]], there: TOWN.streets })).toEqual([]);
    expect(suggestCrs({ positions: [[2.35, 48.86]], there: TOWN.streets })).toEqual([]);
  });
});
