import type { SurfaceCells } from '../core/access/cells.ts';
import type { Decay } from '../core/access/decay.ts';
import type { Demand, Supply } from '../core/checks/accessibility.ts';
import type { ClassMethod } from '../analysis/surface-classes.ts';
import type { UnitLevel } from '../core/plan/plan.ts';
import type { VerdictOf } from './workspace-state.ts';

/** Everything that the map can show, from the ground up: the order in which a first visit sees it. */
export const LAYER_IDS = [
  'base',
  'elders',
  'access',
  'areas',
  'units',
  'parcels',
  'network',
  'circles',
  'streetEdits',
  'labels',
  'candidates',
  'facilities',
] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** The surroundings lie below everything; signs above everything, so that names give way to them. The rest can be moved. */
export const FIXED_LAYERS: readonly LayerId[] = ['base', 'labels', 'candidates', 'facilities'];

/** What every layer has. */
export interface LayerState {
  readonly visible: boolean;
  /** From 0.1 to 1. */
  readonly opacity: number;
}

/** How a figure is laid over the ground and cut into classes. */
export interface SurfaceOptions {
  readonly cells: SurfaceCells;
  /** Width of a cell, metres; areas have their own. */
  readonly cellM: number;
  readonly classes: ClassMethod;
}

export const CELL_WIDTHS_M = [150, 250, 500, 1000] as const;

export interface EldersLayer extends LayerState, SurfaceOptions {
  /** Persons of elder age per hectare, or the share of them aged 80 and over. */
  readonly measure: 'density' | 'oldest';
}

/** Walks that people make to a bed are longer than those to a service station. */
export const ACCESS_MINUTES = [30, 60] as const;

/** Supply within a walk beside those who share it, by two steps (2SFCA). */
export interface AccessLayer extends LayerState, SurfaceOptions {
  readonly supply: Supply;
  readonly demand: Demand;
  /** Whether the near counts for more than the far (E2SFCA). */
  readonly decay: Decay['kind'];
  /** How long a walk is still shared; null: the service circle's own minutes. */
  readonly minutes: (typeof ACCESS_MINUTES)[number] | null;
}

export interface AreasLayer extends LayerState {
  readonly colour: VerdictOf;
}

export interface CirclesLayer extends LayerState {
  /** Where all circles together end, their thirds, or the circle of each facility. */
  readonly of: 'union' | 'bands' | 'each';
}

export interface UnitsLayer extends LayerState {
  readonly level: UnitLevel;
}

export interface MapLayers {
  readonly base: LayerState;
  readonly elders: EldersLayer;
  readonly access: AccessLayer;
  readonly areas: AreasLayer;
  readonly units: UnitsLayer;
  readonly network: LayerState;
  readonly circles: CirclesLayer;
  readonly parcels: LayerState;
  readonly streetEdits: LayerState;
  readonly candidates: LayerState;
  readonly facilities: LayerState;
  readonly labels: LayerState;
  /** From the ground up; every layer once. */
  readonly order: readonly LayerId[];
}

const SHOWN: LayerState = { visible: true, opacity: 1 };
const HIDDEN: LayerState = { visible: false, opacity: 1 };
const HEXAGONS: SurfaceOptions = { cells: 'hexagon', cellM: 250, classes: 'quantile' };

export const DEFAULT_LAYERS: MapLayers = {
  base: SHOWN,
  elders: { ...SHOWN, ...HEXAGONS, measure: 'density' },
  access: { ...HIDDEN, ...HEXAGONS, supply: 'beds', demand: 'elders', decay: 'none', minutes: 60 },
  areas: { ...SHOWN, colour: 'overall' },
  units: { ...HIDDEN, level: 'subdistrict' },
  network: HIDDEN,
  circles: { ...SHOWN, of: 'union' },
  parcels: SHOWN,
  streetEdits: SHOWN,
  candidates: HIDDEN,
  facilities: SHOWN,
  labels: SHOWN,
  order: LAYER_IDS,
};

/** Surfaces cover the ground: two at once could not be read, so showing one hides the other. */
export const SURFACES = ['elders', 'access'] as const satisfies LayerId[];
export type SurfaceId = (typeof SURFACES)[number];
