import { Button } from 'react-aria-components';
import { Icon } from '../parts/icon.tsx';
import { useTexts } from '../workspace-context.tsx';

/** Makes a field unknown. */
export function ClearButton({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  const { edits: t } = useTexts();
  return (
    <Button className="button quiet icon clear-field" aria-label={t.clear(label)} onPress={onPress}>
      <Icon name="close" size={12} />
    </Button>
  );
}
