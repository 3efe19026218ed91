import { saveCsv } from '../files/save-csv.ts';
import { editRows } from '../state/scenarios/edit-rows.ts';
import { editsCsv } from '../state/scenarios/edits-csv.ts';
import { shownScenario } from '../state/selectors.ts';
import type { Workspace } from '../state/workspace.ts';
import type { Texts } from '../text/texts.ts';

/** Saves the edits of the shown scenario. */
export function exportEdits({ store }: Workspace, texts: Texts): void {
  const state = store.getState();
  const scenario = shownScenario(state);
  if (scenario === null) return;
  const text = editsCsv(editRows(state.document.baseline, scenario), state.plan, texts);
  saveCsv('yiquan-scenario.csv', text);
}
