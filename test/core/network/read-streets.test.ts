import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { greatCircleMetres } from '../../../src/core/geo/distance.ts';
import {
  MOST_STREET_BYTES,
  readStreetsSteps,
  whyTooLarge,
  type ReadStreets,
} from '../../../src/core/network/read-streets.ts';
import { SQUARE, STEPS } from '../../../src/core/network/street-lines.ts';
import { streetFacts, type StreetGraph } from '../../../src/core/network/street-graph.ts';
import { ISSUE_SEVERITY, type IssueCode } from '../../../src/core/issue.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { describeIssue } from '../../../src/text/describe-issue.ts';
import { osmPbf, osmXml, type OsmMap } from '../../builders/osm-map.ts';
import { graphOf } from '../../builders/street-world.ts';

const BAD = join(import.meta.dirname, '../../fixtures/bad/streets');

function read(bytes: Uint8Array | string, name = 'streets', crs?: string): ReadStreets {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return runSteps(readStreetsSteps({ name, bytes: content, ...(crs === undefined ? {} : { crs }) }));
}

function codes({ issues }: ReadStreets): IssueCode[] {
  return issues.map(({ code }) => code);
}

/** A village: a crossing of two streets, steps, a shut gate, a square, an island, a motorway, a ferry and a building. */
const VILLAGE: OsmMap = {
  nodes: [
    ...Array.from({ length: 30 }, (_, i) => ({
      id: 1 + i,
      lon: 120.9 + (i % 6) * 0.0017,
      lat: 32 + Math.floor(i / 6) * 0.0013,
    })),
    { id: 12_345_678_901, lon: 120.8999, lat: 31.9987, tags: { barrier: 'gate', access: 'private' } },
    { id: 12_345_678_902, lon: 120.8999, lat: 31.99 },
  ],
  ways: [
    { id: 10, nodes: [1, 2, 3, 4, 5, 6], tags: { highway: 'residential', name: '长安街 & "South"' } },
    { id: 11, nodes: [3, 9, 15, 21], tags: { highway: 'steps' } },
    { id: 12, nodes: [1, 12_345_678_901, 12_345_678_902], tags: { highway: 'service' } },
    { id: 13, nodes: [15, 16, 22, 21, 15], tags: { highway: 'pedestrian', area: 'yes' } },
    { id: 14, nodes: [16, 17], tags: { highway: 'footway' } },
    { id: 15, nodes: [22, 28], tags: { highway: 'footway' } },
    { id: 16, nodes: [11, 12], tags: { highway: 'path' } },
    { id: 17, nodes: [6, 12], tags: { highway: 'motorway' } },
    { id: 18, nodes: [5, 11], tags: { route: 'ferry', foot: 'yes' } },
    { id: 19, nodes: [7, 8, 14, 7], tags: { building: 'yes' } },
    { id: 20, nodes: [24, 30] },
    { id: 21, nodes: [30, 29, 24] },
  ],
  relations: [
    {
      id: 5,
      members: [
        { way: 20, role: 'outer' },
        { way: 21, role: 'outer' },
      ],
      tags: { type: 'multipolygon', highway: 'pedestrian' },
    },
  ],
};

/** What two graphs of one map must have in common, whatever the file's format: everything. */
function plain(graph: StreetGraph): unknown {
  return Object.fromEntries(
    Object.entries(graph).map(([key, value]) => [
      key,
      ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
    ]),
  );
}

