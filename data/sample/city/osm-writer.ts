import { toLonLat } from './globe.ts';
import { keyOf, type Point } from './plane.ts';

export type Tags = Readonly<Record<string, string | undefined>>;

interface Way {
  readonly id: number;
  readonly nodes: readonly number[];
  readonly tags: Tags;
}

/** Puts an OpenStreetMap file together (OSM wiki, OSM XML). One place, one node. */
export class OsmWriter {
  private readonly places: Point[] = [];
  private readonly ids = new Map<string, number>();
  private readonly nodeTags = new Map<number, Tags>();
  private readonly ways: Way[] = [];
  private readonly relations: {
    readonly outer: readonly number[];
    readonly inner: readonly number[];
    readonly tags: Tags;
  }[] = [];

  node(at: Point, tags?: Tags): number {
    const key = keyOf(at);
    const known = this.ids.get(key);
    const id = known ?? this.places.push(at);
    this.ids.set(key, id);
    if (tags) this.nodeTags.set(id, { ...this.nodeTags.get(id), ...tags });
    return id;
  }

  line(points: readonly Point[], tags: Tags): number {
    const nodes = points.map((at) => this.node(at)).filter((id, i, all) => id !== all[i - 1]);
    const id = this.ways.length + 1;
    this.ways.push({ id, nodes, tags });
    return id;
  }

  area(ring: readonly Point[], tags: Tags): number {
    return this.line([...ring, ring[0]!], tags);
  }

  /** A ring of ground with a hole. */
  ring(outer: readonly Point[], inner: readonly Point[], tags: Tags): void {
    this.relations.push({ outer: [this.area(outer, {})], inner: [this.area(inner, {})], tags });
  }

  text(note: string): string {
    const parts = ['<?xml version="1.0" encoding="UTF-8"?>', `<osm version="0.6" generator="${escaped(note)}">`];
    for (const [i, at] of this.places.entries()) {
      const [lon, lat] = toLonLat(at);
      const tags = tagText(this.nodeTags.get(i + 1) ?? {});
      parts.push(
        `<node id="${i + 1}" lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}"${tags === '' ? '/>' : `>${tags}</node>`}`,
      );
    }
    for (const { id, nodes, tags } of this.ways) {
      parts.push(`<way id="${id}">${nodes.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagText(tags)}</way>`);
    }
    for (const [i, { outer, inner, tags }] of this.relations.entries()) {
      const members = [
        ...outer.map((ref) => ({ ref, role: 'outer' })),
        ...inner.map((ref) => ({ ref, role: 'inner' })),
      ];
      parts.push(
        `<relation id="${i + 1}">${members.map(({ ref, role }) => `<member type="way" ref="${ref}" role="${role}"/>`).join('')}${tagText({ type: 'multipolygon', ...tags })}</relation>`,
      );
    }
    parts.push('</osm>', '');
    return parts.join('\n');
  }
}

function tagText(tags: Tags): string {
  return Object.entries(tags)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `<tag k="${key}" v="${escaped(value!)}"/>`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
