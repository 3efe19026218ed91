import { describe, expect, it } from 'vitest';
import { assemblePlan } from '../../../src/core/import/assemble-plan.ts';
import { readTable } from '../../builders/read-text-table.ts';
import { auditPlan } from '../../builders/audit-plan.ts';

function read(...lines: string[]) {
  return readTable({ file: { name: 'areas.csv', bytes: new TextEncoder().encode(lines.join('\n')) } });
}

const BANDS = ['编号,户数,0-14岁,15-59岁,60-64岁,65岁及以上,80岁及以上人口', 'A,10,5,20,3,4,1', 'B,10,5,20,,4,1'];

describe('a table with age bands', () => {
  it('has elders from the elder age on, whichever it is set to, and keeps the bands in view', () => {
    const { table, issues } = read(...BANDS);
    const elders = (age?: number) =>
      [...assemblePlan([table!], age === undefined ? {} : { elder_age: age }).areas.values()].map((one) => one.elders);
    expect(elders()).toEqual([7, undefined]);
    expect(elders(65)).toEqual([4, 4]);
    expect(elders(70)).toEqual([undefined, undefined]);
    const a = assemblePlan([table!]).areas.get('A')!;
    expect(a).toMatchObject({ elders80: 1, extra: { '0-14岁': '5', '60-64岁': '3', '65岁及以上': '4' } });
    expect(issues.map(({ code }) => code)).not.toContain('column_unknown');
    expect(issues.map(({ code }) => code)).not.toContain('elders_column_age');
  });

  it('says why the bands do not tell, by reason and with how many rows', () => {
    const { table } = read(...BANDS, 'C,10,5,20,,4,1');
    const why = (age: number) =>
      auditPlan(assemblePlan([table!], { elder_age: age }))
        .issues.filter(({ code }) => code === 'age_bands_inexact')
        .map(({ detail }) => detail);
    expect(why(60)).toEqual([{ why: 'missing', from: 60, age: 60, count: 2 }]);
    expect(why(63)).toEqual([
      { why: 'straddles', band: '60-64', age: 63, count: 1 },
      { why: 'missing', from: 63, age: 63, count: 2 },
    ]);
    expect(why(65)).toEqual([]);
  });

  it('takes a column of elders before any band, and a lone open band as it always was', () => {
    const stated = assemblePlan([read('id,户数,老年人口,60-64岁,65岁及以上', 'A,10,9,1,2').table!]);
    expect(stated.areas.get('A')).toMatchObject({ elders: 9 });
    expect(stated.areas.get('A')).not.toHaveProperty('ageBands');
    const lone = read('id,户数,65岁及以上', 'A,10,2');
    expect(lone.issues.map(({ code }) => code)).toContain('elders_column_age');
  });

  it('may be one of units', () => {
    const { table } = read('层级,名称,0-59岁,60岁及以上', '街道,东街道,100,20');
    expect(table).toMatchObject({ role: 'units', records: [{ elders: 20 }] });
  });
});
