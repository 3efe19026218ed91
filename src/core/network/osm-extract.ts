import type { Progress, Steps } from '../progress.ts';
import { Growing } from './growing.ts';

/** OpenStreetMap's own precision: positions are whole numbers of 1e-7 degrees. */
export const OSM_UNITS_PER_DEGREE = 1e7;

/** Stands for a node or way that the file mentions and does not contain. */
export const MISSING = 0xffff_ffff;

/** Tags of one thing after another; those of thing `i` are from `start[i]` up to `start[i + 1]`. Numbers are places in `strings`. */
export interface OsmTags {
  readonly start: Uint32Array;
  readonly key: Uint32Array;
  readonly value: Uint32Array;
}

export const OUTER = 0;
export const INNER = 1;

/**
 * What is kept of an OpenStreetMap file, whatever its format: all positions, and ways, tagged nodes and multipolygons with
 * the tags of `KEPT_KEYS`. Flat arrays: a city has millions of nodes.
 */
export interface OsmExtract {
  readonly strings: readonly string[];
  /** Ascending. */
  readonly nodeId: Float64Array;
  /** In 1e-7 degrees. */
  readonly nodeLon: Int32Array;
  readonly nodeLat: Int32Array;
  /** Nodes that carry a kept tag, by place in `nodeId`. */
  readonly taggedNode: Uint32Array;
  readonly nodeTags: OsmTags;
  readonly wayId: Float64Array;
  /** The nodes of way `i`: `wayNode` from `wayStart[i]` up to `wayStart[i + 1]`, as places in `nodeId` or `MISSING`. */
  readonly wayStart: Uint32Array;
  readonly wayNode: Uint32Array;
  readonly wayTags: OsmTags;
  /** Relations of type multipolygon. Members are places in `wayId` or `MISSING`; roles are `OUTER` or `INNER`. */
  readonly relationId: Float64Array;
  readonly memberStart: Uint32Array;
  readonly memberWay: Uint32Array;
  readonly memberRole: Uint8Array;
  readonly relationTags: OsmTags;
}

/** Keys that walking, or the map drawn from the same file, looks at. Everything else is passed over while reading. */
export const KEPT_KEYS: ReadonlySet<string> = new Set([
  'access',
  'aeroway',
  'amenity',
  'area',
  'barrier',
  'bridge',
  'building',
  'building:part',
  'construction',
  'covered',
  'foot',
  'footway',
  'highway',
  'indoor',
  'landuse',
  'layer',
  'leisure',
  'locked',
  'man_made',
  'motorroad',
  'name',
  'name:en',
  'name:zh',
  'natural',
  'place',
  'public_transport',
  'railway',
  'ref',
  'route',
  'service',
  'sidewalk',
  'sidewalk:both',
  'sidewalk:left',
  'sidewalk:right',
  'tunnel',
  'type',
  'water',
  'waterway',
  'width',
]);

/** Keys for which a node's tags are kept: what stands in a walker's way, and what a map names. */
export const KEPT_NODE_KEYS: ReadonlySet<string> = new Set(['barrier', 'place']);

/** Places kept ready at first: what a small file needs, and what no tab dies of. */
const LEAST_EXPECTED = 1 << 10;
const MOST_EXPECTED = 1 << 22;

/** Takes up nodes, ways and relations in any order and puts them in the extract's shape. */
export class OsmCollector {
  readonly strings: string[] = [];
  private readonly stringPlace = new Map<string, number>();
  readonly nodeId: Growing<Float64Array<ArrayBuffer>>;
  readonly nodeLon: Growing<Int32Array<ArrayBuffer>>;
  readonly nodeLat: Growing<Int32Array<ArrayBuffer>>;
  private nodesAscend = true;
  private lastNode = -Infinity;
  readonly taggedNodeId = new Growing(Float64Array);
  readonly nodeTags = new TagsCollector();
  readonly wayId = new Growing(Float64Array);
  readonly wayStart = new Growing(Uint32Array);
  readonly wayRef: Growing<Float64Array<ArrayBuffer>>;
  readonly wayTags = new TagsCollector();
  readonly relationId = new Growing(Float64Array);
  readonly memberStart = new Growing(Uint32Array);
  readonly memberRef = new Growing(Float64Array);
  readonly memberRole = new Growing(Uint8Array);
  readonly relationTags = new TagsCollector();
  /** Ways in the file, those without a kept tag included. */
  waysSeen = 0;

  /** `expectedNodes`: about as many as there may be, and as many mentions in ways. */
  constructor(expectedNodes: number) {
    const capacity = Math.min(MOST_EXPECTED, Math.max(LEAST_EXPECTED, Math.ceil(expectedNodes)));
    this.nodeId = new Growing(Float64Array, capacity);
    this.nodeLon = new Growing(Int32Array, capacity);
    this.nodeLat = new Growing(Int32Array, capacity);
    this.wayRef = new Growing(Float64Array, capacity);
  }

  /** The place of a string, the same for the same string. */
  intern(text: string): number {
    let place = this.stringPlace.get(text);
    if (place === undefined) {
      place = this.strings.push(text) - 1;
      this.stringPlace.set(text, place);
    }
    return place;
  }

