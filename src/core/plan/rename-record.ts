import { SUBJECT_KIND, type DeletableTable } from './deletable-table.ts';
import { refuse, type EditRefusal } from './edit-refusal.ts';
import type { Change, Edit, TableName } from './edit.ts';
import type { MeasureSubject, Plan } from './plan.ts';

export interface Renaming {
  readonly table: DeletableTable;
  readonly id: string;
  readonly to: string;
}

/**
 * Gives a record another id and carries everything that names it along: `serves`, measures, housing, growth. The same id is no
 * change. Refused: `record_unknown`, `id_blank`, `id_taken`.
 */
export function renameRecord(plan: Plan, { table, id, to: typed }: Renaming): Change | EditRefusal {
  const to = typed.trim();
  const records = plan[table] as ReadonlyMap<string, { readonly id: string }>;
  const record = records.get(id);
  if (record === undefined) return refuse('record_unknown', { found: id });
  if (to === '') return refuse('id_blank', {}, 'id');
  if (to === id) return [];
  if (records.has(to)) return refuse('id_taken', { found: to }, 'id');
  return [
    ...replaced(table, id, record, to, { ...record, id: to }),
    ...(table === 'areas' ? [...rebook(plan, id, to), ...rehouse(plan, id, to), ...regrow(plan, id, to)] : []),
    ...remeasure(plan, SUBJECT_KIND[table], id, to),
  ];
}

function rebook({ facilities }: Plan, id: string, to: string): Edit[] {
  return [...facilities.values()].flatMap((facility): Edit[] => {
    const { serves } = facility;
    if (!serves?.some(({ area }) => area === id)) return [];
    const next = serves.map((service) => (service.area === id ? { ...service, area: to } : service));
    return [{ table: 'facilities', id: facility.id, field: 'serves', from: serves, to: next }];
  });
}

function rehouse({ housing }: Plan, id: string, to: string): Edit[] {
  return [...housing.values()]
    .filter(({ area }) => area === id)
    .flatMap((one) => {
      const next = { ...one, id: `${to}@${one.year}`, area: to };
      return replaced('housing', one.id, one, next.id, next);
    });
}

function regrow({ growth }: Plan, id: string, to: string): Edit[] {
  const one = growth.get(`area/${id}`);
  return one === undefined ? [] : replaced('growth', one.id, one, `area/${to}`, { ...one, id: `area/${to}` });
}

function remeasure({ measures }: Plan, kind: MeasureSubject['kind'] | undefined, id: string, to: string): Edit[] {
  const one = kind && measures.get(`${kind}/${id}`);
  if (!one) return [];
  const next = { ...one, id: `${kind}/${to}`, subject: { ...one.subject, id: to } };
  return replaced('measures', one.id, one, next.id, next);
}

/** The record under its other id; the two edits are of one table, so that undoing gives the identical record back. */
function replaced(table: TableName, id: string, from: unknown, to: string, next: unknown): Edit[] {
  return [
    { table, id, from, to: undefined },
    { table, id: to, from: undefined, to: next },
  ] as unknown as Edit[];
}
