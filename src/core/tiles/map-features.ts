import Flatbush from 'flatbush';

/** What a map says of a thing. */
export type Properties = Readonly<Record<string, string | number | boolean>>;

/**
 * Things of one kind that a map draws, in flat arrays: a city has hundreds of thousands. Positions are in units of the
 * world's grid (`tile-grid.ts`).
 */
export interface MapFeatures {
  readonly shape: 'point' | 'line' | 'area';
  /** What is said of thing `i` is `sayings[saying[i]]`. */
  readonly sayings: readonly Properties[];
  readonly saying: Uint32Array;
  /** The least zoom at whose tiles each thing is drawn. */
  readonly zoom: Uint8Array;
  /** Square units that each area covers, by which the small are drawn over the large; 0 for points and lines. */
  readonly size: Float64Array;
  /**
   * Lines of a thing: those of thing `i` are from `partStart[i]` up to `partStart[i + 1]`. An area's are its rings, closed
   * and wound as vector tiles want them: each outer ring clockwise on the screen, its holes after it the other way round.
   */
  readonly partStart: Uint32Array;
  /** 1 for each ring that is a hole in the ring before it. */
  readonly hole: Uint8Array;
  /** Positions of line `p` are from `pointStart[p]` up to `pointStart[p + 1]`. */
  readonly pointStart: Uint32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** The least zoom at which each position is drawn. */
  readonly pointZoom: Uint8Array;
  /** The things' boxes; null where there are no things. */
  readonly boxes: Flatbush | null;
}
