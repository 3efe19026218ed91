import { Damaged } from './damaged.ts';
import { INNER, KEPT_KEYS, KEPT_NODE_KEYS, OUTER, type OsmCollector, type TagsCollector } from './osm-extract.ts';
import { VARINT, Wire } from './wire.ts';

const MOST_STRINGS = 1 << 24;
/** 1e-7 degrees are 100 of the format's nanodegrees. */
const NANODEGREES_PER_UNIT = 100;
const FARTHEST_LON = 180 * 1e7;
const FARTHEST_LAT = 90 * 1e7;

/** Field numbers of `osmformat.proto`. */
const BLOCK = { strings: 1, group: 2, granularity: 17, latOffset: 19, lonOffset: 20 } as const;
const GROUP = { node: 1, dense: 2, way: 3, relation: 4 } as const;
const DENSE = { id: 1, lat: 8, lon: 9, keysValues: 10 } as const;
const WAY_MEMBER = 1;

/** Takes one primitive block into the collector. Throws `Damaged`. */
export function readPbfBlock(bytes: Uint8Array, collector: OsmCollector): void {
  const groups: Wire[] = [];
  let strings = new BlockStrings([], collector);
  let granularity = 100;
  let lonOffset = 0;
  let latOffset = 0;
  const wire = new Wire(bytes);
  while (wire.next()) {
    if (wire.field === BLOCK.strings) strings = new BlockStrings(stringTable(wire.message()), collector);
    else if (wire.field === BLOCK.group) groups.push(wire.message());
    else if (wire.field === BLOCK.granularity && wire.type === VARINT) granularity = wire.int();
    else if (wire.field === BLOCK.latOffset && wire.type === VARINT) latOffset = wire.int();
    else if (wire.field === BLOCK.lonOffset && wire.type === VARINT) lonOffset = wire.int();
    else wire.skip();
  }
  const frame: Frame = { granularity, lonOffset, latOffset };
  for (const group of groups) {
    while (group.next()) {
      if (group.field === GROUP.node) readNode(group.message(), frame, strings, collector);
      else if (group.field === GROUP.dense) readDense(group.message(), frame, strings, collector);
      else if (group.field === GROUP.way) readWay(group.message(), strings, collector);
      else if (group.field === GROUP.relation) readRelation(group.message(), strings, collector);
      else group.skip();
    }
  }
}

interface Frame {
  readonly granularity: number;
  readonly lonOffset: number;
  readonly latOffset: number;
}

function stringTable(wire: Wire): Uint8Array[] {
  const table: Uint8Array[] = [];
  while (wire.next()) {
    if (wire.field !== 1) wire.skip();
    else if (table.push(wire.view()) > MOST_STRINGS) throw new Damaged('too many strings in a block');
  }
  return table;
}

const UNKNOWN = 0;
const KEPT = 1;
const KEPT_NODE = 2;
const PASSED_OVER = 3;

/** A block's strings: decoded only when needed, and taken into the file's own list only when kept. */
class BlockStrings {
  private readonly table: readonly Uint8Array[];
  private readonly collector: OsmCollector;
  private readonly kind: Uint8Array;
  private readonly place: Int32Array;
  private readonly decoder = new TextDecoder();

  constructor(table: readonly Uint8Array[], collector: OsmCollector) {
    this.table = table;
    this.collector = collector;
    this.kind = new Uint8Array(table.length);
    this.place = new Int32Array(table.length).fill(-1);
  }

  text(index: number): string {
    const bytes = this.table[index];
    if (!bytes) throw new Damaged(`string ${index} of a block of ${this.table.length}`);
    return this.decoder.decode(bytes);
  }

  intern(index: number): number {
    const known = this.place[index];
    if (known !== undefined && known >= 0) return known;
    return (this.place[index] = this.collector.intern(this.text(index)));
  }

  keeps(key: number): boolean {
    const kind = this.kindOf(key);
    return kind === KEPT || kind === KEPT_NODE;
  }

  keepsNode(key: number): boolean {
    return this.kindOf(key) === KEPT_NODE;
  }

  private kindOf(key: number): number {
    const kind = this.kind[key];
    if (kind !== UNKNOWN && kind !== undefined) return kind;
    const text = this.text(key);
    return (this.kind[key] = KEPT_NODE_KEYS.has(text) ? KEPT_NODE : KEPT_KEYS.has(text) ? KEPT : PASSED_OVER);
  }
}

function addNode(id: number, lon: number, lat: number, frame: Frame, collector: OsmCollector): void {
  const x = Math.round((frame.lonOffset + frame.granularity * lon) / NANODEGREES_PER_UNIT);
  const y = Math.round((frame.latOffset + frame.granularity * lat) / NANODEGREES_PER_UNIT);
  if (!(Math.abs(x) <= FARTHEST_LON && Math.abs(y) <= FARTHEST_LAT)) throw new Damaged(`node ${id} lies off the earth`);
  collector.node(id, x, y);
}

function readDense(wire: Wire, frame: Frame, strings: BlockStrings, collector: OsmCollector): void {
  let ids: Wire | null = null;
  let lons: Wire | null = null;
  let lats: Wire | null = null;
  let keysValues: Wire | null = null;
  while (wire.next()) {
    if (wire.field === DENSE.id) ids = wire.message();
    else if (wire.field === DENSE.lat) lats = wire.message();
    else if (wire.field === DENSE.lon) lons = wire.message();
    else if (wire.field === DENSE.keysValues) keysValues = wire.message();
    else wire.skip();
  }
  if (!ids || !lons || !lats) throw new Damaged('nodes without ids or positions');
  let id = 0;
  let lon = 0;
  let lat = 0;
  while (ids.at < ids.end) {
    id += ids.svarint();
    lon += lons.svarint();
    lat += lats.svarint();
    addNode(id, lon, lat, frame, collector);
    if (keysValues && keysValues.at < keysValues.end) readDenseTags(id, keysValues, strings, collector);
  }
  if (lons.at < lons.end || lats.at < lats.end) throw new Damaged('more positions than nodes');
}

