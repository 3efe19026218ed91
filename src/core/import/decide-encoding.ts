import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { guessEncoding } from './guess-encoding.ts';
import type { EncodingFound } from './source.ts';
import { parseEncodingName, type TextEncodingName } from './text-encoding.ts';

/** What is said about a text's encoding, from whoever is to be believed first to last. */
export interface EncodingStatement {
  readonly from: 'mark' | 'cpg' | 'ldid';
  /** A name or code page. */
  readonly name: string;
}

/**
 * The encoding to read text in: the chosen one, else the first stated that the bytes fit, else what the bytes look like.
 * A statement that cannot be true or cannot be followed is reported, and so is doubt.
 */
export function decideEncoding(
  chosen: TextEncodingName | undefined,
  statements: readonly EncodingStatement[],
  sample: Uint8Array,
  where: IssuePlace,
): { found: EncodingFound; issues: Issue[] } {
  if (chosen !== undefined) return { found: { used: chosen, from: 'chosen', certain: true, others: [] }, issues: [] };
  const issues: Issue[] = [];
  const doubted: TextEncodingName[] = [];
  const guess = guessEncoding(sample);
  const hasText = sample.some((byte) => byte >= 0x80);
  for (const { from, name } of statements) {
    const used = parseEncodingName(name);
    if (used !== null && (!hasText || fits(sample, used))) {
      return { found: { used, from, certain: true, others: [] }, issues };
    }
    // What is ASCII reads the same in all of them.
    if (!hasText) continue;
    if (used !== null) doubted.push(used);
    issues.push(
      issue(used === null ? 'encoding_unsupported' : 'encoding_contradicted', where, {
        stated: name,
        used: guess.used,
      }),
    );
  }
  if (!guess.certain) issues.push(issue('encoding_unsure', where, { used: guess.used, others: guess.others }));
  const others = [...new Set([...doubted, ...guess.others])].filter((one) => one !== guess.used);
  return {
    found: { used: guess.used, from: 'evidence', certain: guess.certain && issues.length === 0, others },
    issues,
  };
}

/** A field may end amid a character, so a few damaged ones are no proof. */
const MOST_DAMAGE = 0.1;

function fits(sample: Uint8Array, encoding: TextEncodingName): boolean {
  const characters = Array.from(new TextDecoder(encoding).decode(sample, { stream: true })).filter(
    (one) => one > '\u007F',
  );
  return characters.filter((one) => one === '\uFFFD').length <= characters.length * MOST_DAMAGE;
}
