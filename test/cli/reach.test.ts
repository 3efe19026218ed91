import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BRIDGE_M, DAMAGED_PBF, DEGREE_M, STREETS } from './made-up-streets.ts';
import { folderWith, runYiquan, type Ended } from './run-yiquan.ts';

// B and A lie on the west bank, C on the east bank, N beyond the north end, I off the island, X far from all.
const POINTS = `id,lon,lat
B,120,32.007
A,120,32.004
C,120.001,32.004
N,120,32.012
I,120.02,32.0055
X,120,31.995
`;
const FILES = { 'streets.geojson': STREETS, 'points.csv': POINTS };
const reach = ['reach', '--streets', 'streets.geojson', '--from', 'points.csv', '--to', 'points.csv'];

/** Minutes at 3 km/h: 50 m each. */
const minutes = (metres: number): number => metres / 50;
const AB = minutes(0.003 * DEGREE_M);
const AN = minutes(0.008 * DEGREE_M);
const BN = minutes(0.005 * DEGREE_M);
const NN = minutes(0.004 * DEGREE_M);
const II = minutes(0.002 * DEGREE_M);
const AC = minutes(0.012 * DEGREE_M + BRIDGE_M);
const BC = minutes(0.009 * DEGREE_M + BRIDGE_M);
const CN = minutes(0.008 * DEGREE_M + BRIDGE_M);

function rowsOf(text: string): [from: string, to: string, minutes: number][] {
  const [head, ...rows] = text.trimEnd().split('\n');
  expect(head).toBe('from_id,to_id,minutes');
  return rows.map((row) => {
    const [from, to, said] = row.split(',');
    return [from!, to!, Number(said)];
  });
}

function expectRows(found: readonly (readonly [string, string, number])[], expected: typeof found): void {
  expect(found.map(([from, to]) => [from, to])).toEqual(expected.map(([from, to]) => [from, to]));
  for (const [i, row] of found.entries()) expect(row[2], row.join(' ')).toBeCloseTo(expected[i]![2], 9);
}

