import { reaches, shortfall } from '../units.ts';
import type { Figures } from './result.ts';

/** A figure known to lie between two bounds: `lo` is what is known for sure; `hi` is Infinity where nothing limits it. */
export interface Range {
  readonly lo: number;
  readonly hi: number;
}

export function exactly(value: number): Range {
  return { lo: value, hi: value };
}

/** A figure of which nothing is known but that it is not negative. */
export const UNKNOWN: Range = { lo: 0, hi: Infinity };

export function known(value: number | null | undefined): Range {
  return value === null || value === undefined ? UNKNOWN : exactly(value);
}

/** The value of a range that has only one; null otherwise. */
export function exactValue({ lo, hi }: Range): number | null {
  return lo === hi ? lo : null;
}

export type Judgement = 'met' | 'short' | 'no_data';

/** If what is known decides either way, that; otherwise no_data. */
export function judge(counted: Range, required: Range): Judgement {
  if (reaches(counted.lo, required.hi)) return 'met';
  return reaches(counted.hi, required.lo) ? 'no_data' : 'short';
}

/** A count judged: what is known of it, what it lacks (null where that is undecided), and the verdict. */
export function figuresOf(counted: Range, required: Range): Figures {
  const verdict = judge(counted, required);
  return { counted: counted.lo, gap: verdict === 'no_data' ? null : shortfall(counted.lo, required.lo), verdict };
}
