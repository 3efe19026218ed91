import type { DocumentChange } from '../core/plan/document.ts';
import { journalRecords, replay, wholeEntries, type Entry, type Happening, type Replayed } from './journal.ts';
import { ProjectFiles } from './kept-inputs.ts';
import { pause } from './pause.ts';
import { nameOfPlan, type KeptBytes, type KeptProject, type ProjectHolds, type ProjectShelf } from './project.ts';
import type { Keeping, OpenedInput, WorkspaceState } from './workspace-state.ts';
import type { WorkspaceStore } from './workspace.ts';

/** Keeps everything that happens to the open project on the device, as it happens, and lists what was kept before. */
export interface ProjectKeeper {
  /** Looks what is kept. */
  look(): Promise<void>;
  /** Writes down what happened; `inputs`: the opened files after it, null where they are the same. */
  record(
    happening: { readonly kind: 'undo' | 'redo'; readonly at: number } | Omit<StepHappening, 'inputs'>,
    change: DocumentChange,
    inputs: readonly OpenedInput[] | null,
  ): void;
  /**
   * Takes a kept project up: what is recorded from now on goes on from where its journal ends. False: another tab has it, and
   * nothing may be changed here. `takeOver`: takes it from whoever has it.
   */
  takeUp(project: Pick<KeptProject, 'id'>, takeOver: boolean): Promise<{ held: boolean } & Replayed>;
  /** The journal of what is open, to look back. */
  entries(): Promise<readonly Entry[]>;
  /** How the open project stood after an entry of its journal. */
  asOf(seq: number): Promise<Replayed>;
  /** How another kept project stands, which stays closed. */
  peek(project: Pick<KeptProject, 'id'>): Promise<Replayed>;
  rename(project: KeptProject, name: string): Promise<void>;
  remove(project: KeptProject): Promise<void>;
  /** Waits until everything is kept, or has been refused. */
  settle(): Promise<void>;
  /** Lets go of what is open: what happens next belongs to another project. `forget`: it is not to stay on the device. */
  letGo(forget: boolean): Promise<void>;
}

type StepHappening = Extract<Happening, { kind: 'step' }>;

/** Something that the device does not have yet, as far as is known. */
interface Unsaved {
  readonly seq: number;
  readonly happening: Happening;
  readonly change: DocumentChange;
  readonly fresh: readonly KeptBytes[];
  /** The device has it, and may be missing something before it. */
  saved: boolean;
}

/** Facts that come together, as while a filter is typed, are kept together. */
const FACTS_WAIT_MS = 400;

/** How long the device is left alone when it has refused, unless something changes before. */
const AGAIN_MS = 10_000;

