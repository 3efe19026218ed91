import type { Failure } from './workspace-state.ts';
import type { Workspace } from './workspace.ts';

/** Says of work that it failed, with the error's own words, until it is dismissed. */
export function noteFailure(
  store: Workspace['store'],
  kind: Failure['kind'],
  error: unknown,
  file: string | null = null,
): void {
  const message = error instanceof Error ? error.message : String(error);
  store.setState(({ failures }) => ({ failures: [...failures, { kind, file, message }] }));
}
