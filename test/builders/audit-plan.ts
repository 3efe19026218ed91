import { auditSteps } from '../../src/core/checks/audit.ts';
import type { AreaResult, AuditResult, Check, CheckId, PoolResult, UnitResult } from '../../src/core/checks/result.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { runSteps } from '../../src/core/progress.ts';
import { nantong } from './standards.ts';

/** Audits a plan by the Nantong draft unless told otherwise. */
export function auditPlan(plan: Plan, asOf = '2026-01-01', standard = nantong): AuditResult {
  return runSteps(auditSteps({ plan, streets: null, standard, asOf, version: 'test', inputs: [], inputIssues: [] }));
}

type Checked = AreaResult | PoolResult | UnitResult;

/** A check of an area, pool or unit; fails where it carries none such. */
export function checkOf({ checks }: Checked, id: CheckId): Check {
  const check = checks.find((one) => one.check === id);
  if (!check) throw new Error(`expected a check ${id}, got ${checks.map((one) => one.check).join(', ')}`);
  return check;
}

export function areaOf({ areas }: AuditResult, id: string): AreaResult {
  return areas.find((area) => area.id === id)!;
}

export function unitOf({ units }: AuditResult, key: string): UnitResult {
  return units.find(({ level, path }) => `${level}:${path}` === key)!;
}

export function poolOf({ pools }: AuditResult, id: string): PoolResult {
  return pools.find((pool) => pool.id === id)!;
}
