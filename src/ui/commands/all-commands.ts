import { showLayer, setLayer } from '../../actions/arrange-layers.ts';
import {
  openBulkEdit,
  openDialog,
  openSettings,
  setBottomTab,
  setEditing,
  setFilter,
  setMobileView,
  setPreferences,
} from '../../actions/arrange.ts';
import { chooseListed } from '../../actions/choose-listed.ts';
import { clearChosen, setChoosing } from '../../actions/choose.ts';
import { cancelWork } from '../../actions/cancel-work.ts';
import { chooseFiles } from '../../actions/choose-files.ts';
import { chooseTool, hasShape } from '../../actions/choose-tool.ts';
import { chooseStandard } from '../../actions/choose-standard.ts';
import { closeProject } from '../../actions/close-project.ts';
import { exportResult } from '../../actions/export-result.ts';
import { canLeaveOff, leaveOff } from '../../actions/leave-off.ts';
import { nextProblem } from '../../actions/next-problem.ts';
import { openSample } from '../../actions/open-sample.ts';
import { redo } from '../../actions/redo.ts';
import { reopenProject } from '../../actions/reopen-project.ts';
import { saveProject } from '../../actions/save-project.ts';
import { select } from '../../actions/select.ts';
import { startComparison } from '../../actions/start-comparison.ts';
import { showExtent } from '../../actions/show-extent.ts';
import { undo } from '../../actions/undo.ts';
import type { ExportFormat } from '../../analysis/api.ts';
import { AREA_CHECKS } from '../../core/checks/result.ts';
import type { LoadedStandard } from '../../core/standards/standard.ts';
import { listedIds } from '../../state/listed-ids.ts';
import { lastStep } from '../../state/history.ts';
import { LAYER_IDS } from '../../state/map-layers.ts';
import type { KeptProjects } from '../../state/project.ts';
import { isEmpty } from '../../state/selectors.ts';
import {
  BOTTOM_TABS,
  MAP_TOOLS,
  type MapTool,
  type Theme,
  type VerdictOf,
  type WorkspaceState,
} from '../../state/workspace-state.ts';
import { LANGUAGES } from '../../text/language.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { command, type Command, type CommandGroup } from './command.ts';

export const EXPORT_FORMATS: readonly ExportFormat[] = ['csv', 'geojson', 'json'];
export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const COLOURS: readonly VerdictOf[] = ['overall', ...AREA_CHECKS];

/** One letter each, beside those that are taken. */
export const TOOL_KEYS: Readonly<Record<MapTool, string>> = {
  select: 'v',
  facility: 'p',
  area: 'a',
  candidate: 'c',
  parcel: 'g',
  barrier: 'x',
  link: 'l',
  shape: 'o',
};

const hasPlan = (state: WorkspaceState): boolean => !isEmpty(state);
const isChoosing = ({ chosen, choosing }: WorkspaceState): boolean => choosing || chosen.ids.size > 0;
const isJudged = ({ digest }: WorkspaceState): boolean => digest !== null;

