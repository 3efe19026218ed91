import { innerPosition } from '../geo/polygon.ts';
import type { Steps } from '../progress.ts';
import {
  areaOfRelation,
  areaOfWay,
  hectaresOf,
  partsOf,
  positionOf,
  rounded,
  type AreaGeometry,
} from './base-map-areas.ts';
import {
  groundKind,
  isBridge,
  isBuilding,
  isTunnel,
  placeKind,
  railClass,
  roadClass,
  waterwayClass,
  type GroundKind,
} from './base-map-classes.ts';
import { FeatureWriter, lineText, propertiesText, type Properties } from './base-map-writer.ts';
import { joinLines } from './join-lines.ts';
import { MISSING, OUTER, TagReader, type OsmExtract } from './osm-extract.ts';
import { SQUARE, STEPS, type StreetLines } from './street-lines.ts';
import type { Tag } from './walkable.ts';

/** From the ground up. */
export const BASE_MAP_LAYERS = ['ground', 'waterways', 'rails', 'roads', 'buildings', 'places'] as const;
export type BaseMapLayer = (typeof BASE_MAP_LAYERS)[number];

/**
 * A map of what is around, each layer UTF-8 GeoJSON in WGS84. Properties, all but the first of each absent where they say nothing:
 * - `ground` (areas, the largest first): `kind` (`GroundKind`).
 * - `waterways` (lines): `class` (`WaterwayClass`, or `shore` for a piece of a lake's or river's edge that does not close), `tunnel`, `name`, `en`.
 * - `rails` (lines): `class` (`RailClass`), `side` for sidings and yards, `bridge`, `tunnel`.
 * - `roads` (lines): `class` (`RoadClass`), `link`, `bridge`, `tunnel`, `name`, `en`.
 * - `buildings` (areas): none.
 * - `places` (points): `kind` (`PlaceKind`, or `water` or `green` for the name of an area of ground), `ha` (of those, hectares), `name`, `en`.
 */
export type BaseMap = Readonly<Record<BaseMapLayer, Uint8Array<ArrayBuffer>>>;

/** Things worked through between two reports. */
const PER_STEP = 2000;
/** Lines or areas written. */
const LINES_PER_STEP = 1000;

/** Ground whose name is written on the map. */
const NAMED_GROUND: Readonly<Partial<Record<GroundKind, 'water' | 'green'>>> = {
  water: 'water',
  green: 'green',
  forest: 'green',
};

/** The map that an OpenStreetMap extract holds. Layers of things that the extract lacks are empty collections. */
export function* baseMapSteps(extract: OsmExtract): Steps<BaseMap> {
  const drawing = new Drawing(extract);
  const relations = extract.relationId.length;
  const ways = extract.wayId.length;
  const total = relations + ways;
  for (let relation = 0; relation < relations; relation++) {
    if (relation % PER_STEP === 0) yield { stage: 'reading', done: relation, total };
    drawing.relation(relation);
  }
  for (let way = 0; way < ways; way++) {
    if (way % PER_STEP === 0) yield { stage: 'reading', done: relations + way, total };
    drawing.way(way);
  }
  drawing.placeNodes();
  yield { stage: 'reading', done: total, total };
  return yield* drawing.finishSteps();
}

/** The map of streets that came as lines alone: roads of one class, and steps where they are known. */
export function* baseMapOfLinesSteps({ lon, lat, start, vertex, kind }: StreetLines): Steps<BaseMap> {
  const roads = new FeatureWriter();
  for (let line = 0; line < kind.length; line++) {
    if (line % PER_STEP === 0) yield { stage: 'reading', done: line, total: kind.length };
    if (kind[line]! & SQUARE) continue;
    const along = Array.from(vertex.subarray(start[line], start[line + 1]), (v): [number, number] => [
      rounded(lon[v]!),
      rounded(lat[v]!),
    ]);
    roads.add(propertiesText({ class: kind[line]! & STEPS ? 'steps' : 'minor' }), lineText(along));
  }
  return {
    ground: noFeatures(),
    waterways: noFeatures(),
    rails: noFeatures(),
    roads: roads.finish(),
    buildings: noFeatures(),
    places: noFeatures(),
  };
}

function noFeatures(): Uint8Array<ArrayBuffer> {
  return new FeatureWriter().finish();
}

interface Ground {
  readonly kind: GroundKind;
  readonly hectares: number;
  readonly geometry: string;
}

/** Lines by what is said of them, so that those of one street can be joined. */
type LinesBySaying = Map<string, number[][]>;

class Drawing {
  private readonly extract: OsmExtract;
  private readonly wayTags: TagReader;
  private readonly relationTags: TagReader;
  private readonly ground: Ground[] = [];
  private readonly buildings = new FeatureWriter();
  private readonly places = new FeatureWriter();
  private readonly roads: LinesBySaying = new Map();
  private readonly rails: LinesBySaying = new Map();
  private readonly waterways: LinesBySaying = new Map();
  /** What the relation that a way is an outer boundary of is drawn as: such a way is often tagged alike, without the holes. */
  private readonly drawnAs = new Map<number, GroundKind | 'building'>();

  constructor(extract: OsmExtract) {
    this.extract = extract;
    this.wayTags = new TagReader(extract, extract.wayTags);
    this.relationTags = new TagReader(extract, extract.relationTags);
  }

