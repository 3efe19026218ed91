import { inDegrees, KNOWN_CRS, parseCrs, WGS84, type Crs } from '../geo/crs.ts';
import { crsIssues, unknownCrsIssue } from '../geo/crs-issues.ts';
import { fitsCrs } from '../geo/fits-crs.ts';
import { toWgs84, type ToWgs84 } from '../geo/to-wgs84.ts';
import { issue, type Issue, type IssueCode, type IssueDetail, type IssuePlace } from '../issue.ts';
import type { Steps } from '../progress.ts';
import { Growing } from './growing.ts';
import { PlaceIndex } from './place-index.ts';
import type { StreetLines } from './street-lines.ts';

/** Features worked through between two reports. */
const PER_STEP = 5000;

/** As many features of a kind of problem are named; all are counted. */
const MOST_NAMED = 20;

export interface ReadLines {
  /** Null: the file is unusable as a whole, the issues say why. */
  readonly lines: StreetLines | null;
  readonly issues: readonly Issue[];
}

/**
 * Streets from GeoJSON (UTF-8) of LineStrings and MultiLineStrings. A vertex coordinate (longitude and latitude; heights
 * are not looked at) that occurs in two lines is a junction. Lines are walkable both ways unless `foot` is `no`.
 * A line with a coordinate that is none is left out whole: the rest of it might lead anywhere.
 */
export function* readStreetLinesSteps(
  bytes: Uint8Array,
  where: IssuePlace,
  declaredCrs: string | undefined,
): Steps<ReadLines> {
  const refuse = (code: IssueCode, detail: IssueDetail): ReadLines => ({
    lines: null,
    issues: [issue(code, where, detail)],
  });
  yield { stage: 'reading', done: 0, total: 1 };
  let value: unknown;
  try {
    // The text has no name here: it is as large as the file, and is gone once it is read.
    value = parseJson(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    return refuse('json_invalid', { found: error instanceof Error ? error.message : String(error) });
  }
  if (!isObject(value) || value['type'] !== 'FeatureCollection' || !Array.isArray(value['features'])) {
    return refuse('geojson_not_collection', { found: topLevel(value), expected: 'FeatureCollection' });
  }
  const stated = declaredCrs ?? statedCrs(value['crs']);
  const crs = stated === undefined ? WGS84 : parseCrs(stated);
  if (crs === null) return { lines: null, issues: [unknownCrsIssue(stated!, where)] };

  const reader = new LineReader(crs);
  const features: readonly unknown[] = value['features'];
  for (const [i, feature] of features.entries()) {
    if (i % PER_STEP === 0) yield { stage: 'reading', done: i, total: features.length };
    reader.feature(feature, i + 1);
  }
  // As with tables: most of the numbers decide, for a few metres may pass for degrees.
  if (reader.outside.count * 2 > reader.linesSeen || (reader.used === 0 && reader.outside.count > 0)) {
    const code = inDegrees(crs) ? 'crs_not_degrees' : 'crs_mismatch';
    const { count, found } = reader.outside;
    return refuse(code, { found, rows: count, crs: crs.name, expected: KNOWN_CRS });
  }
  const issues = [
    ...(stated === undefined ? [issue('crs_assumed', where, { crs: crs.name })] : []),
    ...crsIssues(crs, where),
    ...reader.issues(where),
  ];
  if (reader.linesSeen === 0) return { lines: null, issues: [...issues, issue('streets_without_ways', where)] };
  if (reader.used === 0) return { lines: null, issues: [...issues, issue('streets_not_walkable', where)] };
  return { lines: reader.finish(), issues };
}

/** NaN and Infinity, which JSON does not have and Python writes, as numbers that are not there. */
const NO_NUMBER = /([[,:]\s*)(?:NaN|-?Infinity)(?=\s*[,\]}])/g;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!/[[,:]\s*(?:NaN|-?Infinity)\b/.test(text)) throw error;
    return JSON.parse(text.replace(NO_NUMBER, '$1null'));
  }
}

/** A kind of problem: how often, in which features, and one example. */
class Problem {
  readonly code: IssueCode;
  count = 0;
  found = '';
  readonly rows: string[] = [];

  constructor(code: IssueCode) {
    this.code = code;
  }

