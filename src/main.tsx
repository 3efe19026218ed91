import { createRoot } from 'react-dom/client';
import 'maplibre-gl/dist/maplibre-gl.css';
import { createAnalysis } from './analysis/create-analysis.ts';
import { createSolver } from './analysis/create-solver.ts';
import { loadStandards } from './core/standards/load-standards.ts';
import type { IsoDate } from './core/units.ts';
import { browserHolds } from './files/browser-holds.ts';
import { browserShelf } from './files/browser-shelf.ts';
import type { JournalRecord } from './state/journal.ts';
import type { KeptProject } from './state/project.ts';
import { loadLayers, saveLayers } from './state/saved-layers.ts';
import { loadPreferences, savePreferences, type PreferenceStorage } from './state/saved-preferences.ts';
import { createWorkspace } from './state/workspace.ts';
import { App } from './ui/app.tsx';

const DEFAULT_STANDARD = 'nantong-draft-2023';

const files = import.meta.glob<string>('../data/standards/*.json', { query: '?raw', import: 'default', eager: true });
const { standards, problems } = loadStandards(
  Object.entries(files).map(([path, text]) => ({ name: path.slice(path.lastIndexOf('/') + 1), text })),
);
// The documents are the program's own: a wrong one is a fault of the build, not of anybody's data.
if (problems.length > 0) throw new Error(`standards: ${JSON.stringify(problems)}`);

/** Named as they are, whatever the build calls them: their endings say what they are. */
const sample = Object.entries(
  import.meta.glob<string>('../data/sample/*.{geojson,csv,gz,pbf}', {
    query: '?url&no-inline',
    import: 'default',
    eager: true,
  }),
).map(([path, url]) => ({ name: path.slice(path.lastIndexOf('/') + 1), url }));

const storage = preferenceStorage();
const workspace = createWorkspace({
  // A worker that breaks down rejects what was asked of it, and each asker tells the person.
  analysis: createAnalysis((fault) =>
    workspace.store.setState(({ failures }) => ({
      failures: [...failures, { kind: 'audit', file: null, message: fault.message }],
    })),
  ),
  solver: createSolver(),
  standards,
  standardId: DEFAULT_STANDARD,
  asOf: today(),
  preferences: loadPreferences(storage),
  layers: loadLayers(storage),
  now: () => performance.now(),
  time: () => Date.now(),
  shelf: browserShelf<KeptProject, JournalRecord>(),
  holds: browserHolds(),
  sample,
});
void workspace.keeper.look();
// Nothing asks to be saved; but what the device has not taken would be gone.
window.addEventListener('beforeunload', (event) => {
  if (workspace.store.getState().keeping.state === 'failed') event.preventDefault();
});
workspace.store.subscribe(({ preferences, layers }, before) => {
  if (preferences !== before.preferences) savePreferences(storage, preferences);
  if (layers !== before.layers) saveLayers(storage, layers);
});

createRoot(document.getElementById('root')!).render(<App workspace={workspace} />);

/** Storage may be forbidden altogether; then preferences last for this visit. */
function preferenceStorage(): PreferenceStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The calendar day where the person is. */
function today(): IsoDate {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
