import { ESTIMATED_FIGURES, type Area } from './plan.ts';

type Flagged = Pick<Area, 'estimated' | 'ageBands'>;

/**
 * What marks a record's figures as estimates or sums, once some of its fields are stated anew: a figure that is stated is no
 * estimate any more, and elders that are stated are no sum of age bands. Undefined fields: nothing is left to mark.
 */
export function markedAfter({ estimated, ageBands }: Flagged, stated: ReadonlySet<string>): Flagged {
  const left = ESTIMATED_FIGURES.flatMap((figure) => {
    const source = stated.has(figure) ? undefined : estimated?.[figure];
    return source === undefined ? [] : [[figure, source] as const];
  });
  return {
    ...(left.length === 0 ? {} : { estimated: Object.fromEntries(left) }),
    ...(ageBands === undefined || stated.has('elders') ? {} : { ageBands }),
  };
}
