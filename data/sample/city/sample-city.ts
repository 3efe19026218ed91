import { gzipSync } from 'fflate';
import { buildCandidates, CANDIDATE_HEADERS } from './candidates.ts';
import { Chance } from './chance.ts';
import { buildFacilities } from './facilities.ts';
import { FACILITY_HEADERS } from './facility-row.ts';
import { toGeometry, toLonLat, toPolygon } from './globe.ts';
import { buildGround } from './ground.ts';
import { Namer } from './names.ts';
import { unite } from './outline.ts';
import type { Site } from './places.ts';
import { buildPopulation } from './population.ts';
import { formPools, settle, thinOut, type Residence } from './residences.ts';
import { drawStreetMap } from './street-map.ts';
import { buildCommunities, type Community } from './units.ts';
import { CITY, SUBDISTRICTS } from './zones.ts';

export const SEED = 20_240_613;
export const POOLS = 14;

/** Every file of the sample city, by name. The same seed gives the same bytes. */
export function sampleCity(seed: number = SEED): Readonly<Record<string, Uint8Array>> {
  const chance = new Chance(seed);
  const streetNames = new Namer(chance.branch('street names'));
  const placeNames = new Namer(chance.branch('place names'));
  const ground = buildGround(chance.branch('ground'), streetNames);
  thinOut(ground, chance.branch('thin out'));
  const { communities, shared } = buildCommunities(ground);
  const names = new Map(
    communities.map((community) => {
      const rural = community.atoms.filter(({ zone }) => zone === 'rural').length * 2 > community.atoms.length;
      return [community, { name: placeNames.community(rural), rural }];
    }),
  );
  const communityName = (community: Community): string => names.get(community)!.name;
  const residences = settle(communities, placeNames, chance.branch('people'));
  const pools = formPools(residences, POOLS, chance.branch('pools'));
  const world = { residences, pools, communities, communityName };
  const facilities = buildFacilities(world, chance.branch('facilities'));
  const sites = facilities.map(({ site }) => site);
  const candidates = buildCandidates(residences, communities, sites, chance.branch('candidates'));
  const faces = [...ground.atoms.map(({ face }) => face), ...ground.strips];
  const ringOf = new Map(faces.map((face, i) => [face, shared.outlines[i]!]));
  const unitNames = ({ community }: Pick<Site, 'community'>) => [
    communityName(community),
    community.subdistrict.name,
    community.subdistrict.county,
    CITY,
  ];
  const placed = <Header extends string>(
    headers: readonly Header[],
    rows: readonly ({ site: Site } & { [header in Header]?: string | number })[],
  ): string =>
    csv(
      [...headers, '经度', '纬度', '社区', '街道', '区县', '市'],
      rows.map((row) => [...headers.map((header) => row[header]), ...toLonLat(row.site.at), ...unitNames(row.site)]),
    );
  const population = buildPopulation(residences, chance.branch('population'));
  const streetMap = drawStreetMap(ground, communities, communityName, residences, streetNames, chance.branch('map'));
  return {
    'areas.geojson': utf8(collection(residences.map((one) => areaFeature(one, unitNames(one))))),
    'facilities.csv': utf8(placed(FACILITY_HEADERS, facilities)),
    'units.geojson': utf8(
      collection(
        unitFeatures(communities, residences, names, (own) =>
          unite(own.flatMap(({ faces: all }) => all.map((face) => ringOf.get(face)!))),
        ),
      ),
    ),
    'population.csv': utf8(
      csv(
        ['lon', 'lat', 'elders', 'residents'],
        population.map(({ lon, lat, elders, residents }) => [lon, lat, elders, residents]),
      ),
    ),
    'candidates.csv': utf8(placed(CANDIDATE_HEADERS, candidates)),
    'streets.osm.gz': gzipSync(utf8(streetMap), { level: 9, mtime: 0 }),
    'sample.json': utf8(`${JSON.stringify(manifest(seed), null, 2)}\n`),
  };
}

