import type { CliTexts } from '../text/cli-texts.ts';
import type { Speech } from './host.ts';
import type { Arguments, OptionKinds } from './parse-arguments.ts';

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** Its options, besides those that every command takes. */
  readonly options: OptionKinds;
  usage(texts: CliTexts): string;
  /**
   * Does it. `problems` are those that the arguments already have: it adds what it finds wrong itself, so that a person
   * hears of everything at once. Throws `Unusable` for those and for inputs that cannot be used.
   */
  run(given: Arguments, problems: string[], speech: Speech): Promise<void> | void;
}
