import type { Language } from '../text/language.ts';
import { pause } from './pause.ts';

/** Comparisons between two breaths: a collator makes about 3 in a microsecond, so a few milliseconds. */
const COMPARISONS_A_BREATH = 8_000;

/**
 * The place of each text in the order of a language (Chinese by pinyin; digits as numbers). Comparing Chinese is slow, so
 * a long list is merged in steps that let the page breathe.
 */
export async function rankTexts(
  texts: readonly string[],
  language: Language,
  signal: AbortSignal,
): Promise<Uint32Array | null> {
  const collator = new Intl.Collator(language, { numeric: true });
  const count = texts.length;
  let from = Uint32Array.from({ length: count }, (_, i) => i);
  let into = new Uint32Array(count);
  let compared = 0;
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let at = start; at < end; at++) {
        const takeLeft =
          left < middle && (right >= end || collator.compare(texts[from[left]!]!, texts[from[right]!]!) <= 0);
        into[at] = takeLeft ? from[left++]! : from[right++]!;
        if (++compared % COMPARISONS_A_BREATH === 0) {
          // oxlint-disable-next-line no-await-in-loop -- the pause is the point
          await pause();
          if (signal.aborted) return null;
        }
      }
    }
    [from, into] = [into, from];
  }
  const rank = new Uint32Array(count);
  let place = 0;
  for (let at = 0; at < count; at++) {
    // Equal texts share a place, so that the next column decides.
    if (at > 0 && texts[from[at]!] !== texts[from[at - 1]!]) place++;
    rank[from[at]!] = place;
  }
  return rank;
}
