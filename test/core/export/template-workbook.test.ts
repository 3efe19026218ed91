import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { templateWorkbook } from '../../../src/core/export/template-workbook.ts';
import { COLUMNS } from '../../../src/core/import/columns.ts';
import { openSource } from '../../../src/core/import/open-source.ts';
import { readSourceSteps } from '../../../src/core/import/read-source.ts';
import type { TableRole } from '../../../src/core/import/table.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { textsFor } from '../../../src/text/texts.ts';
import { SOURCE_HOST } from '../../builders/source-host.ts';

const ROLES = Object.keys(COLUMNS) as TableRole[];

describe.each(ROLES)('the workbook to fill in for %s', (role) => {
  it.each(['zh', 'en'] as const)('has headers in %s that are all read, below notes on each', async (language) => {
    const { templates } = textsFor(language === 'en' ? 'en' : 'zh-CN');
    const noted: string[] = [];
    const noteOf = (column: string): string => {
      noted.push(column);
      return templates.column[column] ?? '';
    };
    const bytes = await templateWorkbook(role, language, noteOf, '2026-11-25');
    expect(noted.filter((column) => !(column in templates.column))).toEqual([]);
    const files = [{ name: 'template.xlsx', bytes }];
    const opened = await openSource(files, {}, SOURCE_HOST, {});
    expect(opened.headerRow).toBe(2);
    const { issues, columns } = runSteps(readSourceSteps(opened, { files, role }));
    expect(issues.map(({ code }) => code)).toEqual(['header_row_found', 'table_has_no_rows']);
    expect(columns).toEqual(noted);
  });
});

it('offers the words of closed lists in the language of the headers', async () => {
  const bytes = await templateWorkbook('facilities', 'zh', () => '', '2026-11-25');
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
  const lists = [...xml.matchAll(/sqref="([A-Z]+)3:[^"]*"><formula1>"([^"]*)"/g)].map(
    ([, at, words]) => `${at} ${words}`,
  );
  expect(lists).toHaveLength(6);
  expect(lists).toContain('J 运营,在建,规划,暂停,关闭');
  expect(lists).toContain('R 是,否');
});
