import { useMemo } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { openDialog } from '../../actions/arrange.ts';
import { renameProject } from '../../actions/rename-project.ts';
import { nameOfPlan } from '../../state/project.ts';
import { isEmpty } from '../../state/selectors.ts';
import { commandById } from '../commands/all-commands.ts';
import { useCommandHost, useCommands } from '../commands/use-commands.ts';
import { NameDialog } from '../dialogs/name-dialog.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const ITEMS = [
  'rename',
  'open-files',
  'save-project',
  'save-project-as',
  'versions',
  'counties',
  'start-page',
] as const;

/** What is open: its name, whether it is made up, and what can be done with it as a whole. */
export function ProjectMenu() {
  const texts = useTexts();
  const t = texts.projects;
  const workspace = useWorkspace();
  const host = useCommandHost();
  const commands = useCommands();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const empty = useWorkspaceState(isEmpty);
  const project = useWorkspaceState((state) => state.project);
  const plan = useWorkspaceState((state) => state.plan);
  const inputs = useWorkspaceState((state) => state.inputs);
  const natural = useMemo(() => nameOfPlan(plan, inputs), [plan, inputs]);
  const isKept = useWorkspaceState(({ keeping }) => project.id !== null && keeping.state !== 'failed');
  const renaming = useWorkspaceState(({ dialog }) => dialog === 'rename');
  if (empty) return null;
  const name = project.name ?? natural;
  const shown = name === '' ? t.unnamed : name;
  return (
    <>
      <MenuTrigger>
        <Button className="button project-button" aria-label={t.menu(project.madeUp ? `${shown} ${t.madeUp}` : shown)}>
          <span className="project-name">{shown}</span>
          {project.madeUp ? (
            <span className="badge" data-status="draft">
              {t.madeUp}
            </span>
          ) : null}
          <Icon name="down" size={12} />
        </Button>
        <Popover className="popover">
          <Menu
            items={ITEMS.map((id) => ({ id }))}
            onAction={(key) => commandById(commands, String(key)).run(host)}
            aria-label={t.menu(shown)}
          >
            {({ id }) => (
              <MenuItem id={id} className="option">
                <Text slot="label">{commandById(commands, id).name(texts, language)}</Text>
                {id === 'start-page' ? <Text slot="description">{isKept ? t.closeKept : t.closeNotKept}</Text> : null}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <NameDialog
        open={renaming}
        name={name}
        mayBeEmpty
        onClose={() => openDialog(workspace, null)}
        onRename={(given) => renameProject(workspace, given === natural ? '' : given)}
      />
    </>
  );
}
