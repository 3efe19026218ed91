import { UNIT_LEVELS, type Plan, type UnitLevel, type UnitNames } from '../core/plan/plan.ts';
import { pause } from './pause.ts';

export const FOUND_KINDS = ['area', 'facility', 'unit', 'candidate', 'parcel'] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** Something that can be found. `details`: what else it is found by, in the order in which it is shown. */
export interface SearchEntry {
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string;
  readonly details: readonly string[];
  /** The same as they are compared: see `foldText`. */
  readonly folded: { readonly id: string; readonly name: string; readonly details: readonly string[] };
}

export interface SearchIndex {
  readonly entries: readonly SearchEntry[];
}

/** A unit by its path, as the audit knows it: from the units' own table or from what areas say. */
export interface KnownUnit {
  readonly path: string;
  readonly name: string;
  readonly level: UnitLevel;
}

/** How texts are compared: capital or small, full or half width make no difference. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Entries between two breaths: a few milliseconds. */
const ENTRIES_A_BREATH = 2_000;

/** Gathers all that has a name, in slices that let the page breathe; null when it was given up. */
export async function buildSearchIndex(
  { areas, facilities, candidates, parcels, units }: Plan,
  known: readonly KnownUnit[],
  signal: AbortSignal,
): Promise<SearchIndex | null> {
  const entries: SearchEntry[] = [];
  function* gather(): Generator<SearchEntry> {
    for (const area of areas.values()) yield entry('area', area.id, area.name, [unitsOf(area)]);
    for (const facility of facilities.values()) {
      const { id, name, address, operator } = facility;
      yield entry('facility', id, name, [unitsOf(facility), address, operator]);
    }
    for (const { path, name } of known) {
      const above = path.slice(0, Math.max(0, path.length - name.length - 1));
      yield entry('unit', path, name, [above.replaceAll('/', ' / '), units.get(path)?.code]);
    }
    for (const candidate of candidates.values()) {
      const { id, name, address, formerUse } = candidate;
      yield entry('candidate', id, name, [unitsOf(candidate), address, formerUse]);
    }
    for (const parcel of parcels.values()) {
      yield entry('parcel', parcel.id, parcel.name, [unitsOf(parcel), parcel.source]);
    }
  }
  for (const one of gather()) {
    entries.push(one);
    if (entries.length % ENTRIES_A_BREATH === 0) {
      // oxlint-disable-next-line no-await-in-loop -- the pause is the point
      await pause();
      if (signal.aborted) return null;
    }
  }
  return { entries };
}

function entry(
  kind: FoundKind,
  id: string,
  named: string | undefined,
  maybe: readonly (string | undefined)[],
): SearchEntry {
  const name = named ?? id;
  const details = maybe.filter((text) => text !== undefined && text !== '') as string[];
  return {
    kind,
    id,
    name,
    details,
    folded: { id: foldText(id), name: foldText(name), details: details.map(foldText) },
  };
}

function unitsOf(names: UnitNames): string {
  return UNIT_LEVELS.flatMap((level) => names[level] ?? []).join(' / ');
}
