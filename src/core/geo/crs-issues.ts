import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { Crs } from './crs.ts';
import { DATUMS } from './datums.ts';

/** What must be said of a file whose positions are read in a system: none where they are as good as their numbers. */
export function crsIssues(crs: Crs, where: IssuePlace): Issue[] {
  const issues: Issue[] = [];
  if (!isWgs84(crs)) issues.push(issue('crs_without_datum_shift', where, { crs: crs.name }));
  if (crs.kind !== 'local') return issues;
  const { checked, residuals, scale, rotationDegrees, rmsMetres, swappedFitsBetter } = crs.fit;
  const detail = { points: residuals.length, scale, rotation: rotationDegrees };
  if (checked) {
    const largest = Math.max(...residuals.map(({ metres }) => metres));
    issues.push(issue('local_grid_fitted', where, { ...detail, rms: rmsMetres, largest }));
  } else issues.push(issue('local_grid_unchecked', where, detail));
  if (swappedFitsBetter) issues.push(issue('local_grid_swapped', where, { rms: rmsMetres }));
  return issues;
}

/** Whether a system's positions become WGS84's, or are as good as that. */
function isWgs84(crs: Crs): boolean {
  if (crs.kind === 'degrees' || crs.kind === 'projected') return DATUMS[crs.datum].isWgs84;
  if (crs.kind === 'local') return DATUMS[crs.plane.datum].isWgs84;
  return crs.kind !== 'defined' || crs.isWgs84;
}
