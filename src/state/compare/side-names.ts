import type { Both } from '../../core/compare/comparison.ts';
import type { CompareWords } from './cause-text.ts';
import type { ComparedSides, CompareSide } from './compare-side.ts';
import { planName } from './plan-name.ts';

/** What the sides are called: by what differs between them, or by everything where nothing does. */
export function sideNames({ left, right }: ComparedSides, words: CompareWords): Both<string> {
  const [before, after] = [partsOf(left, words), partsOf(right, words)];
  const differing = before.map((part, i) => part !== after[i]);
  const parts = (all: readonly string[]) => all.filter((_, i) => differing[i] ?? false);
  const name = (all: readonly string[]) => (differing.includes(true) ? parts(all) : all).join(' · ');
  return { left: name(before), right: name(after) };
}

function partsOf({ of, standardId, asOf }: CompareSide, { texts, documents }: CompareWords): string[] {
  return [planName(of, texts), documents.get(standardId) ?? standardId, asOf];
}
