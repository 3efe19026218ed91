import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Feature, FeatureCollection, Polygon } from 'geojson';
import Papa from 'papaparse';

/**
 * Taipei's open data as the canonical tables: 456 villages (里) as residential areas, 14 day-care centres and 94
 * institutions as facilities.
 *
 * What stands for what, and what does not fit:
 * - `residents`: the sum of the three age bands (end of 2024). `elders`: the band 65+, so audits need `elder_age=65`.
 * - `households`: 納稅單位(戶), tax filing units, the only household figure at hand; not dwellings, so needs in m² are
 *   of the right order only.
 * - `class`: a village is an existing quarter, hence `built`.
 * - Levels: 臺北市 is the `city`, the district (區) the `county`, the village its own `community`. Taiwan has no level
 *   between the two, so `subdistrict` is absent.
 * - Day care: type `day_care`; 收託量 is how many it takes in by day, kept as the further column `capacity`, not `beds`.
 *   No floor area is published: it stays absent.
 * - Institutions: `beds` is 核定總床位數 (licensed); `nursing_beds` is 長照 + 養護 + 失智, everything but 安養 (residential
 *   care of people who manage by themselves). All are licensed and running: `open`.
 * - Two district names of the day-care list are misread characters, for no such district exists: 黃華 is 萬華, 土林 is 士林
 *   (their coordinates lie there). The stated district is kept even where the coordinates fall into another one: one
 *   day-care centre and one institution.
 */
export interface TaipeiTables {
  readonly areas: FeatureCollection<Polygon, Record<string, string | number>>;
  readonly facilities: readonly Record<string, string | number>[];
  /** Villages whose name is damaged in the population file, and the name that the other file gives them. */
  readonly matchedByRule: readonly { readonly district: string; readonly damaged: string; readonly name: string }[];
}

/** Where the shared data lies beside the project, or null: a test that needs it skips, saying so. */
export function taipeiFolder(root: string): string | null {
  const folder = path.resolve(root, '..', 'shared', 'data', 'taipei');
  return existsSync(folder) ? folder : null;
}

interface PopulationRow {
  COUNTY: string;
  TOWN: string;
  V_ID: string;
  VILLAGE: string;
  A0A14_CNT: number;
  A15A64_CNT: number;
  A65UP_CNT: number;
}
interface HouseholdRow {
  TNAME: string;
  VNAME: string;
  '納稅單位(戶)': number;
}
type DayCareRow = Record<'序號' | '機關名稱' | '區別' | '地址' | '收託量' | 'lat' | 'lon', string>;
type InstitutionRow = Record<
  | '編號'
  | '屬性'
  | '機構名稱'
  | '區域別'
  | '地址'
  | '核定床數-核定總床位數'
  | '核定床數-長照床數'
  | '核定床數-養護床數'
  | '核定床數-失智床數'
  | 'lat'
  | 'lon',
  string
>;

const OWNERSHIP: Readonly<Record<string, string>> = { 私立: 'private', 公設民營: 'public_private', 公立: 'public' };
const MISREAD_DISTRICTS: Readonly<Record<string, string>> = { 黃華: '萬華', 土林: '士林' };
const CITY = '臺北市';

/** Reads the raw files of a folder and converts them. Throws when a file is not what this converter was written for. */
export function readTaipei(folder: string): TaipeiTables {
  const villages = readCollection<PopulationRow>(folder, 'villages-population-3bands.geojson');
  const taxed = readCollection<HouseholdRow>(folder, 'villages-tax-households.geojson');
  const { households, matchedByRule } = matchHouseholds(villages, taxed);
  const repaired = new Map(matchedByRule.map(({ district, damaged, name }) => [`${district}/${damaged}`, name]));
  const nameOf = ({ TOWN, VILLAGE }: PopulationRow): string => repaired.get(`${TOWN}/${VILLAGE}`) ?? VILLAGE;
  return {
    areas: {
      type: 'FeatureCollection',
      features: villages.map(({ geometry, properties: village }) => ({
        type: 'Feature',
        geometry,
        properties: {
          id: village.V_ID,
          name: nameOf(village),
          class: 'built',
          households: households.get(village.V_ID)!,
          residents: village.A0A14_CNT + village.A15A64_CNT + village.A65UP_CNT,
          elders: village.A65UP_CNT,
          settlement: 'urban',
          community: nameOf(village),
          county: village.TOWN,
          city: village.COUNTY,
        },
      })),
    },
    facilities: [
      ...readCsv<DayCareRow>(folder, 'day-care.csv').map(dayCareCentre),
      ...readCsv<InstitutionRow>(folder, 'elderly-institutions.csv').map(institution),
    ],
    matchedByRule,
  };
}

