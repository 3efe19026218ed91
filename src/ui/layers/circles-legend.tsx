import { walkingMetres } from '../../core/access/reach.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useSettings } from '../use-settings.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** What the edge of the circles is, and how far it reaches: as the crow flies where that is how it is estimated. */
export function CirclesLegend() {
  const t = useTexts().map.layers;
  const run = useWorkspaceState(({ digest }) => digest?.run ?? null);
  const { of } = useWorkspaceState(({ layers }) => layers.circles);
  const { detour_factor: detour } = useSettings();
  if (run === null) return <p className="layer-help">{t.waiting}</p>;
  const { minutes, speed_km_h: speed, method } = run;
  const walked = method === 'network';
  const metres = walkingMetres(minutes, speed) / detour;
  const shown =
    of === 'bands' ? [1, 2, 3].map((k) => formatNumber((minutes * k) / 3)).join('/') : formatNumber(minutes);
  return (
    <p className="layer-help">
      <span className="circle-key" data-estimate={!walked} aria-hidden="true" />
      {t.circleKinds[of](shown)}
      <br />
      {walked ? t.circlesNetwork : t.circlesHelp(formatNumber(metres, 0))}
    </p>
  );
}
