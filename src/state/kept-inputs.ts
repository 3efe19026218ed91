import type { Declaration } from './import-draft.ts';
import type { KeptBytes } from './project.ts';
import type { OpenedInput } from './workspace-state.ts';

/** A file's bytes on the device: under a number of its project. */
export interface KeptFile {
  readonly key: number;
  readonly name: string;
}

/** An opened file as the device keeps it: what was read is in the journal, its own bytes lie beside it. */
export interface KeptInput extends Omit<OpenedInput, 'source'> {
  readonly files: readonly KeptFile[];
  readonly declared: Declaration;
}

/** The files of one project by their numbers, each but once. */
export class ProjectFiles {
  private readonly keys = new Map<File, number>();
  private readonly files = new Map<number, File>();
  private next = 0;

  /** Takes up bytes that are kept, under their number. */
  add({ key, bytes }: KeptBytes): void {
    // Whatever was taken up before stays the same object: what is open speaks of it.
    if (!this.files.has(key)) this.set(key, new File([bytes], ''));
  }

  /** The inputs as they are kept, and the files that have not been kept before. */
  keep(inputs: readonly OpenedInput[]): { inputs: KeptInput[]; fresh: KeptBytes[] } {
    const fresh: KeptBytes[] = [];
    const keyOf = (file: File): number => {
      let key = this.keys.get(file);
      if (key === undefined) {
        key = this.next;
        this.set(key, file);
        fresh.push({ key, bytes: file });
      }
      return key;
    };
    const kept = inputs.map(({ source: { files, declared }, ...rest }) => ({
      ...rest,
      declared,
      files: files.map((file) => ({ key: keyOf(file), name: file.name })),
    }));
    return { inputs: kept, fresh };
  }

  /** Gives kept inputs their files back. */
  open(kept: readonly KeptInput[]): OpenedInput[] {
    return kept.map(({ files, declared, ...rest }) => ({
      ...rest,
      source: { files: files.map((file) => this.named(file)), declared },
    }));
  }

  private named({ key, name }: KeptFile): File {
    const file = this.files.get(key);
    if (file === undefined) throw new Error(`kept file ${key} (${name}): expected its bytes`);
    if (file.name === name) return file;
    const named = new File([file], name);
    this.keys.delete(file);
    this.set(key, named);
    return named;
  }

  private set(key: number, file: File): void {
    this.keys.set(file, key);
    this.files.set(key, file);
    this.next = Math.max(this.next, key + 1);
  }
}
