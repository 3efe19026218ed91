export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Some bytes belong to no character; a replacement character stands in their place. */
  readonly damaged: boolean;
}

/**
 * Text of a file: by its byte order mark; without one UTF-8 if every byte fits, otherwise GB18030 (which includes GBK and
 * GB2312), the encoding of Chinese spreadsheets' CSV files.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16 !== null) return decoded(new TextDecoder(utf16).decode(bytes), utf16);
  try {
    return decoded(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8');
  } catch {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
      return decoded(new TextDecoder('utf-8').decode(bytes), 'utf-8');
    }
    return decoded(new TextDecoder('gb18030').decode(bytes), 'gb18030');
  }
}

function decoded(text: string, encoding: DecodedText['encoding']): DecodedText {
  return { text, encoding, damaged: text.includes('\uFFFD') };
}
