import { valueInForce } from '../../core/standards/value-in-force.ts';
import { chosenStandard } from '../../state/selectors.ts';
import type { WorkspaceState } from '../../state/workspace-state.ts';

/** Where the new-build rate reaches one single unit, by the chosen standard on the as-of date; null where it has no such rules. */
export function breakEvenOf(state: WorkspaceState): { households: number; singleUnitM2: number } | null {
  const { standard } = chosenStandard(state);
  const unit = valueInForce(standard, 'single_unit_floor_area', state.asOf);
  const rate = valueInForce(standard, 'floor_area_rate_new', state.asOf);
  if (unit === null || rate === null || rate.value === 0) return null;
  return { households: Math.ceil((unit.value * 100) / rate.value), singleUnitM2: unit.value };
}
