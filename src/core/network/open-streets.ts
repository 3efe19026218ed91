import { sha256Hex } from '../sha256.ts';
import type { Issue } from '../issue.ts';
import type { Steps } from '../progress.ts';
import { buildGraphSteps } from './build-graph.ts';
import { isCompact } from './compact-streets.ts';
import type { OsmExtract } from './osm-extract.ts';
import { readStreetsSteps, type StreetFile } from './read-streets.ts';
import { streetFacts, type StreetFacts, type StreetGraph } from './street-graph.ts';
import type { StreetLines } from './street-lines.ts';
import { waterAreasSteps, type WaterAreas } from './water-areas.ts';

/** A file of streets made ready to walk on. */
export interface Streets {
  readonly graph: StreetGraph;
  readonly facts: StreetFacts;
  readonly lines: StreetLines;
  /** What else the file holds, for a map; null for GeoJSON. */
  readonly extract: OsmExtract | null;
  /** What nobody walks on; null for GeoJSON. */
  readonly water: WaterAreas | null;
}

export interface OpenedStreets {
  /** Null: the file is unusable as a whole, the issues say why. */
  readonly streets: Streets | null;
  /** Of the file; of compact streets, of the file that they were made from. */
  readonly sha256: string;
  readonly rows: number;
  readonly issues: readonly Issue[];
}

/** Reads a file of streets and builds the walking network from it. */
export function* openStreetsSteps(file: StreetFile): Steps<OpenedStreets> {
  const { lines, extract, rows, issues, madeFrom } = yield* readStreetsSteps(file);
  const sha256 = madeFrom ?? sha256Hex(file.bytes);
  if (!lines) return { streets: null, sha256, rows, issues };
  const graph = yield* buildGraphSteps(lines);
  const water = extract && (yield* waterAreasSteps(extract));
  return { streets: { graph, facts: streetFacts(graph), lines, extract, water }, sha256, rows, issues };
}

/** How far into a GeoJSON text is looked for what its features are. */
const LOOK_BYTES = 4096;

/** Whether a file is one of streets by its content: an OpenStreetMap file, compact streets, or GeoJSON that begins with lines. */
export function looksLikeStreets(bytes: Uint8Array): boolean {
  if (isCompact(bytes)) return true;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return true;
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, LOOK_BYTES));
  if (start.slice(0, 32).includes('OSMHeader') || (/^\uFEFF?\s*</.test(start) && /<osm[\s>]/.test(start))) return true;
  return /^\uFEFF?\s*\{/.test(start) && /"(Multi)?LineString"/.test(start) && !/"(Multi)?(Point|Polygon)"/.test(start);
}
