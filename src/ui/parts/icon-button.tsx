import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { Icon, type IconName } from './icon.tsx';

/** A button that shows an icon and says its name on hover and to a screen reader. */
export function IconButton({
  icon,
  label,
  disabled = false,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <TooltipTrigger delay={500}>
      <Button className="button quiet icon" aria-label={label} isDisabled={disabled} onPress={onPress}>
        <Icon name={icon} />
      </Button>
      <Tooltip className="tooltip">{label}</Tooltip>
    </TooltipTrigger>
  );
}
