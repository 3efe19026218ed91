/** How long another tab has to say that it has a project, where the browser keeps no locks, ms. */
const ANSWER_MS = 400;

interface Word {
  readonly project: number;
  readonly says: 'who has it?' | 'it is mine' | 'it is mine now';
}

/**
 * Sees to it that one tab alone has a project: by the browser's locks, or, on a page that came over plain HTTP, where there
 * are none, by asking the other tabs.
 */
export function browserHolds() {
  let release: (() => void) | null = null;
  return {
    async take(id: number, takeOver: boolean, onLost: () => void): Promise<boolean> {
      release?.();
      const hold = 'locks' in navigator ? await lock(id, takeOver, onLost) : await ask(id, takeOver, onLost);
      release = hold;
      return hold !== null;
    },
    release(): void {
      release?.();
      release = null;
    },
  };
}

/** Null: another tab has it; else how to let go of it. */
function lock(id: number, takeOver: boolean, onLost: () => void): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const options = takeOver ? { steal: true } : { ifAvailable: true };
    let released = false;
    navigator.locks
      .request(`yiquan-project-${id}`, options, (found) => {
        if (found === null) return resolve(null);
        return new Promise<void>((letGo) => {
          resolve(() => {
            released = true;
            letGo();
          });
        });
      })
      // A lock that another tab steals ends its request with an error.
      .catch((error: unknown) => {
        if (!released && error instanceof DOMException && error.name === 'AbortError') onLost();
        else reject(error);
      });
  });
}

async function ask(id: number, takeOver: boolean, onLost: () => void): Promise<(() => void) | null> {
  const channel = new BroadcastChannel('yiquan-projects');
  const say = (says: Word['says']): void => channel.postMessage({ project: id, says } satisfies Word);
  const taken = await new Promise<boolean>((resolve) => {
    if (takeOver) return resolve(false);
    channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data.project === id && data.says === 'it is mine') resolve(true);
    });
    say('who has it?');
    setTimeout(() => resolve(false), ANSWER_MS);
  });
  if (taken) {
    channel.close();
    return null;
  }
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if (data.project !== id) return;
    if (data.says === 'who has it?') say('it is mine');
    if (data.says === 'it is mine now') {
      channel.close();
      onLost();
    }
  });
  if (takeOver) say('it is mine now');
  return () => channel.close();
}
