import { SaxesParser } from 'saxes';
import type { Steps } from '../progress.ts';
import { Damaged, Unsupported } from './damaged.ts';
import { gunzipParts } from './gunzip-parts.ts';
import { INNER, KEPT_KEYS, KEPT_NODE_KEYS, OSM_UNITS_PER_DEGREE, OUTER, OsmCollector } from './osm-extract.ts';

/** Bytes worked through between two reports: some milliseconds of parsing. */
const STEP_BYTES = 1 << 17;

/** Of a whole file, ways and all; more where it is not gzipped. */
const BYTES_PER_NODE = 16;

/**
 * Reads OSM XML (OSM wiki, OSM XML), gzipped or not, in parts: the text as a whole may be longer than a string can be.
 * Throws `Damaged` or `Unsupported`.
 */
export function* readOsmXmlSteps(bytes: Uint8Array, gzipped: boolean): Steps<OsmCollector> {
  const reader = new XmlReader(bytes.length / BYTES_PER_NODE);
  const decoder = new TextDecoder('utf-8');
  let done = 0;
  for (const part of gzipped ? gunzipParts(bytes, STEP_BYTES) : slices(bytes)) {
    yield { stage: 'reading', done, total: bytes.length };
    done = Math.min(bytes.length, done + STEP_BYTES);
    for (const piece of part) reader.write(decoder.decode(piece, { stream: true }));
  }
  reader.write(decoder.decode());
  return reader.finish();
}

function* slices(bytes: Uint8Array): Generator<Uint8Array[]> {
  for (let at = 0; at < bytes.length; at += STEP_BYTES) yield [bytes.subarray(at, at + STEP_BYTES)];
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** What is open: its kind, its id, its tags so far. */
interface Open {
  readonly kind: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly keys: string[];
  readonly values: string[];
  readonly refs: number[];
  readonly roles: string[];
}

class XmlReader {
  private readonly collector: OsmCollector;
  private readonly parser = new SaxesParser({ position: false, xmlns: false });
  private open: Open | null = null;
  private rootSeen = false;

  constructor(expectedNodes: number) {
    this.collector = new OsmCollector(expectedNodes);
    this.parser.on('opentag', (tag) => this.opened(tag.name, tag.attributes));
    this.parser.on('closetag', (tag) => this.closed(tag.name));
    this.parser.on('error', (error) => {
      throw new Damaged(error.message);
    });
  }

  write(text: string): void {
    this.parser.write(text);
  }

  finish(): OsmCollector {
    this.parser.close();
    return this.collector;
  }

  private opened(name: string, attributes: Attributes): void {
    if (!this.rootSeen) {
      if (name !== 'osm') throw new Unsupported(`<${name}>`);
      this.rootSeen = true;
    } else if (name === 'node' || name === 'way' || name === 'relation') {
      this.open = startOf(name, attributes);
      if (this.open?.kind === 'node') this.node(this.open.id, attributes);
    } else if (this.open) this.inside(this.open, name, attributes);
  }

  private inside(open: Open, name: string, attributes: Attributes): void {
    if (name === 'tag') {
      open.keys.push(attributes['k'] ?? '');
      open.values.push(attributes['v'] ?? '');
    } else if (name === 'nd') open.refs.push(Number(attributes['ref']));
    else if (name === 'member' && attributes['type'] === 'way') {
      open.refs.push(Number(attributes['ref']));
      open.roles.push(attributes['role'] ?? '');
    }
  }

  /** A node without a usable position is left out; the ways through it are then told as incomplete. */
  private node(id: number, attributes: Attributes): void {
    const lon = Number(attributes['lon'] ?? NaN);
    const lat = Number(attributes['lat'] ?? NaN);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return;
    this.collector.node(id, Math.round(lon * OSM_UNITS_PER_DEGREE), Math.round(lat * OSM_UNITS_PER_DEGREE));
  }

  private closed(name: string): void {
    if (this.open?.kind !== name) return;
    const open = this.open;
    this.open = null;
    if (open.kind === 'node') this.nodeTags(open);
    else if (open.kind === 'way') this.way(open);
    else this.relation(open);
  }

  private nodeTags(open: Open): void {
    if (!open.keys.some((key) => KEPT_NODE_KEYS.has(key))) return;
    this.collector.taggedNodeId.push(open.id);
    this.addTags(open, this.collector.nodeTags);
  }

  private way(open: Open): void {
    const { collector } = this;
    collector.waysSeen++;
    collector.wayId.push(open.id);
    collector.wayStart.push(collector.wayRef.length);
    for (const ref of open.refs) collector.wayRef.push(ref);
    this.addTags(open, collector.wayTags);
  }

  private relation(open: Open): void {
    if (open.values[open.keys.indexOf('type')] !== 'multipolygon') return;
    const { collector } = this;
    collector.relationId.push(open.id);
    collector.memberStart.push(collector.memberRef.length);
    for (const [i, ref] of open.refs.entries()) {
      collector.memberRef.push(ref);
      collector.memberRole.push(open.roles[i] === 'inner' ? INNER : OUTER);
    }
    this.addTags(open, collector.relationTags);
  }

  private addTags({ keys, values }: Open, tags: OsmCollector['wayTags']): void {
    for (const [i, key] of keys.entries()) {
      if (KEPT_KEYS.has(key)) tags.add(this.collector.intern(key), this.collector.intern(values[i]!));
    }
    tags.close();
  }
}

/** Null for what an editor or a history file marks as deleted. */
function startOf(kind: Open['kind'], attributes: Attributes): Open | null {
  if (attributes['visible'] === 'false' || attributes['action'] === 'delete') return null;
  const id = Number(attributes['id'] ?? NaN);
  if (Number.isNaN(id)) throw new Damaged(`a ${kind} without an id`);
  return { kind, id, keys: [], values: [], refs: [], roles: [] };
}
