import type { MapStepName } from '../../state/step-name.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';

/** A step on the map as a sentence names it. */
export function mapStepText({ mapTools: t }: Texts, step: MapStepName): string {
  if (step.kind === 'move') return t.step.move(step.name, formatNumber(step.metres));
  return step.kind === 'add' ? t.step.add(t.kind[step.table], step.name) : t.step.reshape(step.name);
}
