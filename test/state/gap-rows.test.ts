import { describe, expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { VERDICTS } from '../../src/core/checks/result.ts';
import type { GapSource } from '../../src/state/gap-figures.ts';
import { areaColumns } from '../../src/state/area-columns.ts';
import { filterRows, sortRows, verdictCounts } from '../../src/state/gap-rows.ts';
import { NO_FILTER, type GapSort } from '../../src/state/workspace-state.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';

async function judged(): Promise<GapSource> {
  const workspace = openWorkspace();
  await openFiles(workspace, [
    csvFile(
      'areas.csv',
      'id,name,class,households,subdistrict,community',
      'A,幸福里,built,1000,东街道,一社区',
      'B,运河村,new,500,东街道,二社区',
      'C,锦绣苑,built,,西街道,一社区',
      'D,望江苑,built,100,西街道,二社区',
    ),
    csvFile('facilities.csv', 'id,type,status,floor_area,serves', 'F,station,open,60,D'),
  ]);
  const { digest, plan } = workspace.store.getState();
  return { digest: digest!, areas: plan.areas, columns: areaColumns(plan.areas, digest!.areaIds) };
}

/** As `rankedColumn` finds them: two subdistricts, no pool at all. */
const RANKS = { subdistrict: [0, 0, 1, 1], pool: [NaN, NaN, NaN, NaN] };

const EVERY = { ...NO_FILTER, verdicts: VERDICTS };

describe('the gap list', () => {
  it('shows what is not in order', async () => {
    const { digest, columns } = await judged();
    const ids = (rows: Uint32Array) => [...rows].map((row) => digest.areaIds[row]);
    expect(ids(filterRows(digest, columns, { ...NO_FILTER, of: 'floor_area' }))).toEqual(['A', 'B', 'C']);
    expect(ids(filterRows(digest, columns, { ...EVERY, of: 'floor_area', verdicts: ['met'] }))).toEqual(['D']);
    expect(ids(filterRows(digest, columns, { ...EVERY, class: 'new' }))).toEqual(['B']);
    expect(ids(filterRows(digest, columns, { ...EVERY, unit: '西街道' }))).toEqual(['C', 'D']);
    expect(ids(filterRows(digest, columns, { ...EVERY, text: '一社区' }))).toEqual(['A', 'C']);
    expect(ids(filterRows(digest, columns, { ...EVERY, text: ' d ' }))).toEqual(['D']);
    const picked = { ids: new Set(['C', 'A', 'gone']), what: { kind: 'blank', column: 'households' } } as const;
    expect(ids(filterRows(digest, columns, { ...EVERY, picked }))).toEqual(['A', 'C']);
  });

  it('leaves areas out that do not carry the check', async () => {
    const { digest, columns } = await judged();
    const rows = filterRows(digest, columns, { ...EVERY, of: 'single_unit' });
    expect([...rows].map((row) => digest.areaIds[row])).toEqual(['B']);
  });

  it('counts verdicts under the other conditions', async () => {
    const { digest, columns } = await judged();
    const counts = verdictCounts(digest, columns, { ...EVERY, of: 'floor_area', unit: '西街道' });
    expect(Object.fromEntries(VERDICTS.map((verdict, code) => [verdict, counts[code]]))).toMatchObject({
      short: 0,
      no_data: 1,
      met: 1,
    });
  });

  it.each<[GapSort[], string[]]>([
    [[{ column: 'households', descending: true }], ['A', 'B', 'D', 'C']],
    [[{ column: 'households', descending: false }], ['D', 'B', 'A', 'C']],
    [[{ column: 'floorGap', descending: true }], ['A', 'B', 'D', 'C']],
    [
      [
        { column: 'class', descending: false },
        { column: 'households', descending: false },
      ],
      ['B', 'D', 'A', 'C'],
    ],
    [
      [
        { column: 'class', descending: true },
        { column: 'households', descending: true },
      ],
      ['A', 'D', 'C', 'B'],
    ],
    [
      [
        { column: 'subdistrict', descending: true },
        { column: 'id', descending: true },
      ],
      ['D', 'C', 'B', 'A'],
    ],
    [[{ column: 'pool', descending: true }], ['A', 'B', 'C', 'D']],
  ])('sorts by %o with the unknown last', async (sort, expected) => {
    const { digest, columns, areas } = await judged();
    const ranks = new Map(
      (['subdistrict', 'pool'] as const).map((column) => [column, Float64Array.from(RANKS[column])] as const),
    );
    const rows = sortRows(Uint32Array.of(0, 1, 2, 3), { digest, columns, areas }, ranks, sort);
    expect([...rows].map((row) => digest.areaIds[row])).toEqual(expected);
  });
});
