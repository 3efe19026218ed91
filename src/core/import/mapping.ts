/**
 * How a file's own columns become a table's canonical ones: what a person settled, or what was guessed for them to
 * confirm. Plain data, so that it can be kept with the project and used again on the next file of the same shape.
 */
export interface ImportMapping {
  /**
   * Canonical column → headers of the file that hold it. Of several, amounts are added up and texts joined. What is not
   * named here is not read as anything; headers not named are kept under their own names.
   */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Canonical column → the one value that every row has, where the file has no column for it: all are `institution`, say. */
  readonly constants: Readonly<Record<string, string>>;
  /** Canonical column → what stands in its cells → what is meant by it. Cells not named stay as they are. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Put before each id, so that the numbers of two lists do not mean the same thing. */
  readonly idPrefix: string;
  /** Cells put right by hand: `row` as in the file, `column` the canonical name. */
  readonly fixes: readonly CellFix[];
  /** Rows left out, by their number in the file. */
  readonly skipped: readonly number[];
}

export interface CellFix {
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

export const NO_MAPPING: ImportMapping = {
  columns: {},
  constants: {},
  values: {},
  idPrefix: '',
  fixes: [],
  skipped: [],
};

/** The rows' own numbers, for tables that have no column of ids. It is no header of the file. */
export const ROW_NUMBERS = '#';
