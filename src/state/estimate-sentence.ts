import type { EstimatedFigure, EstimateSource } from '../core/plan/plan.ts';
import type { Texts } from '../text/texts.ts';

/** Which figure is an estimate, and what it was worked out from. */
export function estimateSentence(
  figure: EstimatedFigure,
  source: EstimateSource,
  { population: t }: Texts,
  elderAge: number,
): string {
  const name = figure === 'elders' ? t.figure.elders(String(elderAge)) : t.figure.residents;
  return t.says(name, sourceText(source, t));
}

function sourceText(source: EstimateSource, { from, weights }: Texts['population']): string {
  if (source.from === 'grid') return from.grid;
  return source.from === 'share' ? from.share(source.unit) : from.units(source.unit, weights[source.weight]);
}
