import type { CaveatCode } from '../../core/checks/health/caveats.ts';
import type { MissingReason } from '../../core/checks/health/undecided.ts';

const missing: Record<MissingReason, { what: string; next: string }> = {
  households_unknown: {
    what: 'Households missing',
    next: 'Fill in households; where there are none to be had, set persons per household to estimate them from residents.',
  },
  class_unknown: { what: 'New or built unknown', next: 'State new or built in the class column.' },
  floor_area_unknown: {
    what: 'A facility without floor area',
    next: 'Ask its owner or operator and fill in floor area.',
  },
  no_geometry: { what: 'No place', next: 'Add coordinates, or open a file of areas with outlines.' },
  residents_unknown: { what: 'Residents missing', next: 'Fill in residents of the areas or of the units.' },
  elders_unknown: {
    what: 'People or households missing',
    next: 'Fill in elders; at the least every area needs households for its unit to be weighted.',
  },
  land_area_unknown: {
    what: 'A facility without land area',
    next: 'Fill in land area; for leased rooms without land of their own, set acquisition to lease.',
  },
  beds_unknown: { what: 'An institution without beds', next: 'Fill in beds from its registration.' },
  nursing_beds_unknown: {
    what: 'An institution without nursing beds',
    next: 'Fill in nursing beds from its registration.',
  },
  unit_without_areas: {
    what: 'No residential areas',
    next: 'Add the areas in the unit, or check how they spell its name.',
  },
};

const caveat: Record<CaveatCode, { title: string; says: string; next: string }> = {
  straight_line: {
    title: 'Walks by straight line',
    says: 'No streets to walk on: walks are straight lines × the detour factor; no river, railway or wall is seen.',
    next: "Open the city's OpenStreetMap extract and judge again.",
  },
  spread_evenly: {
    title: 'People spread evenly',
    says: 'No population grid: elders are taken to live evenly over the area.',
    next: 'Open a population grid if there is one; large areas gain most.',
  },
  point_areas: {
    title: 'Areas given as points',
    says: 'A point without an outline: the area is wholly inside the circle or wholly outside.',
    next: 'Open a file of areas with outlines.',
  },
  elders_blank: {
    title: 'Elders unknown',
    says: 'Elders missing: elders outside the circle are not counted there.',
    next: 'Fill in elders.',
  },
  status_blank: { title: 'Status blank', says: 'Status blank: counted as open.', next: 'Check each and fill it in.' },
  opening_date_blank: {
    title: 'Opening date blank',
    says: 'Opening date blank: counted as open on the deadline, so that days overdue may be too few.',
    next: 'Fill in the opening date.',
  },
  floor_area_blank: {
    title: 'Floor area blank',
    says: 'Floor area blank: counted space may be too little.',
    next: 'Ask the owner or operator and fill it in.',
  },
  facility_not_located: {
    title: 'Facilities without a place',
    says: 'No place: no part in coverage, none in sharing space nearby.',
    next: 'Add coordinates, or name the areas it serves.',
  },
  county_unknown: {
    title: 'County unknown',
    says: 'County unknown: land per person, county institutions and nursing beds leave these areas out.',
    next: 'Fill in the county, or open units with outlines.',
  },
  subdistrict_unknown: {
    title: 'Subdistrict unknown',
    says: 'Subdistrict unknown: the check of subdistrict centres leaves these areas out.',
    next: 'Fill in the subdistrict, or open units with outlines.',
  },
  community_unknown: {
    title: 'Community unknown',
    says: 'Community unknown: the check of community stations leaves these areas out.',
    next: 'Fill in the community, or open units with outlines.',
  },
};

function counted(count: string, one: string, many: string): string {
  return `${count} ${count === '1' ? one : many}`;
}

export const health = {
  parts: { label: 'Data', health: 'What it can bear', issues: 'All issues' },
  loadingTitle: 'Looking at the data',
  loadingHelp: 'Once everything is judged, this says what the data can decide and what it cannot.',
  missing,
  caveat,
  undecided: {
    title: 'Cannot be judged',
    help: 'An area that lacks several things is counted in each row.',
    none: 'Nothing is left undecided for want of data.',
    check: 'Check',
    missing: 'What is missing',
    subjects: 'Concerns',
    next: 'What to do next',
  },
  caveats: {
    title: 'Judged on assumptions',
    help: 'Judged, but the verdicts rest on what follows.',
    none: 'Nothing is assumed.',
    says: 'Assumption',
    subjects: 'Concerns',
    next: 'What to do next',
  },
  blanks: {
    title: 'Blank columns',
    help: 'Only columns that a check, a source or siting depends on.',
    column: 'Column',
    checks: 'Used for',
    missing: 'Blank',
    share: 'Share',
    place: 'Place',
    otherUse: { updated: 'Age of data', evidence: 'Evidence', place: 'The map', floor_area: 'Siting' } as Readonly<
      Record<string, string>
    >,
  },
  evidence: {
    title: 'Claimed and evidenced',
    help: 'Facilities that count on the as-of date or are on the way; evidenced where the evidence column is filled in.',
    none: 'There are no facilities.',
    type: 'Type',
    facilities: 'Facilities',
    without: 'Without evidence',
    evidencedM2: 'Evidenced m²',
    claimedM2: 'Claimed m²',
    share: 'Evidenced share',
    areaBlank: 'Area blank',
    total: 'Total',
  },
  problems: {
    title: 'Issues in the data',
    help: 'By kind; a count leads to each of them.',
    none: 'No data issues found.',
    severity: 'Severity',
    count: 'Count',
    sentence: 'What it is and what to do',
    example: (sentence: string) => `For example: ${sentence}`,
    rows: (count: string) => counted(count, 'issue', 'issues'),
  },
  loaded: {
    title: 'Opened files',
    help: 'File date: when the file was last saved. Data date: from the updated column.',
    none: 'No file is open yet.',
    role: 'Content',
    file: 'File',
    rows: 'Rows',
    saved: 'File date',
    figures: 'Data date',
    noDate: 'blank',
    range: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
    someBlank: (range: string, count: string) => `${range}, ${count} rows blank`,
  },
  count: {
    areas: (count: string) => counted(count, 'area', 'areas'),
    facilities: (count: string) => counted(count, 'facility', 'facilities'),
    candidates: (count: string) => counted(count, 'site', 'sites'),
    units: (count: string, level: string) => `${count} × ${level.toLowerCase()}`,
    records: (count: string) => counted(count, 'unit', 'units'),
  },
  ofTotal: (count: string, total: string) => `${count} of ${total}`,
  more: (count: string) => `${count} more not listed`,
  blank: (column: string) => `${column} blank`,
  undecidedOf: (check: string, missing: string) => `${check}: ${missing}`,
};