/** Tags of dense nodes lie in one row: key, value, key, value, 0 for the first node, and so on. */
function readDenseTags(id: number, keysValues: Wire, strings: BlockStrings, collector: OsmCollector): void {
  const start = keysValues.at;
  let wanted = false;
  for (;;) {
    const key = keysValues.varint();
    if (key === 0) break;
    keysValues.varint();
    wanted ||= strings.keepsNode(key);
  }
  if (!wanted) return;
  const tags = new Wire(keysValues.bytes, start, keysValues.at);
  for (let key = tags.varint(); key !== 0; key = tags.varint()) {
    addTag(key, tags.varint(), strings, collector.nodeTags);
  }
  collector.taggedNodeId.push(id);
  collector.nodeTags.close();
}

function addTag(key: number, value: number, strings: BlockStrings, tags: TagsCollector): boolean {
  if (!strings.keeps(key)) return false;
  tags.add(strings.intern(key), strings.intern(value));
  return true;
}

/** Adds the kept tags of two rows of numbers; false when there are none. */
function addTags(keys: Wire | null, values: Wire | null, strings: BlockStrings, tags: TagsCollector): boolean {
  if (!keys) return false;
  if (!values) throw new Damaged('keys without values');
  let any = false;
  while (keys.at < keys.end) {
    any = addTag(keys.varint(), values.varint(), strings, tags) || any;
  }
  return any;
}

function readNode(wire: Wire, frame: Frame, strings: BlockStrings, collector: OsmCollector): void {
  let id = NaN;
  let lon = NaN;
  let lat = NaN;
  let keys: Wire | null = null;
  let values: Wire | null = null;
  while (wire.next()) {
    if (wire.field === 1 && wire.type === VARINT) id = wire.svarint();
    else if (wire.field === 2) keys = wire.message();
    else if (wire.field === 3) values = wire.message();
    else if (wire.field === 8 && wire.type === VARINT) lat = wire.svarint();
    else if (wire.field === 9 && wire.type === VARINT) lon = wire.svarint();
    else wire.skip();
  }
  if (Number.isNaN(id)) throw new Damaged('a node without an id');
  addNode(id, lon, lat, frame, collector);
  if (!keys || !hasNodeKey(new Wire(keys.bytes, keys.at, keys.end), strings)) return;
  addTags(keys, values, strings, collector.nodeTags);
  collector.taggedNodeId.push(id);
  collector.nodeTags.close();
}

function hasNodeKey(keys: Wire, strings: BlockStrings): boolean {
  while (keys.at < keys.end) if (strings.keepsNode(keys.varint())) return true;
  return false;
}

function readWay(wire: Wire, strings: BlockStrings, collector: OsmCollector): void {
  let id = NaN;
  let keys: Wire | null = null;
  let values: Wire | null = null;
  let refs: Wire | null = null;
  while (wire.next()) {
    if (wire.field === 1 && wire.type === VARINT) id = wire.int();
    else if (wire.field === 2) keys = wire.message();
    else if (wire.field === 3) values = wire.message();
    else if (wire.field === 8) refs = wire.message();
    else wire.skip();
  }
  if (Number.isNaN(id)) throw new Damaged('a way without an id');
  collector.waysSeen++;
  // Ways without tags are kept: they may be the rings of a multipolygon.
  addTags(keys, values, strings, collector.wayTags);
  collector.wayTags.close();
  collector.wayId.push(id);
  collector.wayStart.push(collector.wayRef.length);
  if (!refs) return;
  let ref = 0;
  while (refs.at < refs.end) {
    ref += refs.svarint();
    collector.wayRef.push(ref);
  }
}

function readRelation(wire: Wire, strings: BlockStrings, collector: OsmCollector): void {
  let id = NaN;
  let keys: Wire | null = null;
  let values: Wire | null = null;
  let roles: Wire | null = null;
  let refs: Wire | null = null;
  let types: Wire | null = null;
  while (wire.next()) {
    if (wire.field === 1 && wire.type === VARINT) id = wire.int();
    else if (wire.field === 2) keys = wire.message();
    else if (wire.field === 3) values = wire.message();
    else if (wire.field === 8) roles = wire.message();
    else if (wire.field === 9) refs = wire.message();
    else if (wire.field === 10) types = wire.message();
    else wire.skip();
  }
  if (Number.isNaN(id)) throw new Damaged('a relation without an id');
  if (!keys || !values || !refs || !roles || !types || !isMultipolygon(keys, values, strings)) return;
  addTags(keys, values, strings, collector.relationTags);
  collector.relationTags.close();
  collector.relationId.push(id);
  collector.memberStart.push(collector.memberRef.length);
  let ref = 0;
  while (refs.at < refs.end) {
    ref += refs.svarint();
    const role = strings.text(roles.varint());
    if (types.varint() !== WAY_MEMBER) continue;
    collector.memberRef.push(ref);
    collector.memberRole.push(role === 'inner' ? INNER : OUTER);
  }
}

function isMultipolygon(keys: Wire, values: Wire, strings: BlockStrings): boolean {
  const key = new Wire(keys.bytes, keys.at, keys.end);
  const value = new Wire(values.bytes, values.at, values.end);
  while (key.at < key.end) {
    const name = strings.text(key.varint());
    const text = value.varint();
    if (name === 'type') return strings.text(text) === 'multipolygon';
  }
  return false;
}
