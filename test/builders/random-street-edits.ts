import fc from 'fast-check';
import type { StreetChange } from '../../src/core/network/edit-streets.ts';
import { metresAway } from './plan-builder.ts';

/** Off the whole metres that random streets have their corners on. */
const ASIDE = [0.313, 0.171] as const;

/** Barriers and links over the ground of random streets, by ids `e0`, `e1`, … */
export function randomStreetEdits(
  kinds: readonly StreetChange['kind'][] = ['barrier', 'link'],
  { minLength = 1, maxLength = 4 } = {},
): fc.Arbitrary<StreetChange[]> {
  const metres = fc.integer({ min: -50, max: 550 });
  const line = fc.uniqueArray(fc.tuple(metres, metres), {
    minLength: 2,
    maxLength: 4,
    selector: (at) => at.join(),
  });
  return fc
    .array(fc.record({ kind: fc.constantFrom(...kinds), line }), { minLength, maxLength })
    .map((edits) => edits.map((edit, i) => streetChange(`e${i}`, edit.kind, edit.line)));
}

/** A barrier or a link through positions in metres east and north of `HERE`, or a hair beside them. */
export function streetChange(
  id: string,
  kind: StreetChange['kind'],
  line: readonly (readonly [number, number])[],
  aside: readonly [number, number] = ASIDE,
): StreetChange {
  return { id, kind, line: line.map(([east, north]) => metresAway(east + aside[0], north + aside[1])) };
}
