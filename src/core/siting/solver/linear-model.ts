/**
 * A mixed-integer linear model in flat arrays: what any solver takes, and what crosses to a worker as it is.
 * Columns are variables; rows are compressed: row `r` holds `index` and `value` from `rowStart[r]` up to `rowStart[r + 1]`.
 */
export interface LinearModel {
  readonly maximise: boolean;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  /** Infinity: none. */
  readonly upper: Float64Array;
  /** 1: takes whole numbers only. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowStart: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** A term of a row: a column's position, and what it is multiplied by. */
export type Term = readonly [column: number, factor: number];

/** Puts a linear model together, column by column and row by row. */
export class LinearModelBuilder {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly rowStart: number[] = [0];
  private readonly index: number[] = [];
  private readonly value: number[] = [];

  /** A variable that is 0 or 1; its position. */
  binary(cost: number): number {
    return this.column(cost, 0, 1, true);
  }

  /** A variable between bounds; its position. */
  column(cost: number, lower: number, upper: number, integer: boolean): number {
    this.lower.push(lower);
    this.upper.push(upper);
    this.integer.push(Number(integer));
    return this.cost.push(cost) - 1;
  }

  /** Σ of the terms lies between bounds, both included. */
  row(lower: number, terms: Iterable<Term>, upper: number): void {
    for (const [column, factor] of terms) {
      this.index.push(column);
      this.value.push(factor);
    }
    this.rowStart.push(this.index.length);
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
  }

  build(aim: 'maximise' | 'minimise'): LinearModel {
    return {
      maximise: aim === 'maximise',
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      integer: Uint8Array.from(this.integer),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      rowStart: Int32Array.from(this.rowStart),
      index: Int32Array.from(this.index),
      value: Float64Array.from(this.value),
    };
  }
}
