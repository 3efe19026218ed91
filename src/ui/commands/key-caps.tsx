import { useTexts } from '../workspace-context.tsx';
import { isMac, keyCaps, type Keys } from './keys.ts';

/** Keys as they are printed on the keyboard; several ways to press are set apart by a word. */
export function KeyCaps({ keys }: { readonly keys: readonly Keys[] }) {
  const t = useTexts().commands;
  const mac = isMac();
  return (
    <span className="key-caps">
      {keys.map((one, i) => (
        <span key={keyCaps(one, mac).join()}>
          {i === 0 ? null : <span className="muted">{t.or}</span>}
          {keyCaps(one, mac).map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
