import type { IsoDate } from '../units.ts';
import {
  AREA_CHECKS,
  VERDICTS,
  type AreaCheckId,
  type CheckFigures,
  type DeadlineState,
  type Verdict,
} from './result.ts';

/** Codes in verdict columns are positions in `VERDICTS`; this one says that the area does not carry the check. */
export const NO_CHECK = 255;

/** A check's figures, one position an area. NaN is unknown or not applicable. */
export interface CheckColumns {
  readonly verdict: Uint8Array;
  readonly required: Float64Array;
  readonly counted: Float64Array;
  readonly gap: Float64Array;
  readonly ratio: Float64Array;
}

/**
 * What all areas come to, one column a figure, one position an area: small to keep and to hand over, quick to sort and
 * to add up. NaN is unknown or not applicable.
 */
export interface AreaColumns {
  /** The area's own: the worst of its binding checks. */
  readonly verdict: Uint8Array;
  readonly checks: Readonly<Record<AreaCheckId, CheckColumns>>;
  readonly coveredShare: Float64Array;
  readonly eldersUncovered: Float64Array;
  /** 1 where the area's elders, and what is worked out from them, are an estimate. */
  readonly eldersEstimated: Uint8Array;
  /** Minutes on foot to the nearest open facility of the circle; NaN beyond it. */
  readonly nearestMinutes: Float64Array;
  /** The largest over the area's checks. */
  readonly daysOverdue: Float64Array;
  readonly deadline: DeadlineColumns;
  /** 1 where a pool answers for the area: the gap that its space checks state is the whole pool's. */
  readonly pooled: Uint8Array;
}

/** The deadline of each area: of its checks, that of the one overdue longest, or the first that has one. */
export interface DeadlineColumns {
  /** Every day that is a deadline. */
  readonly dates: IsoDate[];
  /** Position in `dates`, or `NO_CHECK`. */
  readonly date: Uint8Array;
  /** What held on that day; `NO_CHECK`: it is not due yet. */
  readonly verdict: Uint8Array;
}

export function areaColumns(areas: number): AreaColumns {
  const unknown = () => new Float64Array(areas).fill(NaN);
  const none = () => new Uint8Array(areas).fill(NO_CHECK);
  const columns = (): CheckColumns => ({
    verdict: none(),
    required: unknown(),
    counted: unknown(),
    gap: unknown(),
    ratio: unknown(),
  });
  const checks = Object.fromEntries(AREA_CHECKS.map((check) => [check, columns()]));
  return {
    verdict: new Uint8Array(areas).fill(codeOf('not_applicable')),
    checks: checks as Record<AreaCheckId, CheckColumns>,
    coveredShare: unknown(),
    eldersUncovered: unknown(),
    eldersEstimated: new Uint8Array(areas),
    nearestMinutes: unknown(),
    daysOverdue: unknown(),
    deadline: { dates: [], date: none(), verdict: none() },
    pooled: new Uint8Array(areas),
  };
}

/** Enters a check's figures of one area; a binding one takes part in the area's own verdict. */
export function enterCheck(
  columns: AreaColumns,
  a: number,
  check: AreaCheckId,
  role: 'binding' | 'indicator',
  figures: CheckFigures,
): void {
  const { verdict, required, counted, gap, ratio } = columns.checks[check];
  const code = codeOf(figures.verdict);
  verdict[a] = code;
  required[a] = figures.required ?? NaN;
  counted[a] = figures.counted ?? NaN;
  gap[a] = figures.gap ?? NaN;
  ratio[a] = figures.ratio ?? NaN;
  // Worst first.
  if (role === 'binding' && code < columns.verdict[a]!) columns.verdict[a] = code;
  if (figures.deadline) enterDeadline(columns, a, figures.deadline);
}

function enterDeadline(
  { daysOverdue, deadline: { dates, date, verdict } }: AreaColumns,
  a: number,
  deadline: DeadlineState,
): void {
  // NaN, where none was met yet, is not below anything.
  if (daysOverdue[a]! >= deadline.days_overdue) return;
  daysOverdue[a] = deadline.days_overdue;
  if (!dates.includes(deadline.date)) dates.push(deadline.date);
  date[a] = dates.indexOf(deadline.date);
  verdict[a] = deadline.verdict === null ? NO_CHECK : codeOf(deadline.verdict);
}

const CODES = new Map<Verdict, number>(VERDICTS.map((verdict, code) => [verdict, code]));

function codeOf(verdict: Verdict): number {
  return CODES.get(verdict)!;
}

/** How many of some areas stand how, in the order in which each verdict is first met with. */
export function countVerdicts(
  codes: Uint8Array,
  areas: Iterable<number> = codes.keys(),
): Partial<Record<Verdict, number>> {
  const counts = new Map<number, number>();
  for (const a of areas) {
    const code = codes[a]!;
    if (code !== NO_CHECK) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].map(([code, count]) => [VERDICTS[code]!, count]));
}
