import fc from 'fast-check';
import type { Highs } from 'highs';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditWithMemorySteps, type Audit } from '../../../../src/core/checks/audit.ts';
import { applyChange, inverse } from '../../../../src/core/plan/edit.ts';
import { dissolvePool, poolAreas } from '../../../../src/core/plan/pool-edits.ts';
import type { Area, Candidate, Parcel, Plan } from '../../../../src/core/plan/plan.ts';
import { runSteps } from '../../../../src/core/progress.ts';
import { POOL_REACHES, poolInstanceSteps, type PoolReach } from '../../../../src/core/siting/pools/pool-instance.ts';
import { tryPoolSteps } from '../../../../src/core/siting/pools/try-pool.ts';
import { areaOf, auditPlan, checkOf, poolOf } from '../../../builders/audit-plan.ts';
import { PlanBuilder, pointAt, squareAt } from '../../../builders/plan-builder.ts';
import { randomPlan } from '../../../builders/random-plan.ts';
import { openHighs, solvedPools } from '../../../builders/solver.ts';
import { nantong, shippedStandard } from '../../../builders/standards.ts';

let highs: Highs;

beforeAll(async () => {
  highs = await openHighs();
});

function auditOf(plan: Plan, standard = nantong): Audit {
  const input = { plan, streets: null, standard, asOf: '2026-01-01', version: 'test', inputs: [], inputIssues: [] };
  return runSteps(auditWithMemorySteps(input, null));
}

function instanceOf(plan: Plan, standard = nantong, reach: PoolReach = 'whole') {
  return runSteps(poolInstanceSteps(auditOf(plan, standard), plan, reach));
}

/** Three small new estates within a walk of each other, a fourth far off, and others that have no part in this. */
function estates(): PlanBuilder {
  const estate = { class: 'new' as const };
  return new PlanBuilder()
    .area('A', { ...estate, households: 800, geometry: squareAt(0, 0, 100) })
    .area('B', { ...estate, households: 900, geometry: squareAt(300, 0, 100) })
    .area('C', { ...estate, households: 700, geometry: squareAt(0, 300, 100) })
    .area('far', { ...estate, households: 500, geometry: squareAt(5000, 0, 100) })
    .area('large', { ...estate, households: 2000, geometry: squareAt(300, 300, 100) })
    .area('blank', { ...estate, geometry: squareAt(400, 300, 100) })
    .area('nowhere', { ...estate, households: 400 })
    .area('rural', { ...estate, settlement: 'rural', households: 400, geometry: squareAt(0, 100, 50) })
    .area('built', { households: 400, geometry: squareAt(100, 0, 50) })
    .area('pooled', { ...estate, pool: 'P', households: 400, geometry: squareAt(100, 100, 50) })
    .area('housed', { ...estate, households: 400, geometry: squareAt(200, 100, 50) })
    .facility('unit', { floorAreaM2: 600, serves: [{ area: 'housed' }], geometry: pointAt(225, 125) })
    .area('coming', { ...estate, households: 400, geometry: squareAt(200, 200, 50) })
    .facility('later', {
      status: 'planned',
      floorAreaM2: 600,
      serves: [{ area: 'coming' }],
      geometry: pointAt(225, 225),
    });
}

