/** From which age a header counts elders, where it says so: `65歲以上`, `A65UP_CNT`, `60岁及以上人口`; null: it does not. */
export function eldersFromAge(header: string): number | null {
  const plain = header.normalize('NFKC').toLowerCase();
  const found = /(?<!\d)(60|65)(?!\d)\s*(?:周?[岁歲]|\+|up|_?and|_?plus|_?以上)/.exec(plain);
  return found === null ? null : Number(found[1]);
}
