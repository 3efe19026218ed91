import type { SourceHost } from '../core/import/source.ts';
import type { Progress } from '../core/progress.ts';
import type { StandardFile } from '../core/standards/load-standards.ts';
import type { IsoDate } from '../core/units.ts';
import type { CliTexts } from '../text/cli-texts.ts';
import type { Language } from '../text/language.ts';

/** What the command line takes from the world around it; the composition root gives it. */
export interface Host extends SourceHost {
  /** The folder that relative paths start from: the caller's. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The tool's own version. */
  readonly version: string;
  /** The standards that ship. */
  readonly standardFiles: readonly StandardFile[];
  today(): IsoDate;
  /** To standard output, as it is. */
  print(text: string): void;
  /** A line to standard error. */
  tell(line: string): void;
  /** How far long work has come, in words, to standard error; null: it is over. */
  progress(report: { readonly words: string; readonly share: number } | null): void;
}

/** A command's surroundings: the host, and the language it speaks. */
export interface Speech {
  readonly host: Host;
  readonly language: Language;
  readonly texts: CliTexts;
}

/** Reports a step of long work. */
export function tellProgress({ host, texts }: Speech, { stage, done, total }: Progress, file?: string): void {
  const words = file === undefined ? texts.cli.stage[stage] : `${texts.cli.stage[stage]} ${file}`;
  host.progress({ words, share: total > 0 ? done / total : 1 });
}
