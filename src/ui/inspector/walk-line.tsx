import type { WalkStart } from '../../analysis/api.ts';
import { formatNumber } from '../../text/numbers.ts';
import { FacilityLink } from '../parts/place-links.tsx';
import { useWalk } from '../queries.ts';
import { useTexts } from '../workspace-context.tsx';

/** A difference below this is told by nobody's watch. */
const NOTABLE_MINUTES = 0.1;

/** The walk from the middle of an area, or from any place, to the facility nearest to it, leg by leg, beside the straight line. */
export function WalkLine({ from }: { readonly from: WalkStart }) {
  const t = useTexts().inspector.walk;
  const start = 'area' in from ? t.from : t.fromHere;
  const walk = useWalk(from);
  if (walk === undefined) return null;
  if (walk === null) return <p>{t.none}</p>;
  const { legs, metres, minutes, straightMinutes } = walk;
  const [m, min] = [formatNumber(metres, 0), formatNumber(minutes, 1)];
  if (legs === null) {
    return (
      <p>
        {start} <FacilityLink id={walk.facility} /> {t.straight(m, min)}
      </p>
    );
  }
  const more = minutes - straightMinutes;
  return (
    <>
      <p>
        {start} <FacilityLink id={walk.facility} /> {t.metres(m, min)}
        {t.legs(formatNumber(legs.startAwayM, 0), formatNumber(legs.streetM, 0), formatNumber(legs.endAwayM, 0))}
      </p>
      {Math.abs(more) < NOTABLE_MINUTES ? null : (
        <p className="muted">
          {more > 0
            ? t.longer(formatNumber(straightMinutes, 1), formatNumber(more, 1))
            : t.shorter(formatNumber(straightMinutes, 1), formatNumber(-more, 1))}
        </p>
      )}
    </>
  );
}
