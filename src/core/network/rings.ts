/**
 * Closed rings out of pieces of boundary that meet end to end (OSM wiki, Relation:multipolygon, "One outer ring of
 * several ways"). A ring repeats its first node at its end. Null when some piece is left over: the boundary has a gap.
 */
export function joinRings(pieces: readonly (readonly number[])[]): number[][] | null {
  const rings: number[][] = [];
  const left = pieces.filter((piece) => piece.length > 1).map((piece) => [...piece]);
  while (left.length > 0) {
    const ring = left.pop()!;
    while (ring[0] !== ring.at(-1)) {
      const end = ring.at(-1)!;
      const next = left.findIndex((piece) => piece[0] === end || piece.at(-1) === end);
      if (next < 0) return null;
      const [piece] = left.splice(next, 1);
      if (piece![0] !== end) piece!.reverse();
      for (const node of piece!.slice(1)) ring.push(node);
    }
    if (ring.length > 3) rings.push(ring);
  }
  return rings;
}
