import { innerPosition } from '../geo/polygon.ts';
import {
  areaOfRelation,
  areaOfWay,
  hectaresOf,
  partsOf,
  positionOf,
  type AreaGeometry,
} from '../network/base-map-areas.ts';
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
  type RailClass,
  type RoadClass,
  type WaterwayClass,
} from '../network/base-map-classes.ts';
import { joinLines } from '../network/join-lines.ts';
import { MISSING, OUTER, TagReader, type OsmExtract } from '../network/osm-extract.ts';
import { SQUARE, STEPS, type StreetLines } from '../network/street-lines.ts';
import type { Tag } from '../network/walkable.ts';
import type { Steps } from '../progress.ts';
import {
  BRIDGE_ZOOM,
  BUILDING_ZOOM,
  groundNameZoom,
  HIDDEN_RAIL_ZOOM,
  PLACE_ZOOM,
  RAIL_ZOOM,
  ROAD_ZOOM,
  SIDING_ZOOM,
  TUNNEL_ZOOM,
  WATERWAY_ZOOM,
} from './base-map-zooms.ts';
import { FeatureCollector, type Said } from './feature-collector.ts';
import type { MapFeatures } from './map-features.ts';

/** From the ground up. */
export const BASE_MAP_LAYERS = ['ground', 'waterways', 'rails', 'roads', 'buildings', 'places'] as const;
export type BaseMapLayer = (typeof BASE_MAP_LAYERS)[number];

/**
 * A map of what is around. Properties, all but the first of each absent where they say nothing:
 * - `ground` (areas): `kind` (`GroundKind`).
 * - `waterways` (lines): `class` (`WaterwayClass`, or `shore` for a piece of a lake's or river's edge that does not close),
 *   `name`, `en`. Those in tunnels are left out.
 * - `rails` (lines): `class` (`RailClass`), `side` for sidings and yards, `bridge`, `tunnel`.
 * - `roads` (lines): `class` (`RoadClass`), `link`, `bridge`, `tunnel`, `name`, `en`.
 * - `buildings` (areas): none.
 * - `places` (points): `kind` (`PlaceKind`, or `water` or `green` for the name of an area of ground), `ha` (of those, hectares), `name`, `en`.
 */
export type BaseMap = Readonly<Record<BaseMapLayer, MapFeatures>>;

/** Ways or lines worked through between two reports. */
const PER_STEP = 2000;

/** Ground whose name is written on the map. */
const NAMED_GROUND: Readonly<Partial<Record<GroundKind, 'water' | 'green'>>> = {
  water: 'water',
  green: 'green',
  forest: 'green',
};

/** The map that an OpenStreetMap extract holds. Layers of things that the extract lacks are empty. */
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
  const layers = newCollectors();
  for (let line = 0; line < kind.length; line++) {
    if (line % PER_STEP === 0) yield { stage: 'reading', done: line, total: kind.length };
    if (kind[line]! & SQUARE) continue;
    for (let k = start[line]!; k < start[line + 1]!; k++) layers.roads.position(lon[vertex[k]!]!, lat[vertex[k]!]!);
    layers.roads.closePart();
    const of: RoadClass = kind[line]! & STEPS ? 'steps' : 'minor';
    layers.roads.closeFeature({ class: of }, ROAD_ZOOM[of]);
  }
  return yield* finishedSteps(layers);
}

type Collectors = Readonly<Record<BaseMapLayer, FeatureCollector>>;

function newCollectors(): Collectors {
  return {
    ground: new FeatureCollector('area'),
    waterways: new FeatureCollector('line'),
    rails: new FeatureCollector('line'),
    roads: new FeatureCollector('line'),
    buildings: new FeatureCollector('area'),
    places: new FeatureCollector('point'),
  };
}

function* finishedSteps(layers: Collectors): Steps<BaseMap> {
  return {
    ground: yield* layers.ground.finishSteps(),
    waterways: yield* layers.waterways.finishSteps(),
    rails: yield* layers.rails.finishSteps(),
    roads: yield* layers.roads.finishSteps(),
    buildings: yield* layers.buildings.finishSteps(),
    places: yield* layers.places.finishSteps(),
  };
}

/** Lines of one name, which are joined before they are drawn. */
interface NamedLines {
  readonly layer: 'roads' | 'waterways';
  readonly said: Said;
  readonly zoom: number;
  readonly pieces: number[][];
}

