import type { Geometry } from 'geojson';
import type { Element, Node } from '@xmldom/xmldom';
import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { decodeText } from './decode-text.ts';
import type { RawRow } from './raw-table.ts';
import { refuseSource } from './refuse-source.ts';
import { UNOPENED, type OpenedSource, type SourceChoice } from './source.ts';
import { statedEncoding } from './stated-encoding.ts';
import type { SourceFile } from './table.ts';

/** Bytes: its tree takes some thirty times as many. */
const MOST_BYTES = 60_000_000;

/** Elements of a placemark that are data of their own, besides what ExtendedData holds. */
const PLAIN = ['name', 'description', 'address', 'phoneNumber'];

/**
 * Opens KML (OGC 12-007r2), always WGS 84. Placemarks are the rows; Data and SimpleData the columns, after the placemark's
 * own elements; the folders that one lies in, joined by `/`, are the column `folder`.
 */
export async function openKml(
  { name, bytes }: SourceFile,
  choice: SourceChoice,
  where: IssuePlace,
): Promise<OpenedSource> {
  if (bytes.length > MOST_BYTES) {
    return refuseSource('kml', issue('file_too_large', where, { found: bytes.length, limit: MOST_BYTES }));
  }
  const text = decodeText(bytes, choice.encoding, where, statedEncoding(bytes));
  const [{ DOMParser }, { kml }] = await Promise.all([import('@xmldom/xmldom'), import('@tmcw/togeojson')]);
  const faults: string[] = [];
  try {
    const document = new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') faults.push(message);
      },
    }).parseFromString(text.text, 'text/xml');
    const placemarks = elementsOf(document, 'Placemark');
    const links = elementsOf(document, 'NetworkLink').length;
    const features = kml(document, { skipNullGeometry: false }).features;
    const columns = new Map<string, number>();
    const folders = new Map<Node, string>();
    const rows = placemarks.map((placemark, i) =>
      rowOf(placemark, features[i]?.geometry ?? null, i + 1, columns, folders),
    );
    const issues: Issue[] = [...text.issues];
    if (faults.length > 0) issues.push(issue('file_incomplete', where, { found: rows.length, expected: null }));
    if (links > 0) issues.push(issue('kml_links', where, { count: links }));
    if (text.damaged) issues.push(issue('encoding_damaged', where, { encoding: text.encoding.used }));
    return {
      ...UNOPENED,
      format: 'kml',
      layers: [{ name, rows: rows.length, hasGeometries: true }],
      layer: name,
      encoding: text.encoding,
      raw: { headers: [...columns.keys()], rows, statedCrs: 'EPSG:4326', hasGeometries: true },
      issues,
    };
  } catch (error) {
    const found = (faults[0] ?? (error instanceof Error ? error.message : String(error))).slice(0, 120);
    return refuseSource('kml', issue('file_damaged', where, { found, format: 'KML' }));
  }
}

function elementsOf(node: { getElementsByTagName(name: string): ArrayLike<Element> }, tag: string): Element[] {
  return Array.from(node.getElementsByTagName(tag));
}

function rowOf(
  placemark: Element,
  geometry: Geometry | null,
  number: number,
  columns: Map<string, number>,
  folders: Map<Node, string>,
): RawRow {
  const cells: unknown[] = [];
  const times = new Map<string, number>();
  const put = (column: string, text: string): void => {
    if (text === '') return;
    // A value of a name that the row has already keeps apart from it.
    let n = (times.get(column) ?? 0) + 1;
    let header = n === 1 ? column : `${column} (${n})`;
    while (cells[columns.get(header) ?? -1] !== undefined) header = `${column} (${++n})`;
    times.set(column, n);
    let at = columns.get(header);
    if (at === undefined) columns.set(header, (at = columns.size));
    cells[at] = text;
  };
  for (const child of childrenOf(placemark)) if (PLAIN.includes(child.tagName)) put(child.tagName, textOf(child));
  put('folder', folderOf(placemark.parentNode, folders));
  for (const data of elementsOf(placemark, 'Data')) {
    put(data.getAttribute('name') ?? '', textOf(elementsOf(data, 'value')[0]));
  }
  for (const data of elementsOf(placemark, 'SimpleData')) put(data.getAttribute('name') ?? '', textOf(data));
  const id = placemark.getAttribute('id');
  return { number, cells, shape: { kind: 'geojson', geometry: united(geometry) }, ...(id ? { ownId: id } : {}) };
}

function childrenOf(node: Node): Element[] {
  return Array.from(node.childNodes as ArrayLike<Node>).filter((child): child is Element => child.nodeType === 1);
}

function textOf(element: Element | undefined): string {
  return (element?.textContent ?? '').trim();
}

/** The names of the folders that a node lies in, the outermost first; asked of each folder once, for it may hold thousands. */
function folderOf(node: Node | null, known: Map<Node, string>): string {
  if (!node) return '';
  const before = known.get(node);
  if (before !== undefined) return before;
  const above = folderOf(node.parentNode, known);
  const own = node.nodeName === 'Folder' ? textOf(childrenOf(node).find(({ tagName }) => tagName === 'name')) : '';
  const path = [above, own].filter((name) => name !== '').join('/');
  known.set(node, path);
  return path;
}

/** A MultiGeometry of polygons alone is a MultiPolygon. */
function united(geometry: Geometry | null): Geometry | null {
  if (geometry?.type !== 'GeometryCollection') return geometry;
  const polygons = geometry.geometries.filter((part) => part.type === 'Polygon');
  if (polygons.length < geometry.geometries.length) return geometry;
  return { type: 'MultiPolygon', coordinates: polygons.map(({ coordinates }) => coordinates) };
}
