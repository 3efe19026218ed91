import { describe, expect, it } from 'vitest';
import { dbfNames } from '../../../src/core/export/dbf-names.ts';
import type { ExportColumn, ExportLanguage } from '../../../src/core/export/export-table.ts';
import { spellingsOf } from '../../../src/core/export/export-words.ts';
import { COLUMNS } from '../../../src/core/import/columns.ts';
import { headerNames } from '../../../src/core/import/match-columns.ts';
import type { TableRole } from '../../../src/core/import/table.ts';

const cases = (Object.keys(COLUMNS) as TableRole[]).flatMap((role) =>
  (['en', 'zh'] as const).map((language) => ({ role, language })),
);

function columnsOf(role: TableRole, language: ExportLanguage): ExportColumn[] {
  return COLUMNS[role].map((column) => ({
    header: spellingsOf(column, language)[0]!,
    canonical: column.name,
    kind: 'text',
  }));
}

describe('field names of ten bytes', () => {
  it.each(cases)('say which column of $role they are, headers $language', ({ role, language }) => {
    const columns = columnsOf(role, language);
    const names = dbfNames(role, columns, language);
    expect(names.map((name) => headerNames(role, true).get(name))).toEqual(columns.map(({ canonical }) => canonical));
    for (const name of names) expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(10);
  });

  it('differ where the headers do, though only in case or at the end', () => {
    const headers = ['Note', 'NOTE', '规划条件一', '规划条件二', '规划条件三', 'capacity_of_all', 'capacity_of_it'];
    const columns = headers.map((header): ExportColumn => ({ header, canonical: null, kind: 'text' }));
    expect(dbfNames('areas', columns, 'zh')).toEqual([
      'Note',
      'NOTE_2',
      '规划条',
      '规划_2',
      '规划_3',
      'capacity_o',
      'capacity_2',
    ]);
  });
});
