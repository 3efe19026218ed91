import type { IssueCode, IssueDetail, IssuePlace } from '../../core/issue.ts';
import { formatNumber } from '../numbers.ts';

type Sentence = (where: IssuePlace, detail: IssueDetail) => string;

/** Why control points give no local grid. */
const LOCAL_GRID_REASONS: ReadonlyMap<string, string> = new Map([
  ['malformed', 'it is not written as expected'],
  ['system_unsuitable', 'control points must be given in degrees, GCJ-02, BD-09 or a system with an EPSG code'],
  ['too_few_points', 'it takes at least two control points'],
  ['points_coincide', 'control points coincide'],
  ['point_outside_system', 'control points are outside the range of their system'],
]);

/** Longer lists are cut short: a sentence is no table. */
const MOST_NAMED = 12;

function say(value: IssueDetail[string] | undefined): string {
  if (value === undefined || value === null || value === '') return '(empty)';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  const named = value.slice(0, MOST_NAMED).join(', ');
  return value.length > MOST_NAMED ? `${named}, … (${value.length} in all)` : named || '(none)';
}

function quote(value: IssueDetail[string] | undefined): string {
  return `“${say(value)}”`;
}

/** A size as people know it. */
function bytes(value: IssueDetail[string] | undefined): string {
  return typeof value === 'number' ? `${formatNumber(Math.round(value / 1e5) / 10)} MB` : say(value);
}

/** What a parcel measures, where that is known. */
function land(m2: IssueDetail[string] | undefined): string {
  return typeof m2 === 'number' ? ` (${say(m2)} m² of land)` : '';
}

function digits(value: IssueDetail[string] | undefined, most: number): string {
  return typeof value === 'number' ? formatNumber(value, most) : say(value);
}

function column(where: IssuePlace): string {
  return where.column === undefined ? 'the column' : `column “${where.column}”`;
}

/** For which of an area's starting points something holds; a facility has but one place. */
function startingPoints(count: IssueDetail[string] | undefined, of: IssueDetail[string] | undefined): string {
  return count === undefined || count === of ? 'Here' : `For ${say(count)} of its ${say(of)} starting points`;
}

