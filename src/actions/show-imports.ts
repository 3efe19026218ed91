import type { Workspace } from '../state/workspace.ts';

/** Shows the files on their way into the plan, that one first. */
export function showImports({ store }: Workspace, key: number): void {
  store.setState(({ imports }) => ({
    importOpen: true,
    imports: [...imports.filter((one) => one.key === key), ...imports.filter((one) => one.key !== key)],
  }));
}
