import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { commandById, THEMES } from '../commands/all-commands.ts';
import { useCommandHost, useCommands } from '../commands/use-commands.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

const WORK = ['open-files', 'spread-population', 'compare', 'settings', 'undo', 'redo', 'shortcuts'] as const;

/** On a narrow screen: what has no place of its own in the top bar. */
export function MoreMenu() {
  const t = useTexts().commands;
  return (
    <MenuTrigger>
      <Button className="button quiet icon narrow-only" aria-label={t.more}>
        <Icon name="more" />
      </Button>
      <Popover className="popover">
        <MoreItems />
      </Popover>
    </MenuTrigger>
  );
}

function MoreItems() {
  const texts = useTexts();
  const commands = useCommands();
  const host = useCommandHost();
  const state = useWorkspaceState((whole) => whole);
  const { language, theme } = state.preferences;
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Menu aria-label={texts.commands.more} onAction={(key) => commandById(commands, String(key)).run(host)}>
      {WORK.map((id) => {
        const one = commandById(commands, id);
        return (
          <MenuItem key={id} id={id} className="option" isDisabled={!one.isEnabled(state)}>
            {one.name(texts, language)}
          </MenuItem>
        );
      })}
      <MenuItem id={`language-${other}`} className="option">
        {texts.commands.language[other]}
      </MenuItem>
      <MenuSection selectionMode="single" selectedKeys={[`theme-${theme}`]}>
        <Header className="menu-header">{texts.workspace.topBar.theme}</Header>
        {THEMES.map((one) => (
          <MenuItem key={one} id={`theme-${one}`} className="option">
            {texts.workspace.topBar.themes[one]}
          </MenuItem>
        ))}
      </MenuSection>
    </Menu>
  );
}
