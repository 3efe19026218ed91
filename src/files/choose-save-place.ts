import { saveFile } from './save-file.ts';

/** Where a file goes, as the person chose. */
export interface SavePlace {
  /** To write there again without asking; null: it is a download. */
  readonly handle: FileSystemFileHandle | null;
  readonly name: string;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** What of the File System Access API the libraries do not declare yet. */
interface Picking {
  showSaveFilePicker?(options: {
    readonly id: string;
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }): Promise<FileSystemFileHandle>;
}
interface Permitting {
  requestPermission?(options: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}

/**
 * Asks where to save, where the browser can write to a place on the disk, or makes it a download. `known`: written to again,
 * if the person still allows it. Null: the person thought better of it. To be called while the press that asks is fresh.
 */
export async function chooseSavePlace(
  name: string,
  { ending, mediaType }: { readonly ending: string; readonly mediaType: string },
  known: FileSystemFileHandle | null,
): Promise<SavePlace | null> {
  if (known !== null && (await isAllowed(known))) return placeOf(known);
  const host = window as Picking;
  if (host.showSaveFilePicker === undefined) {
    return { handle: null, name, write: async (bytes) => saveFile(name, bytes, mediaType) };
  }
  try {
    const types = [{ accept: { [mediaType]: [ending] } }];
    return placeOf(await host.showSaveFilePicker({ id: 'yiquan-project', suggestedName: name, types }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

async function isAllowed(handle: FileSystemFileHandle & Permitting): Promise<boolean> {
  return (await handle.requestPermission?.({ mode: 'readwrite' })) !== 'denied';
}

function placeOf(handle: FileSystemFileHandle): SavePlace {
  return {
    handle,
    name: handle.name,
    // What stood there stays until all of the new is written.
    async write(bytes) {
      const stream = await handle.createWritable();
      try {
        await stream.write(bytes);
      } catch (error) {
        await stream.abort().catch(() => undefined);
        throw error;
      }
      await stream.close();
    },
  };
}