/**
 * Joins tax units to villages by district and village name. A name damaged in one file is matched when it is the only
 * village of its district left over on either side.
 */
function matchHouseholds(
  villages: readonly Feature<Polygon, PopulationRow>[],
  taxed: readonly Feature<Polygon, HouseholdRow>[],
) {
  const left = new Map(taxed.map(({ properties }) => [`${properties.TNAME}/${properties.VNAME}`, properties]));
  const households = new Map<string, number>();
  const unmatched: PopulationRow[] = [];
  for (const { properties: village } of villages) {
    const key = `${village.TOWN}/${village.VILLAGE}`;
    const row = left.get(key);
    if (row) {
      households.set(village.V_ID, row['納稅單位(戶)']);
      left.delete(key);
    } else {
      unmatched.push(village);
    }
  }
  const matchedByRule = unmatched.map((village) => {
    const there = [...left.values()].filter(({ TNAME }) => TNAME === village.TOWN);
    const here = unmatched.filter(({ TOWN }) => TOWN === village.TOWN);
    const [only] = there;
    if (!only || there.length > 1 || here.length > 1) {
      throw new Error(`${village.TOWN}/${village.VILLAGE}: expected one village left over, got ${there.length}`);
    }
    households.set(village.V_ID, only['納稅單位(戶)']);
    return { district: village.TOWN, damaged: village.VILLAGE, name: only.VNAME };
  });
  return { households, matchedByRule };
}

function dayCareCentre(row: DayCareRow): Record<string, string | number> {
  return {
    id: `day-care-${row.序號}`,
    name: row.機關名稱,
    type: 'day_care',
    status: 'open',
    lon: Number(row.lon),
    lat: Number(row.lat),
    capacity: Number(row.收託量),
    county: `${MISREAD_DISTRICTS[row.區別] ?? row.區別}區`,
    city: CITY,
    address: row.地址,
  };
}

function institution(row: InstitutionRow): Record<string, string | number> {
  const ownership = OWNERSHIP[row.屬性];
  if (!ownership) throw new Error(`institution ${row.編號}: unknown 屬性 ${row.屬性}`);
  return {
    id: `institution-${row.編號}`,
    name: row.機構名稱,
    type: 'institution',
    status: 'open',
    lon: Number(row.lon),
    lat: Number(row.lat),
    beds: Number(row['核定床數-核定總床位數']),
    nursing_beds:
      Number(row['核定床數-長照床數']) + Number(row['核定床數-養護床數']) + Number(row['核定床數-失智床數']),
    ownership,
    county: row.區域別,
    city: CITY,
    address: row.地址,
  };
}

function readCollection<Row>(folder: string, name: string): Feature<Polygon, Row>[] {
  const collection = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as FeatureCollection<Polygon, Row>;
  return collection.features;
}

function readCsv<Row>(folder: string, name: string): Row[] {
  const text = readFileSync(path.join(folder, name), 'utf8').replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]!.message}`);
  return data;
}

/** The tables as files: `areas.geojson`, and `facilities.csv` with a byte order mark for spreadsheets. */
export function taipeiFiles({ areas, facilities }: TaipeiTables): {
  'areas.geojson': string;
  'facilities.csv': string;
} {
  const columns = [...new Set(facilities.flatMap((row) => Object.keys(row)))];
  return {
    'areas.geojson': JSON.stringify(areas),
    'facilities.csv': `\uFEFF${Papa.unparse([...facilities], { columns, newline: '\n' })}\n`,
  };
}