/** What the files are, for programs. */
function manifest(seed: number): object {
  const files = {
    areas: 'areas.geojson',
    facilities: 'facilities.csv',
    units: 'units.geojson',
    population: 'population.csv',
    candidates: 'candidates.csv',
    streets: 'streets.osm.gz',
  };
  return {
    name: { zh: `${CITY}（示例，虚构）`, en: 'Yunzhu (sample, made up)' },
    made_up: true,
    seed,
    crs: 'EPSG:4326',
    licence: 'MIT',
    files: Object.entries(files).map(([role, file]) => ({ role, file })),
  };
}

function areaFeature(one: Residence, [community, subdistrict, county, city]: readonly string[]): object {
  const known = <T>(field: Parameters<Residence['hides']['has']>[0], value: T): T | undefined =>
    one.hides.has(field) ? undefined : value;
  const properties = {
    id: one.id,
    name: one.name,
    class: one.class,
    households: known('households', one.households),
    residents: known('residents', one.residents),
    elders: known('elders', one.elders),
    elders_80: known('elders_80', one.elders80),
    settlement: one.rural ? 'rural' : 'urban',
    community,
    subdistrict,
    county,
    city,
    pool: one.pool,
    condition_date: known('condition_date', one.conditionDate),
  };
  return { type: 'Feature', properties, geometry: toPolygon(one.estate.area) };
}

type UnitNaming = ReadonlyMap<Community, { readonly name: string; readonly rural: boolean }>;

/** The units from the city down. 99 begins no real division code. */
function unitFeatures(
  communities: readonly Community[],
  residences: readonly Residence[],
  names: UnitNaming,
  outline: (own: readonly Community[]) => ReturnType<typeof unite>,
): object[] {
  const people = (own: readonly Community[]) => {
    const homes = residences.filter(({ community }) => own.includes(community));
    return {
      residents: homes.reduce((sum, { residents }) => sum + residents, 0),
      elders: homes.reduce((sum, { elders }) => sum + elders, 0),
    };
  };
  const feature = (properties: object, own: readonly Community[]): object => ({
    type: 'Feature',
    properties: { ...properties, ...people(own) },
    geometry: toGeometry(outline(own)),
  });
  const counties = [...new Set(SUBDISTRICTS.map(({ county }) => county))];
  const features = [feature({ level: 'city', name: CITY, code: '999900', settlement: 'urban' }, communities)];
  for (const [c, county] of counties.entries()) {
    const own = communities.filter(({ subdistrict }) => subdistrict.county === county);
    features.push(
      feature({ level: 'county', name: county, code: `99990${c + 1}`, parent: CITY, settlement: 'urban' }, own),
    );
  }
  const parts: object[] = [];
  for (const [c, county] of counties.entries()) {
    for (const [s, subdistrict] of SUBDISTRICTS.filter((one) => one.county === county).entries()) {
      const own = communities.filter((one) => one.subdistrict === subdistrict);
      const code = `99990${c + 1}${String(s + 1).padStart(3, '0')}`;
      const settlement = subdistrict.rural ? 'rural' : 'urban';
      features.push(
        feature({ level: 'subdistrict', name: subdistrict.name, code, parent: `${CITY}/${county}`, settlement }, own),
      );
      for (const [n, community] of own.entries()) {
        const { name, rural } = names.get(community)!;
        const parent = `${CITY}/${county}/${subdistrict.name}`;
        const unit = {
          level: 'community',
          name,
          code: `${code}${String(n + 1).padStart(3, '0')}`,
          parent,
          settlement: rural ? 'rural' : 'urban',
        };
        parts.push(feature(unit, [community]));
      }
    }
  }
  return [...features, ...parts];
}

/** One feature a line, so that changes can be read. */
function collection(features: readonly object[]): string {
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}

type CellValue = string | number | undefined;

function csv(headers: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  return [headers, ...rows].map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

function cellText(value: CellValue): string {
  const text = value === undefined ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
