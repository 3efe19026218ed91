import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { openStreetsSteps, looksLikeStreets, type OpenedStreets } from '../../../src/core/network/open-streets.ts';
import { packStreetsSteps } from '../../../src/core/network/pack-streets.ts';
import { readStreetsSteps } from '../../../src/core/network/read-streets.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { baseMapSteps } from '../../../src/core/tiles/base-map.ts';
import { randomNetwork } from '../../builders/random-streets.ts';
import { streetsFile } from '../../builders/streets-file.ts';
import { ROOT } from '../../sources.ts';
import { describeWithShared, sharedPath } from '../../shared.ts';

function open(bytes: Uint8Array): OpenedStreets {
  return runSteps(openStreetsSteps({ name: 'streets', bytes }));
}

function pack(bytes: Uint8Array): Uint8Array {
  return runSteps(packStreetsSteps({ name: 'streets', bytes }))!;
}

/** Whether everything that is walked on or drawn is the same, bit for bit. */
function expectSame(file: Uint8Array, packed: Uint8Array): void {
  const [from, back] = [open(file), open(packed)];
  expect(back.sha256).toBe(from.sha256);
  expect(back.rows).toBe(from.rows);
  expect(back.streets!.graph).toEqual(from.streets!.graph);
  expect(back.streets!.lines).toEqual(from.streets!.lines);
  expect(back.streets!.water).toEqual(from.streets!.water);
  const maps = [from, back].map(({ streets }) => streets!.extract && runSteps(baseMapSteps(streets!.extract)));
  expect(maps[1]).toEqual(maps[0]);
}

describe('compact streets', () => {
  test('of lines are the very lines, whatever their coordinates', () => {
    fc.assert(
      fc.property(randomNetwork(), ({ places, lines }) => {
        const file = streetsFile(...lines.map((line) => line.map((place) => places[place]!)));
        fc.pre(open(file).streets !== null);
        const packed = pack(file);
        expect(looksLikeStreets(packed)).toBe(true);
        expectSame(file, packed);
        expect(pack(packed)).toEqual(packed);
      }),
    );
  });

  test('of lines in whole units of 1e-7 degrees need fewer bytes, and no other number', () => {
    const at = (lon: number) => [lon, 32.0000001];
    const file = (middle: number) =>
      new TextEncoder().encode(
        JSON.stringify({
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: {},
              geometry: { type: 'LineString', coordinates: [at(120.1234567), at(middle), at(120.2)] },
            },
          ],
        }),
      );
    const [scaled, doubles] = [file(120.15), file(120.150_000_000_01)];
    expectSame(scaled, pack(scaled));
    expectSame(doubles, pack(doubles));
    expect(pack(scaled).length).toBeLessThan(pack(doubles).length);
  });

  test('of the sample city draw and walk the same', () => {
    const file = new Uint8Array(readFileSync(path.join(ROOT, 'data/sample/streets.osm.gz')));
    expectSame(file, pack(file));
  });

  it('are refused wherever one byte is another, and wherever they are cut off', () => {
    const packed = pack(
      streetsFile(
        [
          [0, 0],
          [100, 0],
          [100, 100],
        ],
        [
          [100, 0],
          [200, 0],
        ],
      ),
    );
    fc.assert(
      fc.property(fc.nat(packed.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = packed.map((byte, i) => (i === at ? byte ^ flip : byte));
        const [cut] = [packed.subarray(0, at)];
        for (const bytes of [damaged, cut]) {
          const { lines, issues } = runSteps(readStreetsSteps({ name: 'streets', bytes }));
          expect(lines).toBeNull();
          expect(issues.map(({ severity }) => severity)).toEqual(['error']);
        }
      }),
    );
  });
});

const REAL = [
  'data/streets/heidelberg.osm.pbf',
  'data/streets/berlin-siegessaeule.osm.gz',
  'data/streets/moscow.osm.gz',
  'data/streets/beijing-tsinghua.osm',
  'data/porto-alegre/poa_osm.pbf',
];

for (const name of REAL) {
  describeWithShared(path.basename(name), name, () => {
    it('walks and draws the same from its compact form', () => {
      const file = new Uint8Array(readFileSync(sharedPath(name)));
      const packed = pack(file);
      expectSame(file, packed);
      const zipped = zlibSync(packed).length;
      console.log(`${path.basename(name)}: ${file.length} bytes, compact ${packed.length}, zipped ${zipped}`);
    });
  });
}
