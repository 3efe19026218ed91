import { SUBJECT_KIND, type DeletableTable } from './deletable-table.ts';
import { refuse, type EditRefusal } from './edit-refusal.ts';
import type { Change, Edit, TableName } from './edit.ts';
import type { Plan, PoolId } from './plan.ts';

export interface Deletion {
  readonly table: DeletableTable;
  readonly ids: readonly string[];
}

/**
 * Deletes records and everything that would then name nothing: entries of `serves` that book to a deleted area, the pool that
 * a facility is built for once no area is left in it, measures of what is deleted, housing planned in a deleted area, growth
 * assumed for it. Refused: `record_unknown`.
 */
export function deleteRecords(plan: Plan, { table, ids }: Deletion): Change | EditRefusal {
  const gone = new Set(ids);
  const records: ReadonlyMap<string, unknown> = plan[table];
  const unknown = ids.find((id) => !records.has(id));
  if (unknown !== undefined) return refuse('record_unknown', { found: unknown });
  const pools = table === 'areas' ? poolsLeftEmpty(plan, gone) : new Set<PoolId>();
  const kind = SUBJECT_KIND[table];
  return [
    ...(table === 'areas' ? [...unbook(plan, gone), ...leavePools(plan, pools)] : []),
    ...removeWhere(plan, 'measures', ({ subject }) =>
      subject.kind === 'pool' ? pools.has(subject.id) : subject.kind === kind && gone.has(subject.id),
    ),
    ...(table === 'areas'
      ? [
          ...removeWhere(plan, 'housing', ({ area }) => gone.has(area)),
          ...removeWhere(plan, 'growth', ({ id }) => id.startsWith('area/') && gone.has(id.slice('area/'.length))),
        ]
      : []),
    ...[...gone].map((id) => removal(plan, table, id)),
  ];
}

/** Pools that had members and have none once some areas are gone. */
function poolsLeftEmpty({ areas }: Plan, gone: ReadonlySet<string>): Set<PoolId> {
  const empty = new Set<PoolId>();
  for (const id of gone) {
    const pool = areas.get(id)?.pool;
    if (pool !== undefined) empty.add(pool);
  }
  if (empty.size === 0) return empty;
  for (const { id, pool } of areas.values()) if (pool !== undefined && !gone.has(id)) empty.delete(pool);
  return empty;
}

function unbook({ facilities }: Plan, gone: ReadonlySet<string>): Edit[] {
  return [...facilities.values()].flatMap(({ id, serves }): Edit[] => {
    if (!serves?.some(({ area }) => gone.has(area))) return [];
    const left = serves.filter(({ area }) => !gone.has(area));
    return [{ table: 'facilities', id, field: 'serves', from: serves, to: left.length === 0 ? undefined : left }];
  });
}

function leavePools({ facilities }: Plan, pools: ReadonlySet<PoolId>): Edit[] {
  return [...facilities.values()].flatMap(({ id, pool }): Edit[] =>
    pool !== undefined && pools.has(pool)
      ? [{ table: 'facilities', id, field: 'pool', from: pool, to: undefined }]
      : [],
  );
}

function removeWhere<T extends 'measures' | 'housing' | 'growth'>(
  plan: Plan,
  table: T,
  names: (record: Plan[T] extends ReadonlyMap<string, infer R> ? R : never) => boolean,
): Edit[] {
  const records = plan[table] as ReadonlyMap<string, Parameters<typeof names>[0]>;
  return [...records].flatMap(([id, record]) => (names(record) ? [removal(plan, table, id)] : []));
}

function removal(plan: Plan, table: TableName, id: string): Edit {
  return { table, id, from: (plan[table] as ReadonlyMap<string, unknown>).get(id), to: undefined } as Edit;
}
