import type { StandardStatus } from '../../core/standards/standard.ts';
import type { Severity } from '../../core/issue.ts';
import type { ProgressStage } from '../../core/progress.ts';

const status: Record<StandardStatus, string> = {
  draft: 'draft for comment',
  in_force: 'in force',
  superseded: 'superseded',
};
const severity: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };
const stage: Record<ProgressStage, string> = {
  reading: 'reading',
  origins: 'placing origins',
  reach: 'measuring walks',
  catchments: 'drawing catchments',
  booking: 'booking floor area',
  judging: 'judging',
  solving: 'solving',
  comparing: 'comparing',
  spreading: 'spreading population',
  units: 'summing up units',
  years: 'judging the years ahead',
  writing: 'writing',
};

/** What the command line says. */
export const cli = {
  status,
  severity,
  stage,
  usage: `yiquan: does every residential area have its elder-care space and its 15-minute circle?

  yiquan audit          judge residential areas against a standard
  yiquan accessibility  beds or floor area for each elder who shares them
  yiquan reach          minutes on foot along the streets, from points to points
  yiquan isochrone      from where points can be walked to within some minutes
  yiquan convert        tables as GeoJSON, CSV, XLSX, GeoPackage or Shapefile, in another coordinate system
  yiquan standards      list, show or check the standards

  yiquan <command> --help   what a command takes
  yiquan --version          the version

Every command takes --lang zh-CN|en (otherwise LANG decides).
Exit codes: 0 done; 1 a fault of the program; 2 an input cannot be used, or an option is wrong.`,
  auditUsage: `yiquan audit --areas F [options]
yiquan audit --project F [--scenario S] [options]

  --areas F          residential areas: GeoJSON or CSV (required)
  --facilities F     elder-care facilities
  --units F          administrative units
  --streets F        streets: .osm.pbf, .osm, .osm.gz or GeoJSON lines; without it walks are estimated by straight line
  --population F     population cells
  --project F        a project file (.yiquan) in place of all these: with its streets, standard, date and settings, unless
                     options below give others
  --scenario S       which of the project's scenarios, by name or id; baseline: none (default what the project shows)
  --standards S      the id of a standard, or a standards file (default nantong-draft-2023)
  --as-of DATE       the day the facts are taken as of, YYYY-MM-DD (default today)
  --speed KM_H       walking speed (default 3)
  --minutes N        minutes of the circle (default the standard's)
  --set KEY=VALUE    a setting of the method; repeatable
  --crs INPUT=CRS    coordinate system of an input, such as facilities=GCJ-02 or areas=EPSG:4528; repeatable
  --layer INPUT=NAME        sheet or layer of a file that holds several, such as areas=Sheet2; repeatable
  --header-row INPUT=N      line of a sheet or CSV that holds the headers, such as areas=3; repeatable
  --encoding INPUT=NAME     text encoding of a CSV, DBF or Shapefile, such as areas=GBK; repeatable
  --out FILE         .json, .geojson or .csv; without it JSON goes to standard output
  --strict           any problem of severity error ends with exit code 2, and nothing is written
  --lang LANGUAGE    zh-CN or en

Settings, with their defaults and what they may be:`,
  accessibilityUsage: `yiquan accessibility --areas F --facilities F [options]

  --areas F          residential areas: GeoJSON or CSV (required)
  --facilities F     elder-care facilities
  --units F          administrative units
  --streets F        streets: .osm.pbf, .osm, .osm.gz or GeoJSON lines; without it walks are estimated by straight line
  --population F     population cells
  --supply S         beds, nursing_beds (both of institutions) or floor_area (eligible m²); default beds
  --demand D         elders or elders_80; default elders
  --minutes N        the longest walk to a facility that is shared, included (default 15)
  --decay D          none; gaussian; zones (three of equal width, weights 1, 0.68, 0.22); or minutes:weight, such as
                     5:1,10:0.68,15:0.22 (default none)
  --as-of DATE       the day on which facilities must be open, YYYY-MM-DD (default today)
  --speed KM_H       walking speed (default 3)
  --set KEY=VALUE    a setting of the method, as in yiquan audit; repeatable
  --crs INPUT=CRS    coordinate system of an input, such as facilities=GCJ-02 or areas=EPSG:4528; repeatable
  --layer INPUT=NAME        sheet or layer of a file that holds several, such as areas=Sheet2; repeatable
  --header-row INPUT=N      line of a sheet or CSV that holds the headers, such as areas=3; repeatable
  --encoding INPUT=NAME     text encoding of a CSV, DBF or Shapefile, such as areas=GBK; repeatable
  --out FILE         .json or .csv; without it JSON goes to standard output
  --strict           any problem of severity error ends with exit code 2, and nothing is written
  --lang LANGUAGE    zh-CN or en

Two-step floating catchment areas (Luo & Wang 2003; with decay Luo & Qi 2009): each facility's supply is divided by all who
walk to it, and each area adds up what it gets for each person. What is left out is named with its reason.`,
  reachUsage: `yiquan reach --streets F --from F --to F [options]

  --streets F        streets: .osm.pbf, .osm, .osm.gz or GeoJSON lines (required)
  --from F           points to walk from: GeoJSON, or CSV with id, lon, lat; areas and facilities too (required)
  --to F             points to walk to (required)
  --minutes N        the longest walk, included (default 15)
  --speed KM_H       walking speed (default 3)
  --snap METRES      how far a point may be from the nearest street (default 300)
  --crs INPUT=CRS    coordinate system of an input, such as from=GCJ-02; repeatable
  --layer INPUT=NAME        sheet or layer of a file that holds several, such as from=Sheet2; repeatable
  --header-row INPUT=N      line of a sheet or CSV that holds the headers, such as from=3; repeatable
  --encoding INPUT=NAME     text encoding of a CSV, DBF or Shapefile, such as from=GBK; repeatable
  --out FILE         .csv or .json; without it CSV goes to standard output
  --strict           any problem of severity error ends with exit code 2, and nothing is written
  --lang LANGUAGE    zh-CN or en

One row a pair within the limit: from_id, to_id, minutes (not rounded), the straight walks to and from the street
included. Points too far from any street are named on standard error, with their distance.`,
  isochroneUsage: `yiquan isochrone --streets F --from F [options]

  --streets F        streets: .osm.pbf, .osm, .osm.gz or GeoJSON lines (required)
  --from F           points: GeoJSON, or CSV with id, lon, lat; areas and facilities too (required)
  --minutes LIST     minutes of the polygons (default 5,10,15)
  --speed KM_H       walking speed (default 3)
  --snap METRES      how far a point may be from the nearest street (default 300)
  --crs INPUT=CRS    coordinate system of an input, such as from=GCJ-02; repeatable
  --layer INPUT=NAME        sheet or layer of a file that holds several, such as from=Sheet2; repeatable
  --header-row INPUT=N      line of a sheet or CSV that holds the headers, such as from=3; repeatable
  --encoding INPUT=NAME     text encoding of a CSV, DBF or Shapefile, such as from=GBK; repeatable
  --out FILE         .geojson; without it GeoJSON goes to standard output
  --strict           any problem of severity error ends with exit code 2, and nothing is written
  --lang LANGUAGE    zh-CN or en

One polygon a point and limit, with id, minutes, metres and speed_km_h. Points too far from any street have none and are
named on standard error, with their distance.`,
  convertUsage: `yiquan convert [--areas F] [--facilities F] [--units F] [--candidates F] [--population F] --to FILE [options]

  --areas F          residential areas, in any format that can be read
  --facilities F     elder-care facilities
  --units F          administrative units
  --candidates F     candidate sites
  --population F     population cells
  --to FILE          .xlsx, .gpkg or .zip (Shapefiles), which hold all tables; .csv or .geojson, which hold one (required)
  --crs-out CRS      coordinate system of the file, one with an EPSG code, such as EPSG:4490 or EPSG:4528 (default EPSG:4326)
  --headers en|zh    headers and closed lists in canonical English or in Chinese (default en)
  --crs INPUT=CRS    coordinate system of an input, such as facilities=GCJ-02 or areas=EPSG:4528; repeatable
  --layer INPUT=NAME        sheet or layer of a file that holds several, such as areas=Sheet2; repeatable
  --header-row INPUT=N      line of a sheet or CSV that holds the headers, such as areas=3; repeatable
  --encoding INPUT=NAME     text encoding of a CSV, DBF or Shapefile, such as areas=GBK; repeatable
  --strict           any problem of severity error ends with exit code 2, and nothing is written
  --lang LANGUAGE    zh-CN or en

The file can be read back by every other command. In CSV and XLSX points in degrees stand in lon and lat, other places in
wkt, which names its system where that is not degrees (SRID=4528;…). In CSV an apostrophe stands before text that a spreadsheet would
run as a formula; reading takes it off. A Shapefile holds points or polygons, so a table with both becomes two, and its names
of at most ten bytes are explained in fields.txt.`,
  standardsUsage: `yiquan standards [list]
yiquan standards show ID|FILE [--json]
yiquan standards check FILE …

  list    the standards that ship: id, version, status, jurisdiction, title
  show    one of them with every figure, its clause, its words and its deadline; --json: the file itself
  check   whether files can be loaded; every problem with its place in the JSON
  --lang LANGUAGE    zh-CN or en`,
  noCommand: (commands: string) => `a command is missing; there are: ${commands}. Try yiquan --help`,
  commandUnknown: (found: string, commands: string) => `unknown command “${found}”; there are: ${commands}`,
  optionUnknown: (found: string, command: string) => `unknown option ${found}; see yiquan ${command} --help`,
  optionRepeated: (option: string) => `${option} is given more than once`,
  optionNeedsValue: (option: string) => `${option} needs a value`,
  optionTakesNoValue: (option: string, found: string) => `${option} takes no value: found “${found}”`,
  optionMissing: (option: string) => `${option} is required`,
  optionInvalid: (option: string, found: string, expected: string) =>
    `${option}: found “${found}”, expected ${expected}`,
  besideProject: (option: string) => `${option} does not go with --project: the project file has its own`,
  withoutProject: (option: string) => `${option}: there is no --project`,
  scenarioConflicts: (name: string, count: number) =>
    `warning: ${count} changes of the scenario “${name}” no longer fit its baseline and are left out; settle them in the app`,
  argumentUnexpected: (found: string) => `unexpected argument “${found}”`,
  settingTwice: (key: string) => `the setting ${key} is given more than once, with different values`,
  withoutInput: (option: string, role: string) => `--${option} ${role}=…: there is no --${role}`,
  formatUnsupported: (option: string, found: string, expected: string) =>
    `${option}: ${found} is not supported by this version; expected ${expected}`,
  standardNotFound: (found: string, ids: string) =>
    `--standards: “${found}” is neither a file nor one of the standards that ship: ${ids}`,
  standardUnknown: (found: string, ids: string) => `“${found}” is neither a file nor one of: ${ids}`,
  standardProblem: (file: string, path: string, sentence: string) =>
    path === '' ? `${file}: ${sentence}` : `${file}: ${path}: ${sentence}`,
  standardGood: (file: string, id: string, version: string, values: number) =>
    `${file}: good (${id}, version ${version}, ${values} values)`,
  pointsWithoutPlace: (file: string) =>
    `${file}: no row has a place; found no coordinates, expected lon and lat, or geometries`,
  notUtf8: (file: string) => `${file}: not UTF-8 text`,
  fileNotFound: (file: string) => `${file}: there is no such file`,
  fileUnreadable: (file: string, reason: string) => `${file}: cannot be read (${reason})`,
  outputUnwritable: (option: string, file: string, reason: string) =>
    `${option} ${file}: cannot be written (${reason})`,
  outputIsInput: (option: string, file: string) => `${option} ${file}: is one of the inputs and would be overwritten`,
  issue: (severity: string, sentence: string, code: string) => `${severity}: ${sentence} [${code}]`,
  moreIssues: (count: number) => `… and ${count} more like these; all of them are in issues[] of the JSON result`,
  moreUnusable: (count: number) => `… and ${count} more`,
  strict: (count: number) => `--strict: problems of severity error: ${count}; nothing was written`,
  summary: (areas: number, verdicts: string, standard: string, status: string, asOf: string) =>
    `${areas} areas: ${verdicts || 'none'}. By ${standard} (${status}), as of ${asOf}.`,
  accessibilitySummary: (facilities: number, supply: number, demand: number, without: number, areas: number) =>
    `${facilities} facilities share out ${supply} among ${demand} elders. Left out: ${without} facilities, ${areas} areas.`,
  reachSummary: (from: number, to: number, pairs: number, minutes: number, speed: number) =>
    `From ${from} points to ${to}: ${pairs} walks of at most ${minutes} minutes at ${speed} km/h.`,
  isochroneSummary: (points: number, polygons: number, minutes: string, speed: number) =>
    `${points} points: ${polygons} polygons, minutes ${minutes} at ${speed} km/h.`,
  inputsMissing: (options: string) => `at least one of ${options} is required`,
  oneTable: (option: string, found: string, formats: string) =>
    `${option}: ${found} holds one table only; give one input, or use ${formats}`,
  convertSummary: (file: string, rows: string, crs: string) => `${file}: ${rows}, in ${crs}.`,
  fault: (message: string) => `fault of the program: ${message}`,
  show: {
    status: 'status',
    number: 'number',
    none: 'none',
    issuer: 'issuer',
    jurisdiction: 'jurisdiction',
    issued: 'issued',
    effective: 'effective',
    certainty: 'certainty',
    source: 'source',
    note: 'note',
    clause: 'clause',
    quote: 'words',
    noQuote: 'the text itself was not seen',
    deadline: 'deadline',
    version: 'version',
  },
};
