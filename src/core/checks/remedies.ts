import type { PoolId } from '../plan/plan.ts';
import type { Steps } from '../progress.ts';
import type { Audit } from './audit.ts';
import { circleCauses, spaceCauses } from './causes.ts';
import { circleRemediesSteps } from './circle-remedies.ts';
import { settlePool, type Pool } from './pools.ts';
import { REMEDIED_CHECKS, type DiagnosedSubject, type Diagnosis } from './remedy.ts';
import type { Check } from './result.ts';
import { spaceRemediesSteps } from './space-remedies.ts';
import type { Diagnosed } from './subject.ts';

/**
 * Why an area or a pool fails its checks today, and what would close each gap. Every remedy is tried by the rules of the
 * audit before it is told; those that would change nothing are not. Null: there is no such area or pool.
 */
export function* remediesSteps(audit: Audit, of: DiagnosedSubject): Steps<Diagnosis[] | null> {
  const { context } = audit;
  const diagnoses: Diagnosis[] = [];
  const a = 'area' in of ? context.areaIndex.get(of.area) : undefined;
  const poolId = 'pool' in of ? of.pool : a === undefined ? undefined : context.areas[a]!.pool;
  const pool = poolId === undefined ? null : poolOf(audit, poolId);
  if (a === undefined && !pool) return null;
  const checks = a === undefined ? explainPool(audit, pool!) : audit.explain.area(a).checks;
  for (const id of REMEDIED_CHECKS) {
    yield { stage: 'judging', done: diagnoses.length, total: REMEDIED_CHECKS.length };
    const check = checks.find((one) => one.check === id);
    if (!check || (check.verdict !== 'short' && check.verdict !== 'met_if_built')) continue;
    const subject: Diagnosed = a !== undefined && !check.reasons.includes('in_pool') ? { area: a } : { pool: pool! };
    diagnoses.push({
      of: 'area' in subject ? { area: context.areas[subject.area]!.id } : { pool: subject.pool.id },
      check: id,
      verdict: check.verdict,
      gap: check.gap,
      causes: id === 'walk_circle' ? circleCauses(audit, a!) : spaceCauses(audit, subject, { ...check, check: id }),
      remedies:
        id === 'walk_circle'
          ? yield* circleRemediesSteps(audit, a!)
          : yield* spaceRemediesSteps(audit, subject, { ...check, check: id }),
    });
  }
  return diagnoses;
}

function poolOf({ context, booking }: Audit, id: PoolId): Pool | null {
  const members = context.areas.flatMap(({ pool }, a) => (pool === id ? [a] : []));
  return members.length > 0 ? settlePool(context, booking, id, members) : null;
}

function explainPool({ explain }: Audit, { id }: Pool): readonly Check[] {
  return explain.pools().find((pool) => pool.id === id)!.checks;
}
