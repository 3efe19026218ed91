import type { StandardStatus } from '../../core/standards/standard.ts';
import { useTexts } from '../workspace-context.tsx';

/** What standing a document has: a draft is never shown without saying so. */
export function StatusBadge({ status }: { readonly status: StandardStatus }) {
  return (
    <span className="badge" data-status={status}>
      {useTexts().checks.status[status]}
    </span>
  );
}