describe('OpenStreetMap files', () => {
  const xml = new TextEncoder().encode(osmXml(VILLAGE));
  const fromXml = read(xml);

  test.each([
    ['dense, packed', osmPbf(VILLAGE)],
    ['dense, unpacked', osmPbf(VILLAGE, { packed: false })],
    ['node by node', osmPbf(VILLAGE, { dense: false })],
    ['of coarser units', osmPbf(VILLAGE, { granularity: 10_000 })],
    ['gzipped XML', gzipSync(xml)],
    ['two gzip members', Uint8Array.from([...gzipSync(xml.subarray(0, 500)), ...gzipSync(xml.subarray(500))])],
  ])('give the same graph as XML: %s', (_, bytes) => {
    const other = read(bytes);
    expect(other.issues).toEqual([]);
    expect(other.rows).toBe(VILLAGE.ways.length);
    expect(plain(graphOf(other.lines!))).toEqual(plain(graphOf(fromXml.lines!)));
  });

  test('keep to what is walkable', () => {
    const graph = graphOf(fromXml.lines!);
    // The street with its square; the path; the way behind the gate; the square that is a relation.
    expect(streetFacts(graph).components).toBe(4);
    // Below and above the square's corner.
    expect([...graph.edgeKind].filter((kind) => kind & STEPS)).toHaveLength(2);
    // 15–22 and 16–21 cross the square; 16 and 22 lie next to each other.
    expect([...fromXml.lines!.kind].filter((kind) => kind & SQUARE)).toHaveLength(2);
  });

  test('keep the names for the map', () => {
    expect(read(osmPbf(VILLAGE)).extract!.strings).toContain('长安街 & "South"');
  });

  test('are cut where their nodes are missing, and that is said', () => {
    const some = { ...VILLAGE, nodes: VILLAGE.nodes.filter(({ id }) => id !== 3 && id !== 28) };
    const { lines, issues } = read(osmPbf(some));
    expect(issues).toMatchObject([{ code: 'streets_incomplete', detail: { count: 3, of: 7 } }]);
    expect(streetFacts(graphOf(lines!)).components).toBeGreaterThan(4);
  });

  test('may come in any order, and twice', () => {
    const turned = {
      nodes: VILLAGE.nodes.toReversed(),
      ways: [...VILLAGE.ways, ...VILLAGE.ways],
      relations: VILLAGE.relations!,
    };
    expect(streetFacts(graphOf(read(osmPbf(turned)).lines!))).toEqual(streetFacts(graphOf(fromXml.lines!)));
  });

  test('of what an editor deleted nothing is read', () => {
    const deleted = osmXml(VILLAGE).replace('<way id="11"', '<way id="11" action="delete"');
    expect(read(deleted).rows).toBe(VILLAGE.ways.length - 1);
  });

  test('that are damaged give an issue and never an exception', () => {
    const good = osmPbf(VILLAGE);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(7), fc.boolean(), (at, bit, cut) => {
        const bytes = cut ? good.subarray(0, at) : good.slice();
        if (!cut) bytes[at]! ^= 1 << bit;
        const { lines, issues } = read(bytes);
        expect(lines !== null || issues.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('unpacked and damaged likewise, gzipped and damaged too', () => {
    const files = [osmPbf(VILLAGE, { packed: false }), gzipSync(xml), xml];
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(255), (good, place, value) => {
        const bytes = good.slice();
        bytes[place % bytes.length] = value;
        expect(() => read(bytes)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });
});

const line = (coordinates: unknown, properties: object = {}, type = 'LineString'): object => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
const collection = (...features: object[]): string => JSON.stringify({ type: 'FeatureCollection', features });

describe('GeoJSON lines', () => {
  test('meet where they share a vertex coordinate, and only there', () => {
    const crossing = read(
      collection(
        line([
          [120.9, 32],
          [120.91, 32.005],
          [120.92, 32.01],
        ]),
        line([
          [120.91, 32],
          [120.91, 32.005],
          [120.91, 32.01],
        ]),
        line([
          [120.9, 32.005],
          [120.92, 32.005],
        ]),
      ),
    );
    expect(codes(crossing)).toEqual(['crs_assumed']);
    expect(streetFacts(graphOf(crossing.lines!))).toMatchObject({ edges: 5, components: 2 });
  });

  test('in metres are refused, though the first of them might be degrees', () => {
    const metres = read(
      collection(
        line([
          [0, 0],
          [90, 0],
        ]),
        line([
          [90, 0],
          [1224, 0],
        ]),
        line([
          [1224, 0],
          [1867, 0],
        ]),
      ),
    );
    expect(metres.lines).toBeNull();
    expect(codes(metres)).toEqual(['crs_not_degrees']);
  });

  test('are as long as the great circles between their vertices', () => {
    const { lines } = read(
      collection(
        line([
          [120.9, 32],
          [120.91, 32.005],
          [120.92, 32.01],
        ]),
      ),
    );
    const metres =
      greatCircleMetres([120.9, 32], [120.91, 32.005]) + greatCircleMetres([120.91, 32.005], [120.92, 32.01]);
    expect(graphOf(lines!).edgeM[0]).toBe(metres);
  });

  test('are walkable unless foot is no', () => {
    const at = (lat: number): number[][] => [
      [120.9, lat],
      [120.91, lat],
    ];
    const { lines } = read(
      collection(
        line(at(32), { highway: 'motorway', foot: 'yes' }),
        line(at(32.1), { foot: 'no' }),
        line(at(32.2), { foot: ' NO ' }),
        line(at(32.3), { foot: null }),
        line([at(32.4), at(32.5)], { oneway: true }, 'MultiLineString'),
      ),
    );
    expect(graphOf(lines!).edgeM.length).toBe(4);
  });

  test('are put on the earth from the system they are declared in', () => {
    const metres = collection(
      line([
        [40_500_000, 3_541_000],
        [40_501_000, 3_541_000],
      ]),
    );
    const { lines, issues } = read(metres, 'lines.geojson', 'EPSG:4528');
    expect(issues).toEqual([]);
    expect(lines!.lon[0]).toBeCloseTo(120, 6);
    expect(graphOf(lines!).edgeM[0]! / 1000).toBeCloseTo(1, 2);
  });
});

interface BadFile {
  readonly file: string;
  readonly issues: readonly IssueCode[];
  /** Lines used all the same; null: the file is unusable. */
  readonly lines: number | null;
}

const FILES: readonly BadFile[] = [
  { file: 'empty.osm.pbf', issues: ['file_empty'], lines: null },
  { file: 'truncated.osm.pbf', issues: ['streets_damaged'], lines: null },
  { file: 'bit-flipped.osm.pbf', issues: ['streets_damaged'], lines: null },
  { file: 'no-ways.osm.pbf', issues: ['streets_without_ways'], lines: null },
  { file: 'history.osm.pbf', issues: ['streets_unsupported'], lines: null },
  { file: 'rivers-only.osm.pbf', issues: ['streets_not_walkable'], lines: null },
  { file: 'nodes-outside.osm.pbf', issues: ['streets_incomplete'], lines: 5 },
  { file: 'cut-off.osm', issues: ['streets_damaged'], lines: null },
  { file: 'not-osm.osm', issues: ['streets_unsupported'], lines: null },
  { file: 'truncated.osm.gz', issues: ['streets_damaged'], lines: null },
  { file: 'bit-flipped.osm.gz', issues: ['streets_damaged'], lines: null },
  { file: 'unknown.bin', issues: ['streets_format_unknown'], lines: null },
  { file: 'one-point-line.geojson', issues: ['crs_assumed', 'street_line_short'], lines: 1 },
  { file: 'repeated-points.geojson', issues: ['crs_assumed', 'street_point_repeated'], lines: 2 },
  { file: 'no-numbers.geojson', issues: ['crs_assumed', 'street_line_invalid'], lines: 1 },
  { file: 'nan.geojson', issues: ['crs_assumed', 'street_line_invalid'], lines: 1 },
  { file: 'out-of-range.geojson', issues: ['crs_assumed', 'street_line_outside'], lines: 1 },
  { file: 'metres.geojson', issues: ['crs_not_degrees'], lines: null },
  { file: 'polygons.geojson', issues: ['crs_assumed', 'street_not_a_line', 'streets_without_ways'], lines: null },
  { file: 'mixed.geojson', issues: ['crs_assumed', 'street_not_a_line'], lines: 1 },
  { file: 'all-forbidden.geojson', issues: ['crs_assumed', 'streets_not_walkable'], lines: null },
  { file: 'cut-off.geojson', issues: ['json_invalid'], lines: null },
  { file: 'feature.geojson', issues: ['geojson_not_collection'], lines: null },
  { file: 'unknown-crs.geojson', issues: ['crs_unknown'], lines: null },
];

describe('bad files of streets', () => {
  test.each(FILES)('$file', ({ file, issues, lines }) => {
    const result = read(readFileSync(join(BAD, file)), file);
    expect(codes(result)).toEqual(issues);
    expect(result.lines?.kind.length ?? null).toBe(lines);
    for (const found of result.issues) {
      expect(found.severity).toBe(ISSUE_SEVERITY[found.code]);
      expect(found.where).toMatchObject({ input: 'streets', file });
      for (const language of ['en', 'zh-CN'] as const) {
        expect(describeIssue(language, found)).not.toMatch(/undefined|NaN|\(empty\)|（空）/);
      }
    }
  });

  test('are all named here', () => {
    expect(FILES.map(({ file }) => file).toSorted()).toEqual(readdirSync(BAD).toSorted());
  });

  test('of more than 2 GB are refused before they are read', () => {
    expect(whyTooLarge('china.osm.pbf', MOST_STREET_BYTES)).toBeNull();
    expect(whyTooLarge('china.osm.pbf', MOST_STREET_BYTES + 1)).toMatchObject({ code: 'streets_too_large' });
  });
});
