import { FREQUENT_CHARACTERS } from './frequent-characters.ts';
import type { EncodingFound } from './source.ts';
import type { TextEncodingName } from './text-encoding.ts';

type Guess = Pick<EncodingFound, 'used' | 'certain' | 'others'>;

/** Bytes that are looked at: more tell no more. */
export const SAMPLE_BYTES = 65_536;

/** Of the characters beyond ASCII, the share that may be damaged in a text that is UTF-8 all the same. GB18030 read as UTF-8 breaks nearly all. */
const MOST_DAMAGE = 0.1;

/** Fewer characters beyond ASCII than these prove nothing, however well they read. */
const ENOUGH_CHARACTERS = 4;

/** What a score must be, and by how much it must lead, to be beyond doubt. A frequent character counts 3. */
const CERTAIN_SCORE = 1;
const CERTAIN_LEAD = 0.75;

/**
 * The encoding of text that says nothing about it, told from the bytes of a sample: UTF-8 by its validity, GB18030, Big5 and
 * the Japanese encodings by how many of the characters that they give are frequent ones. Where two read about as well it
 * is uncertain. UTF-16 is not looked for.
 */
export function guessEncoding(sample: Uint8Array): Guess {
  const bytes = sample.subarray(0, SAMPLE_BYTES);
  if (bytes.every((byte) => byte < 0x80)) return { used: 'utf-8', certain: true, others: [] };
  const utf8 = beyondAscii(new TextDecoder('utf-8').decode(bytes, { stream: true }));
  const damaged = utf8.filter((character) => character === REPLACEMENT).length;
  if (damaged === 0 || (damaged / utf8.length <= MOST_DAMAGE && utf8.length >= ENOUGH_CHARACTERS)) {
    // One or two sequences of two bytes may be anything; three bytes that fit are no accident.
    const certain = utf8.length - damaged >= 3 || utf8.some(isOfThreeBytes) || !readsFrequently(bytes);
    return { used: 'utf-8', certain, others: certain ? [] : ['gb18030', 'big5'] };
  }
  const scores = CANDIDATES.map((encoding) => ({ encoding, ...score(encoding, bytes) })).sort(
    (a, b) => b.score - a.score,
  );
  const [first, second] = [scores[0]!, scores[1]!];
  const certain =
    first.score >= CERTAIN_SCORE && first.score - second.score >= CERTAIN_LEAD && first.characters >= ENOUGH_CHARACTERS;
  // Where nothing reads well, it is more likely Chinese than anything else here.
  const used = first.score > 0 ? first.encoding : 'gb18030';
  const others = scores.map(({ encoding }) => encoding).filter((encoding) => encoding !== used);
  return { used, certain, others: certain ? [] : others };
}

const REPLACEMENT = '\uFFFD';

/** Whether the bytes give a frequent Chinese character in GB18030. */
function readsFrequently(bytes: Uint8Array): boolean {
  return beyondAscii(new TextDecoder('gb18030').decode(bytes, { stream: true })).some((one) =>
    FREQUENT_CHARACTERS.has(one),
  );
}

function isOfThreeBytes(character: string): boolean {
  return character >= '\u0800' && character !== REPLACEMENT;
}

const CANDIDATES = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'windows-1252'] as const satisfies TextEncodingName[];
type Candidate = (typeof CANDIDATES)[number];

function beyondAscii(text: string): string[] {
  return Array.from(text).filter((character) => character > '\u007F');
}

/** How well text reads in an encoding: the mean over its characters beyond ASCII, from −6 (damaged) to 3 (frequent). */
function score(encoding: Candidate, bytes: Uint8Array): { score: number; characters: number } {
  if (encoding === 'windows-1252') return latinScore(bytes);
  const characters = beyondAscii(new TextDecoder(encoding).decode(bytes, { stream: true }));
  const japanese = encoding === 'shift_jis' || encoding === 'euc-jp';
  // Chinese read as Japanese gives characters as frequent as its own; but no Japanese table is without kana.
  if (japanese && characters.filter(isKana).length < characters.length * LEAST_KANA) {
    return { score: -6, characters: characters.length };
  }
  const common = commonOf(encoding);
  const sum = characters.reduce((total, character) => total + weigh(character, common, japanese), 0);
  return { score: sum / characters.length, characters: characters.length };
}

const LEAST_KANA = 0.1;

function isKana(character: string): boolean {
  return character >= '\u3041' && character <= '\u30FE';
}

function weigh(character: string, common: ReadonlySet<string>, japanese: boolean): number {
  if (FREQUENT_CHARACTERS.has(character)) return 3;
  if (character === REPLACEMENT) return -6;
  if (isKana(character)) return japanese ? 2 : -2;
  if (common.has(character)) return 1;
  if (character >= '\uE000' && character <= '\uF8FF') return -4;
  return -1;
}

/** First and last lead byte. */
const FIRST_PLANE: Readonly<Record<Candidate, readonly [from: number, to: number]>> = {
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
  shift_jis: [0x88, 0x98],
  'euc-jp': [0xb0, 0xcf],
  'windows-1252': [0xc0, 0xff],
};

const commonByEncoding = new Map<Candidate, ReadonlySet<string>>();

/** The first plane of an encoding's characters, into which its makers put the common ones: 3 755 of GB 2312, 5 401 of Big5. */
function commonOf(encoding: Candidate): ReadonlySet<string> {
  const known = commonByEncoding.get(encoding);
  if (known) return known;
  const [from, to] = FIRST_PLANE[encoding];
  const pairs: number[] = [];
  for (let lead = from; lead <= to; lead++) {
    for (let trail = encoding === 'gb18030' || encoding === 'euc-jp' ? 0xa1 : 0x40; trail < 0xff; trail++) {
      if (trail !== 0x7f) pairs.push(lead, trail);
    }
  }
  const made = new Set(new TextDecoder(encoding).decode(Uint8Array.from(pairs)));
  made.delete(REPLACEMENT);
  commonByEncoding.set(encoding, made);
  return made;
}

/** Western text: bytes beyond ASCII stand alone among many letters. In Chinese encodings they come in pairs, or between few. */
function latinScore(bytes: Uint8Array): { score: number; characters: number } {
  let high = 0;
  let alone = 0;
  let letters = 0;
  for (const [i, byte] of bytes.entries()) {
    if (isLetter(byte)) letters++;
    if (byte < 0x80) continue;
    high++;
    const [before, after] = [bytes[i - 1] ?? 0, bytes[i + 1] ?? 0];
    if (byte >= 0xa0 && before < 0x80 && after < 0x80) alone++;
  }
  return { score: alone >= high * 0.8 && letters >= high * 3 ? 1.5 : -6, characters: high };
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
