import { describe, expect, it } from 'vitest';
import { mergeReturned } from '../../src/core/counties/merge-returned.ts';
import { assemblePlan } from '../../src/core/import/assemble-plan.ts';
import { splitPlan, thereAndBack } from '../builders/county-books.ts';
import { readTable } from '../builders/read-text-table.ts';
import { ROOT } from '../sources.ts';
import { readTaipei, taipeiFiles, taipeiFolder } from './taipei.ts';

// Real names, real phone numbers and addresses, real gaps: whatever stands in them must survive a workbook.

const folder = taipeiFolder(ROOT);

describe.skipIf(!folder)(`Taipei, sent and returned${folder ? '' : ' (../shared/data is not there)'}`, () => {
  if (!folder) return;
  const files = Object.entries(taipeiFiles(readTaipei(folder)));
  const plan = assemblePlan(
    files.map(([name, text]) => readTable({ file: { name, bytes: new TextEncoder().encode(text) } }).table!),
  );

  it('comes back as it went, every village and facility of it', async () => {
    const split = splitPlan(plan);
    let rows = 0;
    for (const county of split) {
      const { book, issues } = await thereAndBack(county);
      expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { areas, facilities } = book!.tables;
      rows += areas!.rows.size + facilities!.rows.size;
      expect(mergeReturned(plan, book!)).toEqual({ change: [], differences: [], open: [] });
    }
    expect(rows).toBe(plan.areas.size + plan.facilities.size);
  });
});
