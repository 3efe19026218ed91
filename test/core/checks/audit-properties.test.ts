import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditWithMemorySteps,
  completeResultSteps,
  type Audit,
  type AuditMemory,
} from '../../../src/core/checks/audit.ts';
import { VERDICTS, type AuditResult, type Check, type Verdict } from '../../../src/core/checks/result.ts';
import { countsLand, isEligibleFloorArea, landOf } from '../../../src/core/plan/facility-tiers.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import { runSteps } from '../../../src/core/progress.ts';
import { auditPlan } from '../../builders/audit-plan.ts';
import { pointAt } from '../../builders/plan-builder.ts';
import { randomPlan } from '../../builders/random-plan.ts';
import { nantong } from '../../builders/standards.ts';

const AS_OF = '2026-01-01';
const RUNS = { numRuns: 400 };

type Done = Omit<Audit, 'result'> & { result: AuditResult };

function audit(plan: Plan, memory: AuditMemory | null = null): Done {
  const input = { plan, streets: null, standard: nantong, asOf: AS_OF, version: 'test', inputs: [], inputIssues: [] };
  const done = runSteps(auditWithMemorySteps(input, memory));
  return { ...done, result: runSteps(completeResultSteps(done)) };
}

describe('the audit of any plan', () => {
  it('books every square metre once: parts and what is unbooked add up to the facility', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const done = audit(plan);
        for (const [f, facility] of done.context.facilities.entries()) {
          const parts = done.booking.parts.of(new Set([f])).map(({ part }) => part);
          if (!isEligibleFloorArea(facility)) {
            expect(parts).toEqual([]);
            continue;
          }
          if (facility.floorAreaM2 === undefined) continue;
          const unbooked = done.booking.unbooked.filter((one) => one.facility === f);
          const sum = [...parts, ...unbooked].reduce((total, { m2 }) => total + (m2 ?? 0), 0);
          expect(sum).toBeCloseTo(facility.floorAreaM2, 6);
        }
      }),
      RUNS,
    );
  });

  it('shares all land of a facility that anybody reaches, and none of the others', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const { result, context } = audit(plan);
        for (const [f, facility] of context.facilities.entries()) {
          const land = landOf(facility);
          if (!land || !countsLand(facility) || !context.open[f]) continue;
          const reached = [...(context.catchments.get(facility.id)?.area ?? [])].some(
            (a) => context.areas[a]!.residents,
          );
          const shared = result.areas
            .flatMap(({ checks }) => checks.find(({ check }) => check === 'land_per_person')!.parts)
            .filter((part) => part.facility === facility.id)
            .reduce((sum, { m2 }) => sum + m2!, 0);
          expect(shared).toBeCloseTo(reached ? land : 0, 6);
        }
      }),
      RUNS,
    );
  });

  it("makes a unit's row the sum of its areas, a pool's space split by need", () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const { result, context } = audit(withKnownClasses(plan));
        const nodes = new Map(context.unitTree.nodes.map((node) => [`${node.level} ${node.path}`, node]));
        const areas = new Map(result.areas.map((area) => [area.id, area]));
        for (const unit of result.units) {
          const inside = nodes.get(`${unit.level} ${unit.path}`)!.areas.map((a) => context.areas[a]!);
          let required = 0;
          let counted = 0;
          let exact = true;
          for (const { id } of inside) {
            const check = areas.get(id)!.checks.find((one) => one.check === 'floor_area')!;
            const own = check.own_required === undefined ? check.required : check.own_required;
            if (check.verdict === 'not_applicable' || own === null) continue;
            required += own;
            if (check.own_required === undefined) counted += check.counted!;
            else if (check.required) counted += (check.counted! * own) / check.required;
            else exact = false;
          }
          const sum = unit.checks.find(({ check }) => check === 'floor_area')!;
          expect(sum.required ?? 0).toBeCloseTo(required, 6);
          if (exact) expect(sum.counted ?? 0).toBeCloseTo(counted, 6);
          const verdicts = Object.values(unit.areas_by_verdict).reduce((total, one) => total + one, 0);
          expect(verdicts).toBe(inside.length);
        }
      }),
      RUNS,
    );
  });

  // Two checks are no sums: a smaller unit may break `each_unit`, and beds without care lower the share of nursing beds.
  it('is never worsened by a facility that opens, but through single_unit and the share of nursing beds', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const coming = [...plan.facilities.values()].find(
          ({ status }) => status === 'building' || status === 'planned',
        );
        if (!coming) return;
        const { validFrom: _, validTo: __, ...rest } = coming;
        const opened = {
          ...plan,
          facilities: new Map([...plan.facilities, [coming.id, { ...rest, status: 'open' as const }]]),
        };
        const unlapsed = { ...plan, facilities: new Map([...plan.facilities, [coming.id, rest]]) };
        const before = checksByKey(audit(unlapsed));
        for (const [key, check] of checksByKey(audit(opened))) {
          if (check.check === 'single_unit' || check.check === 'nursing_beds') continue;
          expect({ key, rank: rankOf(check.verdict) }).toSatisfy(
            ({ rank }: { rank: number }) => rank >= rankOf(before.get(key)!.verdict),
            `${key}: ${before.get(key)!.verdict} became ${check.verdict}`,
          );
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const turned = {
          ...plan,
          areas: new Map([...plan.areas].toReversed()),
          facilities: new Map([...plan.facilities].toReversed()),
        };
        expect(auditPlan(turned)).toEqual(auditPlan(plan));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same from what the last audit left as from scratch', () => {
    fc.assert(
      fc.property(
        randomPlan,
        fc.integer({ min: 0, max: 2500 }),
        fc.constantFrom(2.16, 3, 4, 5),
        (plan, east, speed) => {
          const first = audit(plan);
          const [moved] = plan.facilities.values();
          const facilities = new Map(plan.facilities);
          if (moved) facilities.set(moved.id, { ...moved, geometry: pointAt(east, 300) });
          const next = { ...plan, facilities, settings: { ...plan.settings, speed_km_h: speed } };
          expect(audit(next, first.memory).result).toEqual(audit(next).result);
        },
      ),
      { numRuns: 150 },
    );
  });
});

function withKnownClasses(plan: Plan): Plan {
  const areas = [...plan.areas].map(
    ([id, area]) => [id, area.class === 'unknown' ? { ...area, class: 'built' as const } : area] as const,
  );
  return { ...plan, areas: new Map(areas) };
}

function checksByKey({ result }: Done): Map<string, Check> {
  const rows = [
    ...result.areas.map((area) => [`area ${area.id}`, area.checks] as const),
    ...result.pools.map((pool) => [`pool ${pool.id}`, pool.checks] as const),
    ...result.units.map((unit) => [`${unit.level} ${unit.path}`, unit.checks] as const),
  ];
  return new Map(rows.flatMap(([key, checks]) => checks.map((check) => [`${key} ${check.check}`, check] as const)));
}

/** Worst first; what does not apply is as good as met. */
function rankOf(verdict: Verdict): number {
  return Math.min(VERDICTS.indexOf(verdict), VERDICTS.indexOf('met'));
}
