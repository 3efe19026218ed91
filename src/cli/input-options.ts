import type { Speech } from './host.ts';
import type { Arguments } from './parse-arguments.ts';

/** A file to read, under the option that names it, and the coordinate system declared for it. */
export interface GivenInput<Name extends string = string> {
  readonly name: Name;
  readonly file: string;
  readonly crs?: string;
}

/**
 * The files that the options of those names give, in the order of the names, with what `--crs NAME=CRS` declares for them.
 * A declaration for no input is a problem.
 */
export function inputsOf<Name extends string>(
  names: readonly Name[],
  given: Arguments,
  problems: string[],
  { texts: { cli } }: Speech,
): GivenInput<Name>[] {
  const declared = new Map<string, string>();
  for (const pair of given.values('crs')) {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    const crs = at < 0 ? '' : pair.slice(at + 1).trim();
    if (!names.some((one) => one === name) || crs === '') {
      problems.push(cli.optionInvalid('--crs', pair, `${names.join('|')}=CRS`));
    } else if (!given.has(name)) problems.push(cli.crsWithoutInput(name));
    else if (declared.has(name)) problems.push(cli.optionRepeated(`--crs ${name}`));
    else declared.set(name, crs);
  }
  return names.flatMap((name) => {
    const file = given.value(name);
    const crs = declared.get(name);
    return file === undefined ? [] : [{ name, file, ...(crs === undefined ? {} : { crs }) }];
  });
}
