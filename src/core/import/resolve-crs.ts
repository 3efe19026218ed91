import { inDegrees, KNOWN_CRS, parseCrs, WGS84, type Crs } from '../geo/crs.ts';
import { crsIssues, unknownCrsIssue } from '../geo/crs-issues.ts';
import { fitsCrs } from '../geo/fits-crs.ts';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { FoundPlace } from './find-place.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RawTable } from './raw-table.ts';
import { findPosition } from './read-shape.ts';

/** How a row's coordinates sit in a system; `none`: it has no coordinates that are numbers. */
export type Fit = 'fits' | 'swapped' | 'outside' | 'none';

export interface ResolvedCrs {
  /** Null: the file is unusable, the issues say why. */
  readonly crs: Crs | null;
  /** One a row. */
  readonly fits: readonly Fit[];
  readonly issues: readonly Issue[];
}

/**
 * The coordinate system of a file: the declared one, else the one it names or defines itself, else degrees where its
 * form implies them (lon/lat columns, GeoJSON, WKT in degrees). Never a guess: columns `x`,`y` and a Shapefile without
 * its `.prj` must be declared, and a file most of
 * whose rows do not fit its system is refused as a whole.
 */
export function resolveCrs(
  declared: string | undefined,
  raw: RawTable,
  match: ColumnMatch,
  places: readonly FoundPlace[],
  where: IssuePlace,
): ResolvedCrs {
  const located = places.find((place) => firstPosition(place) !== null);
  const found = located === undefined ? '' : firstPosition(located)!;
  const srids = [...new Set(places.flatMap(({ srid }) => (srid === null ? [] : [srid])))];
  const stated = declared ?? raw.statedCrs ?? srids[0];
  if (declared === undefined && srids.length > 1)
    return refused('crs_unresolved', where, { found: srids, expected: KNOWN_CRS });
  const crs = stated === undefined ? WGS84 : parseCrs(stated);
  if (crs === null) return { crs, fits: [], issues: [unknownCrsIssue(stated!, where)] };
  if (located === undefined) return { crs, fits: places.map(() => 'none'), issues: [] };
  const onlyXY = !raw.hasGeometries && match.at.has('x') && !match.at.has('lon') && !match.at.has('wkt');
  if (stated === undefined && (onlyXY || raw.crsOpen))
    return refused('crs_unresolved', where, { found, expected: KNOWN_CRS });
  const fits = fitAll(crs, places);
  const placed = fits.filter((fit) => fit !== 'none').length;
  const outside = fits.filter((fit) => fit === 'outside').length;
  if (outside * 2 > placed) {
    const first = findPosition(
      places[fits.indexOf('outside')]!.coordinates,
      (x, y) => fitsCrs(crs, x, y) === 'outside',
    )!;
    const code = inDegrees(crs) ? 'crs_not_degrees' : 'crs_mismatch';
    return refused(code, where, { found: first.join(' '), rows: outside, crs: crs.name, expected: KNOWN_CRS });
  }
  const assumed = stated === undefined ? [issue('crs_assumed', where, { crs: crs.name })] : [];
  return { crs, fits, issues: [...assumed, ...crsIssues(crs, where)] };
}

function refused(
  code: 'crs_unresolved' | 'crs_mismatch' | 'crs_not_degrees',
  where: IssuePlace,
  detail: Issue['detail'],
): ResolvedCrs {
  return { crs: null, fits: [], issues: [issue(code, where, detail)] };
}

/** Degrees around China (with its neighbours' edge): a table all of whose rows lie in it only the other way round is swapped. */
const CHINA = { west: 73, east: 136, south: 3, north: 54 } as const;

function fitAll(crs: Crs, places: readonly FoundPlace[]): Fit[] {
  const fits: Fit[] = [];
  let swappedChina = inDegrees(crs);
  for (const { coordinates } of places) {
    let rowFit: Fit = 'none';
    findPosition(coordinates, (x, y) => {
      const fit = fitsCrs(crs, x, y);
      if (WORSE.indexOf(fit) > WORSE.indexOf(rowFit)) rowFit = fit;
      swappedChina &&= x >= CHINA.south && x <= CHINA.north && y >= CHINA.west && y <= CHINA.east;
      return false;
    });
    fits.push(rowFit);
  }
  return swappedChina ? fits.map((fit) => (fit === 'none' ? fit : 'swapped')) : fits;
}

const WORSE: readonly Fit[] = ['none', 'fits', 'swapped', 'outside'];

function firstPosition({ coordinates }: FoundPlace): string | null {
  return findPosition(coordinates, () => true)?.join(' ') ?? null;
}
