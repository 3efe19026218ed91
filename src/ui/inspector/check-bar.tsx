import type { Check } from '../../core/checks/result.ts';

/** How much of what is required there is, and what is on the way. The same stands beside it in words. */
export function CheckBar({ check: { required, counted, planned, verdict, check } }: { readonly check: Check }) {
  if (required === null || required <= 0 || counted === null)
    return <div className="bar" data-unknown aria-hidden="true" />;
  // A share is drawn of the whole, so that the required share shows as a mark; everything else of what is required.
  const whole = check === 'walk_circle' ? 1 : required;
  const now = percent(counted / whole);
  const later = percent(Math.max(counted, planned?.counted ?? counted) / whole);
  return (
    <div className="bar" data-verdict={verdict} aria-hidden="true">
      <span className="bar-planned" style={{ width: `${later}%` }} />
      <span className="bar-now" style={{ width: `${now}%` }} />
      {whole > required ? <span className="bar-mark" style={{ left: `${percent(required / whole)}%` }} /> : null}
    </div>
  );
}

function percent(share: number): number {
  return Math.max(0, Math.min(100, share * 100));
}
