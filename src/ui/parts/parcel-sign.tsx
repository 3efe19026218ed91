import type { ParcelUse } from '../../core/plan/plan.ts';

/** A reserved parcel's sign, hatched as the map draws it; not hatched where it is put to another use. */
export function ParcelSign({ use = 'elder_care', size = 16 }: { readonly use?: ParcelUse; readonly size?: number }) {
  return (
    <svg className="facility-sign" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M2 3h12v10H2z" fill="var(--map-halo)" stroke="var(--map-parcel)" strokeWidth="1.6" />
      {use === 'elder_care' ? (
        <path d="M3 10l6-6M5 12l8-8M9 12l4-4" stroke="var(--map-parcel)" strokeWidth="1.1" />
      ) : null}
    </svg>
  );
}
