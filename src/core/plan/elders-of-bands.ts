import { personsFrom } from './age-bands.ts';
import type { Change, Edit } from './edit.ts';
import type { Area, Plan, Unit } from './plan.ts';

type WithBands = Pick<Area & Unit, 'ageBands' | 'elders'>;

/** A record as it is read, its elders those of its age bands for the given age; the same one where nothing changes. */
export function withEldersOfBands<R extends WithBands>(record: R, elderAge: number): R {
  if (record.ageBands === undefined) return record;
  const elders = personsFrom(record.ageBands, elderAge);
  if (elders === record.elders) return record;
  const next = { ...record } as { -readonly [F in keyof R]: R[F] };
  if (elders === undefined) delete next.elders;
  else next.elders = elders as R['elders'];
  return next;
}

/** The change that counts elders anew, from another age on, wherever they are summed from age bands. */
export function eldersOfBands({ areas, units }: Pick<Plan, 'areas' | 'units'>, elderAge: number): Change {
  const edits: Edit[] = [];
  for (const [id, area] of areas) {
    const to = withEldersOfBands(area, elderAge).elders;
    // Where the bands do not tell, an estimate stays.
    if (to === area.elders || (to === undefined && area.estimated?.elders)) continue;
    edits.push({ table: 'areas', id, field: 'elders', from: area.elders, to });
    if (area.estimated?.elders) {
      const { residents } = area.estimated;
      const rest = residents === undefined ? undefined : { residents };
      edits.push({ table: 'areas', id, field: 'estimated', from: area.estimated, to: rest });
    }
  }
  for (const [id, unit] of units) {
    const to = withEldersOfBands(unit, elderAge).elders;
    if (to !== unit.elders) edits.push({ table: 'units', id, field: 'elders', from: unit.elders, to });
  }
  return edits;
}
