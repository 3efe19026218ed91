import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What is known of a project without opening it. */
interface Facts {
  readonly id: number;
}

/** One record of a project's journal, under its place in it. */
interface Place {
  readonly seq: number;
  readonly part: number;
}

/** A file's bytes, under their number in their project. */
interface Bytes {
  readonly key: number;
  readonly bytes: Blob;
}

interface Schema<Project extends Facts, Entry extends Place> extends DBSchema {
  projects: { key: number; value: Project };
  journal: { key: [project: number, seq: number, part: number]; value: Entry };
  files: { key: [project: number, file: number]; value: Blob };
}

const NAME = 'yiquan-projects';
const VERSION = 1;

/** Flushed to the disk before it counts as written: what is kept survives the end of the browser, and of the power. */
const SURELY = { durability: 'strict' } as const;

/**
 * Keeps projects in the browser's own database, on this device alone. Facts, journal and files lie apart, so that listing
 * projects reads neither of the others. Every method rejects when the browser refuses (a private window, a full disk).
 */
export function browserShelf<Project extends Facts, Entry extends Place>() {
  let opened: Promise<IDBPDatabase<Schema<Project, Entry>>> | null = null;

  function database(): Promise<IDBPDatabase<Schema<Project, Entry>>> {
    opened ??= openDB<Schema<Project, Entry>>(NAME, VERSION, {
      upgrade(db) {
        db.createObjectStore('projects', { keyPath: 'id', autoIncrement: true });
        db.createObjectStore('journal');
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

    /** `id` null: a new one. */
    async put(project: Omit<Project, 'id'> & { readonly id: number | null }): Promise<number> {
      const { id, ...facts } = project;
      return (await database()).put('projects', (id === null ? facts : project) as Project);
    },

    /** Rejects with a `ConstraintError` where there is a record in that place. */
    async append(id: number, record: Entry, files: readonly Bytes[]): Promise<void> {
      const transaction = (await database()).transaction(['journal', 'files'], 'readwrite', SURELY);
      const written = [
        transaction.objectStore('journal').add(record, [id, record.seq, record.part]),
        ...files.map(({ key, bytes }) => transaction.objectStore('files').put(bytes, [id, key])),
      ];
      // At once, not when this page next has a moment: it may be busy, or ended.
      transaction.commit();
      await Promise.all([...written, transaction.done]);
    },

    async cut(id: number, seq: number): Promise<void> {
      await (await database()).delete('journal', IDBKeyRange.bound([id, seq], [id, []]));
    },

    async journal(id: number): Promise<Entry[]> {
      return (await database()).getAll('journal', ofProject(id));
    },

    async files(id: number): Promise<Bytes[]> {
      const store = (await database()).transaction('files').store;
      const [keys, blobs] = await Promise.all([store.getAllKeys(ofProject(id)), store.getAll(ofProject(id))]);
      return keys.map(([, key], i) => ({ key, bytes: blobs[i]! }));
    },

    async remove(id: number): Promise<void> {
      const transaction = (await database()).transaction(['projects', 'journal', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('projects').delete(id),
        transaction.objectStore('journal').delete(ofProject(id)),
        transaction.objectStore('files').delete(ofProject(id)),
        transaction.done,
      ]);
    },

    async askToStay(): Promise<void> {
      if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    },
  };
}

/** All keys of a project: an empty list comes after every number. */
function ofProject(id: number): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}
