/** Every problem that data can have, with how bad it is. The text for each lives in `text/`. */
export const ISSUE_SEVERITY = {
  // A file as a whole
  file_empty: 'error',
  file_unreadable: 'error',
  format_unknown: 'error',
  file_too_large: 'error',
  file_damaged: 'error',
  file_incomplete: 'error',
  file_locked: 'error',
  file_unsupported: 'error',
  zip_nothing_readable: 'error',
  zip_too_many: 'error',
  layer_unknown: 'error',
  layer_assumed: 'warning',
  layers_missing: 'error',
  rows_too_many: 'error',
  rows_deleted: 'info',
  attributes_missing: 'warning',
  shapes_unmatched: 'error',
  column_unreadable: 'warning',
  header_row_invalid: 'error',
  header_row_found: 'info',
  merged_numbers: 'warning',
  formulas_without_value: 'warning',
  kml_links: 'warning',
  raster_bands: 'error',
  raster_too_large: 'error',
  raster_not_located: 'error',
  raster_as_elders: 'info',
  raster_negative: 'warning',
  role_unknown: 'error',
  encoding_damaged: 'warning',
  encoding_unsure: 'warning',
  encoding_contradicted: 'warning',
  encoding_unsupported: 'warning',
  json_invalid: 'error',
  geojson_not_collection: 'error',
  csv_malformed: 'error',
  table_has_no_rows: 'warning',
  column_missing: 'error',
  column_duplicate: 'warning',
  column_unknown: 'info',
  rows_left_out: 'info',
  merge_unmatched: 'warning',
  merge_ambiguous: 'warning',
  merge_present: 'info',
  county_book_unknown: 'error',
  county_sheet_missing: 'warning',
  county_sent_lost: 'warning',
  elders_column_age: 'info',
  age_bands_inexact: 'warning',
  crs_assumed: 'info',
  crs_unresolved: 'error',
  crs_unknown: 'error',
  crs_not_degrees: 'error',
  crs_mismatch: 'error',
  crs_without_datum_shift: 'warning',
  local_grid_invalid: 'error',
  local_grid_fitted: 'info',
  local_grid_unchecked: 'warning',
  local_grid_swapped: 'warning',
  // A row or a cell
  row_width: 'warning',
  id_missing: 'error',
  id_duplicate: 'error',
  sum_incomplete: 'warning',
  number_invalid: 'error',
  number_negative: 'error',
  number_not_whole: 'error',
  number_too_large: 'error',
  date_invalid: 'error',
  value_unknown: 'error',
  boolean_invalid: 'error',
  serves_malformed: 'error',
  dates_reversed: 'warning',
  elders_exceed_residents: 'warning',
  nursing_beds_exceed_beds: 'warning',
  geometry_null: 'warning',
  geometry_broken: 'error',
  geometry_unclosed: 'warning',
  geometry_self_intersecting: 'warning',
  geometry_wrong_type: 'error',
  coordinates_missing: 'warning',
  coordinates_invalid: 'error',
  coordinates_out_of_range: 'error',
  coordinates_swapped: 'error',
  unit_parent_unknown: 'warning',
  // Streets
  streets_too_large: 'error',
  streets_format_unknown: 'error',
  streets_damaged: 'error',
  streets_unsupported: 'error',
  streets_without_ways: 'error',
  streets_not_walkable: 'error',
  streets_incomplete: 'warning',
  streets_elsewhere: 'warning',
  street_line_invalid: 'error',
  street_line_outside: 'error',
  street_line_short: 'warning',
  street_point_repeated: 'info',
  street_not_a_line: 'warning',
  snapped_to_island: 'warning',
  too_far: 'warning',
  walled_off: 'warning',
  street_edit_unjoined: 'warning',
  street_edits_without_streets: 'info',
  // A project file
  project_unknown: 'error',
  project_newer: 'error',
  project_part_missing: 'error',
  project_part_damaged: 'error',
  project_content_invalid: 'error',
  // Writing tables out
  export_crs_unsupported: 'error',
  export_outside_crs: 'error',
  export_rows_too_many: 'error',
  export_table_empty: 'info',
  export_columns_renamed: 'info',
  export_text_cut: 'error',
  export_cell_left_out: 'error',
  // What only the audit can see
  serves_unknown_area: 'error',
  serves_exceeds_floor_area: 'error',
  serves_remainder_unbooked: 'warning',
  pool_without_members: 'warning',
  pool_member_not_small: 'warning',
  pool_member_out_of_reach: 'warning',
  unit_unresolved: 'warning',
  unit_disagrees: 'warning',
  unit_without_areas: 'info',
  units_from_areas: 'info',
  area_not_located: 'warning',
  facility_not_located: 'warning',
  status_blank: 'info',
  straight_line_estimate: 'info',
  population_estimated: 'info',
  reserved_parcel_use_changed: 'warning',
  reserved_parcel_built_over: 'warning',
} as const satisfies Record<string, Severity>;

export type Severity = 'error' | 'warning' | 'info';
export type IssueCode = keyof typeof ISSUE_SEVERITY;

/** Which of the inputs a file is. */
export type InputRole = 'areas' | 'facilities' | 'units' | 'population' | 'streets' | 'candidates';

/** Where a problem is. `row` counts data rows from 1, without the header (GeoJSON: features from 1). */
export interface IssuePlace {
  input?: InputRole;
  file?: string;
  row?: number;
  id?: string;
  column?: string;
}

/** What a sentence needs to say: by custom `found` (what stood there) and `expected` (what should). */
export type IssueDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A problem in the data, as plain data: nothing is dropped without one. */
export interface Issue {
  code: IssueCode;
  severity: Severity;
  where: IssuePlace;
  detail: IssueDetail;
}

/** Makes an issue; its severity follows from its code. */
export function issue(code: IssueCode, where: IssuePlace, detail: IssueDetail = {}): Issue {
  return { code, severity: ISSUE_SEVERITY[code], where, detail };
}
