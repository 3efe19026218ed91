import type { AuditInput } from '../core/checks/audit.ts';
import { shownPlan, type PlanDocument } from '../core/plan/document.ts';
import { applyChange } from '../core/plan/edit.ts';
import { eldersOfBands } from '../core/plan/elders-of-bands.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { ScenarioId } from '../core/plan/scenario.ts';
import type { Settings } from '../core/plan/settings.ts';
import type { OpenedProject } from '../core/project/read-project.ts';
import type { Speech } from './host.ts';
import type { ProjectOptions } from './project-options.ts';
import { Unusable } from './unusable.ts';

/** What the baseline is called where a scenario could be named. */
const BASELINE = 'baseline';

/**
 * A project as it is judged: the scenario asked for, or what the file shows, and its own date, standard and settings unless
 * others are given. Throws `Unusable` where there is no such scenario.
 */
export function judgedProject(
  { project, streets }: OpenedProject,
  { scenario, standard, asOf, settings }: Pick<ProjectOptions, 'scenario' | 'standard' | 'asOf' | 'settings'>,
  speech: Speech,
): Omit<AuditInput, 'version'> {
  const { document, inputs } = project;
  const shown = scenario === undefined ? document.shown : scenarioNamed(document, scenario, speech);
  const { plan, conflicts } = shownPlan({ ...document, shown });
  if (conflicts.length > 0) {
    speech.host.tell(speech.texts.cli.scenarioConflicts(document.scenarios.get(shown!)!.name, conflicts.length));
  }
  return {
    plan: withSettings(plan, settings),
    streets: streets?.graph ?? null,
    standard: standard ?? project.standards.find((one) => one.standard.id === project.standardId)!,
    asOf: asOf ?? project.asOf,
    inputs: inputs.map(({ input }) => input),
    inputIssues: inputs.flatMap(({ issues }) => issues),
  };
}

/** An id before a name, a name before the word for the baseline. */
function scenarioNamed({ scenarios }: PlanDocument, asked: string, { texts: { cli } }: Speech): ScenarioId | null {
  if (scenarios.has(asked)) return asked;
  const named = [...scenarios.values()].filter(({ name }) => name === asked);
  if (named.length === 1) return named[0]!.id;
  if (named.length === 0 && asked === BASELINE) return null;
  const candidates = named.length > 1 ? named : [...scenarios.values()];
  const listed = candidates.map(({ id, name }) => `${name} (${id})`);
  throw new Unusable([cli.optionInvalid('--scenario', asked, [...listed, BASELINE].join(', '))]);
}

/** Elders that are sums of age bands follow the age, as they do everywhere. */
function withSettings(plan: Plan, settings: Partial<Settings>): Plan {
  const counted = settings.elder_age === undefined ? plan : applyChange(plan, eldersOfBands(plan, settings.elder_age));
  return { ...counted, settings: { ...plan.settings, ...settings } };
}
