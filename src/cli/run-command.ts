import { cliTextsFor } from '../text/cli-texts.ts';
import { LANGUAGES } from '../text/language.ts';
import { accessibilityCommand } from './accessibility-command.ts';
import { auditCommand } from './audit-command.ts';
import { chooseLanguage } from './choose-language.ts';
import type { Command } from './command.ts';
import { convertCommand } from './convert-command.ts';
import type { Host } from './host.ts';
import { isochroneCommand } from './isochrone-command.ts';
import { oneLine } from './one-line.ts';
import { parseArguments } from './parse-arguments.ts';
import { reachCommand } from './reach-command.ts';
import { standardsCommand } from './standards-command.ts';
import { Unusable } from './unusable.ts';

/** Every command there is. */
const COMMANDS: readonly Command[] = [
  auditCommand,
  accessibilityCommand,
  reachCommand,
  isochroneCommand,
  convertCommand,
  standardsCommand,
];

/** Runs the command line and gives its exit code: 0 done, 2 input or options to mend. A fault of the program is thrown. */
export async function runCommand(args: readonly string[], host: Host): Promise<0 | 2> {
  const language = chooseLanguage(args, host.environment);
  const texts = cliTextsFor(language);
  try {
    const [name, ...rest] = args;
    const names = COMMANDS.map((command) => command.name).join(', ');
    if (name === '--help' || name === '-h' || name === 'help') return done(host, `${texts.cli.usage}\n`);
    if (name === '--version') return done(host, `${host.version}\n`);
    if (name === undefined) throw new Unusable([texts.cli.noCommand(names)]);
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) {
      throw new Unusable([name.startsWith('-') ? texts.cli.noCommand(names) : texts.cli.commandUnknown(name, names)]);
    }
    const parsed = parseArguments(rest, command.name, command.options, texts);
    if (parsed.arguments.has('help')) return done(host, `${command.usage(texts)}\n`);
    const asked = parsed.arguments.value('lang');
    if (asked !== undefined && !LANGUAGES.some((one) => one === asked)) {
      parsed.problems.push(texts.cli.optionInvalid('--lang', asked, LANGUAGES.join(', ')));
    }
    await command.run(parsed.arguments, parsed.problems, { host, language, texts });
    return 0;
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    for (const line of error.lines) host.tell(oneLine(line));
    return 2;
  } finally {
    host.progress(null);
  }
}

function done(host: Host, text: string): 0 {
  host.print(text);
  return 0;
}
