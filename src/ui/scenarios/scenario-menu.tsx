import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Text } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { adoptScenario, deleteScenario, showScenario } from '../../actions/scenarios.ts';
import { startComparison } from '../../actions/start-comparison.ts';
import { isEmpty, shownScenario } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const BASELINE = 'baseline';
const MANAGE = ['create', 'copy', 'describe', 'conflicts', 'adopt', 'remove'];

/** Which scenario is shown and edited, and what can be done with scenarios. */
export function ScenarioMenu() {
  const t = useTexts().scenarios;
  const empty = useWorkspaceState(isEmpty);
  const shown = useWorkspaceState(shownScenario);
  const conflicts = useWorkspaceState((state) => state.conflicts.length);
  if (empty) return null;
  const name = shown?.name ?? t.baseline;
  return (
    <MenuTrigger>
      <Button
        className="button scenario-button"
        aria-label={conflicts > 0 ? t.menuConflicts(name, t.conflicts(formatNumber(conflicts))) : t.menu(name)}
        data-scenario={shown === null ? undefined : ''}
      >
        <Icon name="scenario" />
        <span className="scenario-name">{name}</span>
        {conflicts > 0 ? (
          <span className="badge conflict-badge" data-status="draft">
            {t.conflicts(formatNumber(conflicts))}
          </span>
        ) : null}
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover">
        <ScenarioItems />
      </Popover>
    </MenuTrigger>
  );
}

function ScenarioItems() {
  const t = useTexts().scenarios;
  const workspace = useWorkspace();
  const document = useWorkspaceState((state) => state.document);
  const reading = useWorkspaceState(({ holding }) => holding === 'reading');
  const conflicts = useWorkspaceState((state) => state.conflicts.length);
  const { scenarios, shown } = document;
  return (
    <Menu aria-label={t.menu('')} disabledKeys={reading ? MANAGE : []}>
      <MenuSection
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown ?? BASELINE]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) void showScenario(workspace, key === BASELINE ? null : String(key));
        }}
      >
        <Header className="menu-header">{t.choose}</Header>
        <MenuItem id={BASELINE} className="option" textValue={t.baseline}>
          <Text slot="label">{t.baseline}</Text>
          <Text slot="description">{t.baselineNote}</Text>
        </MenuItem>
        {[...scenarios.values()].map(({ id, name, note, edits }) => (
          <MenuItem key={id} id={id} className="option" textValue={name}>
            <Text slot="label">{name}</Text>
            <Text slot="description">
              {[edits.size === 0 ? t.noEdits : t.edits(formatNumber(edits.size)), note].filter(Boolean).join(' · ')}
            </Text>
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection>
        <Header className="menu-header">{t.manage}</Header>
        <MenuItem id="create" className="option" onAction={() => openDialog(workspace, 'new-scenario')}>
          {t.create}
        </MenuItem>
        {shown === null ? null : (
          <>
            {conflicts > 0 ? (
              <MenuItem id="conflicts" className="option" onAction={() => openDialog(workspace, 'conflicts')}>
                {t.conflicts(formatNumber(conflicts))}
              </MenuItem>
            ) : null}
            <MenuItem id="edits" className="option" onAction={() => openDialog(workspace, 'scenario-edits')}>
              {t.editList}
            </MenuItem>
            <MenuItem id="compare" className="option" onAction={() => startComparison(workspace)}>
              {t.compare}
            </MenuItem>
            <MenuItem id="copy" className="option" onAction={() => openDialog(workspace, 'copy-scenario')}>
              {t.copy}
            </MenuItem>
            <MenuItem id="describe" className="option" onAction={() => openDialog(workspace, 'describe-scenario')}>
              {t.describe}
            </MenuItem>
            <MenuItem
              id="adopt"
              className="option"
              onAction={() => void adoptScenario(workspace, shown)}
              textValue={t.adopt}
            >
              <Text slot="label">{t.adopt}</Text>
              <Text slot="description">{t.adoptNote}</Text>
            </MenuItem>
            <MenuItem id="remove" className="option" onAction={() => void deleteScenario(workspace, shown)}>
              {t.remove}
            </MenuItem>
          </>
        )}
      </MenuSection>
    </Menu>
  );
}
