import type { StepName } from '../state/workspace-state.ts';
import { formatDateTime } from '../text/numbers.ts';
import type { Texts } from '../text/texts.ts';

type Kind = StepName['kind'];

const SENTENCES: { readonly [K in Kind]: (texts: Texts, name: Extract<StepName, { kind: K }>) => string } = {
  open: ({ workspace: { change } }, { file }) => change.openFile(file),
  'open-project': ({ workspace: { change } }, { file }) => change.openProject(file),
  remove: ({ workspace: { change } }, { file }) => change.removeFile(file),
  county: ({ workspace: { change } }, { file }) => change.county(file),
  setting: ({ workspace: { change }, settings }, { setting }) => change.setting(settings.name[setting]),
  'spread-population': ({ workspace: { change } }) => change.spreadPopulation,
  'reset-settings': ({ workspace: { change } }) => change.resetSettings,
  'create-scenario': ({ workspace: { change } }, { scenario }) => change.createScenario(scenario),
  'copy-scenario': ({ workspace: { change } }, { scenario }) => change.copyScenario(scenario),
  'describe-scenario': ({ workspace: { change } }, { scenario }) => change.describeScenario(scenario),
  'delete-scenario': ({ workspace: { change } }, { scenario }) => change.deleteScenario(scenario),
  'show-scenario': ({ workspace: { change } }, { scenario }) => change.showScenario(scenario),
  'adopt-scenario': ({ workspace: { change } }, { scenario }) => change.adoptScenario(scenario),
  'show-baseline': ({ workspace: { change } }) => change.showBaseline,
  'resolve-conflict': ({ workspace: { change } }) => change.resolveConflict,
  restore: ({ workspace: { change } }, { at }) => change.restore(formatDateTime(at)),
};

/** What a step was, in words. */
export function stepText(texts: Texts, name: StepName): string {
  return SENTENCES[name.kind](texts, name as never);
}
