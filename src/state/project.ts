import type { InputRole } from '../core/issue.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { IsoDate } from '../core/units.ts';
import type { Declaration } from './import-draft.ts';
import type { KeptEstimate } from './kept-estimates.ts';
import type { MapLayers } from './map-layers.ts';
import type { GapFilter, OpenedInput } from './workspace-state.ts';

/** What the open files make together. */
export interface Project {
  /** Under which the device keeps it; null: not kept (yet). */
  readonly id: number | null;
  /** As the person named it; null: named after what is in it. */
  readonly name: string | null;
  /** The sample city: none of it is true, and that is said wherever it shows. */
  readonly madeUp: boolean;
}

export const NEW_PROJECT: Project = { id: null, name: null, madeUp: false };

/** An opened file as it is kept. */
export interface KeptFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly role: InputRole;
  /** As the person declared it; null: as the file implies. */
  readonly crs: string | null;
  /** Names of the files that were read together with it. */
  readonly beside?: readonly string[];
  /** How it was read; absent in what earlier versions kept. */
  readonly declared?: Declaration;
}

/** A project as it is kept, all but the files' own bytes. */
export interface KeptProject {
  readonly id: number;
  readonly shownName: string;
  readonly name: string | null;
  readonly madeUp: boolean;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
  readonly areas: number;
  readonly facilities: number;
  /** In the order of opening. */
  readonly files: readonly KeptFile[];
  /** Figures that no file holds; absent: kept before there were any. */
  readonly estimates?: readonly KeptEstimate[];
  readonly settings: Partial<Settings>;
  readonly standardId: string;
  readonly asOf: IsoDate;
  readonly filter: GapFilter;
  readonly layers: MapLayers;
}

/** `refused`: the device keeps nothing, as in a private window. */
export type KeptProjects =
  { readonly state: 'looking' | 'refused' } | { readonly state: 'ready'; readonly projects: readonly KeptProject[] };

export const NOT_LOOKED: KeptProjects = { state: 'looking' };

/** Where projects are kept on the device. Every method rejects when the device refuses or is full. */
export interface ProjectShelf {
  list(): Promise<KeptProject[]>;
  /** Keeps a project under its id, or a new one when it has none; `files`: absent when they are the same as before. */
  put(project: Omit<KeptProject, 'id'> & { readonly id: number | null }, files?: readonly Blob[]): Promise<number>;
  /** The files' bytes, in the order of `files`. */
  files(id: number): Promise<Blob[]>;
  remove(id: number): Promise<void>;
  /** Asks that the browser does not clear it when the disk runs low. */
  askToStay(): Promise<void>;
}

/** A file of the sample city, and where it is. */
export interface SampleFile {
  readonly name: string;
  readonly url: string;
}

/** Of city and county the highest that all areas agree on, else the first file's name; empty when there is neither. */
export function nameOfPlan({ areas }: Pick<Plan, 'areas'>, inputs: readonly OpenedInput[]): string {
  for (const level of ['city', 'county'] as const) {
    const names = new Set<string>();
    for (const area of areas.values()) {
      const name = area[level];
      if (name !== undefined) names.add(name);
      if (names.size > 1) break;
    }
    const [only] = names;
    if (names.size === 1 && only !== undefined) return only;
  }
  return inputs[0]?.input.file.replace(/(\.osm)?\.[^.]+$/u, '') ?? '';
}