  /** Position in 1e-7 degrees. */
  node(id: number, lon: number, lat: number): void {
    if (id <= this.lastNode) this.nodesAscend = false;
    this.lastNode = id;
    this.nodeId.push(id);
    this.nodeLon.push(lon);
    this.nodeLat.push(lat);
  }

  *finishSteps(): Steps<OsmExtract> {
    const pause: Progress = { stage: 'reading', done: 1, total: 1 };
    yield pause;
    const nodes = this.nodesInOrder();
    const wayId = this.wayId.trimmed();
    this.wayStart.push(this.wayRef.length);
    this.memberStart.push(this.memberRef.length);
    yield pause;
    const taggedNode = yield* placesSteps(this.taggedNodeId.trimmed(), nodes.nodeId);
    const wayNode = yield* placesSteps(this.wayRef.trimmed(), nodes.nodeId);
    return {
      strings: this.strings,
      ...nodes,
      taggedNode,
      nodeTags: this.nodeTags.finish(),
      wayId,
      wayStart: this.wayStart.trimmed(),
      wayNode,
      wayTags: this.wayTags.finish(),
      relationId: this.relationId.trimmed(),
      memberStart: this.memberStart.trimmed(),
      memberWay: placesAmong(this.memberRef.trimmed(), wayId),
      memberRole: this.memberRole.trimmed(),
      relationTags: this.relationTags.finish(),
    };
  }

  private nodesInOrder(): Pick<OsmExtract, 'nodeId' | 'nodeLon' | 'nodeLat'> {
    const nodeId = this.nodeId.trimmed();
    const nodeLon = this.nodeLon.trimmed();
    const nodeLat = this.nodeLat.trimmed();
    if (this.nodesAscend) return { nodeId, nodeLon, nodeLat };
    const order = Array.from(nodeId.keys()).sort((a, b) => nodeId[a]! - nodeId[b]! || a - b);
    return {
      nodeId: Float64Array.from(order, (i) => nodeId[i]!),
      nodeLon: Int32Array.from(order, (i) => nodeLon[i]!),
      nodeLat: Int32Array.from(order, (i) => nodeLat[i]!),
    };
  }
}

/** Tags of one thing after another: all `add`s of a thing, then its `close`. */
export class TagsCollector {
  private readonly start = new Growing(Uint32Array);
  private readonly key = new Growing(Uint32Array);
  private readonly value = new Growing(Uint32Array);
  private open = 0;

  add(key: number, value: number): void {
    this.key.push(key);
    this.value.push(value);
  }

  close(): void {
    this.start.push(this.open);
    this.open = this.key.length;
  }

  finish(): OsmTags {
    this.start.push(this.open);
    return { start: this.start.trimmed(), key: this.key.trimmed(), value: this.value.trimmed() };
  }
}

/** Ids looked up between two reports. */
const IDS_PER_STEP = 100_000;

/** Where each id stands in an ascending list. */
function* placesSteps(ids: Float64Array, ascending: Float64Array): Steps<Uint32Array> {
  const places = new Uint32Array(ids.length);
  for (let from = 0; from < ids.length; from += IDS_PER_STEP) {
    yield { stage: 'reading', done: from, total: ids.length };
    placeAll(places, ids, ascending, from, Math.min(ids.length, from + IDS_PER_STEP));
  }
  return places;
}

/** Neighbours in a way are often neighbours in the list, so that is tried first. */
function placeAll(places: Uint32Array, ids: Float64Array, ascending: Float64Array, from: number, to: number): void {
  let near = 0;
  for (let i = from; i < to; i++) {
    const id = ids[i]!;
    if (ascending[near + 1] === id) {
      places[i] = ++near;
      continue;
    }
    let low = 0;
    let high = ascending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ascending[middle]! < id) low = middle + 1;
      else high = middle;
    }
    if (ascending[low] === id) places[i] = near = low;
    else places[i] = MISSING;
  }
}

/** Where each id stands in a list in any order. */
function placesAmong(ids: Float64Array, list: Float64Array): Uint32Array {
  if (ids.length === 0) return new Uint32Array(0);
  const place = new Map<number, number>();
  for (let i = 0; i < list.length; i++) place.set(list[i]!, i);
  return Uint32Array.from(ids, (id) => place.get(id) ?? MISSING);
}

/** Tag look-up over an extract: `get(i, 'highway')` without building an object a way. */
export class TagReader {
  private readonly strings: readonly string[];
  private readonly tags: OsmTags;
  private readonly place: Map<string, number>;

  constructor({ strings }: Pick<OsmExtract, 'strings'>, tags: OsmTags) {
    this.strings = strings;
    this.tags = tags;
    this.place = new Map(strings.flatMap((text, i): [string, number][] => (KEPT_KEYS.has(text) ? [[text, i]] : [])));
  }

  get(thing: number, key: string): string | undefined {
    const wanted = this.place.get(key);
    if (wanted === undefined) return undefined;
    const end = this.tags.start[thing + 1]!;
    for (let k = this.tags.start[thing]!; k < end; k++) {
      if (this.tags.key[k] === wanted) return this.strings[this.tags.value[k]!];
    }
    return undefined;
  }
}