describe('who could share a unit', () => {
  it('are small new urban areas in no pool that neither have one nor plan one', () => {
    const instance = instanceOf(estates().build())!;
    expect(instance.areas).toEqual([
      { area: 'A', households: 800, needM2: 240 },
      { area: 'B', households: 900, needM2: 270 },
      { area: 'C', households: 700, needM2: 210 },
    ]);
    expect(instance.left).toEqual([
      { area: 'blank', reason: 'households_unknown' },
      { area: 'nowhere', reason: 'no_geometry' },
      { area: 'far', reason: 'no_neighbour' },
    ]);
    expect(instance).toMatchObject({ leastUnitM2: 600, smallBelow: 2000, circleM: 750 });
  });

  it('reach a place with all of their people, or with any of them as a pool is judged', () => {
    const long = { class: 'new' as const, households: 500 };
    const plan = new PlanBuilder()
      .area('A', { ...long, geometry: squareAt(0, 0, 50) })
      .area('B', { ...long, geometry: squareAt(400, 0, 400) })
      .build();
    expect(instanceOf(plan)!.left.map(({ reason }) => reason)).toEqual(['no_neighbour', 'no_neighbour']);
    expect(instanceOf(plan, nantong, 'any')!.areas.map(({ area }) => area)).toEqual(['A', 'B']);
  });

  it('are nobody where the standard asks for no least unit', () => {
    expect(instanceOf(estates().build(), shippedStandard('qingdao-2018'))).toBeNull();
  });

  it('may build on candidate sites and on parcels reserved for elder care, as far as there is room', () => {
    const plan = estates().build();
    const geometry = pointAt(200, 200);
    const candidates = new Map<string, Candidate>([
      ['small', { id: 'small', kind: 'idle_building', floorAreaM2: 500, geometry }],
      ['hall', { id: 'hall', kind: 'idle_building', floorAreaM2: 800, geometry }],
      ['plot', { id: 'plot', kind: 'vacant_plot', floorAreaM2: 500, geometry }],
    ]);
    const parcels = new Map<string, Parcel>([
      ['care', { id: 'care', use: 'elder_care', geometry }],
      ['school', { id: 'school', use: 'other', geometry }],
    ]);
    const { places } = instanceOf({ ...plan, candidates, parcels })!;
    const named = places.filter(({ kind }) => kind !== 'area').map(({ id, roomM2 }) => [id, roomM2]);
    expect(named).toEqual([
      ['hall', 800],
      ['plot', null],
      ['care', null],
    ]);
  });
});

/** Plans of small new estates only, some with a little space of their own. */
const newEstates = randomPlan.map((plan): Plan => {
  const areas = [...plan.areas.values()].map((area): Area => {
    const estate = { ...area, class: 'new', settlement: 'urban', households: (area.households ?? 900) % 2000 } as const;
    delete (estate as { pool?: string }).pool;
    return estate;
  });
  return { ...plan, areas: new Map(areas.map((area) => [area.id, area])) };
});

