import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { runSteps } from '../../src/core/progress.ts';
import { areaColumns } from '../../src/state/area-columns.ts';
import { gapCell } from '../../src/state/gap-cell.ts';
import { GAP_COLUMNS, isSortable, RANKED_COLUMNS, type GapColumn } from '../../src/state/gap-columns.ts';
import type { GapSource } from '../../src/state/gap-figures.ts';
import { filterRows, listOf, sortRows, type GapRows } from '../../src/state/gap-rows.ts';
import { gapTableSteps, TABLE_FORMS, type TableForm } from '../../src/state/gap-table-steps.ts';
import { rankedColumn } from '../../src/state/ranked-column.ts';
import { NO_FILTER, type GapFilter, type GapSort } from '../../src/state/workspace-state.ts';
import { VERDICTS } from '../../src/core/checks/result.ts';
import { textsFor } from '../../src/text/texts.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';

const texts = { 'zh-CN': textsFor('zh-CN'), en: textsFor('en') };
const chinese = texts['zh-CN'];

/** Names that a spreadsheet would run, or that would break a table; one pool; unknown figures; a place far from all. */
const AREAS = csvFile(
  'areas.csv',
  'id,name,class,households,residents,elders,elders_80,pool,subdistrict,community,settlement,lon,lat',
  'A,=1+1,built,1000,2500,400,60,P,东街道,一社区,urban,120.9,32',
  'B,"运河, ""村""",new,500,,,,P,东街道,二社区,urban,120.901,32',
  'C,＝锦绣苑,built,,1800,300,,,西街道,,urban,120.95,32',
  'D,@望江苑,built,100,200,50,5,,西街道,二社区,urban,121.5,32',
  'E,-5,built,33333,80000,12345,,,,,urban,120.9005,32',
  'F,乡下,unknown,70,160,40,,,,,rural,,',
);
const FACILITIES = csvFile(
  'facilities.csv',
  'id,type,status,floor_area,serves,pool,lon,lat',
  'S,station,open,60,D,,121.5,32',
  'T,station,open,60,,P,120.9,32.0001',
  'U,station,open,6666.599,E,,120.9005,32',
);

let source: GapSource;
beforeAll(async () => {
  const workspace = openWorkspace();
  await openFiles(workspace, [AREAS, FACILITIES]);
  const { digest, plan } = workspace.store.getState();
  source = { digest: digest!, areas: plan.areas, columns: areaColumns(plan.areas, digest!.areaIds) };
});

async function listed(filter: GapFilter, sort: readonly GapSort[]): Promise<GapRows> {
  const { digest, areas, columns } = source;
  const ranks = new Map(
    await Promise.all(
      RANKED_COLUMNS.map(async (column) => {
        const of = { columns, areas, areaIds: digest.areaIds };
        return [column, (await rankedColumn(column, of, 'zh-CN', new AbortController().signal))!] as const;
      }),
    ),
  );
  const rows = sortRows(filterRows(digest, columns, filter), source, ranks, sort);
  return { ...source, filter, rows, list: listOf(digest, rows) };
}

function written(
  gaps: GapRows,
  columns: readonly GapColumn[],
  form: TableForm,
  language: keyof typeof texts = 'zh-CN',
) {
  return runSteps(gapTableSteps({ gaps, columns, texts: texts[language], elderAge: 60 }, form));
}

