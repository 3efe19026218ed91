import type { Plan } from '../../src/core/plan/plan.ts';

/** What of a plan names a record that is not there, written so that a failing test tells which. */
export function danglingReferences(plan: Plan): string[] {
  const { areas, facilities, parcels, measures, housing, growth } = plan;
  const pools = new Set([...areas.values()].flatMap(({ pool }) => pool ?? []));
  const subjects = { area: areas, facility: facilities, parcel: parcels, pool: pools };
  return [
    ...[...facilities.values()].flatMap(({ id, serves = [], pool }) => [
      ...serves.filter(({ area }) => !areas.has(area)).map(({ area }) => `${id} serves ${area}`),
      ...(pool === undefined || pools.has(pool) ? [] : [`${id} in pool ${pool}`]),
    ]),
    ...[...measures.values()].flatMap(({ id, subject }) =>
      subjects[subject.kind].has(subject.id) && id === `${subject.kind}/${subject.id}` ? [] : [`measure ${id}`],
    ),
    ...[...housing.values()].flatMap(({ id, area, year }) =>
      areas.has(area) && id === `${area}@${year}` ? [] : [`housing ${id}`],
    ),
    ...[...growth.keys()].filter((id) => id.startsWith('area/') && !areas.has(id.slice(5))).map((id) => `growth ${id}`),
  ];
}
