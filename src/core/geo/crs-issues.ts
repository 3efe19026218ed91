import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { KNOWN_CRS, parseCrs, type Crs } from './crs.ts';
import { DATUMS } from './datums.ts';
import { isLocalGrid, parseLocalGrid } from './parse-local-grid.ts';

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

/** For messages: how a local grid is declared. */
const LOCAL_GRID_PATTERN = 'local EPSG:4326: 0,0 = 120.85,32.01; 1867,0 = 120.87,32.01';

/** A definition may fill a page; its start tells which it is. */
const LONGEST_FOUND = 120;

/** Why the text that stands for a file's system gives none: a name not known, or a local grid that cannot be fitted. */
export function unknownCrsIssue(stated: string, where: IssuePlace): Issue {
  const line = stated.replace(/\s+/g, ' ').trim();
  const found = line.length > LONGEST_FOUND ? `${line.slice(0, LONGEST_FOUND - 1)}…` : line;
  const refusal = isLocalGrid(stated) ? parseLocalGrid(stated, parseCrs).refusal : null;
  if (refusal === null) return issue('crs_unknown', where, { found, expected: KNOWN_CRS });
  const { reason, points } = refusal;
  return issue('local_grid_invalid', where, {
    found,
    reason,
    points: points.map(String),
    expected: LOCAL_GRID_PATTERN,
  });
}

/** Whether a system's positions become WGS84's, or are as good as that. */
function isWgs84(crs: Crs): boolean {
  if (crs.kind === 'degrees' || crs.kind === 'projected') return DATUMS[crs.datum].isWgs84;
  if (crs.kind === 'local') return DATUMS[crs.plane.datum].isWgs84;
  return crs.kind !== 'defined' || crs.isWgs84;
}
