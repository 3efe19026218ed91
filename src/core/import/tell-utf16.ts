/** Bytes that are looked at. */
const LOOK_BYTES = 65_536;

/** Of the zero bytes, the share that must lie on one side of the pairs; of the characters, the share that must be text. */
const NEARLY_ALL = 0.95;

/** Of the bytes, the share that is zero in any table: every cell ends with a character of the Latin half. */
const LEAST_ZEROS = 0.02;

/** UTF-16 without a mark, told by the zero half of its commas, digits and line ends; null: it is not, or it is no text. */
export function tellUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  const seen = bytes.subarray(0, LOOK_BYTES);
  let [even, odd] = [0, 0];
  for (const [i, byte] of seen.entries()) {
    if (byte !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  if (even + odd < seen.length * LEAST_ZEROS || Math.max(even, odd) < (even + odd) * NEARLY_ALL) return null;
  const encoding = even > odd ? 'utf-16be' : 'utf-16le';
  const characters = Array.from(new TextDecoder(encoding).decode(seen, { stream: true }));
  const sound = characters.filter((one) => one !== '\uFFFD' && (one >= ' ' || '\t\r\n'.includes(one)));
  return sound.length >= characters.length * NEARLY_ALL ? encoding : null;
}
