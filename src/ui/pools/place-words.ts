import type { PlaceName } from '../../core/siting/pools/pool-places.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Texts } from '../../text/texts.ts';

/** A place where a pool's unit could stand, in words. */
export function placeWords({ kind, id }: PlaceName, plan: Plan, { pools: t }: Texts): string {
  const { areas, candidates, parcels } = plan;
  const name = { area: areas, candidate: candidates, parcel: parcels }[kind].get(id)?.name ?? id;
  return t.placeOf[kind](name);
}
