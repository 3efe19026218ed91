/** Text in an encoding of one or two bytes a character, by turning the host's decoder round. Throws for what it does not hold. */
export function encodeText(text: string, encoding: 'gb18030' | 'big5' | 'shift_jis' | 'euc-jp'): Uint8Array {
  const bytesOf = tableOf(encoding);
  return Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const bytes = character < '\u0080' ? [character.charCodeAt(0)] : bytesOf.get(character);
      if (!bytes) throw new Error(`${character} is not in ${encoding}`);
      return bytes;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const decoder = new TextDecoder(encoding);
  const made = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\uFFFD' && !made.has(character)) made.set(character, [lead, trail]);
    }
  }
  tables.set(encoding, made);
  return made;
}
