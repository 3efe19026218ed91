import { standardsOfTexts, standardsWith } from '../state/own-standards.ts';
import { noteFailure } from '../state/note-failure.ts';
import { NEW_PROJECT, type KeptProject } from '../state/project.ts';
import { replaceDocument, type Workspace } from '../state/workspace.ts';
import { NO_FILTER } from '../state/workspace-state.ts';
import { closeProject } from './close-project.ts';
import { isKeptFirst } from './is-kept-first.ts';
import { showAndJudge } from './open-files.ts';

/**
 * Opens a project that the device kept as it was left, with all that can be undone in it. Where another tab has it, it can be
 * read here, not changed; `takeOver`: takes it from that tab.
 */
export async function reopenProject(workspace: Workspace, kept: KeptProject, takeOver = false): Promise<void> {
  const { store, keeper } = workspace;
  if (!takeOver && !isKeptFirst(workspace, kept.shownName)) return;
  await closeProject(workspace);
  try {
    const { held, ...opened } = await keeper.takeUp(kept, takeOver);
    const { layers } = store.getState();
    const own = standardsOfTexts(kept.standards ?? []);
    const standards = standardsWith(workspace.shipped.standards, own);
    store.setState({
      project: { ...NEW_PROJECT, id: kept.id, name: kept.name, madeUp: kept.madeUp, standards: own },
      standards,
      holding: held ? 'held' : 'reading',
      // A standard may be gone since: the one in use then stays.
      ...(standards.some(({ standard }) => standard.id === kept.standardId) ? { standardId: kept.standardId } : {}),
      asOf: kept.asOf,
      filter: { ...NO_FILTER, ...kept.filter },
      layers: { ...layers, ...kept.layers },
    });
    replaceDocument(workspace, opened);
  } catch (error) {
    noteFailure(store, 'read', error, kept.shownName);
    return;
  }
  await showAndJudge(workspace);
}
