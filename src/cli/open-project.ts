import { statSync } from 'node:fs';
import path from 'node:path';
import { readProjectSteps, whyProjectTooLarge, type OpenedProject } from '../core/project/read-project.ts';
import { drive } from './drive.ts';
import type { Speech } from './host.ts';
import { unusable } from './open-input.ts';
import { readFile } from './read-file.ts';

/** Opens a project file. Throws `Unusable` for one that is refused. */
export function openProject(file: string, speech: Speech): OpenedProject {
  const size = statSync(path.resolve(speech.host.cwd, file), { throwIfNoEntry: false })?.size ?? 0;
  const tooLarge = whyProjectTooLarge(file, size);
  if (tooLarge) throw unusable([tooLarge], speech);
  const { opened, issues } = drive(readProjectSteps({ name: file, bytes: readFile(file, speech) }), speech, file);
  if (!opened) throw unusable(issues, speech);
  return opened;
}
