import { issue, type Issue, type IssuePlace } from '../issue.ts';
import { groupFiles } from './group-files.ts';
import { listZip, MOST_UNPACKED, MOST_ZIP_ENTRIES, unpackEntry, ZipFault, type ZipEntry } from './read-zip.ts';
import { refuseSource } from './refuse-source.ts';
import type { OpenedSource, SourceChoice, SourceLayer } from './source.ts';
import type { SourceFile } from './table.ts';

/** Opens what stands in a zip as if it had been given loose. */
type OpenInner = (files: readonly SourceFile[], choice: SourceChoice) => Promise<OpenedSource>;

/** Endings of what can be read; a plain text counts where there is nothing else. */
const READABLE = /\.(shp|dbf|geojson|json|csv|tsv|xlsx|xls|gpkg|kml|fgb|parquet|geoparquet|tiff?)$/i;
const TEXT = /\.txt$/i;

/**
 * Opens a zip that is no workbook: the one readable thing in it (a KMZ's document, a Shapefile's files), or one of several,
 * which then are its layers. Zips within zips are not opened.
 */
export async function openZip(
  entries: readonly ZipEntry[],
  choice: SourceChoice,
  where: IssuePlace,
  openInner: OpenInner,
): Promise<OpenedSource> {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const all = groupFiles([...byName.keys()]);
  const named = all.filter(([leader]) => READABLE.test(leader!));
  const groups = named.length > 0 ? named : all.filter(([leader]) => TEXT.test(leader!));
  if (groups.length === 0) {
    return refuseSource(null, issue('zip_nothing_readable', where, { found: [...byName.keys()] }));
  }
  const open = async (group: readonly string[], chosen: SourceChoice): Promise<OpenedSource> => {
    try {
      const members = group.map((name) => byName.get(name)!);
      const size = members.reduce((total, entry) => total + entry.size, 0);
      if (size > MOST_UNPACKED) throw new ZipFault('too_large', size);
      return await openInner(
        members.map((entry) => ({ name: entry.name, bytes: unpackEntry(entry) })),
        chosen,
      );
    } catch (error) {
      if (error instanceof ZipFault) return refuseSource(null, issueOf(error, where));
      throw error;
    }
  };
  if (groups.length === 1) return open(groups[0]!, choice);
  return openOneOf(groups, choice, where, open);
}

async function openOneOf(
  groups: readonly (readonly string[])[],
  choice: SourceChoice,
  where: IssuePlace,
  open: (group: readonly string[], chosen: SourceChoice) => Promise<OpenedSource>,
): Promise<OpenedSource> {
  const { layer, ...rest } = choice;
  const names = groups.map(([leader]) => leader!);
  const chosen = layer === undefined ? -1 : names.findIndex((name) => layer === name || layer.startsWith(`${name}/`));
  if (layer !== undefined && chosen < 0) {
    return {
      ...refuseSource(null, issue('layer_unknown', where, { found: layer, expected: names })),
      layers: names.map((name) => layerOf(name)),
    };
  }
  const inner = (name: string): SourceChoice =>
    layer !== undefined && layer.length > name.length ? { ...rest, layer: layer.slice(name.length + 1) } : rest;
  let opened: OpenedSource | null = null;
  let at = chosen;
  for (const [i, group] of groups.entries()) {
    if (chosen >= 0 && i !== chosen) continue;
    // oxlint-disable-next-line eslint/no-await-in-loop -- one after another, for the first with rows is enough
    const next = await open(group, inner(names[i]!));
    if (opened === null || (next.raw?.rows.length ?? 0) > 0) [opened, at] = [next, i];
    if ((next.raw?.rows.length ?? 0) > 0) break;
  }
  const taken = opened!;
  const layers = names.flatMap((name, i) => {
    if (i !== at || taken.layers.length === 0) return [layerOf(name)];
    if (taken.layers.length === 1) return [{ ...taken.layers[0]!, name }];
    return taken.layers.map((one) => ({ ...one, name: `${name}/${one.name}` }));
  });
  const used = taken.layers.length > 1 && taken.layer !== null ? `${names[at]}/${taken.layer}` : names[at]!;
  const several =
    layer === undefined ? [issue('layer_assumed', where, { used, found: layers.map(({ name }) => name) })] : [];
  const issues = taken.issues.filter(({ code }) => code !== 'layer_assumed');
  return { ...taken, layers, layer: used, issues: [...several, ...issues] };
}

function layerOf(name: string): SourceLayer {
  return { name, rows: null, hasGeometries: !/\.(csv|tsv|txt|xlsx|xls|dbf)$/i.test(name) };
}

/** The files of a zip; an issue where it cannot be taken apart. */
export function entriesOf(bytes: Uint8Array, where: IssuePlace): ZipEntry[] | Issue {
  try {
    return listZip(bytes);
  } catch (error) {
    if (error instanceof ZipFault) return issueOf(error, where);
    throw error;
  }
}

export function issueOf({ kind, found }: ZipFault, where: IssuePlace): Issue {
  if (kind === 'locked') return issue('file_locked', where, { found });
  if (kind === 'too_many') return issue('zip_too_many', where, { found, limit: MOST_ZIP_ENTRIES });
  if (kind === 'too_large') return issue('file_too_large', where, { found, limit: MOST_UNPACKED });
  if (kind === 'unsupported') return issue('file_unsupported', where, { found });
  return issue('file_damaged', where, { found, format: 'ZIP' });
}