  relation(relation: number): void {
    const tag: Tag = (key) => this.relationTags.get(relation, key);
    const kind = isBuilding(tag) ? 'building' : groundKind(tag);
    if (kind === null) return;
    const geometry = areaOfRelation(this.extract, relation);
    if (geometry === null) {
      if (kind === 'water') this.shores(relation, tag);
      return;
    }
    const { memberStart, memberWay, memberRole } = this.extract;
    for (let m = memberStart[relation]!; m < memberStart[relation + 1]!; m++) {
      if (memberRole[m] === OUTER) this.drawnAs.set(memberWay[m]!, kind);
    }
    this.area(kind, geometry, tag);
  }

  way(way: number): void {
    const { start } = this.extract.wayTags;
    if (start[way] === start[way + 1]) return;
    const tag: Tag = (key) => this.wayTags.get(way, key);
    const kind = isBuilding(tag) ? 'building' : groundKind(tag);
    if (kind !== null && this.drawnAs.get(way) !== kind) {
      const geometry = areaOfWay(this.extract, way);
      if (geometry) this.area(kind, geometry, tag);
    }
    const road = roadClass(tag);
    if (road) {
      this.line(this.roads, way, { class: road.of, link: road.link, ...courseOf(tag), ...namesOf(tag) });
      return;
    }
    const rail = railClass(tag);
    if (rail) this.line(this.rails, way, { class: rail, side: tag('service') !== undefined, ...courseOf(tag) });
    const waterway = waterwayClass(tag);
    if (waterway) this.line(this.waterways, way, { class: waterway, tunnel: isTunnel(tag), ...namesOf(tag) });
  }

  placeNodes(): void {
    const { taggedNode, nodeTags } = this.extract;
    const tags = new TagReader(this.extract, nodeTags);
    for (const [i, node] of taggedNode.entries()) {
      const tag: Tag = (key) => tags.get(i, key);
      const kind = placeKind(tag);
      if (node === MISSING || kind === null || tag('name') === undefined) continue;
      this.name({ kind, ...namesOf(tag) }, positionOf(this.extract, node));
    }
  }

  *finishSteps(): Steps<BaseMap> {
    const ground = new FeatureWriter();
    // The small lie on the large: a pond in a park, a park in a residential district.
    for (const [done, { kind, geometry }] of this.ground.sort((a, b) => b.hectares - a.hectares).entries()) {
      if (done % LINES_PER_STEP === 0) yield { stage: 'reading', done: 1, total: 1 };
      ground.add(propertiesText({ kind }), geometry);
    }
    return {
      ground: yield* ground.finishSteps(),
      waterways: yield* this.writtenSteps(this.waterways),
      rails: yield* this.writtenSteps(this.rails),
      roads: yield* this.writtenSteps(this.roads),
      buildings: yield* this.buildings.finishSteps(),
      places: this.places.finish(),
    };
  }

  private area(kind: GroundKind | 'building', geometry: AreaGeometry, tag: Tag): void {
    const text = JSON.stringify(geometry);
    if (kind === 'building') {
      this.buildings.add('{}', text);
      return;
    }
    const hectares = hectaresOf(geometry);
    this.ground.push({ kind, hectares, geometry: text });
    const named = NAMED_GROUND[kind];
    if (named === undefined || tag('name') === undefined) return;
    const [lon, lat] = innerPosition(geometry);
    this.name({ kind: named, ha: Number(hectares.toPrecision(2)), ...namesOf(tag) }, [rounded(lon), rounded(lat)]);
  }

  private name(properties: Properties, [lon, lat]: readonly [lon: number, lat: number]): void {
    this.places.add(propertiesText(properties), `{"type":"Point","coordinates":[${lon},${lat}]}`);
  }

  private line(lines: LinesBySaying, way: number, properties: Properties): void {
    const saying = propertiesText(properties);
    const known = lines.get(saying);
    const parts = partsOf(this.extract, way);
    if (known) known.push(...parts);
    else lines.set(saying, parts);
  }

  /** Water whose boundary has a gap, mostly a lake or river that the extract is cut through: its edges, as far as they go. */
  private shores(relation: number, tag: Tag): void {
    const { memberStart, memberWay } = this.extract;
    for (let m = memberStart[relation]!; m < memberStart[relation + 1]!; m++) {
      const way = memberWay[m]!;
      if (way !== MISSING) this.line(this.waterways, way, { class: 'shore', ...namesOf(tag) });
    }
  }

  private *writtenSteps(lines: LinesBySaying): Steps<Uint8Array<ArrayBuffer>> {
    const writer = new FeatureWriter();
    let since = 0;
    for (const [saying, pieces] of lines) {
      const joined = saying.includes('"name":') ? joinLines(pieces) : pieces;
      for (const line of joined) {
        if (since++ % LINES_PER_STEP === 0) yield { stage: 'reading', done: 1, total: 1 };
        writer.add(saying, lineText(line.map((node) => positionOf(this.extract, node))));
      }
    }
    return yield* writer.finishSteps();
  }
}

function courseOf(tag: Tag): Properties {
  return { bridge: isBridge(tag), tunnel: isTunnel(tag) };
}

/** The name on the signs, and the English one where it is another. */
function namesOf(tag: Tag): Properties {
  const name = tag('name');
  const english = tag('name:en');
  return { name, en: english === name ? undefined : english };
}
