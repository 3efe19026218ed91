import { zlibSync } from 'fflate';

type Tags = Readonly<Record<string, string>>;

/** A made-up piece of OpenStreetMap. */
export interface OsmMap {
  readonly nodes: readonly { readonly id: number; readonly lon: number; readonly lat: number; readonly tags?: Tags }[];
  readonly ways: readonly { readonly id: number; readonly nodes: readonly number[]; readonly tags?: Tags }[];
  readonly relations?: readonly {
    readonly id: number;
    readonly members: readonly { readonly way: number; readonly role: string }[];
    readonly tags: Tags;
  }[];
}

export interface PbfChoices {
  /** Nodes in dense rows (as all files now have them) or one by one. */
  readonly dense?: boolean;
  /** Blocks packed with zlib or as they are. */
  readonly packed?: boolean;
  readonly features?: readonly string[];
  /** Nanodegrees a unit. */
  readonly granularity?: number;
}

/** The map as OSM XML. */
export function osmXml({ nodes, ways, relations = [] }: OsmMap): string {
  const tagsOf = (tags: Tags = {}): string =>
    Object.entries(tags)
      .map(([k, v]) => `<tag k="${escaped(k)}" v="${escaped(v)}"/>`)
      .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">',
    ...nodes.map(({ id, lon, lat, tags }) => `<node id="${id}" lon="${lon}" lat="${lat}">${tagsOf(tags)}</node>`),
    ...ways.map(
      (way) => `<way id="${way.id}">${way.nodes.map((n) => `<nd ref="${n}"/>`).join('')}${tagsOf(way.tags)}</way>`,
    ),
    ...relations.map(
      ({ id, members, tags }) =>
        `<relation id="${id}">${members.map(({ way, role }) => `<member type="way" ref="${way}" role="${role}"/>`).join('')}${tagsOf(tags)}</relation>`,
    ),
    '</osm>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The map as an `.osm.pbf` file: a header, a block of nodes, one of ways, one of relations. */
export function osmPbf(map: OsmMap, choices: PbfChoices = {}): Uint8Array {
  const { packed = true, features = ['OsmSchema-V0.6', 'DenseNodes'] } = choices;
  const header = features.flatMap((feature) => bytesField(4, utf8(feature)));
  const blocks = [nodeBlock(map, choices), wayBlock(map), relationBlock(map)];
  return Uint8Array.from([
    ...fileBlock('OSMHeader', header, packed),
    ...blocks.flatMap((block) => (block ? fileBlock('OSMData', block, packed) : [])),
  ]);
}

function fileBlock(type: string, content: readonly number[], packed: boolean): number[] {
  const bytes = Uint8Array.from(content);
  const blob = packed
    ? [...numberField(2, bytes.length), ...bytesField(3, [...zlibSync(bytes)])]
    : bytesField(1, content);
  const header = [...bytesField(1, utf8(type)), ...numberField(3, blob.length)];
  const size = header.length;
  return [(size >>> 24) & 255, (size >>> 16) & 255, (size >>> 8) & 255, size & 255, ...header, ...blob];
}

/** A block's strings; the first is always empty. */
class StringTable {
  private readonly texts = [''];

  place(text: string): number {
    const known = this.texts.indexOf(text, 1);
    return known > 0 ? known : this.texts.push(text) - 1;
  }

  field(): number[] {
    return bytesField(
      1,
      this.texts.flatMap((text) => bytesField(1, utf8(text))),
    );
  }
}

function nodeBlock({ nodes }: OsmMap, { dense = true, granularity = 100 }: PbfChoices): number[] {
  const strings = new StringTable();
  const units = (degrees: number): number => Math.round((degrees * 1e9) / granularity);
  const group = dense
    ? bytesField(2, denseNodes(nodes, strings, units))
    : nodes.flatMap(({ id, lon, lat, tags = {} }) =>
        bytesField(1, [
          ...numberField(1, zigzag(id)),
          ...tagFields(tags, strings),
          ...numberField(8, zigzag(units(lat))),
          ...numberField(9, zigzag(units(lon))),
        ]),
      );
  return [...strings.field(), ...bytesField(2, group), ...numberField(17, granularity)];
}

function denseNodes(nodes: OsmMap['nodes'], strings: StringTable, units: (degrees: number) => number): number[] {
  const deltas = (values: readonly number[]): number[] =>
    values.flatMap((value, i) => varint(zigzag(value - (values[i - 1] ?? 0))));
  const keysValues = nodes.flatMap(({ tags = {} }) => [
    ...Object.entries(tags).flatMap(([k, v]) => [...varint(strings.place(k)), ...varint(strings.place(v))]),
    0,
  ]);
  return [
    ...bytesField(1, deltas(nodes.map(({ id }) => id))),
    ...bytesField(8, deltas(nodes.map(({ lat }) => units(lat)))),
    ...bytesField(9, deltas(nodes.map(({ lon }) => units(lon)))),
    ...bytesField(10, keysValues),
  ];
}

function tagFields(tags: Tags, strings: StringTable): number[] {
  return [
    ...bytesField(
      2,
      Object.keys(tags).flatMap((k) => varint(strings.place(k))),
    ),
    ...bytesField(
      3,
      Object.values(tags).flatMap((v) => varint(strings.place(v))),
    ),
  ];
}

function wayBlock({ ways }: OsmMap): number[] | null {
  if (ways.length === 0) return null;
  const strings = new StringTable();
  const group = ways.flatMap(({ id, nodes, tags = {} }) =>
    bytesField(3, [
      ...numberField(1, id),
      ...tagFields(tags, strings),
      ...bytesField(
        8,
        nodes.flatMap((node, i) => varint(zigzag(node - (nodes[i - 1] ?? 0)))),
      ),
    ]),
  );
  return [...strings.field(), ...bytesField(2, group)];
}

function relationBlock({ relations = [] }: OsmMap): number[] | null {
  if (relations.length === 0) return null;
  const strings = new StringTable();
  const group = relations.flatMap(({ id, members, tags }) =>
    bytesField(4, [
      ...numberField(1, id),
      ...tagFields(tags, strings),
      ...bytesField(
        8,
        members.flatMap(({ role }) => varint(strings.place(role))),
      ),
      ...bytesField(
        9,
        members.flatMap(({ way }, i) => varint(zigzag(way - (members[i - 1]?.way ?? 0)))),
      ),
      ...bytesField(
        10,
        members.flatMap(() => varint(1)),
      ),
    ]),
  );
  return [...strings.field(), ...bytesField(2, group)];
}

function numberField(field: number, value: number): number[] {
  return [...varint(field * 8), ...varint(value)];
}

function bytesField(field: number, bytes: readonly number[]): number[] {
  return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
}

function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
  return bytes;
}

function utf8(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}