  add(row: number, found: string): void {
    if (this.count++ === 0) this.found = found;
    if (this.rows.length < MOST_NAMED && this.rows.at(-1) !== String(row)) this.rows.push(String(row));
  }

  issue(where: IssuePlace): Issue {
    return issue(this.code, where, { count: this.count, rows: this.rows, found: this.found });
  }
}

class LineReader {
  private readonly crs: Crs;
  private readonly convert: ToWgs84 | null;
  private readonly places = new PlaceIndex();
  private readonly start = new Growing(Uint32Array);
  private readonly vertex = new Growing(Uint32Array);
  linesSeen = 0;
  used = 0;
  readonly outside = new Problem('street_line_outside');
  private readonly invalid = new Problem('street_line_invalid');
  private readonly short = new Problem('street_line_short');
  private readonly repeated = new Problem('street_point_repeated');
  private readonly other = new Problem('street_not_a_line');

  constructor(crs: Crs) {
    this.crs = crs;
    this.convert = toWgs84(crs);
  }

  feature(feature: unknown, row: number): void {
    const geometry: unknown = isObject(feature) ? feature['geometry'] : undefined;
    const type: unknown = isObject(geometry) ? geometry['type'] : null;
    const coordinates: unknown = isObject(geometry) ? geometry['coordinates'] : null;
    const properties: unknown = isObject(feature) ? feature['properties'] : null;
    const walkable = !(isObject(properties) && isNo(properties['foot']));
    if (type === 'LineString') this.line(coordinates, row, walkable);
    else if (type === 'MultiLineString' && Array.isArray(coordinates)) {
      for (const part of coordinates) this.line(part, row, walkable);
    } else this.other.add(row, typeof type === 'string' ? type : 'null');
  }

  private line(coordinates: unknown, row: number, walkable: boolean): void {
    this.linesSeen++;
    if (!Array.isArray(coordinates)) {
      this.invalid.add(row, String(coordinates));
      return;
    }
    const bad = coordinates.find((position) => !isPosition(position));
    if (bad !== undefined) {
      this.invalid.add(row, JSON.stringify(bad));
      return;
    }
    const positions = coordinates as readonly (readonly [number, number])[];
    const far = positions.find(([x, y]) => fitsCrs(this.crs, x, y) !== 'fits');
    if (far) {
      this.outside.add(row, `${far[0]} ${far[1]}`);
      return;
    }
    if (walkable) this.add(positions, row);
  }

  private add(positions: readonly (readonly [number, number])[], row: number): void {
    const begun = this.vertex.length;
    let repeats = 0;
    for (const [x, y] of positions) {
      const vertex = this.places.place(x, y);
      if (this.vertex.length > begun && this.vertex.at(this.vertex.length - 1) === vertex) repeats++;
      else this.vertex.push(vertex);
    }
    if (this.vertex.length - begun < 2) {
      this.vertex.length = begun;
      this.short.add(row, String(positions.length));
      return;
    }
    if (repeats > 0) this.repeated.add(row, String(repeats));
    this.start.push(begun);
    this.used++;
  }

  issues(where: IssuePlace): Issue[] {
    return [this.invalid, this.outside, this.short, this.repeated, this.other]
      .filter(({ count }) => count > 0)
      .map((problem) => problem.issue(where));
  }

  finish(): StreetLines {
    this.start.push(this.vertex.length);
    const lon = this.places.xs();
    const lat = this.places.ys();
    if (this.convert) {
      for (let i = 0; i < lon.length; i++) [lon[i], lat[i]] = this.convert(lon[i]!, lat[i]!);
    }
    return {
      lon,
      lat,
      start: this.start.trimmed(),
      vertex: this.vertex.trimmed(),
      kind: new Uint8Array(this.used),
    };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPosition(value: unknown): boolean {
  return Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);
}

function isNo(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.trim().toLowerCase() === 'no');
}

function topLevel(value: unknown): string {
  const type: unknown = isObject(value) ? value['type'] : undefined;
  return typeof type === 'string' ? type : Array.isArray(value) ? 'array' : typeof value;
}

/** The `crs` member of GeoJSON 2008, which RFC 7946 took out and programs still write. */
function statedCrs(member: unknown): string | undefined {
  const properties: unknown = isObject(member) ? member['properties'] : undefined;
  const name: unknown = isObject(properties) ? properties['name'] : undefined;
  return typeof name === 'string' ? name : undefined;
}
