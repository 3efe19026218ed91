import type { AuditDigest } from '../analysis/api.ts';
import { formatGap, formatShare } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';
import { verdictOfCode } from './verdict-of-code.ts';

/** What is wrong with an area in one line: each binding check that is not in order, by its figures. */
export function mainProblem(
  digest: AuditDigest,
  at: number,
  { gaps: { problem: t, separator }, checks }: Texts,
): string {
  const { floor_area: floor, single_unit: unit, walk_circle: circle, land_per_person: land } = digest.checks;
  const said: string[] = [];
  const gap = (column: Float64Array): string => formatGap(column[at]!);
  const pooled = digest.pooled[at] === 1;
  switch (verdictOfCode(floor.verdict[at])) {
    case 'short':
      said.push((pooled ? t.floorOfPool : t.floor)(gap(floor.gap)));
      break;
    case 'met_if_built':
      said.push(t.floorIfBuilt(gap(floor.gap)));
      break;
    case 'no_data':
      said.push(t.floorUnknown);
      break;
    case 'depends_on_class':
      said.push(t.floorClass);
      break;
    default:
  }
  const single = verdictOfCode(unit.verdict[at]);
  if (single === 'short') said.push(unit.counted[at]! > 0 ? t.unit(gap(unit.gap)) : t.unitNone);
  else if (single === 'met_if_built' || single === 'no_data') {
    said.push(t.other(checks.check.single_unit, checks.verdict[single]));
  }
  const reach = verdictOfCode(circle.verdict[at]);
  const share = circle.counted[at]!;
  if (reach === 'short') said.push(share > 0 ? t.circlePart(formatShare(share)) : t.circleNone);
  else if (reach === 'met_if_built') said.push(t.other(checks.check.walk_circle, checks.verdict[reach]));
  else if (reach === 'no_data') said.push(t.circleUnknown);
  if (digest.run.settings.land_binds && verdictOfCode(land.verdict[at]) === 'short') said.push(t.land(gap(land.gap)));
  return said.join(separator);
}
