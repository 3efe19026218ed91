import { formatNumber } from '../../text/numbers.ts';
import { useMapData } from '../map-data-context.tsx';
import { useElderAge } from '../use-settings.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { EstimatedElders } from './estimated-elders.tsx';
import { SurfaceScale } from './surface-scale.tsx';
import { UnknownKey } from './unknown-key.tsx';

/** Supply for each person who shares it, the sums behind it, and what it leaves out. */
export function AccessLegend() {
  const t = useTexts().map.layers;
  const age = useElderAge();
  const { supply, demand, cells } = useWorkspaceState(({ layers }) => layers.access);
  const legend = useMapData().surfaces.access;
  if (legend === undefined) return <p className="layer-help">{t.waiting}</p>;
  const { classes, access } = legend;
  if (classes === null || access === null) return <p className="layer-help">{t.none}</p>;
  const people = demand === 'elders' ? t.demands.elders(age) : t.demands.elders_80;
  const leftOut = access.facilitiesLeftOut + access.areasLeftOut > 0;
  return (
    <>
      <p className="layer-unit">
        {t.supplies[supply]} · {t.accessUnit[supply](people)}
      </p>
      <SurfaceScale id="access" classes={classes} />
      <UnknownKey
        count={classes.unknown}
        words={
          cells === 'areas'
            ? t.unknownAreas(formatNumber(classes.unknown))
            : t.unknownCells(formatNumber(classes.unknown))
        }
      />
      <p className="layer-help">
        {t.accessSummary(formatNumber(access.supplyShared, 0), formatNumber(access.supply, 0))}
      </p>
      <p className="layer-help">{t.accessUnserved(formatNumber(access.demandUnserved, 0))}</p>
      {leftOut ? (
        <p className="layer-help">
          {t.accessLeftOut(formatNumber(access.facilitiesLeftOut), formatNumber(access.areasLeftOut))}
        </p>
      ) : null}
      {demand === 'elders' ? <EstimatedElders /> : null}
      <p className="layer-help">{t.accessAside}</p>
    </>
  );
}
