import { formatNumber } from '../../text/numbers.ts';
import { useMapData } from '../map-data-context.tsx';
import { useElderAge } from '../use-settings.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { EstimatedElders } from './estimated-elders.tsx';
import { SurfaceScale } from './surface-scale.tsx';
import { UnknownKey } from './unknown-key.tsx';

const PERCENT = 100;

export function EldersLegend() {
  const t = useTexts().map.layers;
  const age = useElderAge();
  const { measure, cells } = useWorkspaceState(({ layers }) => layers.elders);
  const legend = useMapData().surfaces.elders;
  if (legend === undefined) return <p className="layer-help">{t.waiting}</p>;
  const { classes, from } = legend;
  if (classes === null) return <p className="layer-help">{t.none}</p>;
  const density = measure === 'density';
  return (
    <>
      <p className="layer-unit">{density ? t.densityUnit(age) : t.oldestUnit(age)}</p>
      <SurfaceScale id="elders" classes={classes} scale={density ? 1 : PERCENT} />
      <UnknownKey
        count={classes.unknown}
        words={
          cells === 'areas'
            ? t.unknownAreas(formatNumber(classes.unknown))
            : t.unknownCells(formatNumber(classes.unknown))
        }
      />
      {cells === 'areas' ? null : (
        <p className="layer-help">{from === 'population' ? t.fromPopulation : t.fromAreas}</p>
      )}
      {from === 'population' ? null : <EstimatedElders />}
    </>
  );
}
