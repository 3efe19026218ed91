import { lazy, Suspense, useDeferredValue, useEffect, useInsertionEffect, useState, type DragEvent } from 'react';
import { I18nProvider } from 'react-aria-components';
import { setMobileView } from '../actions/arrange.ts';
import { openFiles } from '../actions/open-files.ts';
import { isEmpty } from '../state/selectors.ts';
import type { MobileView } from '../state/workspace-state.ts';
import type { Workspace } from '../state/workspace.ts';
import { BulkEditDialog } from './dialogs/bulk-edit-dialog.tsx';
import { ExportTablesDialog } from './dialogs/export-tables-dialog.tsx';
import { SearchDialog } from './dialogs/search-dialog.tsx';
import { CountyDialog } from './counties/county-dialog.tsx';
import { ShortcutsDialog } from './dialogs/shortcuts-dialog.tsx';
import { VersionsDialog } from './dialogs/versions-dialog.tsx';
import { ConflictsDialog } from './scenarios/conflicts-dialog.tsx';
import { EditsDialog } from './scenarios/edits-dialog.tsx';
import { ScenarioDialog } from './scenarios/scenario-dialog.tsx';
import { SpreadDialog } from './dialogs/spread-dialog.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { GapRowsProvider } from './gap-rows-context.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { ChosenBar } from './panels/chosen-bar.tsx';
import { BottomPanel } from './panels/bottom-panel.tsx';
import { EffectStrip } from './panels/effect-strip.tsx';
import { LayerPanel } from './layers/layer-panel.tsx';
import { MapDataProvider } from './map-data-context.tsx';
import { Notices } from './panels/notices.tsx';
import { SettingsDrawer } from './panels/settings-drawer.tsx';
import { StartPage } from './panels/start-page.tsx';
import { StatusBar } from './panels/status-bar.tsx';
import { TopBar } from './panels/top-bar.tsx';
import { Icon, type IconName } from './parts/icon.tsx';
import { useShortcuts } from './shortcuts.ts';
import { useShownTheme } from './shown-theme.ts';
import { useTexts, useWorkspace, useWorkspaceState, WorkspaceProvider } from './workspace-context.tsx';
import './theme.css';
import './base.css';
import './controls.css';
import './layout.css';
import './map.css';
import './map-tools/map-tools.css';
import './lists.css';
import './gap-list.css';
import './choosing.css';
import './tables.css';
import './health/health.css';
import './counties/counties.css';
import './units/units.css';
import './pools/pools.css';
import './charts/charts.css';
import './layers.css';
import './inspector.css';
import './start.css';
import './drawer.css';
import './dialogs.css';
import './scenarios/scenarios.css';
import './import/import.css';
import './outlook/outlook.css';
import './forms/forms.css';
import './compare/compare.css';

// The map's library is most of the program, and the start page needs none of it: fetched while the person reads.
const mapPanel = () => import('./panels/map-panel.tsx');
const CompareDialog = lazy(async () => ({ default: (await import('./compare/compare-dialog.tsx')).CompareDialog }));
const MapPanel = lazy(async () => ({ default: (await mapPanel()).MapPanel }));

export function App({ workspace }: { readonly workspace: Workspace }) {
  return (
    <WorkspaceProvider value={workspace}>
      <Page />
    </WorkspaceProvider>
  );
}

function Page() {
  const texts = useTexts();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const theme = useShownTheme();
  useInsertionEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = texts.workspace.title;
  }, [language, texts]);
  return (
    <I18nProvider locale={language}>
      <ErrorBoundary texts={texts}>
        <GapRowsProvider>
          <MapDataProvider>
            <DropEverywhere>
              <Screen />
            </DropEverywhere>
          </MapDataProvider>
        </GapRowsProvider>
      </ErrorBoundary>
    </I18nProvider>
  );
}

function Screen() {
  useShortcuts();
  useEffect(() => void mapPanel(), []);
  const plan = useWorkspaceState((state) => state.plan);
  const view = useWorkspaceState((state) => state.mobileView);
  const comparing = useWorkspaceState(({ comparison }) => comparison !== null);
  // Deferred: the workspace is many parts, built in slices.
  const empty = useDeferredValue(isEmpty({ plan }));
  return (
    <div className="screen" data-view={view} data-empty={empty}>
      <TopBar />
      {empty ? (
        <>
          <StartPage />
          <Notices withPending={false} />
        </>
      ) : (
        <>
          <LayerPanel />
          <div className="stage">
            <Suspense fallback={<div className="map" />}>
              <MapPanel />
            </Suspense>
            <Notices withPending />
          </div>
          <EffectStrip />
          <BottomPanel />
          <Inspector />
          <ChosenBar />
          <StatusBar />
          <ViewSwitch />
        </>
      )}
      <SettingsDrawer />
      <SearchDialog />
      <ShortcutsDialog />
      <ExportTablesDialog />
      <Suspense fallback={null}>{comparing ? <CompareDialog /> : null}</Suspense>
      <CountyDialog />
      <ImportDialog />
      <SpreadDialog />
      <ScenarioDialog />
      <ConflictsDialog />
      <EditsDialog />
      <VersionsDialog />
      <BulkEditDialog />
    </div>
  );
}

const VIEWS: readonly { view: MobileView; icon: IconName }[] = [
  { view: 'map', icon: 'map' },
  { view: 'list', icon: 'list' },
  { view: 'details', icon: 'details' },
  { view: 'layers', icon: 'layers' },
];

/** On a narrow screen one panel shows at a time. */
function ViewSwitch() {
  const t = useTexts().workspace.views;
  const workspace = useWorkspace();
  const current = useWorkspaceState((state) => state.mobileView);
  const selected = useWorkspaceState((state) => state.selection !== null);
  return (
    <nav className="view-switch" aria-label={t.label}>
      {VIEWS.map(({ view, icon }) => (
        <button
          key={view}
          type="button"
          aria-current={view === current ? 'page' : undefined}
          {...(view === 'details' && selected && view !== current ? { 'data-news': true } : {})}
          onClick={() => setMobileView(workspace, view)}
        >
          <Icon name={icon} size={20} />
          {t[view]}
        </button>
      ))}
    </nav>
  );
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes('Files');
}

/** Files may be dropped anywhere, at any time. */
function DropEverywhere({ children }: { readonly children: React.ReactNode }) {
  const t = useTexts().start;
  const workspace = useWorkspace();
  const [over, setOver] = useState(false);
  return (
    // Dropping is a pointer's way in; the button that opens files is everyone's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="drop-everywhere"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null || !event.currentTarget.contains(event.relatedTarget as Node)) setOver(false);
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void openFiles(workspace, [...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <div className="drop-veil">
          <p>{t.dropAnywhere}</p>
        </div>
      ) : null}
    </div>
  );
}
