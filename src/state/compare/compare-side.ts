import type { Both } from '../../core/compare/comparison.ts';
import type { Conflict } from '../../core/plan/apply-scenario.ts';
import { shownPlan, type PlanDocument } from '../../core/plan/document.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { ScenarioId } from '../../core/plan/scenario.ts';
import type { LoadedStandard } from '../../core/standards/standard.ts';
import type { IsoDate } from '../../core/units.ts';
import type { WorkspaceState } from '../workspace-state.ts';

/** Where a document that is compared comes from. */
export type DocumentSource =
  /** What is open, as it stands. */
  | { readonly kind: 'open' }
  /** What is open, as it stood at a time, milliseconds since 1970. */
  | { readonly kind: 'version'; readonly at: number; readonly streets: string | null }
  /** Another project: one that the device keeps, or a project file. `streets`: hash of its walking network; null: none. */
  | { readonly kind: 'project'; readonly name: string; readonly streets: string | null };

/** Which plan a side is of. */
export type ComparedPlan =
  /** A document's baseline (`shown` null), or what one of its scenarios makes of that. */
  | {
      readonly kind: 'document';
      readonly from: DocumentSource;
      readonly document: PlanDocument;
      readonly shown: ScenarioId | null;
    }
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
  /** Edits of its scenario that no longer apply to its baseline, and are left out. */
  readonly conflicts: readonly Conflict[];
  readonly standard: LoadedStandard;
  readonly asOf: IsoDate;
}

type Known = Pick<WorkspaceState, 'document' | 'plan' | 'conflicts' | 'standards' | 'standardId' | 'asOf'>;

/** The plan and the standard that a side names. Throws where its standard is not loaded. */
export function resolveSide(known: Known, { of, standardId, asOf }: CompareSide): ResolvedSide {
  const standard = known.standards.find((one) => one.standard.id === standardId);
  if (standard === undefined) throw new Error(`standard: expected one of those loaded, got ${standardId}`);
  return { ...planOf(known, of), standard, asOf };
}

function planOf({ document, plan, conflicts }: Known, of: ComparedPlan): Pick<ResolvedSide, 'plan' | 'conflicts'> {
  if (of.kind === 'files') return { plan: of.plan, conflicts: [] };
  // The very plan that is shown: its audit is there already.
  if (of.document === document && of.shown === document.shown) return { plan, conflicts };
  return shownPlan({ ...of.document, shown: of.shown });
}

/**
 * What is compared where nothing else is asked for: the baseline and the scenario that is shown; where the baseline is shown,
 * that by the standard in use and by another.
 */
export function firstSides({ document, standards, standardId, asOf }: Known): ComparedSides {
  const side = (shown: ScenarioId | null): CompareSide => ({
    of: { kind: 'document', from: { kind: 'open' }, document, shown },
    standardId,
    asOf,
  });
  if (document.shown !== null) return { left: side(null), right: side(document.shown) };
  const other = standards.find(({ standard }) => standard.id !== standardId)?.standard.id ?? standardId;
  return { left: side(null), right: { ...side(null), standardId: other } };
}
