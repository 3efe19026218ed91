import { useDeferredValue, useMemo } from 'react';
import { FACILITY_TYPES, type FacilityType } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { FacilitySign } from '../parts/facility-sign.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

export function FacilitiesLegend() {
  const texts = useTexts();
  const facilities = useDeferredValue(useWorkspaceState(({ plan }) => plan.facilities));
  const counts = useMemo(() => {
    const found = new Map<FacilityType, number>();
    for (const { type } of facilities.values()) found.set(type, (found.get(type) ?? 0) + 1);
    return found;
  }, [facilities]);
  const t = texts.map.layers;
  if (counts.size === 0) return <p className="layer-help">{t.none}</p>;
  return (
    <>
      <ul className="legend">
        {FACILITY_TYPES.filter((type) => counts.has(type)).map((type) => (
          <li key={type} className="legend-row">
            <FacilitySign type={type} />
            <span>{texts.facilities.type[type]}</span>
            <span className="number">{formatNumber(counts.get(type) ?? 0)}</span>
          </li>
        ))}
      </ul>
      <ul className="state-key">
        <li>
          <FacilitySign type="station" size={13} />
          {t.facilityOpen}
        </li>
        <li>
          <FacilitySign type="station" state="planned" size={13} />
          {t.facilityPlanned}
        </li>
        <li>
          <FacilitySign type="station" state="closed" size={13} />
          {t.facilityClosed}
        </li>
      </ul>
    </>
  );
}
