/**
 * An input that cannot be used as a whole, or an option that is wrong: the person's to mend, one line a problem, exit
 * code 2. Everything else that is thrown is a fault of the program, exit code 1.
 */
export class Unusable extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'Unusable';
    this.lines = lines;
  }
}
