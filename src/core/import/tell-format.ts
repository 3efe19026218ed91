import { tellUtf16 } from './tell-utf16.ts';

/** What a file's content says it is, before it is opened. `cfb` is the container of old Office files, locked new ones included. */
export type Container =
  | 'text'
  | 'zip'
  | 'cfb'
  | 'xls'
  | 'markup_workbook'
  | 'kml'
  | 'sqlite'
  | 'flatgeobuf'
  | 'parquet'
  | 'tiff'
  | 'shp'
  | 'dbf'
  | { readonly unknown: string };

const SIGNATURES: readonly (readonly [kind: Container, bytes: readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['cfb', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  // Workbooks of BIFF 2, 3, 4 and 5 without a container.
  ['xls', [0x09, 0x00, 0x04, 0x00]],
  ['xls', [0x09, 0x02, 0x06, 0x00]],
  ['xls', [0x09, 0x04, 0x06, 0x00]],
  ['xls', [0x09, 0x08, 0x08, 0x00]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74, 0x20, 0x33, 0x00]],
  ['flatgeobuf', [0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['tiff', [0x49, 0x49, 0x2b, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2b]],
  ['shp', [0x00, 0x00, 0x27, 0x0a]],
  [{ unknown: 'GZIP' }, [0x1f, 0x8b]],
  [{ unknown: 'PDF' }, [0x25, 0x50, 0x44, 0x46]],
  [{ unknown: 'RAR' }, [0x52, 0x61, 0x72, 0x21]],
  [{ unknown: '7-Zip' }, [0x37, 0x7a, 0xbc, 0xaf]],
];

/** Bytes at a file's beginning that are looked at. */
const LOOK_BYTES = 4096;

/** What a file is, by its content; the name's ending decides only whether a table without a signature is a DBF. */
export function tellFormat(name: string, bytes: Uint8Array): Container {
  for (const [kind, signature] of SIGNATURES) if (signature.every((byte, at) => bytes[at] === byte)) return kind;
  if (isDbf(bytes, /\.dbf$/i.test(name))) return 'dbf';
  const start = bytes.subarray(0, LOOK_BYTES);
  const head = new TextDecoder('utf-8').decode(start);
  if (/^\s*</.test(head)) {
    if (/<(\w+:)?kml[\s>]/i.test(head)) return 'kml';
    if (/urn:schemas-microsoft-com:office:spreadsheet|<html|<table/i.test(head)) return 'markup_workbook';
    return { unknown: 'XML' };
  }
  if (!start.includes(0)) return 'text';
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return marked || tellUtf16(bytes) !== null ? 'text' : { unknown: 'binary' };
}

/** dBASE III to FoxPro, with and without memo fields. */
const DBF_VERSIONS = new Set([
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x7b, 0x83, 0x8b, 0x8c, 0xcb, 0xf5,
]);

function isDbf(bytes: Uint8Array, named: boolean): boolean {
  if (bytes.length < 33 || !DBF_VERSIONS.has(bytes[0]!)) return false;
  const headerBytes = bytes[8]! + bytes[9]! * 256;
  const month = bytes[2]!;
  // FoxPro adds 263 bytes to its header.
  const regular = headerBytes >= 33 && [0, 1, 2, 263 % 32, 264 % 32].includes(headerBytes % 32);
  return named ? headerBytes >= 33 : regular && month <= 12 && bytes[headerBytes - 1] === 0x0d;
}
