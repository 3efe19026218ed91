import { charts as chartsEn } from './en/charts.ts';
import { checks as checksEn } from './en/checks.ts';
import { commands as commandsEn } from './en/commands.ts';
import { counties as countiesEn } from './en/counties.ts';
import { diagnosis as diagnosisEn } from './en/diagnosis.ts';
import { exports as exportsEn } from './en/exports.ts';
import { facilities as facilitiesEn } from './en/facilities.ts';
import { gaps as gapsEn } from './en/gaps.ts';
import { health as healthEn } from './en/health.ts';
import { imports as importsEn } from './en/imports.ts';
import { inspector as inspectorEn } from './en/inspector.ts';
import { map as mapEn } from './en/map.ts';
import { population as populationEn } from './en/population.ts';
import { projects as projectsEn } from './en/projects.ts';
import { reasons as reasonsEn } from './en/reasons.ts';
import { settings as settingsEn } from './en/settings.ts';
import { start as startEn } from './en/start.ts';
import { streetEdits as streetEditsEn } from './en/street-edits.ts';
import { templates as templatesEn } from './en/templates.ts';
import { units as unitsEn } from './en/units.ts';
import { workspace as workspaceEn } from './en/workspace.ts';
import type { Language } from './language.ts';
import { charts } from './zh-CN/charts.ts';
import { checks } from './zh-CN/checks.ts';
import { commands } from './zh-CN/commands.ts';
import { counties } from './zh-CN/counties.ts';
import { diagnosis } from './zh-CN/diagnosis.ts';
import { exports } from './zh-CN/exports.ts';
import { facilities } from './zh-CN/facilities.ts';
import { gaps } from './zh-CN/gaps.ts';
import { health } from './zh-CN/health.ts';
import { imports } from './zh-CN/imports.ts';
import { inspector } from './zh-CN/inspector.ts';
import { map } from './zh-CN/map.ts';
import { population } from './zh-CN/population.ts';
import { projects } from './zh-CN/projects.ts';
import { reasons } from './zh-CN/reasons.ts';
import { settings } from './zh-CN/settings.ts';
import { start } from './zh-CN/start.ts';
import { streetEdits } from './zh-CN/street-edits.ts';
import { templates } from './zh-CN/templates.ts';
import { units } from './zh-CN/units.ts';
import { workspace } from './zh-CN/workspace.ts';

const chinese = {
  charts,
  checks,
  commands,
  counties,
  diagnosis,
  exports,
  facilities,
  gaps,
  health,
  imports,
  inspector,
  map,
  population,
  projects,
  reasons,
  settings,
  start,
  streetEdits,
  templates,
  units,
  workspace,
};

/** Everything the screen says. Chinese is the original; another language must have the same shape. */
export type Texts = typeof chinese;

const english: Texts = {
  charts: chartsEn,
  checks: checksEn,
  commands: commandsEn,
  counties: countiesEn,
  diagnosis: diagnosisEn,
  exports: exportsEn,
  facilities: facilitiesEn,
  gaps: gapsEn,
  health: healthEn,
  imports: importsEn,
  inspector: inspectorEn,
  map: mapEn,
  population: populationEn,
  projects: projectsEn,
  reasons: reasonsEn,
  settings: settingsEn,
  start: startEn,
  streetEdits: streetEditsEn,
  templates: templatesEn,
  units: unitsEn,
  workspace: workspaceEn,
};

/** The sentences of one language. */
export function textsFor(language: Language): Texts {
  return language === 'en' ? english : chinese;
}
