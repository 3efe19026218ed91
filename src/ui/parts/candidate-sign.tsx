import { CANDIDATE_SHAPES, SHAPE_BOX } from '../../map/facility-shapes.ts';
import type { CandidateKind } from '../../core/plan/plan.ts';

/** A candidate site's sign, exactly as the map draws it. */
export function CandidateSign({ kind, size = 16 }: { readonly kind: CandidateKind; readonly size?: number }) {
  return (
    <svg
      className="facility-sign"
      width={size}
      height={size}
      viewBox={`0 0 ${SHAPE_BOX} ${SHAPE_BOX}`}
      aria-hidden="true"
    >
      <path
        d={CANDIDATE_SHAPES[kind]}
        fill="var(--map-halo)"
        stroke="var(--map-candidate)"
        strokeWidth="1.8"
        strokeDasharray="3 1.6"
        strokeLinejoin="round"
      />
    </svg>
  );
}
