import type { InputFile } from '../core/checks/result.ts';
import type { InputRole } from '../core/issue.ts';
import type { OpenedInput } from './workspace-state.ts';

/** A plan has one population grid and one street network: another replaces it. */
const ONE_OF_A_KIND: ReadonlySet<InputRole> = new Set(['population', 'streets']);

/** Whether an opened input is what another brings again: the same file, or the one of its kind. */
export function isSameInput(other: OpenedInput, input: Pick<InputFile, 'role' | 'file'>): boolean {
  return other.input.role === input.role && (other.input.file === input.file || ONE_OF_A_KIND.has(input.role));
}

/** Ids of the records that the same file brought before. */
export function ownIds(inputs: readonly OpenedInput[], input: Pick<InputFile, 'role' | 'file'>): readonly string[] {
  return inputs.filter((other) => isSameInput(other, input)).flatMap(({ ids }) => ids);
}
