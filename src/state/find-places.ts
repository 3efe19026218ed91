import { foldText, FOUND_KINDS, type FoundKind, type SearchEntry, type SearchIndex } from './search-index.ts';

/** What was found of one kind: the best, and how many there are in all. */
export interface FoundGroup {
  readonly kind: FoundKind;
  readonly hits: readonly SearchEntry[];
  readonly total: number;
}

/** The words of a query, folded. All of them must be found, wherever each may be. */
export function searchTerms(query: string): readonly string[] {
  return foldText(query)
    .split(/\s+/u)
    .filter((term) => term !== '');
}

/** How well a word fits: the lower the better. */
const EXACT_ID = 0;
const EXACT_NAME = 1;
const NAME_STARTS = 2;
const ID_STARTS = 3;
const IN_NAME = 4;
const DETAIL_STARTS = 5;
const IN_ID = 6;
const IN_DETAIL = 7;
const NOWHERE = 100;

/** The best `most` of each kind, best first; kinds in which nothing was found are left out. */
export function findPlaces(
  { entries }: SearchIndex,
  query: string,
  most: Readonly<Record<FoundKind, number>>,
): FoundGroup[] {
  const terms = searchTerms(query);
  if (terms.length === 0) return [];
  const best = new Map<FoundKind, { hits: Ranked[]; total: number }>();
  for (const entry of entries) {
    const rank = rankOf(entry, terms);
    if (rank >= NOWHERE) continue;
    let group = best.get(entry.kind);
    if (group === undefined) best.set(entry.kind, (group = { hits: [], total: 0 }));
    group.total++;
    keepBest(group.hits, { entry, rank }, most[entry.kind]);
  }
  return FOUND_KINDS.flatMap((kind) => {
    const group = best.get(kind);
    return group === undefined ? [] : { kind, total: group.total, hits: group.hits.map(({ entry }) => entry) };
  });
}

interface Ranked {
  readonly entry: SearchEntry;
  readonly rank: number;
}

/** Puts a hit in its place among the best so far; of equals the shorter name, then the earlier comes first. */
function keepBest(hits: Ranked[], hit: Ranked, most: number): void {
  if (hits.length >= most) {
    if (most === 0 || !isBetter(hit, hits[hits.length - 1]!)) return;
    hits.pop();
  }
  let at = hits.length;
  while (at > 0 && isBetter(hit, hits[at - 1]!)) at--;
  hits.splice(at, 0, hit);
}

function isBetter(a: Ranked, b: Ranked): boolean {
  return a.rank < b.rank || (a.rank === b.rank && a.entry.name.length < b.entry.name.length);
}

function rankOf({ folded }: SearchEntry, terms: readonly string[]): number {
  let sum = 0;
  for (const term of terms) {
    const rank = rankOfTerm(folded, term);
    if (rank === NOWHERE) return NOWHERE;
    sum += rank;
  }
  return sum / terms.length;
}

function rankOfTerm({ id, name, details }: SearchEntry['folded'], term: string): number {
  if (id === term) return EXACT_ID;
  const inName = name.indexOf(term);
  if (inName === 0) return name.length === term.length ? EXACT_NAME : NAME_STARTS;
  const inId = id.indexOf(term);
  if (inId === 0) return ID_STARTS;
  if (inName > 0) return IN_NAME;
  let rank = inId > 0 ? IN_ID : NOWHERE;
  for (const detail of details) {
    const at = detail.indexOf(term);
    if (at === 0) return DETAIL_STARTS;
    if (at > 0 && rank > IN_DETAIL) rank = IN_DETAIL;
  }
  return rank;
}

/** A stretch of a text, and whether it is what was looked for. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

/** A text cut where words of the query stand in it; whole where comparing changed its length, so that no cut is wrong. */
export function markTerms(text: string, terms: readonly string[]): readonly Stretch[] {
  const folded = foldText(text);
  if (folded.length !== text.length) return [{ text, found: false }];
  const found = new Uint8Array(text.length);
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      found.fill(1, at, at + term.length);
    }
  }
  const stretches: Stretch[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && found[at] === found[start]) continue;
    stretches.push({ text: text.slice(start, at), found: found[start] === 1 });
    start = at;
  }
  return stretches;
}
