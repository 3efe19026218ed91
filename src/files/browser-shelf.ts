import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What is known of a project without opening its files. */
interface Facts {
  readonly id: number;
}

interface Schema<Project extends Facts> extends DBSchema {
  projects: { key: number; value: Project };
  /** The files of a project, under its id. */
  files: { key: number; value: readonly Blob[] };
}

const NAME = 'yiquan';
const VERSION = 1;

/**
 * Keeps projects in the browser's own database, on this device alone. Facts and files lie apart, so that listing projects reads
 * no file. Every method rejects when the browser refuses (a private window, a full disk).
 */
export function browserShelf<Project extends Facts>() {
  let opened: Promise<IDBPDatabase<Schema<Project>>> | null = null;

  function database(): Promise<IDBPDatabase<Schema<Project>>> {
    opened ??= openDB<Schema<Project>>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('projects', { keyPath: 'id', autoIncrement: true });
        db.createObjectStore('files');
      },
      // Another tab has a newer version: it must not wait for this one.
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
      terminated: () => {
        opened = null;
      },
    });
    // A refusal may be lifted: the next call asks again.
    opened.catch(() => {
      opened = null;
    });
    return opened;
  }

  return {
    async list(): Promise<Project[]> {
      return (await database()).getAll('projects');
    },

    /** `id` null: a new one. `files` absent: those kept before stay. */
    async put(project: Omit<Project, 'id'> & { readonly id: number | null }, files?: readonly Blob[]): Promise<number> {
      const { id, ...facts } = project;
      const transaction = (await database()).transaction(['projects', 'files'], 'readwrite');
      const value = (id === null ? facts : project) as Project;
      // Both or neither: facts without files could not be opened.
      const write = async (): Promise<number> => {
        const key = await transaction.objectStore('projects').put(value);
        if (files !== undefined) await transaction.objectStore('files').put(files, key);
        return key;
      };
      const [key] = await Promise.all([write(), transaction.done]);
      return key;
    },

    async files(id: number): Promise<Blob[]> {
      return [...((await (await database()).get('files', id)) ?? [])];
    },

    async remove(id: number): Promise<void> {
      const transaction = (await database()).transaction(['projects', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('projects').delete(id),
        transaction.objectStore('files').delete(id),
        transaction.done,
      ]);
    },

    async askToStay(): Promise<void> {
      if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    },
  };
}