export function createProjectKeeper(
  store: WorkspaceStore,
  shelf: ProjectShelf | null,
  holds: ProjectHolds | null,
  time: () => number,
): ProjectKeeper {
  let files = new ProjectFiles();
  /** In order. */
  let unsaved: Unsaved[] = [];
  let seq = 0;
  /** What is under way; each settles and never rejects. */
  const underWay = new Set<Promise<void>>();
  const sending = new Set<Promise<void>>();
  /** Entries wait: there is no project yet, or what the device refused is about to be written again. */
  let beginning = false;
  let refused = false;
  let factsTimer: ReturnType<typeof setTimeout> | null = null;
  let againTimer: ReturnType<typeof setTimeout> | null = null;
  let asked = false;

  async function look(): Promise<void> {
    try {
      if (shelf === null) throw new Error('no storage');
      const projects = await shelf.list();
      projects.sort((a, b) => b.openedAt - a.openedAt);
      store.setState({ kept: { state: 'ready', projects } });
    } catch {
      store.setState({ kept: { state: 'refused' } });
    }
  }

  function show(keeping: Keeping): void {
    store.setState({ keeping });
  }

  /**
   * Hands one entry to the device at once, whatever else is still being written there: whoever ends the browser the next
   * moment loses nothing of it. The device writes in the order of asking.
   */
  async function send(to: ProjectShelf, id: number, entry: Unsaved): Promise<void> {
    try {
      for (const record of journalRecords(entry.seq, entry.happening, entry.change)) {
        // oxlint-disable no-await-in-loop -- a long change in parts, with a breath between them
        if (record.part > 0) await pause();
        await to.append(id, record, record.part === 0 ? entry.fresh : []);
        // oxlint-enable no-await-in-loop
      }
      entry.saved = true;
      while (unsaved[0]?.saved) unsaved.shift();
      if (unsaved.length > 0) return;
      show({ state: 'kept' });
      factsSoon();
    } catch (error) {
      failed(error);
    }
  }

  /** Sends an entry, or all that there are where there was no project yet or the device had refused. */
  function start(entry: Unsaved | null): void {
    if (shelf === null || beginning || unsaved.length === 0) return;
    if (!refused) show({ state: 'keeping' });
    const { id } = store.getState().project;
    if (id !== null && entry !== null && !refused) void track(send(shelf, id, entry), sending);
    else void track(sendAll(shelf), underWay);
  }

  async function sendAll(to: ProjectShelf): Promise<void> {
    beginning = true;
    try {
      const id = store.getState().project.id ?? (await begin(to));
      if (refused) {
        // What came after a refusal may have been written all the same: all of it is written again, from there on.
        await Promise.all(sending);
        await to.cut(id, unsaved[0]?.seq ?? seq);
        for (const entry of unsaved) entry.saved = false;
        refused = false;
      }
      beginning = false;
      await Promise.all(unsaved.map((entry) => track(send(to, id, entry), sending)));
    } catch (error) {
      failed(error);
    } finally {
      beginning = false;
    }
  }

  async function begin(to: ProjectShelf): Promise<number> {
    const id = await to.put({ ...factsOf(store.getState(), time()), id: null });
    store.setState(({ project }) => ({ project: { ...project, id } }));
    await holds?.take(id, false, lost);
    if (!asked && !store.getState().project.madeUp) {
      asked = true;
      await to.askToStay().catch(() => undefined);
    }
    return id;
  }

  function failed(error: unknown): void {
    const name = error instanceof Error ? error.name : '';
    if (name === 'ConstraintError') {
      // Another tab has gone on from the same place: what it wrote counts.
      lost();
      return;
    }
    refused = true;
    show({ state: 'failed', reason: name === 'QuotaExceededError' ? 'full' : 'refused', waiting: unsaved.length });
    againTimer ??= setTimeout(() => {
      againTimer = null;
      start(null);
    }, AGAIN_MS);
  }

  function lost(): void {
    unsaved = [];
    store.setState({ holding: 'reading' });
  }

  function factsSoon(): void {
    factsTimer ??= setTimeout(() => void keepFacts(), FACTS_WAIT_MS);
  }

  async function keepFacts(): Promise<void> {
    if (factsTimer !== null) clearTimeout(factsTimer);
    factsTimer = null;
    const state = store.getState();
    if (shelf === null || state.project.id === null || state.holding === 'reading') return;
    try {
      await shelf.put({ ...factsOf(state, time()), id: state.project.id });
      await look();
      if (await dropTwins(shelf)) await look();
    } catch (error) {
      failed(error);
    }
  }

  /** The same files opened anew are not another project beside one in which nothing was done. True: some were dropped. */
  async function dropTwins(from: ProjectShelf): Promise<boolean> {
    const { project, inputs, opening, kept } = store.getState();
    if (opening.length > 0 || kept.state !== 'ready') return false;
    const key = filesKey(factsFiles(inputs));
    const twins = kept.projects.filter(
      ({ id, madeUp, files, edits }) =>
        id !== project.id && edits === 0 && madeUp === project.madeUp && filesKey(files) === key,
    );
    await Promise.all(twins.map(({ id }) => from.remove(id)));
    return twins.length > 0;
  }

  async function settle(): Promise<void> {
    if (underWay.size === 0 && sending.size === 0) start(null);
    // What comes meanwhile is waited for as well.
    // oxlint-disable-next-line no-await-in-loop
    while (underWay.size > 0 || sending.size > 0) await Promise.all([...underWay, ...sending]);
    if (factsTimer !== null) await keepFacts();
  }

  async function read(
    id: number,
    { upTo = Infinity, into = files } = {},
  ): Promise<{ entries: readonly Entry[] } & Replayed> {
    if (shelf === null) throw new Error('no storage');
    const [records, bytes] = await Promise.all([shelf.journal(id), shelf.files(id)]);
    for (const one of bytes) into.add(one);
    const entries = wholeEntries(records).filter((entry) => entry.seq <= upTo);
    return { entries, ...replay(entries, (kept) => into.open(kept)) };
  }

  if (shelf !== null) {
    store.subscribe((state, before) => {
      if (state.project.id !== null && isChanged(state, before)) factsSoon();
    });
  }

  return {
    look,
    settle,
    record(happening, change, inputs) {
      if (shelf === null) return;
      const kept = inputs === null ? null : files.keep(inputs);
      const whole = happening.kind === 'step' ? { ...happening, inputs: kept?.inputs ?? null } : happening;
      const entry = { seq: seq++, happening: whole, change, fresh: kept?.fresh ?? [], saved: false };
      unsaved.push(entry);
      start(entry);
    },
    async takeUp({ id }, takeOver) {
      const held = (await holds?.take(id, takeOver, lost)) ?? true;
      const { entries, ...replayed } = await read(id);
      seq = entries.length;
      // What was being written when the browser ended is not whole, and would be in the way.
      if (held) await shelf?.cut(id, seq);
      show({ state: 'kept' });
      return { held, ...replayed };
    },
    async entries() {
      await settle();
      const { project } = store.getState();
      return project.id === null || shelf === null ? [] : wholeEntries(await shelf.journal(project.id));
    },
    async asOf(upTo) {
      await settle();
      return read(store.getState().project.id!, { upTo });
    },
    peek: ({ id }) => read(id, { into: new ProjectFiles() }),
    async rename(project, name) {
      await shelf?.put({ ...project, name, shownName: name });
      await look();
    },
    async remove({ id }) {
      await shelf?.remove(id);
      await look();
    },
    async letGo(forget) {
      const { id } = store.getState().project;
      if (forget) unsaved = [];
      await settle();
      if (forget && id !== null) await shelf?.remove(id);
      holds?.release();
      if (againTimer !== null) clearTimeout(againTimer);
      againTimer = null;
      files = new ProjectFiles();
      unsaved = [];
      refused = false;
      seq = 0;
      store.setState({ keeping: { state: 'nothing' }, holding: 'held' });
      await look();
    },
  };
}

