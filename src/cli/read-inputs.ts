import type { InputFile } from '../core/checks/result.ts';
import type { Table } from '../core/import/table.ts';
import type { InputRole, Issue } from '../core/issue.ts';
import type { Streets } from '../core/network/open-streets.ts';
import type { Speech } from './host.ts';
import type { GivenInput } from './input-options.ts';
import { attempt, openStreets, openTable } from './open-input.ts';
import { Unusable } from './unusable.ts';

export interface ReadInputs {
  readonly tables: readonly Table[];
  /** Null: none given. */
  readonly streets: Streets | null;
  readonly files: readonly InputFile[];
  readonly issues: readonly Issue[];
}

/** Reads all inputs. Where any cannot be used as a whole, throws `Unusable` with the problems of all that cannot. */
export async function readInputs(inputs: readonly GivenInput<InputRole>[], speech: Speech): Promise<ReadInputs> {
  const tables: Table[] = [];
  let streets: Streets | null = null;
  const files: InputFile[] = [];
  const issues: Issue[] = [];
  const lines: string[] = [];
  for (const input of inputs) {
    const { name: role, file } = input;
    const read = await attempt<Awaited<ReturnType<typeof openTable>> | ReturnType<typeof openStreets>>(lines, () =>
      role === 'streets' ? openStreets(input, speech) : openTable(input, role, speech),
    );
    if (!read) continue;
    files.push({ role, file, sha256: read.sha256, rows: read.rows });
    issues.push(...read.issues);
    if ('streets' in read) ({ streets } = read);
    else tables.push(read.table);
  }
  if (lines.length > 0) throw new Unusable(lines);
  return { tables, streets, files, issues };
}
