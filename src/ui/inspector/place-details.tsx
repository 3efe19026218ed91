import type { LonLat } from '../../core/geo/geometry.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { InspectorHead } from './inspector.tsx';
import { WalkLine } from './walk-line.tsx';

/** About a metre. */
const DECIMALS = 5;

/** Any place that was pointed at: how one walks from there to the nearest open facility. */
export function PlaceDetails({ at }: { readonly at: LonLat }) {
  const t = useTexts().inspector.place;
  const judged = useWorkspaceState(({ digest }) => digest !== null);
  return (
    <>
      <InspectorHead kind={t.kind} name={at.map((degrees) => degrees.toFixed(DECIMALS)).join(', ')} units="" />
      <div className="check-cards">
        <section className="check-card sum">{judged ? <WalkLine from={{ at }} /> : <p>{t.nothing}</p>}</section>
      </div>
    </>
  );
}
