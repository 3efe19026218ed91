import { inDegrees, WGS84, type Crs } from '../geo/crs.ts';
import { fitsCrs } from '../geo/fits-crs.ts';
import { fromWgs84 } from '../geo/from-wgs84.ts';
import { asWgs84, type LonLat, type PlaceGeometry } from '../geo/geometry.ts';
import { COLUMNS, plainHeader, type Column } from '../import/columns.ts';
import { findPosition, mapPositions, type SourceShape } from '../import/read-shape.ts';
import type { TableRole } from '../import/table.ts';
import { issue, type Issue } from '../issue.ts';
import type { ExtraColumns, Facility, Plan } from '../plan/plan.ts';
import type { ExportColumn, ExportLanguage, ExportRow, ExportTable, ExportValue } from './export-table.ts';
import { FLAG_WORDS, listWords, spellingsOf, TABLE_NAMES } from './export-words.ts';
import { positionText, recordCell } from './record-cells.ts';
import { uniqueName } from './unique-name.ts';

export interface TableForm {
  readonly language: ExportLanguage;
  readonly crs: Crs;
}

/** A record, and where it is in WGS84. */
interface PlacedRecord {
  readonly id: string;
  readonly record: unknown;
  readonly geometry: PlaceGeometry | undefined;
  readonly entrance?: LonLat | undefined;
  readonly extra?: ExtraColumns | undefined;
}

/**
 * A table of the plan as rows of cells: what reading it again makes the same records of. Every canonical column is there, the
 * empty ones too, for people to fill in (but for that of estimates, where there are none); closed lists, yes and no are in the language's words. Positions are in the
 * system asked for, those in metres to 0.1 mm; rows that lie outside its range are an error among the issues. A table
 * without any place is in WGS84.
 */
export function tableRows(
  plan: Plan,
  role: TableRole,
  { language, crs: asked }: TableForm,
): { table: ExportTable; issues: readonly Issue[] } {
  const records = recordsOf(plan, role);
  // Where no row has a place, no format says what system an entrance is in.
  const crs = records.some(({ geometry }) => geometry !== undefined) ? asked : WGS84;
  const extras = [...new Set(records.flatMap(({ extra }) => Object.keys(extra ?? {})))];
  const issues: Issue[] = [];
  const isEstimated = role === 'areas' && [...plan.areas.values()].some(({ estimated }) => estimated !== undefined);
  const known = COLUMNS[role]
    .filter(({ name }) => name !== 'estimated' || isEstimated)
    .map((column) => ({ column, kind: kindOf(column) }));
  const { headers, kept } = headersOf(
    known.map(({ column }) => column),
    extras,
    language,
  );
  const renamed = extras.filter((name) => kept.get(name) !== name);
  if (renamed.length > 0) {
    const used = renamed.map((name) => kept.get(name)!);
    issues.push(issue('export_columns_renamed', { input: role }, { found: renamed, used }));
  }
  const flags = FLAG_WORDS[language];
  const columns: ExportColumn[] = [
    ...known.map(({ column, kind }, i) => ({
      header: headers[i]!,
      canonical: column.name,
      kind: kind === 'boolean' && flags !== null ? ('text' as const) : kind,
    })),
    ...extras.map((name) => ({
      header: kept.get(name)!,
      canonical: null,
      kind: records.every(({ extra }) => isNumberText(extra?.[name])) ? ('number' as const) : ('text' as const),
    })),
  ];
  const words = known.map(({ column }) => listWords(role, column.name, language));
  const place = placer(crs);
  const outside: { count: number; first: string; id: string } = { count: 0, first: '', id: '' };
  const rows = records.map(({ id, record, geometry, entrance, extra }): ExportRow => {
    const shape = geometry === undefined ? null : place(geometry);
    const door = entrance && place(pointAt(entrance));
    const misfit = [shape, door].map((one) => one && misfitOf(crs, one)).find((one) => one);
    if (misfit) {
      if (outside.count++ === 0) Object.assign(outside, { first: misfit.join(' '), id });
    }
    const cells: ExportValue[] = known.map(({ column }, i) => {
      if (column.name === 'entrance') return door && positionText(door.coordinates as [number, number]);
      const value = recordCell(role, column.name, record);
      if (typeof value === 'string') return words[i]?.get(value) ?? value;
      return typeof value === 'boolean' && flags !== null ? flags[value ? 0 : 1] : value;
    });
    for (const [i, name] of extras.entries()) {
      const text = extra !== undefined && Object.hasOwn(extra, name) ? extra[name] : undefined;
      const isNumber = columns[known.length + i]!.kind === 'number';
      cells.push(text !== undefined && isNumber ? Number(text) : text);
    }
    return { id, cells, shape };
  });
  if (outside.count > 0) {
    const where = { input: role, id: outside.id };
    issues.push(issue('export_outside_crs', where, { found: outside.first, rows: outside.count, crs: crs.name }));
  }
  return { table: { role, name: TABLE_NAMES[language][role], crs, columns, rows }, issues };
}

