import { ToggleButton, Toolbar, Tooltip, TooltipTrigger } from 'react-aria-components';
import { chooseTool, hasShape } from '../../actions/choose-tool.ts';
import { MAP_TOOLS, type MapTool } from '../../state/workspace-state.ts';
import { TOOL_KEYS } from '../commands/all-commands.ts';
import { KeyCaps } from '../commands/key-caps.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const ICONS: Readonly<Record<MapTool, IconName>> = {
  select: 'pointer',
  facility: 'addFacility',
  area: 'drawArea',
  candidate: 'addSite',
  parcel: 'drawParcel',
  barrier: 'barrier',
  link: 'link',
  shape: 'corners',
};

/** The tools of the map, one of which is in the hand. */
export function ToolPalette() {
  const t = useTexts().mapTools;
  const workspace = useWorkspace();
  const inHand = useWorkspaceState(({ mapTool }) => mapTool);
  const shaped = useWorkspaceState(hasShape);
  return (
    <Toolbar className="tool-palette" orientation="vertical" aria-label={t.label}>
      {MAP_TOOLS.map((tool) => (
        <TooltipTrigger key={tool} delay={500}>
          <ToggleButton
            className="tool"
            aria-label={t.tool[tool]}
            isSelected={inHand === tool}
            isDisabled={tool === 'shape' && !shaped}
            onChange={(on) => chooseTool(workspace, on ? tool : 'select')}
          >
            <Icon name={ICONS[tool]} size={18} />
          </ToggleButton>
          <Tooltip className="tooltip" placement="right">
            {t.tool[tool]} <KeyCaps keys={[{ key: TOOL_KEYS[tool] }]} />
          </Tooltip>
        </TooltipTrigger>
      ))}
    </Toolbar>
  );
}
