import { Button, FileTrigger, Menu, MenuItem, MenuTrigger, Popover, Toolbar } from 'react-aria-components';
import type { ExportFormat } from '../../analysis/api.ts';
import { openDialog, openSettings, setPreferences } from '../../actions/arrange.ts';
import { chooseStandard } from '../../actions/choose-standard.ts';
import { exportResult } from '../../actions/export-result.ts';
import { openFiles } from '../../actions/open-files.ts';
import { redo } from '../../actions/redo.ts';
import { setAsOf } from '../../actions/set-as-of.ts';
import { startComparison } from '../../actions/start-comparison.ts';
import { undo } from '../../actions/undo.ts';
import { FILE_TYPES } from '../../files/file-types.ts';
import { lastStep } from '../../state/history.ts';
import { isEmpty } from '../../state/selectors.ts';
import { commandById, EXPORT_FORMATS, THEMES } from '../commands/all-commands.ts';
import { KeyCaps } from '../commands/key-caps.tsx';
import { useCommands } from '../commands/use-commands.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { Choice } from '../parts/choice.tsx';
import { DayInput } from '../parts/date-input.tsx';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { StatusBadge } from '../parts/status-badge.tsx';
import { ScenarioMenu } from '../scenarios/scenario-menu.tsx';
import { stepText } from '../step-text.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { MoreMenu } from './more-menu.tsx';
import { ProjectMenu } from './project-menu.tsx';

export function TopBar() {
  const texts = useTexts();
  const t = texts.workspace;
  const workspace = useWorkspace();
  const { language } = useWorkspaceState(({ preferences }) => preferences);
  const asOf = useWorkspaceState((state) => state.asOf);
  return (
    <header className="top-bar">
      <h1 className="product" title={t.title}>
        {t.product}
        <span className="product-other">{t.productLatin}</span>
      </h1>
      <Toolbar className="tools" aria-label={t.topBar.label}>
        <ProjectMenu />
        <ScenarioMenu />
        <FileTrigger
          allowsMultiple
          acceptedFileTypes={FILE_TYPES}
          onSelect={(files) => void openFiles(workspace, [...(files ?? [])])}
        >
          <Button className="button open-button" aria-label={t.topBar.open}>
            <Icon name="open" />
            <span className="wide-only">{t.topBar.open}</span>
          </Button>
        </FileTrigger>
        <StandardChoice />
        <DayInput label={t.topBar.asOf} value={asOf} onChange={(day) => void setAsOf(workspace, day)} />
        <HistoryButtons />
        <CompareButton />
        <span className="spring" />
        <SearchButton />
        <Button
          className="button quiet wide-button settings-button"
          aria-label={t.topBar.settings}
          onPress={() => openSettings(workspace, true)}
        >
          <Icon name="settings" />
          <span className="widest-only">{t.topBar.settings}</span>
        </Button>
        <ThemeMenu />
        <Button
          className="button quiet language-button"
          aria-label={t.topBar.language}
          onPress={() => setPreferences(workspace, { language: language === 'en' ? 'zh-CN' : 'en' })}
        >
          <span lang={language === 'en' ? 'zh-CN' : 'en'}>
            <span className="language-name">{t.topBar.language}</span>
            <span className="language-short" aria-hidden="true">
              {t.topBar.languageShort}
            </span>
          </span>
        </Button>
        <MoreMenu />
        <ExportMenu />
      </Toolbar>
    </header>
  );
}

function CompareButton() {
  const t = useTexts().compare;
  const workspace = useWorkspace();
  const empty = useWorkspaceState(isEmpty);
  if (empty) return null;
  return (
    <Button className="button quiet wide-button" aria-label={t.command} onPress={() => startComparison(workspace)}>
      <Icon name="compare" />
      <span className="widest-only">{t.command}</span>
    </Button>
  );
}

