/**
 * Puts text on the clipboard, also text that is still being written. Browsers want to know of it while the press that
 * asked for it is fresh, so the promise itself is handed over.
 */
export async function copyText(text: Promise<string>): Promise<void> {
  // Absent where the page came over plain http, as on many an office network.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) {
    copyByCommand(await text);
    return;
  }
  const bytes = text.then((written) => new Blob([written], { type: 'text/plain' }));
  await clipboard.write([new ClipboardItem({ 'text/plain': bytes })]);
  // A writer that failed has its own say, not the clipboard's.
  await text;
}

/** The way of old browsers, which also works without https. */
function copyByCommand(text: string): void {
  let taken = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    taken = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
  if (!taken) throw new Error('clipboard: expected leave to write to it, got none');
}
