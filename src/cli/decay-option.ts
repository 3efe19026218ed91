import { walkingMetres } from '../core/access/reach.ts';
import { equalZones, LUO_QI_WEIGHTS, type Decay, type Zone } from '../core/access/decay.ts';

/** What `--decay` may be, for messages. */
export const DECAY_EXPECTS = 'none | gaussian | zones | 5:1,10:0.68,15:0.22';

/**
 * Reads `--decay`: none; a bell curve; three zones of equal width up to the limit by the slower weights of Luo & Qi; or zones
 * as minutes:weight. Null: it is none of them.
 */
export function decayOf(text: string, limitM: number, speedKmH: number): Decay | null {
  if (text === 'none' || text === 'gaussian') return { kind: text };
  if (text === 'zones') return equalZones(limitM, LUO_QI_WEIGHTS.slow);
  const zones: Zone[] = [];
  for (const part of text.split(/[,，、]/)) {
    const pair = /^\s*(\d+(?:\.\d+)?)\s*[:：]\s*(\d+(?:\.\d+)?)\s*$/.exec(part);
    if (!pair) return null;
    const upToM = walkingMetres(Number(pair[1]), speedKmH);
    if (upToM <= (zones.at(-1)?.upToM ?? 0)) return null;
    zones.push({ upToM, weight: Number(pair[2]) });
  }
  return { kind: 'zones', zones };
}
