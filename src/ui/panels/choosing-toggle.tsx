import { ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import { setChoosing } from '../../actions/choose.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Whether a plain tap chooses: the way to choose several without a keyboard. */
export function ChoosingToggle({ className = '' }: { readonly className?: string }) {
  const { choosing: t } = useTexts();
  const workspace = useWorkspace();
  const choosing = useWorkspaceState((state) => state.choosing);
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton
        className={`button icon ${className}`}
        aria-label={t.several}
        isSelected={choosing}
        onChange={(on) => setChoosing(workspace, on)}
      >
        <Icon name="several" />
      </ToggleButton>
      <Tooltip className="tooltip">{t.severalHelp}</Tooltip>
    </TooltipTrigger>
  );
}