describe('yiquan reach', () => {
  it('writes every pair within 15 minutes in the order of ids, worked out by hand, both off-street walks included', async () => {
    const { code, out } = await runYiquan(folderWith(FILES), reach);
    expect(code).toBe(0);
    expectRows(rowsOf(out), [
      ['A', 'A', 0],
      ['A', 'B', AB],
      ['B', 'A', AB],
      ['B', 'B', 0],
      ['B', 'N', BN],
      ['C', 'C', 0],
      ['I', 'I', II],
      ['N', 'B', BN],
      ['N', 'N', NN],
    ]);
  });

  it('names every point too far from any street with its distance, once, and those on an island', async () => {
    const { lines } = await runYiquan(folderWith(FILES), reach);
    const far = (0.005 * DEGREE_M).toFixed(2);
    expect(lines.filter((line) => line.includes('[too_far]'))).toEqual([
      expect.stringMatching(`^warning: points\\.csv, X: .*${far} m; at most 300 m`),
    ]);
    expect(lines.filter((line) => line.includes('[snapped_to_island]'))).toEqual([
      expect.stringMatching(/^warning: points\.csv, I: .*111\.2 m/),
    ]);
    expect(lines.at(-1)).toBe('From 6 points to 6: 9 walks of at most 15 minutes at 3 km/h.');
  });

  it('names them all, however many they are', async () => {
    const rows = Array.from({ length: 450 }, (_, i) => `X${i},120,31.99\n`).join('');
    const { lines } = await runYiquan(folderWith({ ...FILES, 'points.csv': POINTS + rows }), reach);
    expect(lines.filter((line) => line.includes('[too_far]'))).toHaveLength(451);
  });

  it('goes round by the bridge, farther or faster when asked to, and over the limit by nothing', async () => {
    const folder = folderWith(FILES);
    const far = rowsOf((await runYiquan(folder, [...reach, '--minutes', '30'])).out);
    const walk = (rows: typeof far, from: string, to: string) => rows.find((row) => row[0] === from && row[1] === to);
    for (const [from, to, expected] of [
      ['A', 'C', AC],
      ['C', 'A', AC],
      ['B', 'C', BC],
      ['A', 'N', AN],
      ['C', 'N', CN],
    ] as const) {
      expect(walk(far, from, to)![2]).toBeCloseTo(expected, 9);
    }
    const fast = rowsOf((await runYiquan(folder, [...reach, '--speed=6'])).out);
    expect(walk(fast, 'A', 'C')![2]).toBeCloseTo(AC / 2, 9);
    const upTo = async (limit: number) =>
      walk(rowsOf((await runYiquan(folder, [...reach, '--minutes', limit.toFixed(9)])).out), 'A', 'B');
    expect((await upTo(AB))![2]).toBeCloseTo(AB, 9);
    expect(await upTo(AB - 1e-5)).toBeUndefined();
  });

  it('snaps farther when --snap allows it', async () => {
    const { out, err } = await runYiquan(folderWith(FILES), [...reach, '--snap', '600', '--minutes', '30']);
    expect(rowsOf(out)).toContainEqual(['A', 'X', expect.closeTo(minutes(0.009 * DEGREE_M), 9) as number]);
    expect(err).not.toContain('too_far');
    const near = await runYiquan(folderWith(FILES), [...reach, '--snap', '100']);
    expect(near.lines.filter((line) => line.includes('[too_far]'))).toHaveLength(3);
  });

  it('writes JSON or CSV by the ending of --out, and nothing to standard output', async () => {
    const folder = folderWith(FILES);
    for (const name of ['reach.csv', 'reach.json']) {
      const { code, out } = await runYiquan(folder, [...reach, '--out', name]);
      expect([code, out]).toEqual([0, '']);
    }
    const rows = JSON.parse(readFileSync(path.join(folder, 'reach.json'), 'utf8')) as unknown[];
    expect(rows).toHaveLength(9);
    expect(rows[1]).toEqual({ from_id: 'A', to_id: 'B', minutes: expect.closeTo(AB, 9) as number });
    const csv = rowsOf(readFileSync(path.join(folder, 'reach.csv'), 'utf8'));
    expect(csv).toEqual(
      (rows as { from_id: string; to_id: string; minutes: number }[]).map((row) => Object.values(row)),
    );
    expect(readdirSync(folder).toSorted()).toEqual(['points.csv', 'reach.csv', 'reach.json', 'streets.geojson']);
  });

  it('writes no pair as an empty table and an empty array', async () => {
    const folder = folderWith({ ...FILES, 'points.csv': 'id,lon,lat\nX,120,31.995\n' });
    expect((await runYiquan(folder, reach)).out).toBe('from_id,to_id,minutes\n');
    await runYiquan(folder, [...reach, '--out', 'x.json']);
    expect(JSON.parse(readFileSync(path.join(folder, 'x.json'), 'utf8'))).toEqual([]);
  });

  it('takes areas, polygons and facilities for points, without a word about their other columns', async () => {
    const square = [-0.0001, 0.0001, 0.0001, -0.0001, -0.0001];
    const ring = square.map((east, i) => [120 + east, 32.004 + square[(i + 1) % 4]!]);
    const folder = folderWith({
      ...FILES,
      'polygons.geojson': JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { 编号: 'P', 户数: 'many', colour: 'red' },
            geometry: { type: 'Polygon', coordinates: [ring] },
          },
        ],
      }),
      'facilities.csv': 'id,type,floor_area,lon,lat,entrance\n"F,1",station,-5,121,33,120 32.007\n',
    });
    const args = ['reach', '--streets', 'streets.geojson', '--from', 'polygons.geojson', '--to', 'facilities.csv'];
    const { code, out, lines } = await runYiquan(folder, args);
    expect(code).toBe(0);
    expect(out).toMatch(/^from_id,to_id,minutes\nP,"F,1",6\.67\d+\n$/);
    expect(lines.filter((line) => !line.includes('[crs_assumed]'))).toEqual([
      'From 1 points to 1: 1 walks of at most 15 minutes at 3 km/h.',
    ]);
  });

  it('takes a system declared for either table', async () => {
    const folder = folderWith({ ...FILES, 'gcj.csv': 'id,lon,lat\nG,120.0046,32.0018\n' });
    const args = ['reach', '--streets', 'streets.geojson', '--from', 'points.csv', '--to', 'gcj.csv'];
    const plain = await runYiquan(folder, args);
    const declared = await runYiquan(folder, [...args, '--crs', 'to=GCJ-02', '--crs', 'from=EPSG:4326']);
    expect([plain.code, declared.code]).toEqual([0, 0]);
    expect(declared.out).not.toBe(plain.out);
  });

  it('says once that the streets are of another city, and still names each point', async () => {
    const folder = folderWith({ ...FILES, 'points.csv': 'id,lon,lat\nP,121,33\nQ,121,33.1\n' });
    const { code, lines } = await runYiquan(folder, reach);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.includes('[streets_elsewhere]'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('[too_far]'))).toHaveLength(2);
  });

  it('uses the rows that can be used; under --strict it ends with 2 and writes nothing', async () => {
    const folder = folderWith({ ...FILES, 'points.csv': `${POINTS}A,120,32.001\n,120,32\nY,east,32\n` });
    const { code, out, err } = await runYiquan(folder, reach);
    expect(code).toBe(0);
    expect(rowsOf(out)).toHaveLength(9);
    for (const problem of ['id_duplicate', 'id_missing', 'coordinates_invalid']) expect(err).toContain(`[${problem}]`);
    const strict = await runYiquan(folder, [...reach, '--strict', '--out', 'x.csv']);
    expect([strict.code, strict.lines.at(-1)]).toEqual([
      2,
      '--strict: problems of severity error: 3; nothing was written',
    ]);
    expect(readdirSync(folder)).not.toContain('x.csv');
  });

  it('leaves nothing that a spreadsheet would run', async () => {
    const folder = folderWith({ ...FILES, 'points.csv': 'id,lon,lat\n=1+1,120,32.004\n-7,120,32.004\n' });
    expect((await runYiquan(folder, reach)).out).toContain(`\n"'=1+1",-7,0\n`);
  });
});

