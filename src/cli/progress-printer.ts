import type { Host } from './host.ts';

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): void;
}

/** Milliseconds of silence at first: short work needs no report. */
const PATIENCE_MS = 800;
/** Milliseconds between reports: a terminal rewrites one line, a log file gets a line now and then. */
const EVERY_MS = { terminal: 100, log: 5000 };

/** Prints progress as often as is useful. `now` is a clock in milliseconds. */
export function progressPrinter(terminal: Terminal, now: () => number): Host['progress'] {
  const started = now();
  let last = -Infinity;
  let open = false;
  return (report) => {
    if (report === null) {
      if (open) terminal.write('\r\u001b[K');
      open = false;
      return;
    }
    const at = now();
    const every = terminal.isTTY ? EVERY_MS.terminal : EVERY_MS.log;
    if (at - started < PATIENCE_MS || at - last < every) return;
    last = at;
    const line = `${report.words} ${Math.floor(report.share * 100)}%`;
    terminal.write(terminal.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
    open = terminal.isTTY === true;
  };
}
