import type { AgeBand } from '../plan/age-bands.ts';

/** Years that one step of the shift takes: the width of a band. */
const STEP = 5;

/** By the age at which a five-year band starts: the share of its persons alive five years later. Unnamed: all. */
export type Survival = Readonly<Record<string, number>>;

/** Bands of five years that follow one another up to an open one, youngest first; empty: there are none such. */
export function fiveYearBands(bands: readonly AgeBand[]): readonly AgeBand[] {
  const open = bands.filter(({ to }) => to === null).sort((a, b) => b.from - a.from)[0];
  if (open === undefined) return [];
  const chain = [open];
  for (;;) {
    const { from } = chain[0]!;
    const younger = bands.find((band) => band.from === from - STEP && band.to === from - 1);
    if (younger === undefined) return chain.length > 1 ? chain : [];
    chain.unshift(younger);
  }
}

/**
 * Five-year bands some years on: each moves up a band in five years, less those who die, and between whole steps persons
 * change evenly. Who moves into the lowest bands is not known, so they are left off. Nobody moves in or away.
 */
export function shiftBands(bands: readonly AgeBand[], years: number, survival: Survival): readonly AgeBand[] {
  let shifted = bands;
  for (let left = years; left > 0; left -= STEP) {
    const next = oneStep(shifted, survival);
    shifted = left >= STEP ? next : between(shifted, next, left / STEP);
  }
  return shifted;
}

function oneStep(bands: readonly AgeBand[], survival: Survival): readonly AgeBand[] {
  const alive = bands.map(({ from, persons }) => persons * (survival[from] ?? 1));
  const open = bands.length - 1;
  return bands.map((band, i) => ({ ...band, persons: (alive[i - 1] ?? 0) + (i === open ? alive[i]! : 0) })).slice(1);
}

function between(before: readonly AgeBand[], after: readonly AgeBand[], share: number): readonly AgeBand[] {
  // The lowest band before has none after.
  return after.map((band, i) => {
    const from = before[i + 1]!.persons;
    return { ...band, persons: from + (band.persons - from) * share };
  });
}