/** Remembers work for as long as it runs. */
function track(work: Promise<void>, among: Set<Promise<void>>): Promise<void> {
  const mine = work.finally(() => among.delete(mine));
  among.add(mine);
  return mine;
}

/** What of the state is kept beside the journal: how the project is looked at, and what a list of projects says of it. */
const FACTS = ['standardId', 'asOf', 'filter', 'layers'] as const;

function isChanged(state: WorkspaceState, before: WorkspaceState): boolean {
  return FACTS.some((part) => state[part] !== before[part]) || state.project.name !== before.project.name;
}

function factsOf(state: WorkspaceState, openedAt: number): Omit<KeptProject, 'id'> {
  const { plan, inputs, project, history, standardId, asOf, filter, layers } = state;
  return {
    name: project.name,
    shownName: project.name ?? nameOfPlan(plan, inputs),
    madeUp: project.madeUp,
    openedAt,
    areas: plan.areas.size,
    facilities: plan.facilities.size,
    files: factsFiles(inputs),
    edits: history.steps.slice(0, history.done).filter(({ name }) => name.kind !== 'open').length,
    standardId,
    standards: project.standards.map(({ text }) => text),
    asOf,
    filter,
    layers,
  };
}

function factsFiles(inputs: readonly OpenedInput[]): KeptProject['files'] {
  return inputs.map(({ input, source }) => ({
    name: input.file,
    sha256: input.sha256,
    bytes: source.files.reduce((sum, file) => sum + file.size, 0),
  }));
}

/** Files whose bytes are kept are not the same as those that a project file tells of and does not hold. */
function filesKey(files: KeptProject['files']): string {
  return files.map(({ name, sha256, bytes }) => `${sha256} ${bytes} ${name}`).join('\n');
}
