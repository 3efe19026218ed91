/** What an outlook could not work out, or left out, and why. */
export const OUTLOOK_NOTES = [
  // of areas
  'households_unknown',
  'residents_unknown',
  'elders_unknown',
  'persons_per_household_unknown',
  'elder_share_unknown',
  'entrants_unknown',
  // of planned housing, by area
  'housing_past',
  'housing_nowhere',
  // of growth, by its own id
  'growth_nowhere',
  // of facilities
  'measure_past',
  'opening_unknown',
] as const;
export type OutlookNoteCode = (typeof OUTLOOK_NOTES)[number];

/** One reason and whom it concerns; what the ids are of follows from the code. */
export interface OutlookNote {
  readonly code: OutlookNoteCode;
  readonly ids: readonly string[];
}

/** Notes as they are gathered: whoever is named twice counts once. */
export class NoteBook {
  private readonly ids = new Map<OutlookNoteCode, Set<string>>();

  add(code: OutlookNoteCode, id: string): void {
    const known = this.ids.get(code);
    if (known === undefined) this.ids.set(code, new Set([id]));
    else known.add(id);
  }

  /** In the order of the codes. */
  notes(): OutlookNote[] {
    return OUTLOOK_NOTES.flatMap((code) => {
      const ids = this.ids.get(code);
      return ids === undefined ? [] : [{ code, ids: [...ids] }];
    });
  }
}
