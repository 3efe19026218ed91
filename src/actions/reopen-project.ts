import type { Edit } from '../core/plan/edit.ts';
import type { Settings } from '../core/plan/settings.ts';
import { estimatesChange } from '../state/kept-estimates.ts';
import { EMPTY_HISTORY } from '../state/history.ts';
import { NOTHING_DECLARED, type Declaration } from '../state/import-draft.ts';
import type { KeptFile, KeptProject } from '../state/project.ts';
import { apply, type Workspace } from '../state/workspace.ts';
import { NO_FILTER } from '../state/workspace-state.ts';
import { closeProject, dropProject } from './close-project.ts';
import { readAll, showAndJudge } from './open-files.ts';

/** Opens a project that the device kept: its files are read again, by the settings that were in force. */
export async function reopenProject(workspace: Workspace, kept: KeptProject): Promise<void> {
  const { store, keeper } = workspace;
  await closeProject(workspace);
  let files: File[][];
  try {
    files = await keeper.files(kept);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    store.setState(({ failures }) => ({ failures: [...failures, { kind: 'read', file: kept.shownName, message }] }));
    return;
  }
  const { standards } = store.getState();
  apply(workspace, { history: EMPTY_HISTORY, change: settingsChange(kept.settings), inputs: [] });
  store.setState({
    project: { id: kept.id, name: kept.name, madeUp: kept.madeUp },
    // A standard may be gone since: the one in use then stays.
    ...(standards.some(({ standard }) => standard.id === kept.standardId) ? { standardId: kept.standardId } : {}),
    asOf: kept.asOf,
    filter: { ...NO_FILTER, ...kept.filter },
    layers: { ...store.getState().layers, ...kept.layers },
  });
  const all = await readAll(
    workspace,
    files.map((group, i) => ({ files: group, declared: declaredOf(kept.files[i]!), review: false })),
  );
  if (!all) {
    dropProject(workspace);
    return;
  }
  const { plan, inputs } = store.getState();
  const change = estimatesChange(plan, kept.estimates ?? []);
  if (change.length > 0) apply(workspace, { history: EMPTY_HISTORY, change, inputs });
  // One that can no longer be read stays on the device with the project it belongs to: what is open now is another.
  if (store.getState().inputs.length < files.length) {
    store.setState(({ project }) => ({ project: { ...project, id: null } }));
  }
  // Opening is no change of it that could be undone.
  store.setState({ history: EMPTY_HISTORY });
  await showAndJudge(workspace);
}

/** Projects kept by earlier versions know no more than the table and its coordinate system. */
function declaredOf({ role, crs, declared }: KeptFile): Declaration {
  return declared ?? { ...NOTHING_DECLARED, role, crs };
}

function settingsChange(settings: Partial<Settings>): Edit[] {
  return (Object.keys(settings) as (keyof Settings)[]).map(
    (field) => ({ table: 'settings', field, from: undefined, to: settings[field] }) as Edit,
  );
}
