import { assemblePlan } from '../../src/core/import/assemble-plan.ts';
import { readTable } from '../builders/read-text-table.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { readTaipei, taipeiFiles } from './taipei.ts';

/** Taipei's tables as a plan, read as a person's files are. */
export function readTaipeiPlan(folder: string): Plan {
  const tables = Object.entries(taipeiFiles(readTaipei(folder))).map(([name, text]) => {
    const { table } = readTable({ file: { name, bytes: new TextEncoder().encode(text) } });
    if (table === null) throw new Error(`${name}: expected a table that can be read`);
    return table;
  });
  return { ...assemblePlan(tables), settings: { elder_age: 65 } };
}
