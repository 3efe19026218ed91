import { useMemo } from 'react';
import type { CompareWords } from '../../state/compare/cause-text.ts';
import { inLanguage } from '../parts/bilingual.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** What sentences of a comparison are made with, in the person's language. */
export function useCompareWords(): CompareWords {
  const texts = useTexts();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const standards = useWorkspaceState((state) => state.standards);
  return useMemo(
    () => ({
      texts,
      documents: new Map(
        standards.map(({ standard }) => [standard.id, inLanguage(standard.short_title, language)] as const),
      ),
    }),
    [texts, language, standards],
  );
}
