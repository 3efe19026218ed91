import { charts as chartsEn } from './en/charts.ts';
import { checks as checksEn } from './en/checks.ts';
import { choosing as choosingEn } from './en/choosing.ts';
import { commands as commandsEn } from './en/commands.ts';
import { compare as compareEn } from './en/compare.ts';
import { counties as countiesEn } from './en/counties.ts';
import { diagnosis as diagnosisEn } from './en/diagnosis.ts';
import { edits as editsEn } from './en/edits.ts';
import { exports as exportsEn } from './en/exports.ts';
import { facilities as facilitiesEn } from './en/facilities.ts';
import { gaps as gapsEn } from './en/gaps.ts';
import { health as healthEn } from './en/health.ts';
import { imports as importsEn } from './en/imports.ts';
import { inspector as inspectorEn } from './en/inspector.ts';
import { map as mapEn } from './en/map.ts';
import { mapTools as mapToolsEn } from './en/map-tools.ts';
import { outlook as outlookEn } from './en/outlook.ts';
import { pools as poolsEn } from './en/pools.ts';
import { population as populationEn } from './en/population.ts';
import { projects as projectsEn } from './en/projects.ts';
import { reasons as reasonsEn } from './en/reasons.ts';
import { scenarios as scenariosEn } from './en/scenarios.ts';
import { settings as settingsEn } from './en/settings.ts';
import { start as startEn } from './en/start.ts';
import { streetEdits as streetEditsEn } from './en/street-edits.ts';
import { templates as templatesEn } from './en/templates.ts';
import { units as unitsEn } from './en/units.ts';
import { workspace as workspaceEn } from './en/workspace.ts';
import type { Language } from './language.ts';
import { charts } from './zh-CN/charts.ts';
import { checks } from './zh-CN/checks.ts';
import { choosing } from './zh-CN/choosing.ts';
import { commands } from './zh-CN/commands.ts';
import { compare } from './zh-CN/compare.ts';
import { counties } from './zh-CN/counties.ts';
import { diagnosis } from './zh-CN/diagnosis.ts';
import { edits } from './zh-CN/edits.ts';
import { exports } from './zh-CN/exports.ts';
import { facilities } from './zh-CN/facilities.ts';
import { gaps } from './zh-CN/gaps.ts';
import { health } from './zh-CN/health.ts';
import { imports } from './zh-CN/imports.ts';
import { inspector } from './zh-CN/inspector.ts';
import { map } from './zh-CN/map.ts';
import { mapTools } from './zh-CN/map-tools.ts';
import { outlook } from './zh-CN/outlook.ts';
import { pools } from './zh-CN/pools.ts';
import { population } from './zh-CN/population.ts';
import { projects } from './zh-CN/projects.ts';
import { reasons } from './zh-CN/reasons.ts';
import { scenarios } from './zh-CN/scenarios.ts';
import { settings } from './zh-CN/settings.ts';
import { start } from './zh-CN/start.ts';
import { streetEdits } from './zh-CN/street-edits.ts';
import { templates } from './zh-CN/templates.ts';
import { units } from './zh-CN/units.ts';
import { workspace } from './zh-CN/workspace.ts';

const chinese = {
  charts,
  checks,
  choosing,
  commands,
  compare,
  counties,
  diagnosis,
  edits,
  exports,
  facilities,
  gaps,
  health,
  imports,
  inspector,
  map,
  mapTools,
  outlook,
  pools,
  population,
  projects,
  reasons,
  scenarios,
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
  choosing: choosingEn,
  commands: commandsEn,
  compare: compareEn,
  counties: countiesEn,
  diagnosis: diagnosisEn,
  edits: editsEn,
  exports: exportsEn,
  facilities: facilitiesEn,
  gaps: gapsEn,
  health: healthEn,
  imports: importsEn,
  inspector: inspectorEn,
  map: mapEn,
  mapTools: mapToolsEn,
  outlook: outlookEn,
  pools: poolsEn,
  population: populationEn,
  projects: projectsEn,
  reasons: reasonsEn,
  scenarios: scenariosEn,
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
