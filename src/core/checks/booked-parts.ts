import type { Mask } from './context.ts';
import type { Range } from './range.ts';
import type { BookedHow } from './result.ts';

/** A piece of one facility's floor area, booked to one place: an area or a pool. */
export interface BookedPart {
  /** Position in the context's facilities. */
  readonly facility: number;
  /** Null: not known. */
  readonly m2: number | null;
  /** The most it can be: m² where known, else what could still fall here (Infinity where nothing limits it). */
  readonly mostM2: number;
  readonly how: BookedHow;
  readonly assumedByDistance: boolean;
}

/** The parts of a place that may answer a need: all of them, or all but those that come from sharing by walk. */
export interface Source {
  readonly place: number;
  readonly explicitOnly: boolean;
}

/** How a part comes to be booked; `assumed`: as if it stood in the place, which is only the nearest. */
type Way = BookedHow | 'assumed';
const WAYS: readonly Way[] = ['serves', 'pool', 'contains', 'assumed', 'shared'];
const CODES = Object.fromEntries(WAYS.map((way, code) => [way, code])) as Record<Way, number>;
const SHARED = CODES.shared;

/**
 * All booked parts, place after place, the parts of each in order of the facilities. Flat columns: a metropolis has some
 * hundred thousand, and as objects that outlive the audit they would cost more than everything else in it.
 */
export class BookedParts {
  /** The parts of place `p` are those from `start[p]` up to `start[p + 1]`. */
  private readonly start: Uint32Array;
  private readonly facility: Uint32Array;
  /** NaN: not known. */
  private readonly m2: Float64Array;
  private readonly mostM2: Float64Array;
  /** Positions in `WAYS`. */
  private readonly way: Uint8Array;

  /** Sorts what was written by place; within a place the order of writing stays. */
  constructor(written: PartsWriter, places: number) {
    const { place } = written;
    const start = new Uint32Array(places + 1);
    for (const p of place) start[p + 1]!++;
    for (let p = 0; p < places; p++) start[p + 1]! += start[p]!;
    this.start = start;
    this.facility = new Uint32Array(place.length);
    this.m2 = new Float64Array(place.length);
    this.mostM2 = new Float64Array(place.length);
    this.way = new Uint8Array(place.length);
    const next = start.slice();
    for (let w = 0; w < place.length; w++) {
      const k = next[place[w]!]!++;
      this.facility[k] = written.facility[w]!;
      this.m2[k] = written.m2[w]!;
      this.mostM2[k] = written.mostM2[w]!;
      this.way[k] = written.way[w]!;
    }
  }

  /** Floor area of the parts whose facility counts. */
  counted(sources: readonly Source[], mask: Mask): Range {
    const { start, facility, m2, mostM2, way } = this;
    let lo = 0;
    let hi = 0;
    for (const { place, explicitOnly } of sources) {
      for (let k = start[place]!; k < start[place + 1]!; k++) {
        if (!mask[facility[k]!] || (explicitOnly && way[k] === SHARED)) continue;
        if (!Number.isNaN(m2[k]!)) lo += m2[k]!;
        hi += mostM2[k]!;
      }
    }
    return { lo, hi };
  }

  /** The same parts one by one. */
  list(sources: readonly Source[]): BookedPart[] {
    const parts: BookedPart[] = [];
    for (const { place, explicitOnly } of sources) {
      for (let k = this.start[place]!; k < this.start[place + 1]!; k++) {
        if (!explicitOnly || this.way[k] !== SHARED) parts.push(this.part(k));
      }
    }
    return parts;
  }

  /** Where the floor area of some facilities went. */
  of(facilities: ReadonlySet<number>): { place: number; part: BookedPart }[] {
    const found: { place: number; part: BookedPart }[] = [];
    for (let place = 0; place + 1 < this.start.length; place++) {
      for (let k = this.start[place]!; k < this.start[place + 1]!; k++) {
        if (facilities.has(this.facility[k]!)) found.push({ place, part: this.part(k) });
      }
    }
    return found;
  }

  /** Whether any floor area of a facility is booked to a place. */
  has(place: number, facility: number): boolean {
    return this.facility.subarray(this.start[place], this.start[place + 1]).includes(facility);
  }

  private part(k: number): BookedPart {
    const m2 = this.m2[k]!;
    const way = WAYS[this.way[k]!]!;
    return {
      facility: this.facility[k]!,
      m2: Number.isNaN(m2) ? null : m2,
      mostM2: this.mostM2[k]!,
      how: way === 'assumed' ? 'contains' : way,
      assumedByDistance: way === 'assumed',
    };
  }
}

/** Booked parts in the order in which they are booked. */
export class PartsWriter {
  readonly place: number[] = [];
  readonly facility: number[] = [];
  readonly m2: number[] = [];
  readonly mostM2: number[] = [];
  readonly way: number[] = [];

  /** Books a part to a place as it is. */
  addPart(place: number, { facility, m2, mostM2, how, assumedByDistance }: BookedPart): void {
    this.add(place, facility, assumedByDistance ? 'assumed' : how, m2 ?? undefined, mostM2);
  }

  /** `m2` undefined: not known, and at most `mostM2`. */
  add(place: number, facility: number, way: Way, m2: number | undefined, mostM2 = m2 ?? Infinity): void {
    this.place.push(place);
    this.facility.push(facility);
    this.m2.push(m2 ?? NaN);
    this.mostM2.push(mostM2);
    this.way.push(CODES[way]);
  }
}