describe('pools that are accepted', () => {
  it.each(POOL_REACHES)('of random estates are met once built, every member in (%s)', (reach) => {
    let pooled = 0;
    fc.assert(
      fc.property(newEstates, (plan) => {
        const { pools } = solvedPools(highs, instanceOf(plan, nantong, reach)!);
        pooled += pools.length;
        const change = pools.flatMap(({ members }, i) =>
          poolAreas(
            plan,
            members.map(({ area }) => area),
            `new ${i}`,
          ),
        );
        const facilities = new Map(plan.facilities);
        for (const [i, { unitM2, place }] of pools.entries()) {
          const unit = { type: 'station', status: 'open', floorAreaM2: unitM2, entrance: place.at } as const;
          facilities.set(`unit ${i}`, { ...unit, id: `unit ${i}`, pool: `new ${i}` });
        }
        const result = auditPlan({ ...applyChange(plan, change), facilities });
        for (const [i, { members }] of pools.entries()) {
          const pool = poolOf(result, `new ${i}`);
          expect(pool.members).toEqual(members.map(({ area }) => area));
          expect(pool.dropped).toEqual([]);
          expect(pool.checks.map(({ verdict }) => verdict)).toEqual(['met', 'met']);
        }
      }),
      { numRuns: 150 },
    );
    expect(pooled).toBeGreaterThan(20);
  });

  it('are met by the audit once their unit is built, with every member in', () => {
    const plan = estates().build();
    const { pools, totalM2, aloneM2, status } = solvedPools(highs, instanceOf(plan)!);
    expect(status).toBe('optimal');
    expect([totalM2, aloneM2]).toEqual([720, 1800]);
    const [{ members, unitM2, place } = pools[0]!] = pools;
    const ids = members.map(({ area }) => area);
    expect(ids).toEqual(['A', 'B', 'C']);
    const accepted = applyChange(plan, poolAreas(plan, ids, 'shared'));
    expect(poolOf(auditPlan(accepted), 'shared').checks.map(({ verdict }) => verdict)).toEqual(['short', 'short']);
    const built = new Map(accepted.facilities).set('new', {
      id: 'new',
      type: 'station',
      status: 'open',
      pool: 'shared',
      floorAreaM2: unitM2,
      entrance: place.at,
    });
    const result = auditPlan({ ...accepted, facilities: built });
    expect(poolOf(result, 'shared')).toMatchObject({ members: ids, dropped: [] });
    for (const id of ids) {
      expect(checkOf(areaOf(result, id), 'floor_area').verdict).toBe('met');
      expect(checkOf(areaOf(result, id), 'single_unit').verdict).toBe('met');
    }
  });

  it('come apart to exactly what was before, and dissolving is taken back exactly', () => {
    const plan = estates().facility('own', { pool: 'shared', floorAreaM2: 300 }).build();
    const change = poolAreas(plan, ['A', 'B', 'missing'], 'shared');
    const pooled = applyChange(plan, change);
    expect(applyChange(pooled, inverse(change))).toEqual(plan);
    const away = dissolvePool(pooled, 'shared');
    const dissolved = applyChange(pooled, away);
    expect(dissolved.areas).toEqual(plan.areas);
    expect(dissolved.facilities.get('own')).not.toHaveProperty('pool');
    expect(applyChange(dissolved, inverse(away))).toEqual(pooled);
  });
});

describe('a pool that is tried', () => {
  const tried = (plan: Plan, members: string[], pool = 'try') =>
    runSteps(tryPoolSteps(auditOf(plan), plan, { pool, members }));

  it('stands as the audit judges it once it is in the plan', () => {
    const plan = estates().build();
    const found = tried(plan, ['A', 'B', 'built'])!;
    const accepted = applyChange(plan, poolAreas(plan, ['A', 'B', 'built'], 'try'));
    expect(found.checks).toEqual(poolOf(auditPlan(accepted), 'try').checks);
    expect(found).toMatchObject({ needM2: 240 + 270 + 80, leastUnitM2: 600, unitM2: 600 });
    expect(found.members.map(({ area, needM2 }) => [area, needM2])).toEqual([
      ['A', 240],
      ['B', 270],
      ['built', 80],
    ]);
  });

  it('says who is not small, who leaves another pool, who would fall out and who reaches no common place', () => {
    const plan = estates()
      .area('vast', { class: 'new', households: 3000, geometry: squareAt(100, 300, 100) })
      .facility('shared', { pool: 'try', floorAreaM2: 2000, geometry: pointAt(50, 50) })
      .build();
    const found = tried(plan, ['A', 'far', 'pooled', 'vast'])!;
    const by = (what: 'notSmall' | 'dropped' | 'leaves') =>
      found.members.filter((member) => member[what]).map(({ area }) => area);
    expect(by('notSmall')).toEqual(['vast']);
    expect(by('leaves')).toEqual(['pooled']);
    expect(by('dropped')).toEqual(['far']);
    expect(found.place!.walks.map((walk) => walk !== null)).toEqual([true, false, true, true]);
  });

  it('has exactly the members that are named: others leave it', () => {
    const plan = estates().build();
    const found = tried(plan, ['A', 'B'], 'P')!;
    expect(found.members.map(({ area }) => area)).toEqual(['A', 'B']);
    expect(found.checks[0]!.required).toBe(510);
  });

  it('is none without areas that are there', () => {
    expect(tried(estates().build(), [])).toBeNull();
    expect(tried(estates().build(), ['A', 'missing'])).toBeNull();
  });
});
