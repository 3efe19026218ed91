/** Persons of an age band, both ages included; `to` null: and older. */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
  readonly persons: number;
}

/** Why bands do not say exactly how many are of an age and older. */
export type InexactBands =
  /** A band holds ages on either side of it. */
  | { readonly why: 'straddles'; readonly band: Pick<AgeBand, 'from' | 'to'> }
  /** No band starts at this age, the next that is needed. */
  | { readonly why: 'missing'; readonly from: number };

/**
 * Persons of an age and older: the sum of bands that follow one another from that age on without gap or overlap; of
 * several such sums the one with the widest bands. Undefined: there is none.
 */
export function personsFrom(bands: readonly AgeBand[], age: number): number | undefined {
  for (const { to, persons } of startingAt(bands, age)) {
    if (to === null) return persons;
    const older = personsFrom(bands, to + 1);
    if (older !== undefined) return persons + older;
  }
  return undefined;
}

/** Why `personsFrom` finds nothing. */
export function whyInexact(bands: readonly AgeBand[], age: number): InexactBands {
  let next = age;
  for (;;) {
    const here = next;
    const [widest] = startingAt(bands, here);
    if (widest === undefined || widest.to === null) {
      const band = bands.find(({ from, to }) => from < here && (to === null || to >= here));
      return here === age && band ? { why: 'straddles', band } : { why: 'missing', from: here };
    }
    next = widest.to + 1;
  }
}

function startingAt(bands: readonly AgeBand[], age: number): AgeBand[] {
  return bands.filter(({ from }) => from === age).sort((a, b) => (b.to ?? Infinity) - (a.to ?? Infinity));
}

/** `60-64`, `65+`. */
export function bandName({ from, to }: Pick<AgeBand, 'from' | 'to'>): string {
  return to === null ? `${from}+` : `${from}-${to}`;
}
