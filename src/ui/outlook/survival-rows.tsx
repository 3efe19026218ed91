import { useMemo } from 'react';
import { setSurvival } from '../../actions/set-growth.ts';
import { fiveYearBands } from '../../core/outlook/shift-bands.ts';
import { bandName } from '../../core/plan/age-bands.ts';
import { OptionalNumber } from '../parts/optional-number.tsx';
import { useSettings } from '../use-settings.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Bands below elder age that come of it within the years looked at. */
const YEARS_BELOW = 15;

/** Which share of each band is alive five years later; blank: all. */
export function SurvivalRows() {
  const { assumptions: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const survival = useWorkspaceState(({ plan }) => plan.growth.get('all')?.survival);
  const { elder_age: elderAge } = useSettings();
  const bands = useMemo(() => {
    const names = new Map<number, string>();
    for (const { ageBands = [] } of areas.values()) {
      for (const band of fiveYearBands(ageBands)) {
        if (band.from >= elderAge - YEARS_BELOW) names.set(band.from, bandName(band));
      }
    }
    return [...names].sort(([a], [b]) => a - b);
  }, [areas, elderAge]);
  return (
    <div className="assumption">
      <h4>{t.survival}</h4>
      {bands.length === 0 ? (
        <p className="muted health-help">{t.survivalNone}</p>
      ) : (
        <p className="muted health-help">{t.survivalHelp}</p>
      )}
      {bands.map(([from, name]) => (
        <div key={from} className="rate-field">
          <span>{t.age(name)}</span>
          <OptionalNumber
            label={t.survivalOf(name)}
            value={survival?.[from] === undefined ? null : Math.round(survival[from] * 1e6) / 1e4}
            unit="%"
            min={0}
            max={100}
            step={0.1}
            placeholder="100"
            onChange={(percent) => void setSurvival(workspace, from, percent === null ? undefined : percent / 100)}
          />
        </div>
      ))}
    </div>
  );
}
