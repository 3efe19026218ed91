/** A stretch has steps (Tag:highway=steps). */
export const STEPS = 1;
/** A straight line across a pedestrian square, which no way is drawn along. */
export const SQUARE = 2;

/**
 * Walkable lines as vertices that they share: two lines meet where they have a vertex in common, whatever their
 * coordinates. What every format of streets is turned into, and what the graph is built from.
 */
export interface StreetLines {
  /** Degrees, one position a vertex. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Line `i` runs along `vertex` from `start[i]` up to `start[i + 1]`; at least two vertices, none twice in a row. */
  readonly start: Uint32Array;
  readonly vertex: Uint32Array;
  /** Bits of each line: `STEPS`, `SQUARE`. */
  readonly kind: Uint8Array;
}
