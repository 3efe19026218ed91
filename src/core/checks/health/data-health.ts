import type { Plan } from '../../plan/plan.ts';
import type { Steps } from '../../progress.ts';
import type { Audit } from '../audit.ts';
import { AREA_CHECKS, VERDICTS } from '../result.ts';
import { caveatsOf, type Caveat } from './caveats.ts';
import { evidencedSpace, type EvidenceReport } from './evidenced-space.ts';
import { missingValues, type TableHealth } from './missing-values.ts';
import { undecidedChecks, type JudgedSubject, type Undecided } from './undecided.ts';

/** What the data can and cannot bear, as codes and ids: what is blank, what that leaves undecided, what is not vouched for. */
export interface DataHealth {
  readonly tables: readonly TableHealth[];
  readonly undecided: readonly Undecided[];
  readonly caveats: readonly Caveat[];
  /** Of the facilities that count today or once they open. */
  readonly evidence: EvidenceReport;
}

/** Areas explained between two reports. */
const PER_STEP = 100;

/** The data health of a finished audit's plan. Every number is the audit's own: its verdicts and the reasons it gives. */
export function* dataHealthSteps(audit: Audit, plan: Plan): Steps<DataHealth> {
  const { context, explain } = audit;
  const judged: JudgedSubject[] = [];
  const open = undecidedAreas(audit);
  for (const [done, a] of open.entries()) {
    if (done % PER_STEP === 0) yield { stage: 'judging', done, total: open.length };
    const { id, checks } = explain.area(a);
    judged.push({ on: 'area', id, checks });
  }
  for (const { level, path, checks } of explain.units()) judged.push({ on: level, id: path, checks });
  return {
    tables: missingValues(plan),
    undecided: undecidedChecks(judged),
    caveats: caveatsOf(context),
    evidence: evidencedSpace(context.facilities.filter((_, f) => context.withPlanned[f])),
  };
}

/** Areas with a check that could not be decided: only they need explaining. */
function undecidedAreas({ columns, context }: Audit): number[] {
  const open = new Set([VERDICTS.indexOf('no_data'), VERDICTS.indexOf('depends_on_class')]);
  return [...context.areas.keys()].filter((a) =>
    AREA_CHECKS.some((check) => open.has(columns.checks[check].verdict[a]!)),
  );
}
