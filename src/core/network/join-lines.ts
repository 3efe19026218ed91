/**
 * Lines joined end to end into longer ones, wherever two of them meet in a node that is an end of both. Where more than
 * two meet, the first two are joined. A name that is written along a line needs a line long enough for it, and mappers
 * cut a street at every change of its tags.
 */
export function joinLines(pieces: readonly (readonly number[])[]): number[][] {
  if (pieces.length === 1) return [[...pieces[0]!]];
  const at = new Map<number, number[]>();
  for (const [i, piece] of pieces.entries()) {
    for (const end of [piece[0]!, piece.at(-1)!]) {
      const there = at.get(end);
      if (there) there.push(i);
      else at.set(end, [i]);
    }
  }
  const used = new Uint8Array(pieces.length);
  const nextAt = (end: number): readonly number[] | null => {
    const i = at.get(end)?.find((place) => !used[place]);
    if (i === undefined) return null;
    used[i] = 1;
    const piece = pieces[i]!;
    return piece[0] === end ? piece : piece.toReversed();
  };
  const lines: number[][] = [];
  for (const [i, piece] of pieces.entries()) {
    if (used[i]) continue;
    used[i] = 1;
    const line = grown([...piece], nextAt);
    lines.push(line[0] === line.at(-1) ? line : grown(line.reverse(), nextAt).reverse());
  }
  return lines;
}

/** A line led on from its end as far as there are pieces, or until it comes back to its start. */
function grown(line: number[], nextAt: (end: number) => readonly number[] | null): number[] {
  while (line[0] !== line.at(-1)) {
    const next = nextAt(line.at(-1)!);
    if (next === null) break;
    for (let k = 1; k < next.length; k++) line.push(next[k]!);
  }
  return line;
}
