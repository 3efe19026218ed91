import { estimatesOf } from './kept-estimates.ts';
import { nameOfPlan, type KeptProject, type ProjectShelf } from './project.ts';
import type { OpenedInput, WorkspaceState } from './workspace-state.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Keeps the open project on the device as it changes, and lists those kept before. */
export interface ProjectKeeper {
  /** Looks what is kept. */
  look(): Promise<void>;
  /** A kept project's files, with the names that they had; those that were read together, together. */
  files(project: KeptProject): Promise<File[][]>;
  rename(project: KeptProject, name: string): Promise<void>;
  remove(project: KeptProject): Promise<void>;
  /** Keeps at once what is still waiting to be kept: before another project takes the place of this one. */
  settle(): Promise<void>;
  /** Keeps nothing of what is still waiting to be kept. */
  drop(): void;
}

/** Changes that come together are kept together. */
const WAIT_MS = 800;

export function createProjectKeeper(
  store: WorkspaceStore,
  shelf: ProjectShelf | null,
  time: () => number,
): ProjectKeeper {
  /** The files as last kept, by project: they are large, so they are written only when they change. */
  const written = new Map<number, string>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last: Promise<void> = Promise.resolve();
  /** Said once a visit: the person cannot do anything about it while working. */
  let told = false;
  let asked = false;

  async function look(): Promise<void> {
    try {
      const projects = (await shelf?.list()) ?? null;
      if (projects === null) throw new Error('no storage');
      projects.sort((a, b) => b.openedAt - a.openedAt);
      store.setState({ kept: { state: 'ready', projects } });
    } catch {
      store.setState({ kept: { state: 'refused' } });
    }
  }

  async function keep(): Promise<void> {
    const state = store.getState();
    if (shelf === null || state.kept.state === 'refused' || !isWorthKeeping(state)) return;
    const key = filesKey(state.inputs);
    const id = state.project.id ?? sameProject(state);
    try {
      const changed = id === null || written.get(id) !== key;
      const kept = await shelf.put(
        { ...keptOf(state, time()), id },
        changed ? state.inputs.flatMap(({ source }) => source.files) : undefined,
      );
      written.set(kept, key);
      store.setState(({ project }) => (project.id === kept ? {} : { project: { ...project, id: kept } }));
      await look();
      if (!asked && !state.project.madeUp) {
        asked = true;
        await shelf.askToStay().catch(() => undefined);
      }
    } catch (error) {
      if (!told) tell(error);
      told = true;
    }
  }

  /** The browser's name for what it refused: a full disk is one of them. */
  function tell(error: unknown): void {
    const message = error instanceof Error ? error.name : '';
    store.setState(({ failures }) => ({ failures: [...failures, { kind: 'keep', file: null, message }] }));
  }

  function soon(): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void settle(), WAIT_MS);
  }

  function settle(): Promise<void> {
    if (timer === null) return last;
    clearTimeout(timer);
    timer = null;
    last = last.then(keep);
    return last;
  }

  if (shelf !== null) {
    store.subscribe((state, before) => {
      if (isChanged(state, before)) soon();
    });
  }

  function drop(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    look,
    settle,
    drop,
    async files({ id, files }) {
      const blobs = (await shelf?.files(id)) ?? [];
      const names = files.map(({ name, beside = [] }) => [name, ...beside]);
      const count = names.flat().length;
      if (blobs.length !== count) throw new Error(`kept files: expected ${count}, got ${blobs.length}`);
      written.set(id, files.map(fileKey).join('\n'));
      let at = 0;
      return names.map((group) => group.map((name) => new File([blobs[at++]!], name)));
    },
    async rename(project, name) {
      await shelf?.put({ ...project, name, shownName: name }).catch(tell);
      await look();
    },
    async remove({ id }) {
      await shelf?.remove(id).catch(tell);
      written.delete(id);
      await look();
    },
  };
}

const KEPT_PARTS = ['inputs', 'opening', 'standardId', 'asOf', 'filter', 'layers'] as const;

/** Whether something changed that is kept. Under which id it is kept is not. */
function isChanged(state: WorkspaceState, before: WorkspaceState): boolean {
  return (
    KEPT_PARTS.some((part) => state[part] !== before[part]) ||
    state.plan.settings !== before.plan.settings ||
    state.plan.areas !== before.plan.areas ||
    state.project.name !== before.project.name
  );
}

/** Files that are still being read are kept when all of them are. */
function isWorthKeeping({ inputs, opening }: WorkspaceState): boolean {
  return inputs.length > 0 && opening.length === 0;
}

function keptOf(state: WorkspaceState, openedAt: number): Omit<KeptProject, 'id'> {
  const { plan, inputs, project, standardId, asOf, filter, layers } = state;
  return {
    name: project.name,
    shownName: project.name ?? nameOfPlan(plan, inputs),
    madeUp: project.madeUp,
    openedAt,
    areas: plan.areas.size,
    facilities: plan.facilities.size,
    files: inputs.map(({ input, source }) => ({
      name: input.file,
      sha256: input.sha256,
      bytes: source.files.reduce((sum, file) => sum + file.size, 0),
      role: input.role,
      crs: source.declared.crs,
      beside: source.files.slice(1).map((file) => file.name),
      declared: source.declared,
    })),
    estimates: estimatesOf(plan),
    settings: plan.settings,
    standardId,
    asOf,
    filter,
    layers,
  };
}

function fileKey({ name, sha256, role }: Pick<KeptProject['files'][number], 'name' | 'sha256' | 'role'>): string {
  return `${role} ${sha256} ${name}`;
}

function filesKey(inputs: readonly OpenedInput[]): string {
  return inputs.map(({ input }) => fileKey({ name: input.file, sha256: input.sha256, role: input.role })).join('\n');
}

/** The kept project that has the very same files (or is the sample, of which there is one): opened again, it is not another. */
function sameProject({ kept, inputs, project }: WorkspaceState): number | null {
  if (kept.state !== 'ready') return null;
  const key = filesKey(inputs);
  const same = kept.projects.find(({ madeUp, files }) =>
    project.madeUp ? madeUp : !madeUp && files.map(fileKey).join('\n') === key,
  );
  return same?.id ?? null;
}
