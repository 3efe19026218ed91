import type { StoreApi } from 'zustand/vanilla';
import type { AuditDigest } from '../analysis/api.ts';
import { EMPTY_PLAN, type Plan } from '../core/plan/plan.ts';
import { planDiff } from '../core/plan/plan-diff.ts';
import { parcelLosses, type ParcelLoss } from './parcel-losses.ts';
import type { StepName } from './step-name.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** What the plan's last move along the history is compared with. */
export interface EffectBase {
  /** The audit of the plan before it; where several moves came before the next audit, before the first of them. */
  readonly before: AuditDigest;
  /** The last move. */
  readonly step: StepName;
  readonly undone: boolean;
  /** How many moves `before` lies back. */
  readonly moves: number;
  /** Of all of them. */
  readonly losses: readonly ParcelLoss[];
}

/** Remembers, whenever the plan moves along its history, the audit that the next one is to be compared with. */
export function followEffects(store: StoreApi<WorkspaceState>): void {
  /** The last audit of the plan itself. */
  let judged: AuditDigest | null = null;
  store.subscribe((state, before) => {
    if (state.digest !== before.digest && state.digest?.stamp.trial !== true) judged = state.digest;
    if (state.planVersion === before.planVersion) return;
    store.setState({ effectBase: baseAfter(before, state, judged) });
  });
}

function baseAfter(before: WorkspaceState, state: WorkspaceState, judged: AuditDigest | null): EffectBase | null {
  const move = moveBetween(before, state);
  if (move === null) return null;
  const losses = parcelLosses(before.plan, planDiff(parcelsOf(before), parcelsOf(state)));
  const { effectBase: earlier } = before;
  const { step, undone } = move;
  if (judged?.stamp.planVersion === before.planVersion) return { before: judged, step, undone, moves: 1, losses };
  if (earlier === null) return null;
  return { ...earlier, step, undone, moves: earlier.moves + 1, losses: [...earlier.losses, ...losses] };
}

/** A plan of the parcels alone: an import of a whole city need not be gone through for them. */
function parcelsOf({ plan: { parcels } }: WorkspaceState): Plan {
  return { ...EMPTY_PLAN, parcels };
}

/** The move that led from one state to the next; null: the plan became another in some other way, as when it is closed. */
function moveBetween(
  { history: before }: WorkspaceState,
  { history: now }: WorkspaceState,
): { step: StepName; undone: boolean } | null {
  if (now.done < before.done && now.steps === before.steps) {
    return { step: now.steps[now.done]!.name, undone: true };
  }
  const done = now.steps[now.done - 1];
  if (done === undefined || now === before) return null;
  return { step: done.name, undone: false };
}
