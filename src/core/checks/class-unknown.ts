import type { CheckFigures, Figures, Verdict } from './result.ts';

const FAILS_TODAY: ReadonlySet<Verdict> = new Set(['short', 'met_if_built']);

/** One verdict for an area that may be new or built: the same both ways → it; both failing today → short; otherwise it depends. */
export function eitherClass(asNew: Verdict, asBuilt: Verdict): Verdict {
  if (asNew === asBuilt) return asNew;
  return FAILS_TODAY.has(asNew) && FAILS_TODAY.has(asBuilt) ? 'short' : 'depends_on_class';
}

/** Both readings under one verdict, with the built area's figures in front. The deadline is the built area's alone. */
export function combineClasses(asNew: CheckFigures, asBuilt: CheckFigures): CheckFigures {
  return {
    ...asBuilt,
    verdict: eitherClass(asNew.verdict, asBuilt.verdict),
    planned: combinePlanned(asNew.planned, asBuilt.planned),
    deadline: null,
  };
}

function combinePlanned(asNew: Figures | null, asBuilt: Figures | null): Figures | null {
  if (!asNew || !asBuilt) return null;
  return { ...asBuilt, verdict: eitherClass(asNew.verdict, asBuilt.verdict) };
}
