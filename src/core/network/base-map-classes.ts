import type { Tag } from './walkable.ts';

/** What an area of ground is drawn as. */
export type GroundKind = 'residential' | 'works' | 'farm' | 'green' | 'forest' | 'sport' | 'bare' | 'square' | 'water';

export type RoadClass =
  'motorway' | 'trunk' | 'primary' | 'secondary' | 'tertiary' | 'minor' | 'service' | 'pedestrian' | 'path' | 'steps';

export type RailClass = 'rail' | 'light' | 'tram' | 'subway';
export type WaterwayClass = 'river' | 'canal' | 'stream';
export type PlaceKind = 'city' | 'town' | 'village' | 'suburb' | 'neighbourhood';

/** OSM wiki, Key:leisure. Nature reserves are left out: they lie over whole districts, houses included. */
const LEISURE: Readonly<Record<string, GroundKind>> = {
  park: 'green',
  garden: 'green',
  common: 'green',
  recreation_ground: 'green',
  dog_park: 'green',
  golf_course: 'green',
  playground: 'sport',
  pitch: 'sport',
  track: 'sport',
  stadium: 'sport',
  sports_centre: 'sport',
};

/** OSM wiki, Key:landuse. */
const LANDUSE: Readonly<Record<string, GroundKind>> = {
  grass: 'green',
  meadow: 'green',
  cemetery: 'green',
  village_green: 'green',
  recreation_ground: 'green',
  allotments: 'green',
  flowerbed: 'green',
  forest: 'forest',
  farmland: 'farm',
  farmyard: 'farm',
  orchard: 'farm',
  vineyard: 'farm',
  plant_nursery: 'farm',
  greenhouse_horticulture: 'farm',
  reservoir: 'water',
  basin: 'water',
  residential: 'residential',
  industrial: 'works',
  commercial: 'works',
  retail: 'works',
  railway: 'works',
  garages: 'works',
  construction: 'works',
  brownfield: 'works',
  quarry: 'works',
  landfill: 'works',
};

/** OSM wiki, Key:natural. */
const NATURAL: Readonly<Record<string, GroundKind>> = {
  water: 'water',
  wood: 'forest',
  scrub: 'green',
  heath: 'green',
  grassland: 'green',
  wetland: 'green',
  sand: 'bare',
  beach: 'bare',
  shingle: 'bare',
  bare_rock: 'bare',
};

const HIGHWAY: Readonly<Record<string, RoadClass>> = {
  motorway: 'motorway',
  trunk: 'trunk',
  primary: 'primary',
  secondary: 'secondary',
  tertiary: 'tertiary',
  unclassified: 'minor',
  residential: 'minor',
  living_street: 'minor',
  road: 'minor',
  busway: 'service',
  service: 'service',
  pedestrian: 'pedestrian',
  footway: 'path',
  path: 'path',
  cycleway: 'path',
  bridleway: 'path',
  track: 'path',
  steps: 'steps',
};

const RAILWAY: Readonly<Record<string, RailClass>> = {
  rail: 'rail',
  narrow_gauge: 'light',
  light_rail: 'light',
  monorail: 'light',
  funicular: 'light',
  tram: 'tram',
  subway: 'subway',
};

const WATERWAY: Readonly<Record<string, WaterwayClass>> = {
  river: 'river',
  canal: 'canal',
  stream: 'stream',
  ditch: 'stream',
  drain: 'stream',
};

const PLACE: Readonly<Record<string, PlaceKind>> = {
  city: 'city',
  town: 'town',
  village: 'village',
  hamlet: 'village',
  borough: 'suburb',
  suburb: 'suburb',
  quarter: 'neighbourhood',
  neighbourhood: 'neighbourhood',
};

/** The ground that an area with these tags is, or null for none that is drawn. Water wins: a basin in a park is wet. */
export function groundKind(tag: Tag): GroundKind | null {
  if (tag('waterway') === 'riverbank' || tag('waterway') === 'dock') return 'water';
  const natural = lookUp(NATURAL, tag('natural'));
  if (natural === 'water') return natural;
  const landuse = lookUp(LANDUSE, tag('landuse'));
  if (landuse === 'water') return landuse;
  if (isSurface(tag)) return 'square';
  if (tag('amenity') === 'grave_yard') return 'green';
  return lookUp(LEISURE, tag('leisure')) ?? natural ?? landuse;
}

/** Pavement drawn as an area (Key:area; a relation is one by its type), and platforms. */
function isSurface(tag: Tag): boolean {
  const highway = tag('highway');
  if (highway === 'platform' || tag('railway') === 'platform') return true;
  return highway !== undefined && (tag('area') === 'yes' || tag('type') === 'multipolygon');
}

/** The class of a road, and whether it is a slip road of that class; null for what is no road to draw as a line. */
export function roadClass(tag: Tag): { readonly of: RoadClass; readonly link: boolean } | null {
  const highway = tag('highway');
  if (highway === undefined || tag('area') === 'yes') return null;
  const link = highway.endsWith('_link');
  const of = lookUp(HIGHWAY, link ? highway.slice(0, -'_link'.length) : highway);
  return of === null || tag('indoor') === 'yes' ? null : { of, link };
}

/** Key:railway: what runs today. Razed, disused and planned lines are other values of the key. */
export function railClass(tag: Tag): RailClass | null {
  return lookUp(RAILWAY, tag('railway'));
}

export function waterwayClass(tag: Tag): WaterwayClass | null {
  return lookUp(WATERWAY, tag('waterway'));
}

export function placeKind(tag: Tag): PlaceKind | null {
  return lookUp(PLACE, tag('place'));
}

export function isBuilding(tag: Tag): boolean {
  const building = tag('building');
  return building !== undefined && building !== 'no';
}

/** Key:bridge, Key:tunnel, Tag:covered=yes. */
export function isBridge(tag: Tag): boolean {
  return (tag('bridge') ?? 'no') !== 'no';
}
export function isTunnel(tag: Tag): boolean {
  return (tag('tunnel') ?? 'no') !== 'no';
}

function lookUp<T>(table: Readonly<Record<string, T>>, value: string | undefined): T | null {
  return value !== undefined && Object.hasOwn(table, value) ? table[value]! : null;
}
