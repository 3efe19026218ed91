import { useState } from 'react';
import { Button } from 'react-aria-components';
import { removeHousing, setHousing } from '../../actions/set-housing.ts';
import type { AreaId, PlannedHousing } from '../../core/plan/plan.ts';
import { compareText } from '../../core/units.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { OptionalNumber } from '../parts/optional-number.tsx';
import { AreaLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const YEARS = { min: 2000, max: 2100, step: 1 };
const HOUSEHOLDS = { min: 1, max: 100_000, step: 1 };

/** Planned housing by year; a row may be added to the selected area. */
export function HousingRows({ baseYear }: { readonly baseYear: number }) {
  const { assumptions: t } = useTexts().outlook;
  const housing = useWorkspaceState(({ plan }) => plan.housing);
  const selected = useWorkspaceState(({ selection }) => (selection?.kind === 'area' ? selection.id : null));
  const [taken, setTaken] = useState(false);
  const rows = [...housing.values()].sort((a, b) => a.year - b.year || compareText(a.id, b.id));
  return (
    <div className="assumption">
      <h4>{t.housing}</h4>
      <p className="muted health-help">{t.housingHelp}</p>
      {rows.length === 0 ? <p className="muted">{t.housingNone}</p> : null}
      {rows.map((row) => (
        <HousingRow key={row.id} row={row} onTaken={setTaken} />
      ))}
      {taken ? (
        <p className="hint" role="alert">
          {t.housingTaken}
        </p>
      ) : null}
      {selected === null ? (
        <p className="muted health-help">{t.housingSelect}</p>
      ) : (
        <NewHousing key={selected} area={selected} baseYear={baseYear} onTaken={setTaken} />
      )}
    </div>
  );
}

function HousingRow({ row, onTaken }: { readonly row: PlannedHousing; readonly onTaken: (taken: boolean) => void }) {
  const { assumptions: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ plan }) => plan.areas.get(row.area)?.name) ?? row.area;
  const change = async (part: Partial<PlannedHousing>): Promise<void> => {
    onTaken(!(await setHousing(workspace, row, { ...row, ...part })));
  };
  return (
    <div className="housing-row">
      <AreaLink id={row.area} />
      <NumberInput
        label={t.ofRow(name, t.housingYear)}
        value={row.year}
        unit=""
        {...YEARS}
        onChange={(year) => void change({ year })}
      />
      <NumberInput
        label={t.ofRow(name, t.housingHouseholds)}
        value={row.households}
        unit={t.householdsUnit}
        {...HOUSEHOLDS}
        onChange={(households) => void change({ households })}
      />
      <IconButton
        icon="bin"
        label={t.remove(`${name} ${row.year}`)}
        onPress={() => {
          onTaken(false);
          void removeHousing(workspace, row);
        }}
      />
    </div>
  );
}

function NewHousing({
  area,
  baseYear,
  onTaken,
}: {
  readonly area: AreaId;
  readonly baseYear: number;
  readonly onTaken: (taken: boolean) => void;
}) {
  const { assumptions: t } = useTexts().outlook;
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ plan }) => plan.areas.get(area)?.name) ?? area;
  const [year, setYear] = useState(baseYear + 1);
  const [households, setHouseholds] = useState<number | null>(null);
  const add = async (count: number): Promise<void> => {
    const added = await setHousing(workspace, null, { area, year, households: count });
    onTaken(!added);
    if (added) setHouseholds(null);
  };
  return (
    <div className="housing-row">
      <span>{name}</span>
      <NumberInput label={t.ofRow(name, t.housingYear)} value={year} unit="" {...YEARS} onChange={setYear} />
      <OptionalNumber
        label={t.ofRow(name, t.housingHouseholds)}
        value={households}
        unit={t.householdsUnit}
        {...HOUSEHOLDS}
        onChange={setHouseholds}
      />
      <Button
        className="button small"
        isDisabled={households === null}
        onPress={() => {
          if (households !== null) void add(households);
        }}
      >
        {t.housingAdd}
      </Button>
    </div>
  );
}