/** One sentence a code: what is wrong, and what to do next. */
export const issues: Record<IssueCode, Sentence> = {
  file_empty: () => 'The file is empty. Check that the export finished, and choose a file with content.',
  file_unreadable: (_, { found }) =>
    `The file cannot be read: ${say(found)}. Make sure that it exists and is not in use, then open it again.`,
  format_unknown: (_, { found, expected }) =>
    `The file format is not known (${say(found)}). Save it as one of these and import that: ${say(expected)}.`,
  file_too_large: (_, { found, limit }) =>
    `There are ${bytes(found)} of content, more than the ${bytes(limit)} that can be opened. Keep the city or county and the columns needed, or split it into several files.`,
  file_damaged: (_, { found, format }) =>
    `The ${say(format)} file is damaged or cut off (${say(found)}), so none of it is used. Export or download it again.`,
  file_incomplete: (_, { found, expected }) =>
    `The file is incomplete: ${say(found)} rows were read${typeof expected === 'number' ? ` of ${say(expected)}` : ''} and the rest is missing. Export or download the whole file again.`,
  file_locked: () =>
    'The file is protected by a password and cannot be read. Open it in its own program, remove the password and save it.',
  file_unsupported: (_, { found }) =>
    `The file needs ${quote(found)}, which cannot be read here. Save it in a common format such as GeoJSON, GeoPackage or XLSX.`,
  zip_nothing_readable: (_, { found }) =>
    `The zip holds no table or layer that can be read (it holds: ${say(found)}). Put a Shapefile, GeoJSON, CSV, XLSX or the like into it.`,
  zip_too_many: (_, { found, limit }) =>
    `The zip holds ${say(found)} files, more than the ${say(limit)} that are looked at. Zip only the files to import.`,
  layer_unknown: (_, { found, expected }) =>
    `There is no sheet or layer ${quote(found)}. Choose one of: ${say(expected)}.`,
  layer_assumed: (_, { used, found }) =>
    `The file holds several sheets or layers (${say(found)}); the first with data, ${quote(used)}, is used. Choose another on import if it should be.`,
  layers_missing: () =>
    'The file holds no vector layer and no attribute table. Check the export, or choose another file.',
  rows_too_many: (_, { found, limit }) =>
    `There are ${typeof found === 'number' ? say(found) : 'too many'} rows, more than the ${say(limit)} that can be opened. Cut the city or county out of the data first.`,
  rows_deleted: (_, { count }) =>
    `Rows that are marked as deleted in the file are not used (${say(count)} of them). Restore them in their own program if they are needed.`,
  attributes_missing: () =>
    'There are geometries alone, without the table of attributes (.dbf). Choose the .dbf, .prj and other files of the same name together with the .shp.',
  shapes_unmatched: (_, { shapes, rows }) =>
    `There are ${say(shapes)} geometries but ${say(rows)} rows of attributes, so the last ones lack one or the other. Export the whole Shapefile again.`,
  column_unreadable: (where, { found }) =>
    `${column(where)} is of a type that cannot be read (${say(found)}) and is taken for blank. Make it a text or number column and export again.`,
  header_row_invalid: (_, { found, limit }) =>
    `There is no line ${say(found)} for the headers; the table has ${say(limit)}. Choose the line that holds them.`,
  header_row_found: (_, { row }) =>
    `Line ${say(row)} is taken for the headers; the titles and notes above it are not used. Choose another line on import if it is not.`,
  merged_numbers: (_, { count }) =>
    `Numbers in cells merged over several lines (${say(count)} of them) count in the first line only, so that none counts twice. Unmerge the cells and fill in every line.`,
  formulas_without_value: (_, { count }) =>
    `Formulas whose results were never saved are taken for blank (${say(count)} of them). Open and save the workbook once in Excel or WPS, then import it.`,
  kml_links: (_, { count }) =>
    `The file links to content that lies elsewhere and is not read (links: ${say(count)}). Open the links in their own program and save the content as KML or KMZ.`,
  raster_bands: (_, { found }) =>
    `The raster has ${say(found)} bands; only a single band of persons per cell can be read. Extract the band that is needed.`,
  raster_too_large: (_, { found, limit }) =>
    `The raster has ${say(found)} cells, more than the ${say(limit)} that can be opened. Clip it to the city or county first.`,
  raster_not_located: () =>
    'The raster is not placed on the ground, or lies askew, so its cells have no position. Georeference it in a mapping program and export it north up.',
  raster_as_elders: (_, { cells, empty }) =>
    `The raster’s ${say(cells)} cells are read as elders; ${say(empty)} more hold no data, which is not zero. If it counts all residents, use a raster of elders.`,
  raster_negative: (_, { count }) =>
    `Cells with negative values are not used (${say(count)} of them). If the value means no data, declare it as the raster’s NoData value.`,
  role_unknown: (_, { found }) =>
    `It is not clear which table this is (columns found: ${say(found)}). Say whether it holds areas, facilities, units or population, or add a telling column such as households, type or level.`,
  encoding_damaged: () => 'Some bytes are no text and stand as “\uFFFD”. Export the file again as UTF-8 or GB18030.',
  encoding_unsure: (_, { used, others }) =>
    `The file does not say its text encoding; it is read as ${say(used)} but may be ${say(others)}. If the text looks garbled, choose another encoding on import.`,
  encoding_contradicted: (_, { stated, used }) =>
    `The text encoding that the file names, ${say(stated)}, does not fit its content, which is read as ${say(used)}. If the text looks garbled, choose another encoding on import.`,
  encoding_unsupported: (_, { stated, used }) =>
    `The text encoding that the file names, ${say(stated)}, cannot be decoded; it is read as ${say(used)}. If the text looks garbled, choose another encoding on import or export it as UTF-8.`,
  json_invalid: (_, { found }) =>
    `The JSON is cut off or has a syntax error (${say(found)}). Export the GeoJSON again.`,
  geojson_not_collection: (_, { found }) =>
    `The file is not a GeoJSON feature collection (its top level is ${say(found)}). Export it as a FeatureCollection.`,
  csv_malformed: () =>
    'A quotation mark has no partner, so what follows may be in the wrong cells. Pair the double quotes of this row and import again.',
  table_has_no_rows: () => 'The table has no data rows. Check the filter of the export, or choose another file.',
  column_missing: (where, { expected, found }) =>
    `The required column ${where.column ?? ''} is missing. Add it under one of these headers: ${say(expected)} (columns found: ${say(found)}).`,
  column_duplicate: (_, { found, used }) =>
    `${quote(found)} and ${quote(used)} mean the same; ${quote(used)} is used and the other is kept as extra information. Delete or rename one of them.`,
  column_unknown: (_, { found }) =>
    `These columns take no part in the audit and are kept as they are: ${say(found)}. Rename any that should take part.`,
  rows_left_out: (_, { rows }) =>
    `${say(rows)} rows were left out on import. Review the file again to bring them back.`,
  merge_unmatched: (_, { rows, found }) =>
    `${say(rows)} rows match no record that is there and were left out: ${say(found)}. Check their ids or names, or choose to add them.`,
  merge_ambiguous: (_, { rows, found }) =>
    `${say(rows)} rows match several records, or bear an id that is taken, and were left out: ${say(found)}. Match by id, or state their units.`,
  merge_present: (_, { rows, found }) =>
    `${say(rows)} rows are there already and were left out, as only new ones are added: ${say(found)}. Choose to merge if they should bring their figures.`,
  county_book_unknown: () =>
    'This is no workbook that the tool sent to a county. Choose the file that the county sent back, with its sheet “yiquan” still in it.',
  county_sheet_missing: (_, { found }) =>
    `Sheet ${quote(found)} is gone, so this table was not merged. Ask the county for the whole workbook.`,
  county_sent_lost: () =>
    'The rows as they were sent are missing or were changed: who changed a row can only be told for the row as a whole, and every field of one that both changed is a conflict. Choose one by one, and ask the county to work in the file it was sent.',
  elders_column_age: (_, { found, age }) =>
    `${quote(found)} is used as the number of elders, aged ${say(age)} and over. Set the elder age to ${say(age)} so that every label says so.`,
  age_bands_inexact: (_, { why, band, age, from, count }) =>
    `Age bands do not tell who is ${say(age)} and over (rows: ${say(count)}): ${why === 'straddles' ? `the band ${say(band)} holds ages on either side` : `no filled-in band starts at ${say(from)}`}. Elders are taken for unknown. Add the band, or set the elder age to one where a band starts.`,
  crs_assumed: (_, { crs }) =>
    `The file names no coordinate system; its coordinates are read as degrees, ${say(crs)}. If they are GCJ-02, BD-09 or another, declare it on import.`,
  crs_unresolved: (_, { found, expected }) =>
    `The coordinate system is not stated, so places cannot be told (coordinates such as ${say(found)}). Declare one of: ${say(expected)}.`,
  crs_unknown: (_, { found, expected }) =>
    `The coordinate system ${quote(found)} is not known. Declare one of: ${say(expected)}.`,
  crs_not_degrees: (_, { found, rows, expected }) =>
    `The coordinates are not degrees (such as ${say(found)}; rows out of range: ${say(rows)}). Declare the system they are in, one of: ${say(expected)}.`,
  crs_mismatch: (_, { found, crs, rows }) =>
    `The coordinates cannot be in ${say(crs)} as declared (such as ${say(found)}; rows: ${say(rows)}). Check the system and its zone, and declare it anew.`,
  crs_without_datum_shift: (_, { crs }) =>
    `From the datum of ${say(crs)} no transformation to WGS84 is known, so positions may be off by tens of metres to 100 m. Ask for the data in CGCS2000, or tie it by control points as a local grid.`,
  local_grid_invalid: (_, { found, reason, points, expected }) =>
    `The local grid ${quote(found)} cannot be used: ${LOCAL_GRID_REASONS.get(String(reason)) ?? say(reason)}${Array.isArray(points) && points.length > 0 ? ` (points ${say(points)})` : ''}. Correct it, on the pattern of ${quote(expected)}.`,
  local_grid_fitted: (_, { points, scale, rotation, rms, largest }) =>
    `The local grid is fitted to ${say(points)} control points: scale ${digits(scale, 6)}, rotation ${digits(rotation, 4)}°, root mean square of the residuals ${digits(rms, 2)} m, the largest ${digits(largest, 2)} m. If that is more than you accept, check the control points.`,
  local_grid_unchecked: (_, { scale, rotation }) =>
    `The local grid rests on two control points (scale ${digits(scale, 6)}, rotation ${digits(rotation, 4)}°): residuals are zero whether they are right or wrong, so nothing checks them. Give a third control point.`,
  local_grid_swapped: (_, { rms }) =>
    `The control points fit badly (root mean square ${digits(rms, 2)} m) and would fit with the grid’s x and y the other way round. Write east before north for the grid as for the world.`,
  row_width: (_, { found, expected }) =>
    `This row has ${say(found)} cells where the header has ${say(expected)}; what is there is used. Check for a delimiter too many or too few.`,
  id_missing: (where) =>
    `In ${column(where)} nothing is filled in, so the row is not used. Give it a unique id or name.`,
  id_duplicate: (_, { found }) =>
    `The id ${quote(found)} occurs again; only its first row is used. Give each row its own id.`,
  sum_incomplete: (where, { found }) =>
    `A part of ${column(where)} is blank or no number (${say(found)}), so the sum counts as unknown. Complete every part.`,
  number_invalid: (where, { found }) =>
    `${quote(found)} in ${column(where)} is not a number and counts as unknown. Enter a number such as 120 or 1,200.`,
  number_negative: (where, { found }) =>
    `${say(found)} in ${column(where)} is negative and counts as unknown. Enter a number that is not below 0.`,
  number_not_whole: (where, { found }) =>
    `${say(found)} in ${column(where)} is not a whole number and counts as unknown. Enter a whole number.`,
  number_too_large: (where, { found }) =>
    `${say(found)} in ${column(where)} is larger than can be and counts as unknown. Check for digits too many or cells run together.`,
  date_invalid: (where, { found }) =>
    `${quote(found)} in ${column(where)} is not a date and counts as unknown. Enter it like 2024-05-31.`,
  value_unknown: (where, { found, expected, used }) =>
    `${quote(found)} in ${column(where)} is none of the values known ${used === undefined ? 'and counts as unknown' : `and is read as “${say(used)}” for now`}. Use one of: ${say(expected)}.`,
  boolean_invalid: (where, { found }) =>
    `${quote(found)} in ${column(where)} is neither yes nor no and counts as unknown. Enter true or false.`,
  serves_malformed: (where, { found }) =>
    `${quote(found)} in ${column(where)} cannot be read, so this entry is not used. Write “A1;A2” or “A1:200;A2:100” (m²), each area once.`,
  dates_reversed: (_, { from, to }) =>
    `The first day ${say(from)} is after the last day ${say(to)}, so the facility counts on no day. Check both dates.`,
  elders_exceed_residents: (where, { found, limit, of }) =>
    `${say(found)} in ${column(where)} is more than the ${say(limit)} of ${say(of)}. Both are used as they stand; check what and which year they count.`,
  nursing_beds_exceed_beds: (_, { found, limit }) =>
    `There are more nursing beds (${say(found)}) than beds (${say(limit)}). Both are used as they stand; check them.`,
  geometry_null: () =>
    'There is no geometry, so nothing that depends on place can be judged. Add a point or a polygon.',
  geometry_broken: (_, { found }) =>
    `The geometry is broken and not used (${say(found)}); the other columns are. Repair it in a mapping program and export again.`,
  geometry_unclosed: (_, { rings }) =>
    `Rings that do not end where they begin have been closed (${say(rings)}). Check that the boundary is complete.`,
  geometry_self_intersecting: (_, { found }) =>
    `The boundary crosses itself (near ${say(found)}), so areas and what lies inside may be wrong. Correct the boundary.`,
  geometry_wrong_type: (_, { found, expected }) =>
    `A geometry of type ${say(found)} cannot be used here. Replace it by one of: ${say(expected)}.`,
  coordinates_missing: ({ row }, { rows }) =>
    row === undefined
      ? `No row has coordinates${rows === undefined ? '' : ` (rows: ${say(rows)})`}, so nothing that depends on place can be judged. Add the columns lon and lat, or use GeoJSON.`
      : 'This row has no coordinates, so nothing that depends on place can be judged. Fill in lon and lat.',
  coordinates_invalid: (where, { found }) =>
    `${quote(found)} in ${column(where)} is no coordinate, so the place is not used. Enter numbers such as 120.85 (lon) and 32.01 (lat).`,
  coordinates_out_of_range: (_, { found, crs }) =>
    `The coordinates ${say(found)} are outside the range of ${say(crs)}, so the place is not used. Check them.`,
  coordinates_swapped: (_, { found, expected }) =>
    `The coordinates ${say(found)} seem to have longitude and latitude (or east and north) the wrong way round, so the place is not used. Swap them: ${say(expected)}.`,
  unit_parent_unknown: (_, { found }) =>
    `The parent unit ${quote(found)} is not in the table. Add its row, or write its whole path, such as “city/county”.`,
  streets_too_large: (_, { found, limit }) =>
    `The file has ${say(found)} bytes, more than the ${say(limit)} that can be opened. Cut the city or county out of it (osmium extract, or an extract service) and open that.`,
  streets_format_unknown: (_, { found, expected }) =>
    `It cannot be told what streets ${quote(found)} holds. Choose one of: ${say(expected)}.`,
  streets_damaged: (_, { found }) =>
    `The street file is cut off or damaged (${say(found)}), so none of it is used. Download or export it again.`,
  streets_unsupported: (_, { found }) =>
    `The street file needs ${quote(found)}, which cannot be read here. Save it as plain .osm.pbf, .osm or GeoJSON lines.`,
  streets_without_ways: () => 'The file has no streets: no ways or lines at all. Check the filter of the export.',
  streets_not_walkable: () =>
    'None of the ways in the file can be walked on. Check that roads and paths are part of the export.',
  streets_incomplete: (_, { count, of }) =>
    `${say(count)} of ${say(of)} walkable ways run through nodes outside the file and are cut there. At the edge walks may come out too long; take a larger extract if places near the edge matter.`,
  streets_elsewhere: (_, { found }) =>
    `The streets are of another place: the nearest is ${say(found)} km away. Open the extract of this city.`,
  street_line_invalid: (_, { count, rows, found }) =>
    `${say(count)} lines have coordinates that are no numbers (such as ${say(found)}; features ${say(rows)}) and are not used. Correct them and export again.`,
  street_line_outside: (_, { count, rows, found }) =>
    `${say(count)} lines have coordinates out of range (such as ${say(found)}; features ${say(rows)}) and are not used. Check them.`,
  street_line_short: (_, { count, rows }) =>
    `${say(count)} lines have fewer than two different points (features ${say(rows)}) and are not used. Delete or complete them.`,
  street_point_repeated: (_, { count, rows }) =>
    `${say(count)} lines repeat a point (features ${say(rows)}); the repeats are left out, which changes no length. Nothing needs to be done.`,
  street_not_a_line: (_, { count, rows, found }) =>
    `${say(count)} features are no lines (such as ${say(found)}; features ${say(rows)}) and are not used as streets. If streets are missing, save them as lines.`,
  snapped_to_island: (_, { metres, count, of }) =>
    `${startingPoints(count, of)} the only streets near (${say(metres)} m) are an island of less than 1 km in all, so few places can be reached. Check whether the street network is cut there.`,
  too_far: (_, { metres, limit, count, of }) =>
    `${startingPoints(count, of)} the nearest street is too far (${say(metres)} m; at most ${say(limit)} m), so no walk can be measured. Check the position, or raise the limit.`,
  walled_off: (_, { metres, limit, count, of }) =>
    `${startingPoints(count, of)} the nearest street is ${say(metres)} m away, but the plan's barriers lie before all streets within ${say(limit)} m, so no walk can be measured. Check the barriers, or draw a link.`,
  street_edit_unjoined: (_, { ends, limit }) =>
    ends === 2
      ? `No street can be walked to within ${say(limit)} m of either end of this link, so it has no effect. Draw both ends onto streets.`
      : `No street can be walked to within ${say(limit)} m of one end of this link, so it leads nowhere. Draw that end onto a street.`,
  street_edits_without_streets: (_, { count }) =>
    `The plan has ${say(count)} street edits but no street network: walks are estimated by straight line, and the edits have no effect. Open streets.`,
  project_unknown: () =>
    'This is no project file of Yiquan, so nothing was opened. Choose a file that was saved as .yiquan.',
  project_newer: (_, { found, expected }) =>
    `The project file is of format version ${say(found)}, and this Yiquan reads versions up to ${say(expected)}; nothing was opened. Update Yiquan and open the file again.`,
  project_part_missing: (_, { part }) =>
    `${quote(part)} is missing from the project file, so nothing was opened. Use the original file or another copy of it; a project file must not be unpacked and packed again.`,
  project_part_damaged: (_, { part }) =>
    `${quote(part)} in the project file is not what was saved (its checksum differs), so nothing was opened. Copy or download the file again, or use an earlier copy.`,
  project_content_invalid: (_, { part, at, found, expected }) =>
    `The project file cannot be used: in ${quote(part)}${at === '' ? '' : `, at ${say(at)},`} stands ${say(found)}, expected ${say(expected)}; nothing was opened. Use an earlier copy, or save the project again where it is open.`,
  export_crs_unsupported: (_, { found, expected }) =>
    `Tables cannot be written in ${say(found)}, which other programs do not know. Choose a system with an EPSG code: ${say(expected)}.`,
  export_outside_crs: (_, { found, rows, crs }) =>
    `${say(rows)} rows lie outside the range of ${say(crs)} (such as ${say(found)}), so nothing is written. Choose the zone in which the city lies, or degrees.`,
  export_rows_too_many: (_, { found, limit }) =>
    `The table has ${say(found)} rows, and a sheet of Excel holds ${say(limit)}, so nothing is written. Use CSV or GeoPackage.`,
  export_table_empty: () => 'The table has no rows and is not written. Import it first if it should be.',
  export_columns_renamed: (_, { found, used }) =>
    `Columns have other names in the file, which does not take their own: ${say(found)} → ${say(used)}. Nothing needs to be done.`,
  export_text_cut: (_, { found, limit }) =>
    `The text has ${say(found)} bytes, and a Shapefile holds ${say(limit)}; the rest is not in the file. Use GeoPackage or XLSX where the whole text matters.`,
  export_cell_left_out: (_, { found, limit }) =>
    `The cell would have ${say(found)} characters, and Excel holds ${say(limit)}; it is left blank. Use GeoPackage or GeoJSON for this table.`,
  serves_unknown_area: (_, { areas }) =>
    `The areas served ${say(areas)} are not in the areas table, so nothing is booked to them. Correct the ids or add the areas.`,
  serves_exceeds_floor_area: (_, { stated, floorArea }) =>
    `The shares stated add up to ${say(stated)} m², more than the floor area of ${say(floorArea)} m², so none of it is booked. Correct the shares or the floor area.`,
  serves_remainder_unbooked: (_, { m2 }) =>
    `${say(m2)} m² are booked to no area and do not count. Name the areas they serve, or correct the shares.`,
  pool_without_members: (_, { pool }) =>
    `No area belongs to the pool ${quote(pool)}, so its floor area is booked nowhere. Enter the pool in the areas table, or correct its name.`,
  pool_member_not_small: (_, { pool, households, limit }) =>
    `With ${say(households)} households it is above the ${say(limit)} up to which an area counts as small in the pool ${quote(pool)}. Check that it may be pooled, or change the setting.`,
  pool_member_out_of_reach: (_, { pool }) =>
    `It cannot walk to any shared facility of the pool ${quote(pool)}, so it left the pool and is judged alone. Regroup it or add a facility.`,
  unit_unresolved: (_, { names }) =>
    `The administrative unit it lies in cannot be told${names === undefined ? '' : ` (stated: ${say(names)})`}. Fill in city, county, subdistrict and community in full, or add a place.`,
  unit_disagrees: (_, { found, expected, level, known, metres }) =>
    known === true
      ? `It states the ${say(level)} ${quote(found)} and lies in ${quote(expected)}${metres === null ? '' : `, ${say(metres)} m from the border of the unit stated`}. It is counted where it states; check the column or the coordinates.`
      : `It states the ${say(level)} ${quote(found)}, which is no known unit, and lies in ${quote(expected)}, where it is counted. Correct the name or the coordinates.`,
  unit_without_areas: (_, { path }) =>
    `The unit ${quote(path)} has no residential areas in the data. Add them, or confirm that there are none.`,
  units_from_areas: () =>
    'There is no units table: units are gathered from the areas, and units without areas are invisible. Import a units table.',
  area_not_located: () => 'It has no place, so walking distances cannot be judged. Add a point or a polygon.',
  facility_not_located: () => 'It has no place and takes no part in walking distances. Add its coordinates.',
  status_blank: (_, { count }) =>
    `Facilities whose status is blank are read as open (${say(count)} of them). Check them and fill in their status.`,
  population_estimated: (_, { residents, elders }) =>
    `Some figures of persons are estimates (areas with estimated residents: ${say(residents)}; elders: ${say(elders)}), spread from the counts of units or of a grid. Where the true figures are known, enter them in the areas table and open it again.`,
  straight_line_estimate: (_, { factor }) =>
    `Without a street network, walks are estimated as the straight line × ${say(factor)}. Import streets for true distances.`,
  reserved_parcel_use_changed: (_, { name, m2 }) =>
    `The parcel ${quote(name)}${land(m2)}, reserved for elder care, is put to another use. Check that the plan was amended by due procedure and as much land is reserved elsewhere, or change its use back.`,
  reserved_parcel_built_over: (_, { name, m2, by }) =>
    `The parcel ${quote(name)}${land(m2)}, reserved for elder care, is taken up by ${say(by)}. Move or redraw that, or change the parcel's planned use.`,
};
