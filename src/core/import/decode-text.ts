import type { Issue, IssuePlace } from '../issue.ts';
import { decideEncoding, type EncodingStatement } from './decide-encoding.ts';
import { SAMPLE_BYTES } from './guess-encoding.ts';
import type { EncodingFound } from './source.ts';
import { tellUtf16 } from './tell-utf16.ts';
import type { TextEncodingName } from './text-encoding.ts';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: EncodingFound;
  /** Some bytes belong to no character; a replacement character stands in their place. */
  readonly damaged: boolean;
  readonly issues: readonly Issue[];
}

/**
 * Text of a file: in the chosen encoding, else by its byte order mark or what it states of itself, else UTF-16 by its zero
 * bytes, else as its bytes read best.
 */
export function decodeText(
  bytes: Uint8Array,
  chosen: TextEncodingName | undefined,
  where: IssuePlace,
  stated?: TextEncodingName,
): DecodedText {
  const statements: EncodingStatement[] = [
    ...markOf(bytes),
    ...(stated === undefined ? [] : [{ from: 'mark' as const, name: stated }]),
  ];
  const utf16 = chosen === undefined && statements.length === 0 ? tellUtf16(bytes) : null;
  if (utf16) return decode(bytes, { used: utf16, from: 'evidence', certain: true, others: [] }, []);
  const { found, issues } = decideEncoding(chosen, statements, sampleOf(bytes), where);
  return decode(bytes, found, issues);
}

function decode(bytes: Uint8Array, encoding: EncodingFound, issues: readonly Issue[]): DecodedText {
  const text = new TextDecoder(encoding.used).decode(bytes);
  return { text, encoding, damaged: text.includes('\uFFFD'), issues };
}

function markOf(bytes: Uint8Array): EncodingStatement[] {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return [{ from: 'mark', name: 'utf-8' }];
  if (a === 0xff && b === 0xfe) return [{ from: 'mark', name: 'utf-16le' }];
  return a === 0xfe && b === 0xff ? [{ from: 'mark', name: 'utf-16be' }] : [];
}

/** The parts beyond ASCII: a long table may begin with pages of digits. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return bytes.subarray(first < SAMPLE_BYTES / 2 ? 0 : first - 1, SAMPLE_BYTES + Math.max(0, first));
}
