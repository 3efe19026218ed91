import { zipSync, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSourceSteps } from '../../../src/core/import/read-source.ts';
import type { OpenedSource } from '../../../src/core/import/source.ts';
import type { SourceFile } from '../../../src/core/import/table.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { fixture, openFiles } from '../../builders/format-fixtures.ts';

/** A sound set of files, and which byte of it damage is done to. */
interface Subject {
  readonly name: string;
  /** Mutated and put together again. */
  readonly bytes: Uint8Array;
  readonly filesOf: (bytes: Uint8Array) => SourceFile[];
  /** Whether a cut can be told: a table of lines may end after any of them. */
  readonly tellsCuts: boolean;
}

function alone(name: string, tellsCuts = true): Subject {
  return { name, bytes: fixture(name).bytes, filesOf: (bytes) => [{ name, bytes }], tellsCuts };
}

/** The part of a zip that is damaged before it is packed: a checksum would refuse anything done to it afterwards. */
function part(archive: string, member: string): Subject {
  const members = unzipSync(fixture(archive).bytes);
  return {
    name: `${archive}:${member}`,
    bytes: members[member]!,
    filesOf: (bytes) => [{ name: archive, bytes: zipSync({ ...members, [member]: bytes }, { level: 1 }) }],
    tellsCuts: false,
  };
}

/** One of a Shapefile's files beside the sound others. */
function oneOfShapefile(damaged: 'areas.shp' | 'areas.dbf' | 'areas.shx'): Subject {
  const names = ['areas.shp', 'areas.dbf', 'areas.shx', 'areas.prj'];
  return {
    name: `shapefile:${damaged}`,
    bytes: fixture(damaged).bytes,
    filesOf: (bytes) => names.map((name) => (name === damaged ? { name, bytes } : fixture(name))),
    tellsCuts: true,
  };
}

const CSV = new TextEncoder().encode('编号,名称,户数\nA1,"学田,新村",1200\nA2,和平花园,650\n003,濠河,\n');

const SUBJECTS: readonly (readonly [Subject, rounds: number])[] = [
  [oneOfShapefile('areas.shp'), 480],
  [oneOfShapefile('areas.dbf'), 480],
  [oneOfShapefile('areas.shx'), 80],
  [alone('areas.gpkg'), 600],
  [alone('areas.fgb'), 480],
  [alone('areas.kml'), 320],
  [alone('areas-snappy.parquet'), 320],
  [alone('areas-zstd.parquet'), 160],
  [alone('pop-deflate.tif'), 240],
  [alone('pop-zstd.tif'), 240],
  [alone('pop-4528.tif'), 240],
  [alone('areas.xlsx'), 120],
  [part('areas.xlsx', 'xl/worksheets/sheet2.xml'), 240],
  [part('areas.xlsx', 'xl/styles.xml'), 120],
  [alone('areas.xls'), 800],
  [alone('html.xls', false), 120],
  [alone('areas.geojson'), 160],
  [{ name: 'csv', bytes: CSV, filesOf: (bytes) => [{ name: 'a.csv', bytes }], tellsCuts: false }, 240],
];

/** A seeded generator (mulberry32): the same damage on every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Mutant {
  readonly how: string;
  readonly bytes: Uint8Array;
  readonly cut: boolean;
}

/** Flips some bytes, cuts the end off, or puts a piece of the file where another was. */
function mutate(bytes: Uint8Array, random: (below: number) => number): Mutant {
  const kind = random(4);
  if (kind === 0) {
    const length = random(bytes.length);
    return { how: `cut to ${length}`, bytes: bytes.slice(0, length), cut: true };
  }
  const copy = bytes.slice();
  if (kind === 1) {
    const [from, to] = [random(bytes.length), random(bytes.length)];
    const length = 1 + random(Math.min(64, bytes.length - Math.max(from, to)));
    copy.set(bytes.subarray(from, from + length), to);
    return { how: `${length} bytes from ${from} to ${to}`, bytes: copy, cut: false };
  }
  const flips = 1 + random(kind === 2 ? 1 : 8);
  const places = Array.from({ length: flips }, () => random(bytes.length));
  for (const at of places) copy[at] = EXTREMES[random(EXTREMES.length)] ?? random(256);
  return { how: `flipped ${places.join(', ')}`, bytes: copy, cut: false };
}

/** Bytes that lengths and counts break on; the empty places stand for any byte. */
const EXTREMES = [0x00, 0x01, 0x7f, 0x80, 0xff, undefined, undefined, undefined];

describe('damaged files are refused or read, and never more', () => {
  const tally = { mutants: 0, opened: 0, slowest: 0, slowestOf: '' };
  it.each(SUBJECTS.map(([subject, rounds]) => [subject.name, rounds, subject] as const))(
    '%s, %i times',
    async (name, rounds, subject) => {
      const random = generator(Array.from(name, (one) => one.charCodeAt(0)).reduce((sum, one) => sum * 31 + one, 7));
      const sound = await openFiles(subject.filesOf(subject.bytes));
      expect(sound.raw).not.toBeNull();
      const faults: string[] = [];
      for (let round = 0; round < rounds; round++) {
        const mutant = mutate(subject.bytes, random);
        const started = performance.now();
        const problem = await whatIsWrong(subject, mutant, sound, tally);
        const ms = performance.now() - started;
        if (ms > tally.slowest) Object.assign(tally, { slowest: ms, slowestOf: `${name}, ${mutant.how}` });
        if (problem) faults.push(`${mutant.how}: ${problem}`);
      }
      expect(faults).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
  );

  it('and most damage is done behind the header', () => {
    const { mutants, opened, slowest, slowestOf } = tally;
    const ms = Math.round(slowest);
    console.log(`${mutants} damaged files, ${opened} past the header; the slowest took ${ms} ms (${slowestOf})`);
    expect(mutants).toBeGreaterThanOrEqual(2000);
    expect(opened).toBeGreaterThan(mutants / 2);
  });
});

async function whatIsWrong(
  { filesOf, tellsCuts }: Subject,
  { bytes, cut }: Mutant,
  sound: OpenedSource,
  tally: { mutants: number; opened: number },
): Promise<string | null> {
  tally.mutants++;
  const files = filesOf(bytes);
  try {
    const opened = await openFiles(files);
    if (opened.raw) tally.opened++;
    else if (!opened.issues.some(({ severity }) => severity === 'error')) return 'refused without a reason';
    // Whatever was opened, making records of it is as sound.
    runSteps(readSourceSteps(opened, { files, role: 'areas' }));
    const lost = (opened.raw?.rows.length ?? 0) < sound.raw!.rows.length;
    const told = opened.issues.some(({ code }) => !sound.issues.some((known) => known.code === code));
    return cut && tellsCuts && lost && !told ? `${opened.raw?.rows.length} rows in silence` : null;
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}