class Drawing {
  private readonly extract: OsmExtract;
  private readonly wayTags: TagReader;
  private readonly relationTags: TagReader;
  private readonly layers = newCollectors();
  /** By what is said of them. */
  private readonly named = new Map<string, NamedLines>();
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
      const said = { class: road.of, link: road.link, bridge: isBridge(tag), tunnel: isTunnel(tag), ...namesOf(tag) };
      this.line('roads', way, said, roadZoom(said));
      return;
    }
    const rail = railClass(tag);
    if (rail) {
      const side = tag('service') !== undefined;
      const said = { class: rail, side, bridge: isBridge(tag), tunnel: isTunnel(tag) };
      this.line('rails', way, said, railZoom(said));
      return;
    }
    const waterway = waterwayClass(tag);
    if (waterway && !isTunnel(tag)) this.waterway(way, waterway, tag);
  }

  placeNodes(): void {
    const { taggedNode, nodeTags } = this.extract;
    const tags = new TagReader(this.extract, nodeTags);
    for (const [i, node] of taggedNode.entries()) {
      const tag: Tag = (key) => tags.get(i, key);
      const kind = placeKind(tag);
      if (node === MISSING || kind === null || tag('name') === undefined) continue;
      this.name({ kind, ...namesOf(tag) }, positionOf(this.extract, node), PLACE_ZOOM[kind]);
    }
  }

  *finishSteps(): Steps<BaseMap> {
    let since = 0;
    for (const { layer, said, zoom, pieces } of this.named.values()) {
      for (const line of joinLines(pieces)) {
        if (since++ % PER_STEP === 0) yield { stage: 'reading', done: 1, total: 1 };
        this.draw(layer, line, said, zoom);
      }
    }
    return yield* finishedSteps(this.layers);
  }

  private area(kind: GroundKind | 'building', geometry: AreaGeometry, tag: Tag): void {
    if (kind === 'building') {
      this.layers.buildings.add(geometry, {}, BUILDING_ZOOM);
      return;
    }
    this.layers.ground.add(geometry, { kind }, 0);
    const named = NAMED_GROUND[kind];
    if (named === undefined || tag('name') === undefined) return;
    const ha = Number(hectaresOf(geometry).toPrecision(2));
    this.name({ kind: named, ha, ...namesOf(tag) }, innerPosition(geometry), groundNameZoom(ha));
  }

  private name(said: Said, [lon, lat]: readonly [lon: number, lat: number], zoom: number): void {
    this.layers.places.add({ type: 'Point', coordinates: [lon, lat] }, said, zoom);
  }

  private waterway(way: number, of: WaterwayClass | 'shore', tag: Tag): void {
    this.line('waterways', way, { class: of, ...namesOf(tag) }, WATERWAY_ZOOM[of]);
  }

  private line(layer: 'roads' | 'rails' | 'waterways', way: number, said: Said, zoom: number): void {
    const pieces = partsOf(this.extract, way);
    if (layer === 'rails' || said['name'] === undefined) {
      for (const piece of pieces) this.draw(layer, piece, said, zoom);
      return;
    }
    const key = JSON.stringify([layer, said]);
    const known = this.named.get(key);
    if (known) known.pieces.push(...pieces);
    else this.named.set(key, { layer, said, zoom, pieces });
  }

  private draw(layer: BaseMapLayer, nodes: readonly number[], said: Said, zoom: number): void {
    const collector = this.layers[layer];
    for (const node of nodes) collector.position(...positionOf(this.extract, node));
    collector.closePart();
    collector.closeFeature(said, zoom);
  }

  /** Water whose boundary has a gap, mostly a lake or river that the extract is cut through: its edges, as far as they go. */
  private shores(relation: number, tag: Tag): void {
    const { memberStart, memberWay } = this.extract;
    for (let m = memberStart[relation]!; m < memberStart[relation + 1]!; m++) {
      const way = memberWay[m]!;
      if (way !== MISSING) this.waterway(way, 'shore', tag);
    }
  }
}

function roadZoom(said: { class: RoadClass; bridge: boolean; tunnel: boolean }): number {
  return Math.max(ROAD_ZOOM[said.class], said.bridge ? BRIDGE_ZOOM : 0, said.tunnel ? TUNNEL_ZOOM : 0);
}

function railZoom(said: { class: RailClass; side: boolean; tunnel: boolean }): number {
  if (said.tunnel) return HIDDEN_RAIL_ZOOM;
  return Math.max(RAIL_ZOOM[said.class], said.side ? SIDING_ZOOM : 0);
}

/** The name on the signs, and the English one where it is another. */
function namesOf(tag: Tag): { readonly name: string | undefined; readonly en: string | undefined } {
  const name = tag('name');
  const english = tag('name:en');
  return { name, en: english === name ? undefined : english };
}
