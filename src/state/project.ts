import type { Plan } from '../core/plan/plan.ts';
import type { LoadedStandard } from '../core/standards/standard.ts';
import type { IsoDate } from '../core/units.ts';
import type { JournalRecord } from './journal.ts';
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
  /** Standards that came with its project file and are not the same as those that ship. */
  readonly standards: readonly LoadedStandard[];
  /** The file that it was saved to in this visit, where the browser lets files be written again. */
  readonly savedTo: FileSystemFileHandle | null;
}

export const NEW_PROJECT: Project = { id: null, name: null, madeUp: false, standards: [], savedTo: null };

/** What is known of a kept project without opening it. */
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
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[];
  /** Steps beyond the opening of files. */
  readonly edits: number;
  readonly standardId: string;
  /** Texts of the standards that are its own; absent: it has none. */
  readonly standards?: readonly string[];
  readonly asOf: IsoDate;
  readonly filter: GapFilter;
  readonly layers: MapLayers;
}

/** `refused`: the device keeps nothing, as in a private window. */
export type KeptProjects =
  { readonly state: 'looking' | 'refused' } | { readonly state: 'ready'; readonly projects: readonly KeptProject[] };

export const NOT_LOOKED: KeptProjects = { state: 'looking' };

/** A file's bytes, under their number in their project. */
export interface KeptBytes {
  readonly key: number;
  readonly bytes: Blob;
}

/** Where projects are kept on the device. Every method rejects when the device refuses or is full. */
export interface ProjectShelf {
  list(): Promise<KeptProject[]>;
  /** Keeps what is known of a project under its id, or a new one when it has none. */
  put(project: Omit<KeptProject, 'id'> & { readonly id: number | null }): Promise<number>;
  /**
   * Adds one record to a project's journal, and files that it speaks of: all or nothing. Rejects with a `ConstraintError`
   * where there is such a record already: somebody else writes to it.
   */
  append(id: number, record: JournalRecord, files: readonly KeptBytes[]): Promise<void>;
  /** Takes off the records from a number on. */
  cut(id: number, seq: number): Promise<void>;
  /** In order. */
  journal(id: number): Promise<JournalRecord[]>;
  files(id: number): Promise<KeptBytes[]>;
  remove(id: number): Promise<void>;
  /** Asks that the browser does not clear it when the disk runs low. */
  askToStay(): Promise<void>;
}

/** Sees to it that one tab alone changes a project. */
export interface ProjectHolds {
  /**
   * Takes a project for this tab, in place of the one before; false: another tab has it. `takeOver`: from whoever has it.
   * `onLost` hears of another tab that took it over.
   */
  take(id: number, takeOver: boolean, onLost: () => void): Promise<boolean>;
  release(): void;
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
