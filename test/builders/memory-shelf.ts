import type { KeptProject, ProjectShelf } from '../../src/state/project.ts';

/** A shelf that forgets when the test ends; `refuse` makes it say no, as a private window does. */
export interface MemoryShelf extends ProjectShelf {
  readonly projects: Map<number, KeptProject>;
  /** How often files were written: they are large. */
  filesWritten: number;
  refuse: DOMException | null;
}

export function memoryShelf(): MemoryShelf {
  const files = new Map<number, readonly Blob[]>();
  let next = 1;
  const shelf: MemoryShelf = {
    projects: new Map(),
    filesWritten: 0,
    refuse: null,
    list: () => answer(() => [...shelf.projects.values()]),
    put: (project, given) =>
      answer(() => {
        const id = project.id ?? next++;
        shelf.projects.set(id, { ...project, id });
        if (given !== undefined) {
          files.set(id, given);
          shelf.filesWritten++;
        }
        return id;
      }),
    files: (id) => answer(() => [...(files.get(id) ?? [])]),
    remove: (id) =>
      answer(() => {
        shelf.projects.delete(id);
        files.delete(id);
      }),
    askToStay: () => answer(() => undefined),
  };
  function answer<T>(give: () => T): Promise<T> {
    return shelf.refuse === null ? Promise.resolve().then(give) : Promise.reject(shelf.refuse);
  }
  return shelf;
}
