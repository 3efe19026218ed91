import type { Audit } from '../checks/audit.ts';
import { VERDICTS } from '../checks/result.ts';
import { landOfUnit } from '../checks/roll-up.ts';
import type { Both, ComparedSum, ComparedTotals } from './comparison.ts';

/** Totals of two audits side by side. */
export function comparedTotals({ left, right }: Both<Audit>): ComparedTotals {
  const both = <T>(of: (audit: Audit) => T): Both<T> => ({ left: of(left), right: of(right) });
  return {
    areas: both(({ result }) => result.summary.areas),
    byVerdict: both(({ result }) => result.summary.by_verdict),
    byCheck: both(({ result }) => result.summary.by_check),
    floorGap: compareSum(both(floorGaps)),
    landGap: compareSum(both(landGaps)),
    eldersCovered: compareSum(both(eldersCovered)),
  };
}

/** A figure a part, by what names the part on either side; null: unknown. */
type Parts = ReadonlyMap<string, number | null>;

function compareSum({ left, right }: Both<Parts>): ComparedSum {
  const sums = { left: knownSum(left), right: knownSum(right) };
  let delta = 0;
  let leftOut = 0;
  for (const part of new Set([...left.keys(), ...right.keys()])) {
    const [before = 0, after = 0] = [left.get(part), right.get(part)];
    if (before === null || after === null) leftOut++;
    else delta += after - before;
  }
  return {
    left: sums.left.sum,
    right: sums.right.sum,
    unknown: { left: sums.left.unknown, right: sums.right.unknown },
    delta,
    leftOut,
  };
}

function knownSum(parts: Parts): { sum: number; unknown: number } {
  let sum = 0;
  let unknown = 0;
  for (const value of parts.values()) {
    if (value === null) unknown++;
    else sum += value;
  }
  return { sum, unknown };
}

/** What each area or pool lacks. An area's column holds its whole pool's gap. */
function floorGaps({ columns, context: { areas } }: Audit): Parts {
  const { gap, verdict } = columns.checks.floor_area;
  return new Map(
    areas.map(({ id, pool }, a) => {
      const name = columns.pooled[a] ? `pool ${pool!}` : `area ${id}`;
      const isUnknown = VERDICTS[verdict[a]!] === 'no_data';
      return [name, isUnknown ? null : gap[a]! || 0];
    }),
  );
}

function landGaps({ context }: Audit): Parts {
  const counties = context.unitTree.nodes.filter(({ level }) => level === 'county');
  return new Map(
    counties.map((node) => {
      const { verdict, gap } = landOfUnit(context, node);
      return [node.path, verdict === 'no_data' ? null : (gap ?? 0)];
    }),
  );
}

function eldersCovered({ columns, context: { areas, counts } }: Audit): Parts {
  return new Map(
    areas.map(({ id }, a) => {
      const covered = counts.elders[a]! * columns.coveredShare[a]!;
      return [id, Number.isNaN(covered) ? null : covered];
    }),
  );
}
