/** Why a standards file is refused. The sentences live in `text/`. */
export type StandardProblemCode =
  | 'json_invalid'
  | 'key_unknown'
  | 'key_missing'
  | 'type_wrong'
  | 'value_unknown'
  | 'value_out_of_range'
  | 'empty'
  | 'citation_missing'
  | 'unit_wrong'
  | 'date_invalid'
  | 'dates_reversed'
  | 'periods_overlap'
  | 'id_duplicate'
  | 'documents_overlap';

/** One thing that is wrong with a standards file, as plain data. */
export interface StandardProblem {
  readonly code: StandardProblemCode;
  readonly file: string;
  /** Where in the JSON, e.g. `rules.floor_area_rate_new[0].unit`; empty: the file as a whole. */
  readonly path: string;
  /** What stands there, as JSON or as a date; null: nothing. */
  readonly found: string | null;
  /** What should stand there; null where the code says it all. */
  readonly expected: string | null;
}
