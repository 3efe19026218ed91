import { useCallback, useSyncExternalStore } from 'react';

/** Narrower than this one panel shows at a time: see layout.css. */
export const PHONE = '(max-width: 760px)';
/** Pointed at with a finger. */
export const COARSE = '(pointer: coarse)';

/** Whether a media query holds, now and as it changes. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
