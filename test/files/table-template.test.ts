import { describe, expect, it } from 'vitest';
import { COLUMNS } from '../../src/core/import/columns.ts';
import { readTable } from '../builders/read-text-table.ts';
import type { TableRole } from '../../src/core/import/table.ts';
import { tableTemplate } from '../../src/files/table-template.ts';

describe.each(Object.keys(COLUMNS) as TableRole[])('the template of %s', (role) => {
  it.each(['zh-CN', 'en'] as const)('with headers in %s is read column by column', (headers) => {
    const { issues } = readTable({ file: { name: 'template.csv', bytes: tableTemplate(role, headers) }, role });
    expect(issues.filter(({ code }) => code !== 'table_has_no_rows' && code !== 'crs_assumed')).toEqual([]);
  });
});
