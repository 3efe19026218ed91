import { countVerdicts, NO_CHECK, type AreaColumns } from './area-columns.ts';
import type { AuditContext } from './context.ts';
import { AREA_CHECKS, VERDICTS, type CheckFigures, type Summary } from './result.ts';
import { dutiesOfUnit, landOfUnit } from './roll-up.ts';

/** Totals of a whole audit: `pools` are the floor-area figures of each, for each pool's gap once, elders only where they and the place are known. */
export function summarise(context: AuditContext, columns: AreaColumns, pools: readonly CheckFigures[]): Summary {
  const { nodes } = context.unitTree;
  const counties = nodes.filter(({ level }) => level === 'county');
  const landGap = sumGaps(counties.map((node) => landOfUnit(context, node)));
  const floorGap = sumGaps(gapsOfAreasAndPools(columns, pools));
  return {
    areas: context.areas.length,
    by_verdict: countVerdicts(columns.verdict),
    by_check: { ...countAreaChecks(columns), ...countUnitChecks(context) },
    ...sumElders(context, columns.coveredShare),
    floor_gap_m2: floorGap.m2,
    floor_gap_undecided: floorGap.undecided,
    land_gap_m2: landGap.m2,
    counties: counties.length,
    land_gap_undecided: landGap.undecided,
    status_blank: context.facilities.filter(({ status }) => status === undefined).length,
  };
}

/** In the order in which an area first carries each check. */
function countAreaChecks(columns: AreaColumns): Summary['by_check'] {
  const carried = AREA_CHECKS.map((check) => ({
    check,
    codes: columns.checks[check].verdict,
    first: columns.checks[check].verdict.findIndex((code) => code !== NO_CHECK),
  })).filter(({ first }) => first >= 0);
  carried.sort((one, other) => one.first - other.first);
  return Object.fromEntries(carried.map(({ check, codes }) => [check, countVerdicts(codes)]));
}

/** Checks that only units carry: counted over units. All others are counted over areas. */
function countUnitChecks(context: AuditContext): Summary['by_check'] {
  const counts: Summary['by_check'] = {};
  for (const node of context.unitTree.nodes) {
    for (const { check, verdict } of dutiesOfUnit(context, node)) {
      const ofCheck = (counts[check] ??= {});
      ofCheck[verdict] = (ofCheck[verdict] ?? 0) + 1;
    }
  }
  return counts;
}

type Gap = Pick<CheckFigures, 'gap' | 'verdict'>;

/** What each area lacks, a pool's members together. */
function* gapsOfAreasAndPools({ checks, pooled }: AreaColumns, pools: readonly Gap[]): Generator<Gap> {
  const { gap, verdict } = checks.floor_area;
  for (let a = 0; a < gap.length; a++) {
    if (!pooled[a]) yield { gap: Number.isNaN(gap[a]!) ? null : gap[a]!, verdict: VERDICTS[verdict[a]!]! };
  }
  yield* pools;
}

/** A sum of gaps, and how many could not be told. */
function sumGaps(gaps: Iterable<Gap>): { m2: number; undecided: number } {
  let m2 = 0;
  let undecided = 0;
  for (const { gap, verdict } of gaps) {
    m2 += gap ?? 0;
    if (verdict === 'no_data') undecided++;
  }
  return { m2, undecided };
}

function sumElders(
  { areas, counts }: AuditContext,
  coveredShare: Float64Array,
): Pick<
  Summary,
  'elders' | 'elders_covered' | 'elders_not_located' | 'areas_without_elders' | 'areas_with_estimated_elders'
> {
  let [total, covered, notLocated, unknown] = [0, 0, 0, 0];
  for (const [a, elders] of counts.elders.entries()) {
    const share = coveredShare[a]!;
    if (Number.isNaN(elders)) {
      unknown++;
      continue;
    }
    total += elders;
    if (Number.isNaN(share)) notLocated += elders;
    else covered += elders * share;
  }
  return {
    elders: total,
    elders_covered: covered,
    elders_not_located: notLocated,
    areas_without_elders: unknown,
    areas_with_estimated_elders: areas.filter(({ estimated }) => estimated?.elders).length,
  };
}
