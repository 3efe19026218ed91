import type { IssueDetail } from '../issue.ts';

/** Why an edit that a person asked for is not made; the sentence for each lives in `text/`. */
export const EDIT_REFUSALS = [
  'record_unknown',
  // What was typed into a field
  'number_invalid',
  'number_negative',
  'number_not_whole',
  'number_too_large',
  'date_invalid',
  'value_unknown',
  'boolean_invalid',
  'serves_malformed',
  'field_required',
  'dates_reversed',
  // Ids
  'id_blank',
  'id_taken',
  // Closing and opening again
  'closed_already',
  'closed_before_start',
  'open_already',
] as const;
export type EditRefusalCode = (typeof EDIT_REFUSALS)[number];

/** A refused edit: nothing of it is made. `column`: the canonical column that it is about, if it is about one. */
export interface EditRefusal {
  readonly refused: EditRefusalCode;
  readonly column?: string;
  /** What the sentence needs to say: by custom `found` and `expected`. */
  readonly detail: IssueDetail;
}

export function refuse(refused: EditRefusalCode, detail: IssueDetail = {}, column?: string): EditRefusal {
  return { refused, detail, ...(column === undefined ? {} : { column }) };
}
