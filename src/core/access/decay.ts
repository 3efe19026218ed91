import { TOLERANCE } from '../units.ts';

/**
 * How much less a facility counts for those who live farther from it, up to a limit in metres:
 * - `none`: all alike (Luo & Wang 2003, Environment and Planning B 30(6), 865–884: 2SFCA);
 * - `zones`: one weight a zone, from the nearest outwards (Luo & Qi 2009, Health & Place 15(4), 1100–1107: E2SFCA);
 *   beyond the last zone nothing counts, even within the limit;
 * - `gaussian`: from 1 at the door to 0 at the limit (Dai 2010, Health & Place 16(5), 1038–1052).
 */
export type Decay =
  | { readonly kind: 'none' }
  | { readonly kind: 'zones'; readonly zones: readonly Zone[] }
  | { readonly kind: 'gaussian' };

/** Walks of at most `upToM` metres (included) that no nearer zone holds, and what they weigh. */
export interface Zone {
  readonly upToM: number;
  readonly weight: number;
}

/** The two sets of weights of Luo & Qi 2009, for three zones of equal width. */
export const LUO_QI_WEIGHTS = { slow: [1, 0.68, 0.22], sharp: [1, 0.42, 0.09] } as const;

/** Zones of equal width up to the limit (metres), one a weight. */
export function equalZones(limitM: number, weights: readonly number[]): Decay {
  return {
    kind: 'zones',
    zones: weights.map((weight, k) => ({ upToM: (limitM * (k + 1)) / weights.length, weight })),
  };
}

/** What a walk of some metres weighs, from 0 (beyond the limit, which is included) up. */
export function decayWeight(decay: Decay, limitM: number): (metres: number) => number {
  const within = limitM + TOLERANCE;
  if (decay.kind === 'none') return (metres) => (metres <= within ? 1 : 0);
  if (decay.kind === 'gaussian') {
    const atLimit = Math.exp(-0.5);
    return (metres) => {
      if (metres > within) return 0;
      const part = metres / limitM;
      // A walk longer than the limit by less than the tolerance would weigh less than nothing.
      return Math.max(0, (Math.exp(-0.5 * part * part) - atLimit) / (1 - atLimit));
    };
  }
  const { zones } = decay;
  for (const [k, { upToM, weight }] of zones.entries()) {
    if (!(upToM > (zones[k - 1]?.upToM ?? 0)) || !(weight >= 0 && weight < Infinity)) {
      throw new Error(`decay zone ${k}: expected ascending metres and a weight of at least 0, got ${upToM}, ${weight}`);
    }
  }
  return (metres) => {
    if (metres > within) return 0;
    for (const { upToM, weight } of zones) if (metres <= upToM + TOLERANCE) return weight;
    return 0;
  };
}
