import { ESTIMATED_FIGURES, SPREAD_WEIGHTS, type Estimates, type EstimateSource } from './plan.ts';

// One column of a table says which figures are estimated, so that an export that is opened again does not pass them off as
// counted: `elders=units|households|city/county; residents=grid`. The unit's path comes last: it may hold any sign but `;`.

const SEPARATOR = '; ';

/** Estimates as one cell of a table; empty where every figure was stated. */
export function writeEstimates(estimates: Estimates | undefined): string {
  return ESTIMATED_FIGURES.flatMap((figure) => {
    const source = estimates?.[figure];
    return source === undefined ? [] : `${figure}=${writeSource(source)}`;
  }).join(SEPARATOR);
}

function writeSource(source: EstimateSource): string {
  if (source.from === 'grid') return 'grid';
  return source.from === 'share' ? `share|${source.unit}` : `units|${source.weight}|${source.unit}`;
}

/** Reads what `writeEstimates` wrote. Undefined: it is none such. */
export function readEstimates(text: string): Estimates | undefined {
  const estimates: { -readonly [F in keyof Estimates]: Estimates[F] } = {};
  for (const entry of text.split(SEPARATOR)) {
    const at = entry.indexOf('=');
    const figure = ESTIMATED_FIGURES.find((one) => one === entry.slice(0, at).trim());
    const source = readSource(entry.slice(at + 1));
    if (figure === undefined || source === undefined) return undefined;
    estimates[figure] = source;
  }
  return estimates;
}

function readSource(text: string): EstimateSource | undefined {
  const [from, ...rest] = text.trim().split('|');
  if (from === 'grid') return rest.length === 0 ? { from } : undefined;
  if (from === 'share') return rest.length > 0 ? { from, unit: rest.join('|') } : undefined;
  const weight = SPREAD_WEIGHTS.find((one) => one === rest[0]);
  if (from !== 'units' || weight === undefined || rest.length < 2) return undefined;
  return { from, unit: rest.slice(1).join('|'), weight };
}
