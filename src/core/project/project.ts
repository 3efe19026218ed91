import type { InputFile } from '../checks/result.ts';
import type { Issue } from '../issue.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { LoadedStandard } from '../standards/standard.ts';
import type { IsoDate } from '../units.ts';

/** A file whose records are in the project: what results say of it, what reading it found, and which records it brought. */
export interface ProjectInput {
  readonly input: InputFile;
  readonly issues: readonly Issue[];
  /** Ids (units: paths) of its records; empty for a population grid and for streets. */
  readonly ids: readonly string[];
}

/** All that a project is, but for its history. */
export interface Project {
  /** As the person named it; null: after what is in it. */
  readonly name: string | null;
  /** The sample city, or made from it: none of it is true. */
  readonly madeUp: boolean;
  readonly asOf: IsoDate;
  readonly document: PlanDocument;
  /** The documents that judge it, whole: the chosen one among them. */
  readonly standards: readonly LoadedStandard[];
  readonly standardId: string;
  readonly inputs: readonly ProjectInput[];
  /** In compact form (`pack-streets.ts`); null: walks are by straight line. */
  readonly streets: Uint8Array | null;
}

/** Who wrote a project file, and when: a date and time as ISO 8601 has it. */
export interface Written {
  readonly by: string;
  readonly at: string;
}
