/** Endings of the files that a Shapefile is made of, the one that others are named after first. */
const SHAPEFILE = ['shp', 'dbf', 'shx', 'prj', 'cpg', 'cst', 'sbn', 'sbx', 'qix', 'qpj', 'ain', 'aih', 'shp.xml'];
/** A raster and what programs lay beside it. */
const RASTER = ['tif', 'tiff', 'tfw', 'tifw', 'tif.aux.xml', 'tif.ovr', 'tif.xml'];

/** Of each family, the files that can be read by themselves. */
const LEADERS = new Set(['shp', 'dbf', 'tif', 'tiff']);

/**
 * Which of many files belong together, in the order of the first of each group; the one that the group is read by comes
 * first. A file that goes with no other is a group of its own.
 */
export function groupFiles(names: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const member = memberOf(name);
    const key = member === null ? `\0${groups.size}` : `${member.family}\0${member.stem.toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()].flatMap((group) => {
    const ordered = group.toSorted((a, b) => rankOf(a) - rankOf(b));
    const leader = memberOf(ordered[0]!)?.ending;
    return leader !== undefined && LEADERS.has(leader) ? [ordered] : ordered.map((name) => [name]);
  });
}

function memberOf(name: string): { family: string; stem: string; ending: string } | null {
  const lower = name.toLowerCase();
  for (const [family, endings] of [['shapefile', SHAPEFILE] as const, ['raster', RASTER] as const]) {
    const ending = endings.findLast((one) => lower.endsWith(`.${one}`));
    if (ending !== undefined) return { family, stem: name.slice(0, -ending.length - 1), ending };
  }
  return null;
}

function rankOf(name: string): number {
  const ending = memberOf(name)?.ending ?? '';
  return [...SHAPEFILE, ...RASTER].indexOf(ending);
}
