import { VERDICTS } from '../core/checks/result.ts';
import type { Workspace } from '../state/workspace.ts';
import type {
  BottomTab,
  BulkEdit,
  ChartView,
  DataView,
  DialogName,
  GapFilter,
  MobileView,
  OutlookView,
  PickedAreas,
  Preferences,
  UnitView,
  WorkspaceState,
} from '../state/workspace-state.ts';
import { NO_FILTER } from '../state/workspace-state.ts';

// What the person arranges on the screen: none of it touches the plan or the result.

export function setFilter({ store }: Workspace, part: Partial<GapFilter>): void {
  store.setState(({ filter }) => ({ filter: { ...filter, ...part } }));
}

export function setBottomTab(workspace: Workspace, bottomTab: BottomTab): void {
  workspace.store.setState({ bottomTab });
  setPreferences(workspace, { bottomOpen: true });
}

export function setMobileView({ store }: Workspace, mobileView: MobileView): void {
  store.setState({ mobileView });
}

export function setPreferences({ store }: Workspace, part: Partial<Preferences>): void {
  store.setState(({ preferences }) => ({ preferences: { ...preferences, ...part } }));
}

export function openSettings({ store }: Workspace, settingsOpen: boolean): void {
  store.setState({ settingsOpen });
}

export function dismissFailure({ store }: Workspace, failure: WorkspaceState['failures'][number]): void {
  store.setState(({ failures }) => ({ failures: failures.filter((other) => other !== failure) }));
}

export function setUnitView({ store }: Workspace, part: Partial<UnitView>): void {
  store.setState(({ unitView }) => ({ unitView: { ...unitView, ...part } }));
}

export function setChartView({ store }: Workspace, part: Partial<ChartView>): void {
  store.setState(({ chartView }) => ({ chartView: { ...chartView, ...part } }));
}

/** Shows one unit's areas in the gap list, whatever their verdict: as many as its row counts. */
export function listUnit(workspace: Workspace, unit: string): void {
  setFilter(workspace, { ...NO_FILTER, verdicts: VERDICTS, unit });
  setBottomTab(workspace, 'gaps');
  setMobileView(workspace, 'list');
}

/** Shows some areas alone in the gap list, whatever their verdict. */
export function listPicked(workspace: Workspace, picked: PickedAreas): void {
  setFilter(workspace, { ...NO_FILTER, verdicts: VERDICTS, picked });
  setBottomTab(workspace, 'gaps');
  setMobileView(workspace, 'list');
}

export function setDataView({ store }: Workspace, part: Partial<DataView>): void {
  store.setState(({ dataView }) => ({ dataView: { ...dataView, ...part } }));
}

export function setOutlookView({ store }: Workspace, part: Partial<OutlookView>): void {
  store.setState(({ outlookView }) => ({ outlookView: { ...outlookView, ...part } }));
}

/** Whether the inspector's facts can be changed. */
export function setEditing({ store }: Workspace, editing: boolean): void {
  store.setState({ editing });
}

/** Says no more of the last step. */
export function dismissEffect({ store }: Workspace): void {
  store.setState({ effectBase: null });
}

/** Opens the dialog that changes a column of some records. */
export function openBulkEdit({ store }: Workspace, bulkEdit: BulkEdit): void {
  store.setState({ bulkEdit, dialog: 'bulk-edit' });
}

/** Lays a dialog over the screen, or takes it away. */
export function openDialog({ store }: Workspace, dialog: DialogName | null): void {
  store.setState({ dialog });
}
