import { NO_CHECK, type AreaColumns } from '../checks/area-columns.ts';
import { VERDICTS, type AreaCheckId, type Verdict } from '../checks/result.ts';

/** A check's figures of one area at a time; null: unknown or not applicable. */
export interface FiguresThen {
  readonly required: number | null;
  readonly counted: number | null;
  readonly gap: number | null;
}

/** Verdicts that say that a clause is not met on the day. */
export type FailingVerdict = Extract<Verdict, 'short' | 'met_if_built'>;

const [SHORT, MET_IF_BUILT, MET] = (['short', 'met_if_built', 'met'] as const).map((one) => VERDICTS.indexOf(one));

/** Whether a verdict column says that the check fails there: what is only on the way does not count yet. */
export function failsAt(codes: Uint8Array, a: number): boolean {
  return codes[a] === SHORT || codes[a] === MET_IF_BUILT;
}

export function isMetAt(codes: Uint8Array, a: number): boolean {
  return codes[a] === MET;
}

/** The failing verdict there; to be asked only where it fails. */
export function failingVerdict(codes: Uint8Array, a: number): FailingVerdict {
  return codes[a] === SHORT ? 'short' : 'met_if_built';
}

export function figuresAt({ checks }: AreaColumns, check: AreaCheckId, a: number): FiguresThen {
  const { verdict, required, counted, gap } = checks[check];
  const known = (column: Float64Array): number | null =>
    verdict[a] === NO_CHECK || Number.isNaN(column[a]!) ? null : column[a]!;
  return { required: known(required), counted: known(counted), gap: known(gap) };
}
