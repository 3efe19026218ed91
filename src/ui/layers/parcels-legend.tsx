import { PARCEL_USES } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { ParcelSign } from '../parts/parcel-sign.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

export function ParcelsLegend() {
  const t = useTexts().map.layers;
  const parcels = useWorkspaceState(({ plan }) => plan.parcels);
  const counted = PARCEL_USES.map((use) => ({
    use,
    count: [...parcels.values()].filter((one) => one.use === use).length,
  }));
  return (
    <ul className="legend">
      {counted
        .filter(({ count }) => count > 0)
        .map(({ use, count }) => (
          <li key={use} className="legend-row">
            <ParcelSign use={use} />
            <span>{t.parcelUses[use]}</span>
            <span className="number">{formatNumber(count)}</span>
          </li>
        ))}
    </ul>
  );
}
