import type { Both } from '../../core/compare/comparison.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { LoadedStandard } from '../../core/standards/standard.ts';
import type { IsoDate } from '../../core/units.ts';
import type { WorkspaceState } from '../workspace-state.ts';

/** Which plan a side is of. */
export type ComparedPlan =
  /** The one that is shown. */
  | { readonly kind: 'current' }
  /** Tables opened for the comparison alone, in the place of the shown plan's. `name`: the files'. */
  | { readonly kind: 'files'; readonly name: string; readonly plan: Plan };

/** One of two sides: a plan, and what it is judged by. */
export interface CompareSide {
  readonly of: ComparedPlan;
  readonly standardId: string;
  readonly asOf: IsoDate;
}

export type ComparedSides = Both<CompareSide>;

/** A side with everything that it names. */
export interface ResolvedSide {
  readonly plan: Plan;
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
}

type Known = Pick<WorkspaceState, 'plan' | 'standards' | 'standardId' | 'asOf'>;

/** The plan and the standard that a side names. Throws where its standard is not loaded. */
export function resolveSide({ plan, standards }: Known, { of, standardId, asOf }: CompareSide): ResolvedSide {
  const standard = standards.find((one) => one.standard.id === standardId);
  if (standard === undefined) throw new Error(`standard: expected one of those loaded, got ${standardId}`);
  return { plan: of.kind === 'current' ? plan : of.plan, standard, asOf };
}

/** What is compared where nothing else is asked for: the plan as it is judged, and by another document. */
export function firstSides({ standards, standardId, asOf }: Known): ComparedSides {
  const current: CompareSide = { of: { kind: 'current' }, standardId, asOf };
  const other = standards.find(({ standard }) => standard.id !== standardId)?.standard.id ?? standardId;
  return { left: current, right: { ...current, standardId: other } };
}
