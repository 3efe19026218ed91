import { expect, it } from 'vitest';
import { assemblePlan } from '../../../src/core/import/assemble-plan.ts';
import { readRows } from '../../../src/core/import/read-rows.ts';
import type { Plan } from '../../../src/core/plan/plan.ts';
import type { Settings } from '../../../src/core/plan/settings.ts';
import type { Check } from '../../../src/core/checks/result.ts';
import { areaOf, auditPlan, checkOf, poolOf, unitOf } from '../../builders/audit-plan.ts';
import { shippedStandard } from '../../builders/standards.ts';
import { describeWithShared, readShared } from '../../shared.ts';

type Row = Record<string, unknown>;
type Expected = Record<string, unknown>;

interface Case {
  name: string;
  as_of?: string;
  settings?: Partial<Settings>;
  areas: Row[];
  facilities: Row[];
  units?: Row[];
  expect: {
    areas?: Record<string, Record<string, Expected | string>>;
    pools?: Record<string, Record<string, Expected>>;
    units?: Record<string, Record<string, Expected>>;
    issues?: string[];
  };
}

const FILE = 'cases/standards.json';

describeWithShared('the worked cases', FILE, () => {
  const {
    standard,
    as_of: asOf,
    cases,
  } = JSON.parse(readShared(FILE)) as {
    standard: string;
    as_of: string;
    cases: Case[];
  };

  it.each(cases)('$name', (one) => {
    const result = auditPlan(planOf(one), one.as_of ?? asOf, shippedStandard(standard));
    for (const [id, checks] of Object.entries(one.expect.areas ?? {})) {
      const area = areaOf(result, id);
      for (const [check, expected] of Object.entries(checks)) {
        if (check === 'verdict') expect(area.verdict).toBe(expected);
        else expectFields(checkOf(area, check as Check['check']), expected as Expected);
      }
    }
    for (const [id, checks] of Object.entries(one.expect.pools ?? {})) {
      for (const [check, expected] of Object.entries(checks)) {
        expectFields(checkOf(poolOf(result, id), check as Check['check']), expected);
      }
    }
    for (const [key, checks] of Object.entries(one.expect.units ?? {})) {
      for (const [check, expected] of Object.entries(checks)) {
        expectFields(checkOf(unitOf(result, key), check as Check['check']), expected);
      }
    }
    const codes = result.issues.map(({ code }) => code);
    for (const code of one.expect.issues ?? []) expect(codes).toContain(code);
  });
});

function planOf({ areas, facilities, units, settings }: Case): Plan {
  const tables = [
    readRows('areas', areas).table,
    ...(facilities.length > 0 ? [readRows('facilities', facilities).table] : []),
    ...(units ? [readRows('units', units).table] : []),
  ].filter((table) => table !== null);
  return { ...assemblePlan(tables), settings: settings ?? {} };
}

/** Every field that a case pins, numbers to 1e-6; fields it leaves out are free. */
function expectFields(found: object, expected: Expected): void {
  for (const [field, value] of Object.entries(expected)) {
    if (field === 'reasons_include') {
      expect((found as Check).reasons).toEqual(expect.arrayContaining(value as string[]));
      continue;
    }
    const actual = (found as Record<string, unknown>)[field];
    if (typeof value === 'number') expect(actual, field).toBeCloseTo(value, 6);
    else if (value !== null && typeof value === 'object') expectFields(actual as object, value as Expected);
    else expect(actual, field).toBe(value);
  }
}