describe('yiquan reach refuses, with exit code 2 and a line a problem', () => {
  const CASES: readonly [title: string, args: readonly string[], lines: readonly RegExp[]][] = [
    ['nothing given', ['reach'], [/^--streets is required$/, /^--from is required$/, /^--to is required$/]],
    ['no streets', ['reach', ...reach.slice(3)], [/^--streets is required$/]],
    ['minutes of nothing', [...reach, '--minutes', '0'], [/^--minutes: found “0”, expected 0 < x ≤ 240$/]],
    ['several minutes', [...reach, '--minutes', '5,10'], [/^--minutes: found “5,10”/]],
    ['the word null for minutes', [...reach, '--minutes', 'null'], [/^--minutes: found “null”/]],
    ['a negative speed', [...reach, '--speed', '-3'], [/^--speed: found “-3”/]],
    ['a snap that is no number', [...reach, '--snap', 'near'], [/^--snap: found “near”, expected 0 ≤ x ≤ 5000$/]],
    ['output as GeoJSON', [...reach, '--out', 'x.geojson'], [/^--out: found “x\.geojson”, expected \.csv, \.json$/]],
    ['output over an input', [...reach, '--out', 'points.csv'], [/^--out points\.csv: is one of the inputs/]],
    ['a system for no input', [...reach, '--crs', 'areas=GCJ-02'], [/^--crs: .*streets\|from\|to=CRS$/]],
    ['an argument of no option', [...reach, 'points.csv'], [/^unexpected argument “points\.csv”$/]],
    ['a missing file', [...reach.slice(0, 5), '--to', 'none.csv'], [/^none\.csv: there is no such file$/]],
    ['points without ids', [...reach.slice(0, 5), '--to', 'nameless.csv'], [/^nameless\.csv, .*“id”/]],
    ['points without places', [...reach.slice(0, 5), '--to', 'placeless.csv'], [/^placeless\.csv: no row has a place/]],
    ['damaged streets', withStreets('damaged.osm.pbf'), [/^damaged\.osm\.pbf: The street file is cut off or damaged/]],
    ['empty streets', withStreets('empty.osm.pbf'), [/^empty\.osm\.pbf: /]],
    ['a table for streets', withStreets('points.csv'), [/^points\.csv: It cannot be told what streets/]],
    ['streets of 2 GB', withStreets('huge.osm.pbf'), [/^huge\.osm\.pbf: The file has 2.147.483.648 bytes, more than/]],
    [
      'every input that cannot be used',
      ['reach', '--streets', 'damaged.osm.pbf', '--from', 'none.csv', '--to', 'nameless.csv'],
      [/^damaged/, /^none/, /^nameless/],
    ],
  ];

  it.each(CASES)('%s', async (_title, args, expected) => {
    const folder = refusalFolder();
    const before = readdirSync(folder);
    const { code, out, lines }: Ended = await runYiquan(folder, args);
    expect([code, out]).toEqual([2, '']);
    expect(lines).toEqual(expected.map((one) => expect.stringMatching(one) as string));
    expect(readdirSync(folder)).toEqual(before);
  });

  function withStreets(name: string): string[] {
    return ['reach', '--streets', name, ...reach.slice(3)];
  }

  function refusalFolder(): string {
    const folder = folderWith({
      ...FILES,
      'nameless.csv': 'lon,lat\n120,32\n',
      'placeless.csv': 'id,name\nA,x\n',
      'empty.osm.pbf': '',
    });
    writeFileSync(path.join(folder, 'damaged.osm.pbf'), DAMAGED_PBF);
    // Two gigabytes that take no room: refused by their size, before they are read.
    writeFileSync(path.join(folder, 'huge.osm.pbf'), '');
    truncateSync(path.join(folder, 'huge.osm.pbf'), 2 ** 31);
    return folder;
  }
});
