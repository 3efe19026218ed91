import { issue, type Issue, type IssueCode, type IssueDetail, type IssuePlace } from '../issue.ts';
import type { AgeBand } from '../plan/age-bands.ts';
import type { ExtraColumns, UnitNames } from '../plan/plan.ts';
import type { IsoDate } from '../units.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RawRow, RawTable } from './raw-table.ts';
import {
  cellText,
  readAmount,
  readCount,
  readDay,
  readFlag,
  readText,
  readWord,
  type NumberUnit,
  type Reading,
  type Words,
} from './read-cell.ts';

/** Reads the cells of one row after another by their canonical names. What cannot be read becomes an issue and unknown. */
export class RowReader {
  readonly issues: Issue[] = [];
  readonly #headers: readonly string[];
  readonly #match: ColumnMatch;
  readonly #where: IssuePlace;
  #row: RawRow = { number: 0, cells: [], shape: { kind: 'none' } };
  #id: string | undefined;

  constructor(raw: RawTable, match: ColumnMatch, where: IssuePlace) {
    this.#headers = raw.headers;
    this.#match = match;
    this.#where = where;
  }

  /** Turns to a row; issues name it by `id` once that is known. */
  turnTo(row: RawRow): void {
    this.#row = row;
    this.#id = undefined;
  }

  identify(id: string): void {
    this.#id = id;
  }

  has(column: string): boolean {
    return this.#match.at.has(column);
  }

  cell(column: string): unknown {
    const at = this.#match.at.get(column);
    return at === undefined ? undefined : this.#row.cells[at];
  }

  /** Reports a problem of the row, or of one of its cells, under the header that the file gives the column. */
  report(code: IssueCode, detail: IssueDetail = {}, column?: string): void {
    this.issues.push(this.#issue(code, detail, column));
  }

  /** A report on this row that can still be made after the reader has turned to another. */
  later(code: IssueCode, detail: IssueDetail, column?: string): () => void {
    const later = this.#issue(code, detail, column);
    return () => this.issues.push(later);
  }

  #issue(code: IssueCode, detail: IssueDetail, column: string | undefined): Issue {
    const where: IssuePlace = { ...this.#where, row: this.#row.number };
    if (this.#id !== undefined) where.id = this.#id;
    if (column !== undefined) where.column = this.#headers[this.#match.at.get(column) ?? -1] ?? column;
    return issue(code, where, detail);
  }

  #take<T>(reading: Reading<T>, column: string): T | undefined {
    if (reading.fault !== undefined) this.report(reading.fault.code, reading.fault.detail, column);
    return reading.value;
  }

  text(column: string): string | undefined {
    return readText(this.cell(column));
  }

  count(column: string, unit: NumberUnit): number | undefined {
    return this.#take(readCount(this.cell(column), unit), column);
  }

  amount(column: string, unit: NumberUnit): number | undefined {
    return this.#take(readAmount(this.cell(column), unit), column);
  }

  day(column: string): IsoDate | undefined {
    return this.#take(readDay(this.cell(column)), column);
  }

  flag(column: string): boolean | undefined {
    return this.#take(readFlag(this.cell(column)), column);
  }

  /** One of a closed list; the issue about another word names the value `used` in its stead, if any. */
  word<T extends string>(column: string, words: Words<T>, used?: T): T | undefined {
    const { value, fault } = readWord(this.cell(column), words);
    if (fault !== undefined)
      this.report(fault.code, used === undefined ? fault.detail : { ...fault.detail, used }, column);
    return value;
  }

  /** The age bands that the row fills in; undefined: the table has none, or the row fills in none. */
  ageBands(): readonly AgeBand[] | undefined {
    const bands = this.#match.ageBands.flatMap(({ at, from, to }) => {
      const persons = this.#take(readAmount(this.#row.cells[at], 'persons'), this.#headers[at]!);
      return persons === undefined ? [] : [{ from, to, persons }];
    });
    return bands.length === 0 ? undefined : bands;
  }

  /** The row's id, or the feature's own; ids are never taken for blank words. */
  id(): string {
    return cellText(this.has('id') ? this.cell('id') : this.#row.ownId);
  }

  unitNames(): UnitNames {
    return {
      community: this.text('community'),
      subdistrict: this.text('subdistrict'),
      county: this.text('county'),
      city: this.text('city'),
    };
  }

  /** The columns that the table has beyond those known, as they stood; undefined when this row fills none. */
  extra(): ExtraColumns | undefined {
    const kept: [string, string][] = [];
    for (const { at, name } of this.#match.extra) {
      const text = cellText(this.#row.cells[at]);
      if (text !== '') kept.push([name, text]);
    }
    // A row may be longer than the header line.
    for (let at = this.#headers.length; at < this.#row.cells.length; at++) {
      const text = cellText(this.#row.cells[at]);
      if (text !== '') kept.push([`#${at + 1}`, text]);
    }
    // `fromEntries` defines and never assigns, so a header may be called `__proto__`.
    return kept.length === 0 ? undefined : Object.fromEntries(kept);
  }
}

/** The record without the fields that are unknown: absent stays absent. */
export function withoutUnknown<T extends object>(record: T): T {
  const kept: Partial<T> = {};
  for (const field of Object.keys(record) as (keyof T)[]) {
    if (record[field] !== undefined) kept[field] = record[field];
  }
  return kept as T;
}
