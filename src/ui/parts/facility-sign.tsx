import { CLOSED_CROSS, FACILITY_SHAPES, SHAPE_BOX, type FacilityState } from '../../map/facility-shapes.ts';
import type { FacilityType } from '../../core/plan/plan.ts';

/** A facility's sign, exactly as the map draws it. */
export function FacilitySign({
  type,
  state = 'open',
  size = 16,
}: {
  readonly type: FacilityType;
  readonly state?: FacilityState;
  readonly size?: number;
}) {
  const colour = `var(--facility-${type.replaceAll('_', '-')})`;
  return (
    <svg
      className="facility-sign"
      width={size}
      height={size}
      viewBox={`0 0 ${SHAPE_BOX} ${SHAPE_BOX}`}
      aria-hidden="true"
    >
      <path
        d={FACILITY_SHAPES[type]}
        fill={state === 'open' ? colour : 'var(--map-halo)'}
        stroke={colour}
        strokeWidth={state === 'open' ? 0.8 : 2}
        strokeLinejoin="round"
      />
      {state === 'closed' ? (
        <path d={CLOSED_CROSS} fill="none" stroke={colour} strokeWidth="2" strokeLinecap="round" />
      ) : null}
    </svg>
  );
}
