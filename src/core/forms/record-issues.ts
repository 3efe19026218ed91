import { issue, type Issue } from '../issue.ts';
import type { Area, Facility, Plan } from '../plan/plan.ts';
import type { FormTable } from './form-fields.ts';

/**
 * What the figures of one record say against each other: as reading a table reports it, of the record as it is now. They are
 * used as they stand.
 */
export function recordIssues(plan: Plan, table: FormTable, id: string): Issue[] {
  if (table === 'areas') {
    const area = plan.areas.get(id);
    return area === undefined ? [] : areaIssues(area);
  }
  const facility = table === 'facilities' ? plan.facilities.get(id) : undefined;
  return facility === undefined ? [] : facilityIssues(facility);
}

function areaIssues({ id, residents, elders, elders80 }: Area): Issue[] {
  return [
    ...exceeding('elders_exceed_residents', id, 'elders', elders, 'residents', residents),
    ...exceeding('elders_exceed_residents', id, 'elders_80', elders80, 'elders', elders),
  ];
}

function facilityIssues({ id, beds, nursingBeds, validFrom, validTo }: Facility): Issue[] {
  const reversed = validFrom !== undefined && validTo !== undefined && validFrom > validTo;
  return [
    ...exceeding('nursing_beds_exceed_beds', id, 'nursing_beds', nursingBeds, 'beds', beds),
    ...(reversed
      ? [issue('dates_reversed', { input: 'facilities', id, column: 'valid_to' }, { from: validFrom, to: validTo })]
      : []),
  ];
}

function exceeding(
  code: 'elders_exceed_residents' | 'nursing_beds_exceed_beds',
  id: string,
  column: string,
  part: number | undefined,
  of: string,
  whole: number | undefined,
): Issue[] {
  if (part === undefined || whole === undefined || part <= whole) return [];
  const input = code === 'nursing_beds_exceed_beds' ? 'facilities' : 'areas';
  return [issue(code, { input, id, column }, { found: part, limit: whole, of })];
}