/** What is the same in every workspace. */
const FIXED: readonly Command[] = [
  command(
    'go',
    'search',
    (t) => t.commands.name.search,
    ({ workspace }) => openDialog(workspace, 'search'),
    {
      keys: [{ key: 'k', mod: true, everywhere: true }, { key: '/' }],
    },
  ),
  command('go', 'next-problem', (t) => t.commands.name.next, stepBy(1), { keys: [{ key: 'n' }], isEnabled: isJudged }),
  command('go', 'previous-problem', (t) => t.commands.name.previous, stepBy(-1), {
    keys: [{ key: 'n', shift: true }],
    isEnabled: isJudged,
  }),
  command(
    'go',
    'fit-map',
    (t) => t.map.fit,
    ({ workspace }) => showExtent(workspace),
    {
      keys: [{ key: 'f' }],
      isEnabled: hasPlan,
    },
  ),
  command(
    'go',
    'deselect',
    (t) => t.commands.name.deselect,
    ({ workspace }) => (isChoosing(workspace.store.getState()) ? clearChosen(workspace) : leaveOff(workspace)),
    {
      keys: [{ key: 'Escape' }],
      isEnabled: (state) => canLeaveOff(state) || isChoosing(state),
    },
  ),
  command(
    'go',
    'choose-several',
    (t) => t.choosing.several,
    ({ workspace }) => setChoosing(workspace, !workspace.store.getState().choosing),
    { isEnabled: hasPlan, isOn: ({ choosing }) => choosing },
  ),
  command(
    'go',
    'choose-listed',
    (t) => t.choosing.allListed,
    ({ workspace, listed }) => listed !== null && chooseListed(workspace, listed),
    { isEnabled: isJudged },
  ),

  ...MAP_TOOLS.map((tool) =>
    command(
      'draw',
      `tool-${tool}`,
      (t) => t.mapTools.tool[tool],
      ({ workspace }) => chooseTool(workspace, tool),
      {
        keys: [{ key: TOOL_KEYS[tool] }],
        isEnabled: tool === 'shape' ? hasShape : hasPlan,
        isOn: ({ mapTool }) => mapTool === tool,
      },
    ),
  ),

  command(
    'go',
    'edit',
    (t) => t.edits.command,
    ({ workspace }) => setEditing(workspace, !workspace.store.getState().editing),
    {
      keys: [{ key: 'e' }],
      isEnabled: hasPlan,
      isOn: ({ editing }) => editing,
    },
  ),

  command(
    'files',
    'open-files',
    (t) => t.workspace.topBar.open,
    ({ workspace }) => void chooseFiles(workspace),
    {
      keys: [{ key: 'o', mod: true }],
    },
  ),
  command(
    'files',
    'save-project',
    (t) => t.projects.saveFile,
    ({ workspace }) => void saveProject(workspace),
    { keys: [{ key: 's', mod: true, everywhere: true }], isEnabled: hasPlan },
  ),
  command(
    'files',
    'save-project-as',
    (t) => t.projects.saveFileAs,
    ({ workspace }) => void saveProject(workspace, true),
    { keys: [{ key: 's', mod: true, shift: true, everywhere: true }], isEnabled: hasPlan },
  ),
  command(
    'files',
    'rename',
    (t) => t.projects.rename,
    ({ workspace }) => openDialog(workspace, 'rename'),
    {
      isEnabled: hasPlan,
    },
  ),
  command(
    'files',
    'spread-population',
    (t) => t.population.command,
    ({ workspace }) => openDialog(workspace, 'spread-population'),
    { isEnabled: ({ plan }) => plan.areas.size > 0 },
  ),
  command(
    'files',
    'bulk-edit',
    (t) => t.edits.bulk.command,
    ({ workspace, listed }) => {
      if (listed !== null) openBulkEdit(workspace, { table: 'areas', ids: listedIds(listed) });
    },
    { isEnabled: isJudged },
  ),
  command(
    'files',
    'counties',
    (t) => t.counties.title,
    ({ workspace }) => openDialog(workspace, 'counties'),
    {
      isEnabled: hasPlan,
    },
  ),
  command(
    'files',
    'versions',
    (t) => t.scenarios.versions,
    ({ workspace }) => openDialog(workspace, 'versions'),
    { isEnabled: hasPlan },
  ),
  command(
    'files',
    'new-scenario',
    (t) => t.scenarios.create,
    ({ workspace }) => openDialog(workspace, 'new-scenario'),
    { isEnabled: hasPlan },
  ),
  command(
    'files',
    'start-page',
    (t) => t.projects.close,
    ({ workspace }) => void closeProject(workspace),
    {
      isEnabled: hasPlan,
    },
  ),
  command(
    'files',
    'undo',
    (t) => t.workspace.topBar.undo,
    ({ workspace }) => void undo(workspace),
    {
      keys: [{ key: 'z', mod: true }],
      isEnabled: ({ history }) => lastStep(history) !== null,
    },
  ),
  command(
    'files',
    'redo',
    (t) => t.workspace.topBar.redo,
    ({ workspace }) => void redo(workspace),
    {
      keys: [
        { key: 'z', mod: true, shift: true },
        { key: 'y', mod: true },
      ],
      isEnabled: ({ history }) => history.done < history.steps.length,
    },
  ),

  ...BOTTOM_TABS.map((tab, i) =>
    command(
      'view',
      `tab-${tab}`,
      (t) => t.workspace.tabs[tab],
      ({ workspace }) => {
        setBottomTab(workspace, tab);
        setMobileView(workspace, 'list');
      },
      {
        keys: [{ key: String(i + 1) }],
        isEnabled: hasPlan,
        isOn: ({ bottomTab, preferences }) => preferences.bottomOpen && bottomTab === tab,
      },
    ),
  ),
  command(
    'view',
    'bottom-panel',
    (t) => t.commands.name.bottomPanel,
    ({ workspace }) => {
      const { bottomOpen } = workspace.store.getState().preferences;
      setPreferences(workspace, { bottomOpen: !bottomOpen });
    },
    { keys: [{ key: 'b' }], isEnabled: hasPlan, isOn: ({ preferences }) => preferences.bottomOpen },
  ),

  command(
    'judge',
    'settings',
    (t) => t.workspace.topBar.settings,
    ({ workspace }) => openSettings(workspace, true),
    {
      keys: [{ key: ',', mod: true }],
    },
  ),
  command(
    'judge',
    'audit',
    (t) => t.workspace.state.recompute,
    ({ workspace }) => void workspace.audits.request(),
    {
      keys: [{ key: 'r' }],
      isEnabled: hasPlan,
    },
  ),
  command(
    'judge',
    'compare',
    (t) => t.compare.command,
    ({ workspace }) => startComparison(workspace),
    { isEnabled: hasPlan },
  ),
  command(
    'judge',
    'stop',
    (t) => t.commands.name.stop,
    ({ workspace }) => cancelWork(workspace),
    {
      isEnabled: ({ jobs }) => jobs.length > 0,
    },
  ),

  command(
    'judge',
    'suggest-pools',
    (t) => t.pools.suggestions.command,
    ({ workspace }) => {
      select(workspace, { kind: 'pool-suggestions', id: 'all' });
      setMobileView(workspace, 'details');
    },
    { isEnabled: isJudged },
  ),

  ...LAYER_IDS.map((id) =>
    command(
      'layers',
      `layer-${id}`,
      (t) => t.commands.layer(t.map.layers.name[id]),
      ({ workspace }) => showLayer(workspace, id, !workspace.store.getState().layers[id].visible),
      { isEnabled: hasPlan, isOn: ({ layers }) => layers[id].visible },
    ),
  ),
  ...COLOURS.map((of) =>
    command(
      'layers',
      `colour-${of}`,
      (t) => t.commands.colour(of === 'overall' ? t.checks.overall : t.checks.check[of]),
      ({ workspace }) => {
        setFilter(workspace, { of });
        setLayer(workspace, 'areas', { colour: of });
      },
      { isEnabled: isJudged, isOn: ({ layers }) => layers.areas.colour === of },
    ),
  ),

  ...EXPORT_FORMATS.map((format) =>
    command(
      'export',
      `export-${format}`,
      (t) => t.commands.export(t.commands.format[format]),
      ({ workspace }) => void exportResult(workspace, format),
      { isEnabled: isJudged },
    ),
  ),
  command(
    'export',
    'export-tables',
    (t) => t.exports.title,
    ({ workspace }) => openDialog(workspace, 'export-tables'),
    { isEnabled: hasPlan },
  ),

  ...THEMES.map((theme) =>
    command(
      'app',
      `theme-${theme}`,
      (t) => t.commands.theme(t.workspace.topBar.themes[theme]),
      ({ workspace }) => setPreferences(workspace, { theme }),
      { isOn: ({ preferences }) => preferences.theme === theme },
    ),
  ),
  ...LANGUAGES.map((language) =>
    command(
      'app',
      `language-${language}`,
      (t) => t.commands.language[language],
      ({ workspace }) => setPreferences(workspace, { language }),
      { isOn: ({ preferences }) => preferences.language === language },
    ),
  ),
  command(
    'app',
    'shortcuts',
    (t) => t.commands.shortcutsTitle,
    ({ workspace }) => openDialog(workspace, 'shortcuts'),
    {
      keys: [{ key: '?' }],
    },
  ),
];

