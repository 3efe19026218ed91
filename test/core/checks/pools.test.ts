import { describe, expect, it } from 'vitest';
import { areaOf, auditPlan, checkOf, poolOf } from '../../builders/audit-plan.ts';
import { PlanBuilder, pointAt } from '../../builders/plan-builder.ts';

const member = (east: number, households = 500) =>
  ({ class: 'built', households, pool: 'P', geometry: pointAt(east) }) as const;

describe('a pool', () => {
  it('drops the member that walks to none of the shared rooms: it is judged alone', () => {
    const plan = new PlanBuilder()
      .area('A', member(0))
      .area('B', member(200))
      .area('far', member(3000))
      .facility('f', { floorAreaM2: 200, pool: 'P', geometry: pointAt(100) })
      .build();
    const result = auditPlan(plan);
    expect(poolOf(result, 'P')).toMatchObject({ members: ['A', 'B', 'far'], dropped: ['far'] });
    expect(checkOf(poolOf(result, 'P'), 'floor_area')).toMatchObject({ verdict: 'met', required: 200, counted: 200 });
    const far = checkOf(areaOf(result, 'far'), 'floor_area');
    expect(far).toMatchObject({ verdict: 'short', required: 100, counted: 0 });
    expect(far.reasons).toContain('out_of_reach');
    expect(result.issues.map(({ code }) => code)).toContain('pool_member_out_of_reach');
  });

  it('drops members together and tests the rest again', () => {
    // C reaches only B's room and B only C's; once A is gone nothing changes for them, but B's room was A's only hope.
    const plan = new PlanBuilder()
      .area('A', member(0))
      .area('B', member(2000))
      .area('C', member(2300))
      .facility('b', { floorAreaM2: 100, serves: [{ area: 'B' }], geometry: pointAt(2000) })
      .facility('c', { floorAreaM2: 100, serves: [{ area: 'C' }], geometry: pointAt(2300) })
      .build();
    expect(poolOf(auditPlan(plan), 'P')).toMatchObject({ dropped: ['A'] });
  });

  it('tests a member by rooms that are still being built, never by its own alone', () => {
    const coming = { floorAreaM2: 100, status: 'building', geometry: pointAt(100) } as const;
    const plan = new PlanBuilder()
      .area('A', member(0))
      .area('B', member(200))
      .facility('f', { ...coming, pool: 'P' })
      .build();
    expect(poolOf(auditPlan(plan), 'P').dropped).toEqual([]);
    const own = new PlanBuilder()
      .area('A', member(0))
      .area('B', member(3000))
      .facility('f', { floorAreaM2: 100, serves: [{ area: 'A' }], geometry: pointAt(0) })
      .build();
    expect(poolOf(auditPlan(own), 'P').dropped).toEqual(['B']);
  });

  it('without facilities, or with a member of unknown place, keeps its members', () => {
    const bare = new PlanBuilder().area('A', member(0)).area('B', member(9000)).build();
    expect(poolOf(auditPlan(bare), 'P').dropped).toEqual([]);
    const { geometry: _, ...placeless } = member(0);
    const unplaced = new PlanBuilder()
      .area('A', placeless)
      .area('B', member(100))
      .facility('f', { floorAreaM2: 9, pool: 'P', geometry: pointAt(0) })
      .build();
    expect(poolOf(auditPlan(unplaced), 'P').dropped).toEqual([]);
  });

  it('counts a room of two members once', () => {
    const plan = new PlanBuilder()
      .area('A', member(0))
      .area('B', member(100))
      .facility('f', { floorAreaM2: 150, serves: [{ area: 'A' }, { area: 'B' }], geometry: pointAt(50) })
      .build();
    expect(checkOf(poolOf(auditPlan(plan), 'P'), 'floor_area')).toMatchObject({ counted: 150, gap: 50 });
  });

  it('is summed once into the whole gap', () => {
    const plan = new PlanBuilder()
      .area('A', member(0))
      .area('B', member(100))
      .area('alone', { class: 'built', households: 100 })
      .build();
    expect(auditPlan(plan).summary.floor_gap_m2).toBe(200 + 20);
  });

  it('takes no need from a rural member, which carries no verdict of it', () => {
    const plan = new PlanBuilder()
      .area('A', member(0))
      .area('village', { ...member(100), settlement: 'rural' })
      .build();
    const result = auditPlan(plan);
    expect(checkOf(poolOf(result, 'P'), 'floor_area').required).toBe(100);
    expect(checkOf(areaOf(result, 'village'), 'floor_area').verdict).toBe('not_applicable');
  });

  it('warns of a member that is not small', () => {
    const plan = new PlanBuilder().area('A', member(0, 2001)).area('B', member(100, 2000)).build();
    const warned = auditPlan(plan).issues.filter(({ code }) => code === 'pool_member_not_small');
    expect(warned.map(({ where }) => where.id)).toEqual(['A']);
  });

  it('with new members has no deadline; of built ones the rule’s', () => {
    const mixed = new PlanBuilder()
      .area('A', member(0))
      .area('B', { ...member(100), class: 'new' })
      .build();
    expect(checkOf(poolOf(auditPlan(mixed), 'P'), 'floor_area').deadline).toBeNull();
    const builtOnly = new PlanBuilder().area('A', member(0)).area('B', member(100)).build();
    expect(checkOf(poolOf(auditPlan(builtOnly), 'P'), 'floor_area').deadline).toMatchObject({ date: '2024-06-30' });
  });

  it('names the facility whose pool has no member', () => {
    const plan = new PlanBuilder().area('A').facility('f', { floorAreaM2: 50, pool: 'Q' }).build();
    const result = auditPlan(plan);
    expect(result.unbooked).toEqual([{ facility: 'f', m2: 50, reason: 'pool_without_members' }]);
    expect(result.issues.map(({ code }) => code)).toContain('pool_without_members');
  });
});
