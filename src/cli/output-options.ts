import { existsSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Speech } from './host.ts';
import type { GivenInput } from './input-options.ts';
import type { Arguments } from './parse-arguments.ts';

/** Where a result goes (null: standard output), and as what. */
export interface Output<Format extends string> {
  readonly out: string | null;
  readonly format: Format;
}

/**
 * What `--out` (or `--to`) says: the format by the file's ending, the first of `formats` without it. `later` are formats of the
 * contract that this version does not write. Refused before any work is done: a folder that is not there, a file that is
 * one, an input that would be overwritten.
 */
export function outputOf<Format extends string>(
  given: Arguments,
  formats: readonly [Format, ...Format[]],
  inputs: readonly GivenInput[],
  problems: string[],
  { host, texts: { cli } }: Speech,
  later: readonly string[] = [],
  option: 'out' | 'to' = 'out',
): Output<Format> {
  const out = given.value(option) ?? null;
  if (out === null) return { out, format: formats[0] };
  const ending = path.extname(out).slice(1).toLowerCase();
  const format = formats.find((one) => one === ending);
  const expected = formats.map((one) => `.${one}`).join(', ');
  if (format === undefined) {
    problems.push(
      later.includes(ending)
        ? cli.formatUnsupported(`--${option}`, `.${ending}`, expected)
        : cli.optionInvalid(`--${option}`, out, expected),
    );
  }
  const target = path.resolve(host.cwd, out);
  const folder = path.dirname(target);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    problems.push(cli.outputUnwritable(`--${option}`, out, 'ENOENT'));
  else if (existsSync(target)) {
    const real = realpathSync(target);
    const files = inputs.map(({ file }) => path.resolve(host.cwd, file)).filter((file) => existsSync(file));
    if (statSync(target).isDirectory()) problems.push(cli.outputUnwritable(`--${option}`, out, 'EISDIR'));
    else if (files.some((file) => realpathSync(file) === real)) problems.push(cli.outputIsInput(`--${option}`, out));
  }
  return { out, format: format ?? formats[0] };
}