/** Looks like the field that it opens. */
function SearchButton() {
  const t = useTexts().commands;
  const workspace = useWorkspace();
  const keys = commandById(useCommands(), 'search').keys.slice(0, 1);
  return (
    <Button className="button search-button" aria-label={t.name.search} onPress={() => openDialog(workspace, 'search')}>
      <Icon name="search" size={14} />
      <span className="search-words">{t.search.open}</span>
      <KeyCaps keys={keys} />
    </Button>
  );
}

function StandardChoice() {
  const texts = useTexts();
  const workspace = useWorkspace();
  const standards = useWorkspaceState((state) => state.standards);
  const standardId = useWorkspaceState((state) => state.standardId);
  const ofProject = useWorkspaceState(({ project }) => project.standards);
  const own = new Set(ofProject.map(({ standard }) => standard.id));
  const { language } = useWorkspaceState(({ preferences }) => preferences);
  return (
    <Choice
      className="standard-choice"
      label={texts.workspace.topBar.standard}
      value={standardId}
      options={standards.map(({ standard }) => ({
        id: standard.id,
        text: inLanguage(standard.short_title, language),
        mark: <StatusBadge status={standard.status} />,
        note: own.has(standard.id) ? texts.projects.standardOfFile : inLanguage(standard.title, language),
      }))}
      onChange={(id) => void chooseStandard(workspace, id)}
    />
  );
}

function HistoryButtons() {
  const texts = useTexts();
  const t = texts.workspace.topBar;
  const workspace = useWorkspace();
  const history = useWorkspaceState((state) => state.history);
  const last = lastStep(history);
  const next = history.steps[history.done];
  return (
    <div className="button-pair history-buttons">
      <IconButton
        icon="undo"
        label={last === null ? t.undo : t.undoOf(stepText(texts, last.name))}
        disabled={last === null}
        onPress={() => void undo(workspace)}
      />
      <IconButton
        icon="redo"
        label={next === undefined ? t.redo : t.redoOf(stepText(texts, next.name))}
        disabled={next === undefined}
        onPress={() => void redo(workspace)}
      />
    </div>
  );
}

const TABLES = 'tables';

function ExportMenu() {
  const { exports, workspace: texts } = useTexts();
  const t = texts.topBar;
  const workspace = useWorkspace();
  const judged = useWorkspaceState(({ digest }) => digest !== null);
  const empty = useWorkspaceState(isEmpty);
  const labels: Readonly<Record<ExportFormat, string>> = {
    csv: t.exportCsv,
    geojson: t.exportGeojson,
    json: t.exportJson,
  };
  return (
    <MenuTrigger>
      <Button className="button primary" isDisabled={empty} aria-label={t.export}>
        <Icon name="export" />
        <span className="wide-only">{t.export}</span>
      </Button>
      <Popover className="popover">
        <Menu
          disabledKeys={judged ? [] : EXPORT_FORMATS}
          onAction={(key) => {
            const format = EXPORT_FORMATS.find((one) => one === key);
            if (format !== undefined) void exportResult(workspace, format);
            else openDialog(workspace, 'export-tables');
          }}
        >
          {EXPORT_FORMATS.map((id) => (
            <MenuItem key={id} id={id} className="option">
              {labels[id]}
            </MenuItem>
          ))}
          <MenuItem id={TABLES} className="option">
            {exports.menu}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function ThemeMenu() {
  const t = useTexts().workspace.topBar;
  const workspace = useWorkspace();
  const { theme } = useWorkspaceState(({ preferences }) => preferences);
  return (
    <MenuTrigger>
      <Button className="button quiet icon theme-button" aria-label={t.theme}>
        <Icon name="theme" />
      </Button>
      <Popover className="popover">
        <Menu
          aria-label={t.theme}
          selectionMode="single"
          selectedKeys={[theme]}
          items={THEMES.map((id) => ({ id }))}
          onAction={(key) => {
            const chosen = THEMES.find((one) => one === key);
            if (chosen !== undefined) setPreferences(workspace, { theme: chosen });
          }}
        >
          {({ id }) => (
            <MenuItem id={id} className="option">
              {t.themes[id]}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
