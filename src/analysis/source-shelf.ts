import { applyMapping } from '../core/import/apply-mapping.ts';
import { detectRole } from '../core/import/detect-role.ts';
import { eldersFromAge } from '../core/import/elders-from-age.ts';
import { findPlace } from '../core/import/find-place.ts';
import { guessMapping } from '../core/import/guess-mapping.ts';
import { matchColumns } from '../core/import/match-columns.ts';
import { profileColumns } from '../core/import/profile-columns.ts';
import type { RawTable } from '../core/import/raw-table.ts';
import { cellText } from '../core/import/read-cell.ts';
import { findPosition } from '../core/import/read-shape.ts';
import type { OpenedSource } from '../core/import/source.ts';
import type { SourceFile, TableRole } from '../core/import/table.ts';
import type { SourceReport, SourceRow, SourceRowsRequest, SourceTable } from './api.ts';

/** Files opened at once: those that a person has dropped and not yet settled. */
const MOST_OPEN = 24;

interface Opened {
  readonly files: readonly SourceFile[];
  readonly source: OpenedSource;
}

/** Opened files that wait for a person to say what their columns mean. They stay here: the page sees what it needs of them. */
export class SourceShelf {
  private readonly opened = new Map<number, Opened>();
  private last = 0;

  put(files: readonly SourceFile[], source: OpenedSource): SourceReport {
    const handle = ++this.last;
    this.opened.set(handle, { files, source });
    const [oldest] = this.opened.keys();
    if (this.opened.size > MOST_OPEN && oldest !== undefined) this.opened.delete(oldest);
    return reportOf(handle, source);
  }

  /** Throws for a handle that is not open: whoever asks has closed it, or opened too many since. */
  get(handle: number): Opened {
    const found = this.opened.get(handle);
    if (!found) throw new Error(`source: expected an open one, got ${handle}`);
    return found;
  }

  close(handle: number): void {
    this.opened.delete(handle);
  }

  /** Rows as a mapping reads them, those cells first that it names, by the headers that issues name. */
  rows({ handle, role, mapping, rows }: SourceRowsRequest): SourceRow[] {
    const { raw } = this.get(handle).source;
    if (raw === null) return [];
    const mapped = applyMapping(raw, role, { ...mapping, skipped: [] }, {}).raw;
    const columnAt = new Map([...(mapped.columns ?? [])].map(([column, at]) => [at, column]));
    const wanted = new Set(rows);
    return mapped.rows
      .filter(({ number }) => wanted.has(number))
      .map(({ number, cells }) => ({
        number,
        cells: mapped.headers.map((header, at) => ({
          column: columnAt.get(at) ?? null,
          header,
          text: cellText(cells[at]),
        })),
      }));
  }

  /** Coordinates as the file has them, at most `most`, evenly from all rows; to tell their system by. */
  positions({ handle, role, mapping }: SourceTable, most: number): [x: number, y: number][] {
    const { raw } = this.get(handle).source;
    if (raw === null) return [];
    const table = mapping ? applyMapping(raw, role, mapping, {}).raw : raw;
    const { match } = matchColumns(role, table.headers, optionsOf(table), {});
    const every = Math.max(1, Math.ceil(table.rows.length / most));
    return table.rows.flatMap((row, i) => {
      const position = i % every === 0 ? findPosition(findPlace(row, match, role).coordinates, () => true) : null;
      return position === null ? [] : [[...position] as [number, number]];
    });
  }
}

function optionsOf({ hasGeometries, rows, columns: settled }: RawTable) {
  return { hasGeometries, hasOwnIds: rows.some(({ ownId }) => ownId !== undefined), settled };
}

const ROLES: readonly TableRole[] = ['areas', 'facilities', 'units', 'population', 'candidates'];

function reportOf(handle: number, { raw, ...source }: OpenedSource): SourceReport {
  const profiles = raw === null ? [] : profileColumns(raw);
  const facts = {
    profiles,
    hasGeometries: raw?.hasGeometries ?? false,
    hasOwnIds: raw?.rows.some(({ ownId }) => ownId !== undefined) ?? false,
  };
  return {
    ...source,
    ...facts,
    handle,
    rows: raw?.rows.length ?? 0,
    statedCrs: raw?.statedCrs ?? null,
    role: raw === null ? null : detectRole(raw.headers, raw.hasGeometries),
    guesses: Object.fromEntries(ROLES.map((role) => [role, guessMapping(role, facts)])) as SourceReport['guesses'],
    eldersFrom: Object.fromEntries(
      profiles.flatMap(({ header }) => {
        const age = eldersFromAge(header);
        return age === null ? [] : [[header, age]];
      }),
    ),
  };
}
