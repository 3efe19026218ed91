import { useState } from 'react';
import { Button } from 'react-aria-components';
import { removeGrowth, setGrowth } from '../../actions/set-growth.ts';
import { GROWING_FIGURES } from '../../core/outlook/rates-of.ts';
import { growthName } from '../../state/subject-name.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { OptionalNumber } from '../parts/optional-number.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** Rates of all, of units and of areas; one more may be begun for what is selected. */
export function RateRows() {
  const { assumptions: t } = useTexts().outlook;
  const growth = useWorkspaceState(({ plan }) => plan.growth);
  const plan = useWorkspaceState((state) => state.plan);
  const selected = useWorkspaceState(({ selection }) =>
    selection?.kind === 'area' || selection?.kind === 'unit' ? `${selection.kind}/${selection.id}` : null,
  );
  const [begun, setBegun] = useState<readonly string[]>([]);
  const ids = ['all', ...new Set([...[...growth.keys()].filter((id) => id !== 'all'), ...begun])];
  return (
    <div className="assumption">
      <h4>{t.rates}</h4>
      <p className="muted health-help">{t.ratesHelp}</p>
      {ids.map((id) => (
        <RateRow key={id} id={id} onRemove={() => setBegun(begun.filter((one) => one !== id))} />
      ))}
      {selected === null ? (
        <p className="muted health-help">{t.selectFirst}</p>
      ) : ids.includes(selected) ? null : (
        <Button className="button small" onPress={() => setBegun([...begun, selected])}>
          {t.addFor(growthName(plan, selected) ?? t.all)}
        </Button>
      )}
    </div>
  );
}

function RateRow({ id, onRemove }: { readonly id: string; readonly onRemove: () => void }) {
  const { assumptions: t, figure } = useTexts().outlook;
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ plan }) => growthName(plan, id)) ?? t.all;
  const growth = useWorkspaceState(({ plan }) => plan.growth.get(id));
  return (
    <fieldset className="rate-row">
      <legend>
        <span>{name}</span>
        {id === 'all' ? null : (
          <IconButton
            icon="bin"
            label={t.remove(name)}
            onPress={() => {
              onRemove();
              void removeGrowth(workspace, id);
            }}
          />
        )}
      </legend>
      {GROWING_FIGURES.map((one) => (
        <div key={one} className="rate-field">
          <span>{figure[one]}</span>
          <OptionalNumber
            label={t.rateOf(name, figure[one])}
            value={growth?.[one] === undefined ? null : percentOf(growth[one])}
            unit={t.percent}
            min={-50}
            max={100}
            step={0.1}
            onChange={(percent) => void setGrowth(workspace, id, one, percent === null ? undefined : percent / 100)}
          />
        </div>
      ))}
    </fieldset>
  );
}

/** Without what binary fractions add: 0.07 × 100 is 7. */
function percentOf(rate: number): number {
  return Math.round(rate * 1e8) / 1e6;
}
