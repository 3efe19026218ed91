import type { LoadedStandard } from '../core/standards/standard.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/plan/settings.ts';
import type { Issue } from '../core/issue.ts';
import type { Scenario } from '../core/plan/scenario.ts';
import { issuesOfDraft } from './import-draft.ts';
import type { AuditStamp, WalkStart } from '../analysis/api.ts';
import type { OpenedInput, Selection, WorkspaceState } from './workspace-state.ts';

/** The standard that judges. */
export function chosenStandard({ standards, standardId }: WorkspaceState): LoadedStandard {
  const chosen = standards.find(({ standard }) => standard.id === standardId);
  if (chosen === undefined) throw new Error(`standard: expected one of those loaded, got ${standardId}`);
  return chosen;
}

/** The settings in use: the plan's own over the defaults. */
export function settingsInUse({ plan }: { readonly plan: Pick<WorkspaceState['plan'], 'settings'> }): Settings {
  return { ...DEFAULT_SETTINGS, ...plan.settings };
}

/** Whether the shown result came from another plan, standard or date than those in view; of a trial while nothing is tried. */
export function isOutOfDate(state: WorkspaceState): boolean {
  const { digest } = state;
  if (digest === null) return state.plan.areas.size > 0 || state.plan.facilities.size > 0;
  return (
    (digest.stamp.trial && state.trial === null) ||
    digest.stamp.planVersion !== state.planVersion ||
    isByOtherRules(state, digest.stamp)
  );
}

/** Whether a result came by another standard or date, or along other streets, than those in view. */
export function isByOtherRules(state: WorkspaceState, stamp: AuditStamp): boolean {
  return (
    stamp.asOf !== state.asOf ||
    stamp.streetsSha256 !== (streetsInUse(state)?.input.sha256 ?? null) ||
    stamp.standardSha256 !== chosenStandard(state).sha256
  );
}

/** Whether the opened streets are an extract that holds more than lines: water, green, names. Told from the file's name. */
export function streetsAreExtract(state: Pick<WorkspaceState, 'inputs'>): boolean {
  const streets = streetsInUse(state);
  return streets !== null && !/json$/i.test(streets.input.file);
}

/** The sample city's own streets: made up, though in OpenStreetMap's format. */
const SAMPLE_STREETS = 'streets.osm.gz';

/**
 * Whether OpenStreetMap must be credited: its extract is open. A GeoJSON of streets has many sources; an extract under
 * another name is credited too, which is the lesser evil. The sample city owes nobody anything.
 */
export function creditsOpenStreetMap(state: Pick<WorkspaceState, 'inputs' | 'project'>): boolean {
  const isSample = state.project.madeUp && streetsInUse(state)?.input.file === SAMPLE_STREETS;
  return streetsAreExtract(state) && !isSample;
}

/** The opened streets; null: walks are estimated by straight line. */
export function streetsInUse({ inputs }: Pick<WorkspaceState, 'inputs'>): OpenedInput | null {
  return inputs.find(({ input }) => input.role === 'streets') ?? null;
}

/** Where the walk that is explained starts; null: nothing is selected that one walks from. */
export function walkStartOf(selection: Selection | null): WalkStart | null {
  if (selection?.kind === 'area') return { area: selection.id };
  return selection?.kind === 'place' ? { at: selection.at } : null;
}

/** Whether there is nothing at all to look at yet. */
export function isEmpty({ plan }: Pick<WorkspaceState, 'plan'>): boolean {
  return plan.areas.size === 0 && plan.facilities.size === 0 && plan.units.size === 0 && plan.population === null;
}

/** Every problem known: of the opened files, of those that wait, and of the last audit. */
export function issuesOf({ inputs, imports, digest }: Pick<WorkspaceState, 'inputs' | 'imports' | 'digest'>): Issue[] {
  return [...imports.flatMap(issuesOfDraft), ...inputs.flatMap(({ issues }) => issues), ...(digest?.issues ?? [])];
}

/** The scenario that is shown; null: the baseline. */
export function shownScenario({ document: { scenarios, shown } }: Pick<WorkspaceState, 'document'>): Scenario | null {
  return shown === null ? null : (scenarios.get(shown) ?? null);
}
