import type { LonLat } from '../../core/geo/geometry.ts';
import { parseCoordinate } from '../../core/geo/parse-coordinate.ts';
import type { Bounds } from '../../core/geo/polygon.ts';
import { findPlaces, searchTerms } from '../../state/find-places.ts';
import { foldText, FOUND_KINDS, type FoundKind, type SearchEntry, type SearchIndex } from '../../state/search-index.ts';
import type { WorkspaceState } from '../../state/workspace-state.ts';
import { LANGUAGES } from '../../text/language.ts';
import { textsFor } from '../../text/texts.ts';
import type { Command } from '../commands/command.ts';

export type SearchItem =
  | { readonly id: string; readonly is: 'entry'; readonly entry: SearchEntry }
  | { readonly id: string; readonly is: 'command'; readonly command: Command }
  | {
      readonly id: string;
      readonly is: 'place';
      readonly at: LonLat;
      readonly outside: boolean;
      /** Which way round it was read, where both are possible. */
      readonly read: 'lonFirst' | 'latFirst' | null;
    }
  | { readonly id: string; readonly is: 'more'; readonly group: SearchGroupId; readonly count: number };

export type SearchGroupId = FoundKind | 'place' | 'command' | 'suggested';

export interface SearchGroup {
  readonly id: SearchGroupId;
  readonly items: readonly SearchItem[];
}

export interface SearchQuestion {
  readonly query: string;
  readonly index: SearchIndex | null;
  /** The box around the plan; null: nothing has a place. */
  readonly extent: Bounds | null;
  readonly commands: readonly Command[];
  readonly state: WorkspaceState;
  /** Groups that the person wants to see more of. */
  readonly opened: ReadonlySet<SearchGroupId>;
}

const FEW = 5;
const MANY = 60;
/** A sign that only commands are meant. */
const COMMANDS_ONLY = '>';

/** What the search box offers for what is typed in it: groups in the order in which they are shown. */
export function searchItems(question: SearchQuestion): readonly SearchGroup[] {
  const query = question.query.trim();
  if (query === '') return [commandGroup('suggested', suggested(question), question)];
  if (query.startsWith(COMMANDS_ONLY)) {
    return [commandGroup('command', matching(question, query.slice(1)), question)].filter(isFilled);
  }
  return [
    { id: 'place' as const, items: placesIn(query, question.extent) },
    ...entryGroups(query, question),
    commandGroup('command', matching(question, query), question),
  ].filter(isFilled);
}

function isFilled({ items }: SearchGroup): boolean {
  return items.length > 0;
}

function entryGroups(query: string, { index, opened }: SearchQuestion): SearchGroup[] {
  if (index === null) return [];
  const most = Object.fromEntries(FOUND_KINDS.map((kind) => [kind, opened.has(kind) ? MANY : FEW]));
  return findPlaces(index, query, most as Record<FoundKind, number>).map(({ kind, hits, total }) =>
    withMore(
      kind,
      hits.map((entry) => ({ id: `${kind} ${entry.id}`, is: 'entry', entry })),
      total,
      opened,
    ),
  );
}

function commandGroup(
  id: 'command' | 'suggested',
  commands: readonly Command[],
  { opened }: SearchQuestion,
): SearchGroup {
  const shown = opened.has(id) ? commands : commands.slice(0, id === 'suggested' ? FEW * 2 : FEW);
  return withMore(
    id,
    shown.map((command) => ({ id: `command ${command.id}`, is: 'command', command })),
    commands.length,
    opened,
  );
}

function withMore(
  id: SearchGroupId,
  items: readonly SearchItem[],
  total: number,
  opened: ReadonlySet<SearchGroupId>,
): SearchGroup {
  if (total <= items.length || opened.has(id)) return { id, items };
  return { id, items: [...items, { id: `more ${id}`, is: 'more', group: id, count: total - items.length }] };
}

/** Searching is what the person is doing: it is not offered again. */
function enabled({ commands, state }: SearchQuestion): Command[] {
  return commands.filter((one) => one.id !== 'search' && one.isEnabled(state));
}

/** Those with keys first: they are used most. */
function suggested(question: SearchQuestion): Command[] {
  const all = enabled(question);
  return [...all.filter(({ keys }) => keys.length > 0), ...all.filter(({ keys }) => keys.length === 0)];
}

/** Commands whose name in either language has every word; names that start so come first. */
function matching(question: SearchQuestion, query: string): Command[] {
  const terms = searchTerms(query);
  const ranked = enabled(question).flatMap((one) => {
    const fitting = namesOf(one).filter((name) => terms.every((term) => name.includes(term)));
    if (fitting.length === 0) return [];
    return { one, rank: fitting.some((name) => terms[0] === undefined || name.startsWith(terms[0])) ? 0 : 1 };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ one }) => one);
}

function namesOf(command: Command): string[] {
  return LANGUAGES.map((language) => foldText(command.name(textsFor(language), language)));
}

/** Of two readings the one that lies in the plan, if only one does. */
function placesIn(query: string, extent: Bounds | null): SearchItem[] {
  const readings = parseCoordinate(query).map((at, i) => ({
    at,
    outside: extent !== null && !isInside(at, extent),
    i,
  }));
  const inside = readings.filter(({ outside }) => !outside);
  const meant = readings.length === 2 && inside.length === 1 ? inside : readings;
  return meant.map(({ at, outside, i }) => ({
    id: `place ${at.join()}`,
    is: 'place',
    at,
    outside,
    read: readings.length === 2 ? (i === 0 ? 'lonFirst' : 'latFirst') : null,
  }));
}

function isInside([lon, lat]: LonLat, [west, south, east, north]: Bounds): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