function stepBy(by: 1 | -1): Command['run'] {
  return ({ workspace, listed }) => {
    if (listed !== null) nextProblem(workspace, listed, by);
  };
}

const OPEN_SAMPLE = command(
  'files',
  'open-sample',
  (t) => t.projects.openSample,
  ({ workspace }) => void openSample(workspace),
  { isEnabled: ({ jobs }) => jobs.length === 0 },
);

/** What the list of commands depends on. */
export interface CommandFacts {
  readonly standards: readonly LoadedStandard[];
  readonly kept: KeptProjects;
  readonly hasSample: boolean;
}

/** Everything that can be done: the one list that keys, palette, menus and the shortcuts page read. */
export function allCommands({ standards, kept, hasSample }: CommandFacts): readonly Command[] {
  return [
    ...FIXED,
    ...(hasSample ? [OPEN_SAMPLE] : []),
    ...standards.map(({ standard }) =>
      command(
        'judge',
        `standard-${standard.id}`,
        (t, language) => t.commands.standard(inLanguage(standard.short_title, language)),
        ({ workspace }) => void chooseStandard(workspace, standard.id),
        { isOn: ({ standardId }) => standardId === standard.id },
      ),
    ),
    ...(kept.state === 'ready' ? kept.projects : []).map((project) =>
      command(
        'files',
        `reopen-${project.id}`,
        (t) => t.projects.reopen(project.shownName),
        ({ workspace }) => void reopenProject(workspace, project),
        { isEnabled: (state) => state.project.id !== project.id || isEmpty(state) },
      ),
    ),
  ];
}

/** A command by its id, for the buttons that are always there. */
export function commandById(commands: readonly Command[], id: string): Command {
  const found = commands.find((one) => one.id === id);
  if (found === undefined) throw new Error(`command: expected one that is listed, got ${id}`);
  return found;
}

/** Commands of one group, in their order. */
export function commandsOf(commands: readonly Command[], group: CommandGroup): readonly Command[] {
  return commands.filter((one) => one.group === group);
}
