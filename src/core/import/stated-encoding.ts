import { parseEncodingName, type TextEncodingName } from './text-encoding.ts';

/** Bytes within which markup names its own encoding. */
const LOOK_BYTES = 1024;

/** The encoding that XML (`encoding="GBK"`) or HTML (`charset=gb2312`) says it is in. */
export function statedEncoding(markup: Uint8Array): TextEncodingName | undefined {
  const head = new TextDecoder('windows-1252').decode(markup.subarray(0, LOOK_BYTES));
  const found = /(?:encoding|charset)\s*=\s*["']?([\w-]+)/i.exec(head);
  return (found && parseEncodingName(found[1]!)) ?? undefined;
}
