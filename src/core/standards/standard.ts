import type { IsoDate } from '../units.ts';

/** Every figure a policy document can give, and the unit it is in. A figure that a document lacks is simply absent. */
export const RULE_UNITS = {
  floor_area_rate_new: 'm2_per_100_households',
  floor_area_rate_built: 'm2_per_100_households',
  single_unit_floor_area: 'm2',
  pool_of_small_areas: 'allowed',
  pool_minutes: 'minutes',
  land_per_person: 'm2_per_person',
  circle_minutes: 'minutes',
  subdistrict_centres: 'facilities_per_urban_subdistrict',
  community_stations: 'facilities_per_community',
  county_institutions: 'facilities_per_county',
  nursing_bed_share: 'percent_of_beds',
} as const;

export type RuleKey = keyof typeof RULE_UNITS;
export type StandardStatus = 'draft' | 'in_force' | 'superseded';

/** Chinese and English, both always present. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where a figure is written. */
export interface Citation {
  /** The clause as the document numbers it, e.g. 二（二）5; where the text itself was not seen, words that say so. */
  readonly clause: string;
  /** The words that carry the figure, verbatim; null only where the text itself was not seen (see `Standard.certainty`). */
  readonly quote: string | null;
}

/** By when a rule had to be fulfilled, with the words that say so. */
export interface RuleDeadline extends Citation {
  readonly date: IsoDate;
  /** The document that sets the date, where it is another one than the rule's own. */
  readonly document?: Bilingual;
}

/** A figure for a period (both days included; absent: open-ended), with its citation. */
export interface DatedValue extends Citation {
  readonly value: number;
  readonly unit: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly deadline?: RuleDeadline;
}

/** One policy document as data. */
export interface Standard {
  readonly id: string;
  readonly version: string;
  readonly title: Bilingual;
  /** A short form for lists and badges. */
  readonly short_title: Bilingual;
  /** The document's own number (文号); null where it has none. */
  readonly number: string | null;
  readonly issuer: Bilingual;
  readonly jurisdiction: Bilingual;
  readonly status: StandardStatus;
  /** When it was issued: a day, a month or a year, as precisely as is known. */
  readonly issued: string;
  readonly effective: { readonly from?: IsoDate; readonly to?: IsoDate };
  /** How its figures were obtained: `full_text` (the text is at hand), `H` (read in full law text or on a government page) or `M+` (two sources or a good one). */
  readonly certainty: 'full_text' | 'H' | 'M+';
  /** The publication the figures were taken from. */
  readonly source: string;
  readonly note?: Bilingual;
  readonly rules: { readonly [K in RuleKey]?: readonly DatedValue[] };
}

/** A standard as loaded: with the very text it was read from, and the hash of that as UTF-8. */
export interface LoadedStandard {
  readonly standard: Standard;
  readonly text: string;
  readonly sha256: string;
}
