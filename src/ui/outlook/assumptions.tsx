import { useId } from 'react';
import { changeSetting } from '../../actions/change-setting.ts';
import { OptionalNumber } from '../parts/optional-number.tsx';
import { useSettings } from '../use-settings.ts';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { HousingRows } from './housing-rows.tsx';
import { RateRows } from './rate-rows.tsx';
import { SurvivalRows } from './survival-rows.tsx';

/** Everything that the years ahead assume, to be read and changed. */
export function Assumptions({ baseYear }: { readonly baseYear: number }) {
  const { assumptions: t } = useTexts().outlook;
  const heading = useId();
  return (
    // A long page must be scrollable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="assumptions" aria-labelledby={heading} tabIndex={0}>
      <h3 id={heading}>{t.title}</h3>
      <p className="muted health-help">{t.lead}</p>
      <RateRows />
      <HousingRows baseYear={baseYear} />
      <PersonsPerHousehold />
      <SurvivalRows />
    </section>
  );
}

function PersonsPerHousehold() {
  const { assumptions: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const { persons_per_household: persons } = useSettings();
  return (
    <div className="assumption">
      <h4>{t.personsPerHousehold}</h4>
      <p className="muted health-help">{t.personsHelp}</p>
      <OptionalNumber
        label={t.personsPerHousehold}
        value={persons}
        unit={t.personsUnit}
        min={0.5}
        max={10}
        step={0.01}
        onChange={(value) => void changeSetting(workspace, 'persons_per_household', value)}
      />
    </div>
  );
}
