import type { InputFile } from '../core/checks/result.ts';
import { readTableSteps } from '../core/import/read-table.ts';
import type { ReadTable, Table } from '../core/import/table.ts';
import type { Issue } from '../core/issue.ts';
import { openStreetsSteps, type OpenedStreets, type Streets } from '../core/network/open-streets.ts';
import type { Steps } from '../core/progress.ts';
import { describeIssue } from '../text/describe-issue.ts';
import type { InputToRead } from './audit-options.ts';
import { tellProgress, type Speech } from './host.ts';
import { readFile } from './read-file.ts';
import { Unusable } from './unusable.ts';

export interface ReadInputs {
  readonly tables: readonly Table[];
  /** Null: none given. */
  readonly streets: Streets | null;
  readonly files: readonly InputFile[];
  readonly issues: readonly Issue[];
}

/** Lines of problems said before the rest is only counted. */
const MOST_LINES = 200;

/** Reads all inputs. Where any cannot be used as a whole, throws `Unusable` with the problems of all that cannot. */
export function readInputs(inputs: readonly InputToRead[], speech: Speech): ReadInputs {
  const tables: Table[] = [];
  let streets: Streets | null = null;
  const files: InputFile[] = [];
  const issues: Issue[] = [];
  const lines: string[] = [];
  for (const { role, file, crs } of inputs) {
    try {
      const bytes = readFile(file, speech);
      const declared = crs === undefined ? {} : { crs };
      const steps: Steps<ReadTable | OpenedStreets> =
        role === 'streets'
          ? openStreetsSteps({ name: file, bytes, ...declared })
          : readTableSteps({ file: { name: file, bytes }, role, ...declared });
      let step = steps.next();
      for (; !step.done; step = steps.next()) tellProgress(speech, step.value, file);
      const read = step.value;
      files.push({ role, file, sha256: read.sha256, rows: read.rows });
      issues.push(...read.issues);
      if ('table' in read && read.table) tables.push(read.table);
      else if ('streets' in read && read.streets) ({ streets } = read);
      else lines.push(...whyUnusable(read.issues, speech));
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      lines.push(...error.lines);
    }
  }
  if (lines.length > 0) throw new Unusable(lines);
  return { tables, streets, files, issues };
}

function whyUnusable(issues: readonly Issue[], { language, texts }: Speech): string[] {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const lines = errors.slice(0, MOST_LINES).map((one) => describeIssue(language, one));
  return errors.length > MOST_LINES ? [...lines, texts.cli.moreUnusable(errors.length - MOST_LINES)] : lines;
}
