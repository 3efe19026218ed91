export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Some bytes belong to no character; a replacement character stands in their place. */
  readonly damaged: boolean;
}

/** Of the characters beyond ASCII, the share that may be damaged in a text that is UTF-8 all the same. GB18030 read as UTF-8 breaks nearly all. */
const MOST_DAMAGE = 0.1;

/**
 * Text of a file: by its byte order mark; without one UTF-8 if its bytes fit (but for a few), otherwise GB18030 (which
 * includes GBK and GB2312), the encoding of Chinese spreadsheets' CSV files.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const utf8 = decode(bytes, 'utf-8');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (marked || !utf8.damaged || damageOf(utf8.text) <= MOST_DAMAGE) return utf8;
  return decode(bytes, 'gb18030');
}

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, damaged: text.includes(REPLACEMENT) };
}

/** What a decoder puts where bytes belong to no character. */
const REPLACEMENT = '\uFFFD';

function damageOf(text: string): number {
  let beyondAscii = 0;
  let replaced = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    beyondAscii++;
    if (text[i] === REPLACEMENT) replaced++;
  }
  return replaced / beyondAscii;
}