const ALL: GapFilter = { ...NO_FILTER, verdicts: VERDICTS };
/** A spreadsheet shows the quote that keeps it from running a text as a part of the text. */
const unescaped = (cell: string) => cell.replace(/^'/, '');

const filters = fc.record({
  text: fc.constantFrom('', '东', 'a'),
  of: fc.constant('overall' as const),
  verdicts: fc.subarray([...VERDICTS]),
  class: fc.constantFrom(null, 'built' as const),
  settlement: fc.constantFrom(null, 'urban' as const),
  pooled: fc.boolean(),
  overdue: fc.boolean(),
  unit: fc.constantFrom(null, '东街道'),
  picked: fc.constant(null),
});
const sorts = fc.array(
  fc.record({ column: fc.constantFrom(...GAP_COLUMNS.filter(isSortable)), descending: fc.boolean() }),
  { maxLength: 3 },
);

describe('the list as a table', () => {
  it('has the shown rows in their order and the chosen columns, in either form and language', async () => {
    await fc.assert(
      fc.asyncProperty(
        filters,
        sorts,
        fc.subarray(
          [...GAP_COLUMNS].filter((column) => column !== 'checks'),
          { minLength: 2 },
        ),
        fc.constantFrom<TableForm>('tsv', 'csv'),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        async (filter, sort, columns, form, language) => {
          const gaps = await listed(filter, sort);
          const text = written(gaps, columns, form, language);
          const { data } = Papa.parse<string[]>(text, {
            delimiter: TABLE_FORMS[form].delimiter,
            skipEmptyLines: false,
          });
          expect(data).toHaveLength(gaps.rows.length + 2);
          expect(data[0]).toHaveLength(columns.length);
          const shown = [...gaps.rows].map((at) =>
            columns.map((column) => {
              const { text, plain } = gapCell(source, column, at, texts[language]);
              // Too small to be shown by its figures: the next but one test.
              return text.startsWith('<') ? plain : text.replaceAll('\u202f', '');
            }),
          );
          expect(data.slice(1, -1).map((row) => row.map(unescaped))).toEqual(shown);
        },
      ),
    );
  });

  it('lets nothing be run as a formula', async () => {
    const gaps = await listed(ALL, [{ column: 'id', descending: false }]);
    const { data } = Papa.parse<string[]>(written(gaps, ['name', 'id'], 'tsv').trimEnd(), { delimiter: '\t' });
    expect(data.slice(1).map(([name]) => name)).toEqual(["'=1+1", '运河, "村"', "'＝锦绣苑", "'@望江苑", '-5', '乡下']);
  });

  it('writes figures that a spreadsheet can add up, and no gap as nothing', async () => {
    const gaps = await listed({ ...ALL, text: 'E' }, []);
    const at = gaps.rows[0]!;
    expect(gapCell(source, 'households', at, chinese).text).toBe('33\u202f333');
    expect(written(gaps, ['name', 'households'], 'tsv')).toContain('\t33333\n');
    // 33 333 ÷ 100 × 20 = 6 666.6 m², of which 6 666.599 are there.
    expect(gapCell(source, 'floorGap', at, chinese)).toMatchObject({ text: '< 0.01', plain: '0.0010' });
  });

  it('never writes the unknown as 0', async () => {
    const gaps = await listed(ALL, [{ column: 'id', descending: false }]);
    const { unknown, notApplicable } = chinese.workspace;
    const column = (name: GapColumn) => [...gaps.rows].map((at) => gapCell(source, name, at, chinese).text);
    expect(column('households')[2]).toBe(unknown);
    expect(column('residents')[1]).toBe(unknown);
    expect(column('elders80').slice(2)).toEqual([unknown, '5', unknown, unknown]);
    expect(column('floorGap')[2]).toBe(unknown);
    expect(column('required')[5]).toBe(notApplicable);
    expect(column('community')[2]).toBe(unknown);
    expect(column('nearest')[5]).toBe(unknown);
    expect(column('nearest')[2]).toBe(chinese.gaps.beyond('15'));
  });

  it('says whose gap it is where a pool answers', async () => {
    const gaps = await listed({ ...ALL, pooled: true }, [{ column: 'id', descending: false }]);
    expect([...gaps.rows].map((at) => source.digest.areaIds[at])).toEqual(['A', 'B']);
    const { required, gap } = source.digest.checks.floor_area;
    expect(gap[gaps.rows[0]!]).toBe(gap[gaps.rows[1]!]);
    expect(required[gaps.rows[0]!]).toBe(required[gaps.rows[1]!]);
    for (const at of gaps.rows) {
      expect(gapCell(source, 'pool', at, chinese).text).toBe('P');
      expect(gapCell(source, 'reason', at, chinese).text).toContain('统筹组用房合计缺');
    }
  });

  it('gives each check a column of its own', async () => {
    const gaps = await listed(ALL, []);
    const [heads] = Papa.parse<string[]>(written(gaps, ['name', 'checks'], 'csv')).data;
    const { check } = chinese.checks;
    expect(heads).toEqual([
      chinese.gaps.column.name,
      check.floor_area,
      check.single_unit,
      check.walk_circle,
      check.land_per_person,
    ]);
  });
});
