import type { RemedyAct } from '../../core/checks/remedy.ts';
import { TOLERANCE } from '../../core/units.ts';
import { refsOfRemedy } from '../../state/refs-of-remedy.ts';
import { formatGap, formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { markOf } from '../parts/weave.tsx';

/** A remedy as a sentence, with marks in the places of what `refsOfRemedy` lists. */
export function remedySentence(remedy: RemedyAct, self: string, { diagnosis }: Texts): string {
  const { remedy: t, separator, and } = diagnosis;
  const names = refsOfRemedy(remedy).map((_, i) => markOf(i));
  switch (remedy.kind) {
    case 'extend':
      return remedy.facilities
        .map(({ addM2, arrivesM2, bookingShare }, i) =>
          bookingShare < 1 - TOLERANCE
            ? t.extendShared(names[i]!, roundUp(addM2), formatGap(arrivesM2), formatShare(bookingShare))
            : t.extend(names[i]!, roundUp(addM2)),
        )
        .join(and);
    case 'new_space':
      return t.newSpace(roundUp(remedy.m2), formatNumber(remedy.withinM, 0), self);
    case 'open':
    case 'reopen':
      return t[remedy.kind](names[0]!);
    case 'renew':
      return (remedy.leased ? t.renewLease : t.renew)(names[0]!, remedy.endedOn);
    case 'pool':
      return t.pool(names.join(separator));
    case 'pool_and_build':
      return t.poolAndBuild(names.join(separator), roundUp(remedy.m2), formatNumber(remedy.jointNeedM2));
    default:
      return t.newFacility(formatShare(remedy.share));
  }
}

/** The same as plain text, by the names of what it speaks of. */
export function remedyText(remedy: RemedyAct, self: string, texts: Texts, nameOf: (id: string) => string): string {
  const refs = refsOfRemedy(remedy);
  const sentence = refs.reduce(
    (text, { id }, i) => text.replaceAll(markOf(i), nameOf(id)),
    remedySentence(remedy, self, texts),
  );
  // A place follows it on the screen.
  return sentence.replace(/[\s,，]+$/u, '');
}

/** What is to be built is rounded up: a hundredth less would not do. */
function roundUp(m2: number): string {
  return formatNumber(Math.ceil(m2 * 100 - TOLERANCE) / 100);
}
