import type { SourceReport } from '../analysis/api.ts';
import type { Issue } from '../core/issue.ts';
import { firstStep, guessOf, type Declaration, type ImportDraft, type ImportStep } from '../state/import-draft.ts';
import { rememberedMapping } from '../state/remembered-mappings.ts';
import type { Workspace } from '../state/workspace.ts';
import { rereadImport } from './change-import.ts';

/** Keeps files that a person must look at before they go into the plan, with what is known of them. */
export function setAside(
  workspace: Workspace,
  {
    files,
    declared,
    source,
    issues,
  }: {
    readonly files: readonly File[];
    readonly declared: Declaration;
    /** Null: they cannot be opened at all. */
    readonly source: SourceReport | null;
    readonly issues: readonly Issue[];
  },
  /** What is shown first, once it is read. */
  begin: (draft: ImportDraft) => ImportStep = firstStep,
): number {
  const { imports, preferences } = workspace.store.getState();
  const key = 1 + Math.max(0, ...imports.map((one) => one.key));
  const role = declared.role ?? source?.role ?? null;
  const remembered =
    source && role && role !== 'streets' ? rememberedMapping(preferences.mappings, role, source) : null;
  const bare: ImportDraft = {
    key,
    files,
    source,
    declared: { ...declared, role },
    likely: [],
    remembered: remembered !== null && declared.mapping === null,
    refused: source === null ? issues : [],
    reading: null,
    step: 'file',
    controller: new AbortController(),
  };
  const guess = guessOf(bare);
  const mapping = declared.mapping ?? remembered ?? guess?.mapping ?? null;
  const elderAge = source?.eldersFrom[mapping?.columns['elders']?.[0] ?? ''] ?? null;
  const draft: ImportDraft = {
    ...bare,
    declared: { ...bare.declared, mapping, elderAge: declared.elderAge ?? elderAge },
    likely: guess?.likely ?? [],
  };
  workspace.store.setState({
    imports: [...imports.filter((other) => other.files[0]!.name !== files[0]!.name), draft],
  });
  void rereadImport(workspace, key, begin);
  return key;
}
