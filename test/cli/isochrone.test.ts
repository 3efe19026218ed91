import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FeatureCollection, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { contains } from '../../src/core/geo/polygon.ts';
import { asWgs84 } from '../../src/core/geo/geometry.ts';
import { DAMAGED_PBF, STREETS } from './made-up-streets.ts';
import { folderWith, runYiquan } from './run-yiquan.ts';

const POINTS = 'id,lon,lat\nQ,120.001,32.002\nA,120,32.004\nX,120,31.99\n';
const FILES = { 'streets.geojson': STREETS, 'points.csv': POINTS };
const isochrone = ['isochrone', '--streets', 'streets.geojson', '--from', 'points.csv'];

interface Properties {
  id: string;
  minutes: number;
  metres: number;
  speed_km_h: number;
}

function parse(text: string) {
  return JSON.parse(text) as FeatureCollection<MultiPolygon, Properties>;
}

describe('yiquan isochrone', () => {
  it('writes a polygon a point and limit, the points in the order of ids, and names those too far', async () => {
    const { code, out, lines } = await runYiquan(folderWith(FILES), isochrone);
    expect(code).toBe(0);
    const { features } = parse(out);
    expect(features.map(({ properties }) => properties)).toEqual(
      ['A', 'Q'].flatMap((id) => [5, 10, 15].map((minutes) => ({ id, minutes, metres: minutes * 50, speed_km_h: 3 }))),
    );
    expect(lines.filter((line) => line.includes('[too_far]'))).toEqual([expect.stringContaining('points.csv, X: ')]);
    expect(lines.at(-1)).toBe('3 points: 6 polygons, minutes 5, 10, 15 at 3 km/h.');
  });

  it('holds what can be walked to, and not the other bank that only a bird is near to', async () => {
    const { out } = await runYiquan(folderWith(FILES), isochrone);
    const [five, ten] = parse(out).features;
    // From A at 32.004 five minutes are 250 m (0.00225°), ten 500 m (0.0045°); the bridge is at 32.01.
    const holds = (feature: typeof five, lon: number, lat: number) => contains(asWgs84(feature!.geometry), [lon, lat]);
    expect(holds(five, 120, 32.006)).toBe(true);
    expect(holds(five, 120, 32.0067)).toBe(false);
    expect(holds(ten, 120, 32.0082)).toBe(true);
    expect(holds(ten, 120, 32.009)).toBe(false);
    expect(holds(ten, 120.001, 32.004)).toBe(false);
  });

  it('takes its own minutes and speed, each limit once and ascending, and writes a file', async () => {
    const folder = folderWith(FILES);
    const args = [...isochrone, '--minutes', '20, 7.5,20', '--speed', '4', '--out', 'iso.geojson'];
    const { code, out } = await runYiquan(folder, args);
    expect([code, out]).toEqual([0, '']);
    const { features } = parse(readFileSync(path.join(folder, 'iso.geojson'), 'utf8'));
    expect(features.map(({ properties: { id, minutes, metres } }) => [id, minutes, metres])).toEqual([
      ['A', 7.5, 500],
      ['A', 20, expect.closeTo(4000 / 3, 9)],
      ['Q', 7.5, 500],
      ['Q', 20, expect.closeTo(4000 / 3, 9)],
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['iso.geojson', 'points.csv', 'streets.geojson']);
  });

  it.each([
    ['nothing given', ['isochrone'], [/^--streets is required$/, /^--from is required$/]],
    ['minutes that are no numbers', [...isochrone, '--minutes', '5,,x'], [/“”/, /“x”, expected 0 < x ≤ 240$/]],
    ['another ending', [...isochrone, '--out', 'x.csv'], [/^--out: found “x\.csv”, expected \.geojson$/]],
    ['a second table', [...isochrone, '--to', 'points.csv'], [/^unknown option --to; see yiquan isochrone --help$/]],
    ['damaged streets', ['isochrone', '--streets', 'bad.pbf', '--from', 'points.csv'], [/^bad\.pbf: The street file/]],
  ])('refuses %s', async (_title, args, expected) => {
    const folder = folderWith(FILES);
    writeFileSync(path.join(folder, 'bad.pbf'), DAMAGED_PBF);
    const { code, out, lines } = await runYiquan(folder, args);
    expect([code, out]).toEqual([2, '']);
    expect(lines).toEqual(expected.map((one) => expect.stringMatching(one) as string));
  });
});