function recordsOf(plan: Plan, role: TableRole): PlacedRecord[] {
  if (role === 'population') {
    const { lon, lat, elders, residents } = plan.population ?? { lon: [], lat: [], elders: [], residents: [] };
    return Array.from(lon, (x, i) => ({
      id: String(i + 1),
      record: { elders: elders[i]!, residents: residents[i]! },
      geometry: pointAt([x, lat[i]!]),
    }));
  }
  return [...plan[role].entries()].map(([id, record]) => ({
    id,
    record,
    geometry: record.geometry,
    entrance: role === 'facilities' ? (record as Facility).entrance : undefined,
    extra: record.extra,
  }));
}

function pointAt([lon, lat]: LonLat): PlaceGeometry {
  return asWgs84({ type: 'Point', coordinates: [lon, lat] });
}

function kindOf({ name, unit }: Column): ExportColumn['kind'] {
  if (name === 'public_benefit') return 'boolean';
  if (unit === 'date') return 'day';
  if (unit === 'households' || unit === 'beds') return 'integer';
  return unit === undefined ? 'text' : 'number';
}

/**
 * The headers of the canonical columns, and those that the others come under. Of a column's spellings the first is taken
 * that no other column bears, so that formats that tell columns by their names can hold both.
 */
function headersOf(
  known: readonly Column[],
  extras: readonly string[],
  language: ExportLanguage,
): { headers: readonly string[]; kept: ReadonlyMap<string, string> } {
  const borne = new Set(extras.map(plainHeader));
  const headers = known.map((column) => {
    const spellings = spellingsOf(column, language);
    return spellings.find((spelling) => !borne.has(plainHeader(spelling))) ?? spellings[0]!;
  });
  const taken = new Set(headers);
  return { headers, kept: new Map(extras.map((name) => [name, uniqueName(name, taken)])) };
}

/** Whether a text is what a number is written as, so that it can be kept as one; absent is as good. */
function isNumberText(text: string | undefined): boolean {
  if (text === undefined) return true;
  const number = Number(text);
  const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return isExact && String(number) === text;
}

/** Metres kept to 0.1 mm: finer than any survey, and 5e-10 of a degree. */
const PER_METRE = 1e4;

function placer(crs: Crs): (geometry: PlaceGeometry) => SourceShape {
  const convert = fromWgs84(crs);
  if (convert === null) return (geometry) => geometry;
  const round = inDegrees(crs)
    ? (value: number) => value
    : (value: number) => Math.round(value * PER_METRE) / PER_METRE;
  return (geometry) => mapPositions(geometry, ([lon = NaN, lat = NaN]) => convert(lon, lat).map(round));
}

/** The first position that reading would refuse in that system. */
function misfitOf(crs: Crs, { coordinates }: SourceShape): readonly [number, number] | null {
  return findPosition(coordinates, (x, y) => fitsCrs(crs, x, y) !== 'fits');
}
