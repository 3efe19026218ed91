import { NO_CHECK } from '../core/checks/area-columns.ts';
import { VERDICTS, type Verdict } from '../core/checks/result.ts';

/** The verdict that a column's code stands for; null where the area does not carry the check. */
export function verdictOfCode(code: number | undefined): Verdict | null {
  return code === undefined || code === NO_CHECK ? null : (VERDICTS[code] ?? null);
}
