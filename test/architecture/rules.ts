import type { Reference } from './references.ts';

/** A part of the house: the first whose `holds` matches a path is the one that the path belongs to. */
interface Layer {
  readonly name: string;
  readonly holds: RegExp;
  /** Layers it may import, besides itself. */
  readonly mayImport: readonly string[];
  /** Layers of which it may import types only. */
  readonly mayImportTypes?: readonly string[];
  /** What it may take from outside: nothing but plain packages, those that make an interface too, or Node's modules. */
  readonly packages: 'plain' | 'interface' | 'node';
}

const GROUND = ['core ground'];
const CORE_MIDDLE = [...GROUND, 'core/plan', 'core/standards'];
const BELOW_CHECKS = [...CORE_MIDDLE, 'core/network', 'core/access'];
const CORE = [
  ...BELOW_CHECKS,
  'core/tiles',
  'core/import',
  'core/forms',
  'core/export',
  'core/checks',
  'core/compare',
  'core/population',
  'core/siting',
  'core/report',
  'core/counties',
  'core/outlook',
  'core/project',
];
const BELOW_ACTIONS = [...CORE, 'analysis', 'state', 'files'];

/** The house as the README draws it, from the ground up. */
const LAYERS: readonly Layer[] = [
  {
    name: 'core ground',
    holds: /^src\/core\/(geo\/|units\.ts|issue\.ts|progress\.ts|sha256\.ts|host\.d\.ts)/,
    mayImport: [],
    packages: 'plain',
  },
  { name: 'core/plan', holds: /^src\/core\/plan\//, mayImport: GROUND, packages: 'plain' },
  { name: 'core/standards', holds: /^src\/core\/standards\//, mayImport: GROUND, packages: 'plain' },
  {
    name: 'core/network',
    holds: /^src\/core\/network\//,
    mayImport: [...GROUND, 'core/plan'],
    packages: 'plain',
  },
  { name: 'core/tiles', holds: /^src\/core\/tiles\//, mayImport: [...GROUND, 'core/network'], packages: 'plain' },
  {
    name: 'core/access',
    holds: /^src\/core\/access\//,
    mayImport: [...CORE_MIDDLE, 'core/network'],
    packages: 'plain',
  },
  { name: 'core/import', holds: /^src\/core\/import\//, mayImport: [...GROUND, 'core/plan'], packages: 'plain' },
  {
    name: 'core/forms',
    holds: /^src\/core\/forms\//,
    mayImport: [...GROUND, 'core/plan', 'core/import'],
    packages: 'plain',
  },
  {
    name: 'core/export',
    holds: /^src\/core\/export\//,
    mayImport: [...GROUND, 'core/plan', 'core/import'],
    packages: 'plain',
  },
  { name: 'core/checks', holds: /^src\/core\/checks\//, mayImport: BELOW_CHECKS, packages: 'plain' },
  {
    name: 'core/compare',
    holds: /^src\/core\/compare\//,
    mayImport: [...BELOW_CHECKS, 'core/checks'],
    packages: 'plain',
  },
  {
    name: 'core/population',
    holds: /^src\/core\/population\//,
    mayImport: [...BELOW_CHECKS, 'core/import', 'core/checks'],
    packages: 'plain',
  },
  {
    name: 'core/siting',
    holds: /^src\/core\/siting\//,
    mayImport: [...BELOW_CHECKS, 'core/checks'],
    packages: 'plain',
  },
  {
    name: 'core/report',
    holds: /^src\/core\/report\//,
    mayImport: [...BELOW_CHECKS, 'core/import', 'core/checks', 'core/siting'],
    packages: 'plain',
  },
  {
    name: 'core/counties',
    holds: /^src\/core\/counties\//,
    mayImport: [...BELOW_CHECKS, 'core/import', 'core/export', 'core/checks'],
    packages: 'plain',
  },
  {
    name: 'core/outlook',
    holds: /^src\/core\/outlook\//,
    mayImport: [...BELOW_CHECKS, 'core/checks'],
    packages: 'plain',
  },
  {
    name: 'core/project',
    holds: /^src\/core\/project\//,
    mayImport: [...CORE_MIDDLE, 'core/network', 'core/import', 'core/export', 'core/checks'],
    packages: 'plain',
  },
  { name: 'text', holds: /^src\/text\//, mayImport: [], mayImportTypes: CORE, packages: 'plain' },
  { name: 'analysis', holds: /^src\/analysis\//, mayImport: [...CORE, 'text'], packages: 'plain' },
  {
    name: 'state',
    holds: /^src\/state\//,
    mayImport: [...CORE, 'analysis', 'text'],
    packages: 'interface',
  },
  { name: 'files', holds: /^src\/files\//, mayImport: [...CORE, 'text'], packages: 'plain' },
  {
    name: 'actions',
    holds: /^src\/actions\//,
    mayImport: [...BELOW_ACTIONS, 'text'],
    packages: 'plain',
  },
  { name: 'map', holds: /^src\/map\//, mayImport: [...CORE, 'analysis', 'state', 'text'], packages: 'interface' },
  {
    name: 'ui',
    holds: /^src\/ui\//,
    mayImport: [...BELOW_ACTIONS, 'actions', 'map', 'text'],
    packages: 'interface',
  },
  { name: 'public-map', holds: /^src\/public-map\//, mayImport: ['text'], mayImportTypes: CORE, packages: 'interface' },
  { name: 'cli', holds: /^src\/cli\//, mayImport: [...CORE, 'text'], packages: 'node' },
  {
    name: 'main.tsx',
    holds: /^src\/main\.tsx$/,
    mayImport: [...BELOW_ACTIONS, 'actions', 'map', 'ui', 'text'],
    packages: 'interface',
  },
];

/** Packages that draw or hold the interface. */
const INTERFACE = /^npm:(react|react-dom|react-aria-components|@tanstack\/.+|maplibre-gl|zustand|echarts(\/.+)?)$/;

const READS_DATA = new Set(['src/main.tsx', 'src/cli/main.ts']);

/** Why a reference is forbidden, or null. */
export function whyForbidden({ from, to, typeOnly }: Reference): string | null {
  const layer = layerOf(from);
  if (!layer) return `${from} lies in no layer of the picture`;
  if (to.startsWith('npm:') || to.startsWith('node:')) return whyPackageForbidden(layer, to);
  if (to === 'data' || to.startsWith('data/')) {
    return READS_DATA.has(from) ? null : 'only main.tsx and cli/main.ts read data/';
  }
  if (to.startsWith('..')) return 'leaves the project';
  if (!to.startsWith('src/'))
    return to === 'package.json' && !layer.name.startsWith('core') ? null : 'src imports only from src';
  const target = layerOf(to);
  if (!target) return `${to} lies in no layer of the picture`;
  if (target === layer || layer.mayImport.includes(target.name)) return null;
  if (layer.mayImportTypes?.includes(target.name)) {
    return typeOnly ? null : `${layer.name} may import ${target.name} by \`import type\` only`;
  }
  return `${layer.name} must not import ${target.name}`;
}

function whyPackageForbidden({ name, packages }: Layer, to: string): string | null {
  if (to.startsWith('node:')) return packages === 'node' ? null : `${name} must not import Node's own modules`;
  return packages !== 'interface' && INTERFACE.test(to) ? `${name} must not import ${to.slice(4)}` : null;
}

function layerOf(path: string): Layer | undefined {
  return LAYERS.find(({ holds }) => holds.test(path));
}
