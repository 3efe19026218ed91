import { documentDiff } from '../core/plan/document-diff.ts';
import { commitDocument, type Workspace } from '../state/workspace.ts';
import type { Version } from '../state/versions.ts';

/** Puts the project back to how it stood, as one step that can be taken back. */
export async function returnToVersion(workspace: Workspace, { seq, at }: Version): Promise<void> {
  const { document, inputs } = await workspace.keeper.asOf(seq);
  const change = documentDiff(workspace.store.getState().document, document);
  commitDocument(workspace, { kind: 'restore', at }, change, inputs);
  await workspace.audits.request();
}
