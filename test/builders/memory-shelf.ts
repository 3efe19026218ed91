import type { JournalRecord } from '../../src/state/journal.ts';
import type { KeptProject, ProjectShelf } from '../../src/state/project.ts';

/** A shelf that forgets when the test ends; `refuse` makes it say no, as a private window does. */
export interface MemoryShelf extends ProjectShelf {
  readonly projects: Map<number, KeptProject>;
  readonly journals: Map<number, JournalRecord[]>;
  /** How many files were written: they are large. */
  filesWritten: number;
  refuse: DOMException | null;
}

export function memoryShelf(): MemoryShelf {
  const files = new Map<number, Map<number, Blob>>();
  let next = 1;
  const shelf: MemoryShelf = {
    projects: new Map(),
    journals: new Map(),
    filesWritten: 0,
    refuse: null,
    list: () => answer(() => [...shelf.projects.values()]),
    put: (project) =>
      answer(() => {
        const id = project.id ?? next++;
        shelf.projects.set(id, { ...project, id });
        return id;
      }),
    append: (id, record, given) =>
      answer(() => {
        const journal = shelf.journals.get(id) ?? [];
        if (journal.some(({ seq, part }) => seq === record.seq && part === record.part)) {
          throw new DOMException('there already', 'ConstraintError');
        }
        // As a browser does: what is kept shares nothing with what is open.
        shelf.journals.set(id, [...journal, structuredClone(record)]);
        const kept = files.get(id) ?? new Map<number, Blob>();
        for (const { key, bytes } of given) kept.set(key, bytes);
        files.set(id, kept);
        shelf.filesWritten += given.length;
      }),
    cut: (id, from) =>
      answer(() => {
        shelf.journals.set(
          id,
          (shelf.journals.get(id) ?? []).filter(({ seq }) => seq < from),
        );
      }),
    journal: (id) => answer(() => [...(shelf.journals.get(id) ?? [])]),
    files: (id) => answer(() => [...(files.get(id) ?? [])].map(([key, bytes]) => ({ key, bytes }))),
    remove: (id) =>
      answer(() => {
        shelf.projects.delete(id);
        shelf.journals.delete(id);
        files.delete(id);
      }),
    askToStay: () => answer(() => undefined),
  };
  function answer<T>(give: () => T): Promise<T> {
    return shelf.refuse === null ? Promise.resolve().then(give) : Promise.reject(shelf.refuse);
  }
  return shelf;
}
