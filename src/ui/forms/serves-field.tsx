import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { readAmount } from '../../core/import/read-cell.ts';
import type { Area, FacilityId, Service } from '../../core/plan/plan.ts';
import { foldText } from '../../state/search-index.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { AreaLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { TypedField } from './typed-field.tsx';

/** Areas that a search lists: whoever wants another types more of its name. */
const MOST_FOUND = 30;
const NOBODY: readonly Service[] = [];

/** The areas that a facility's floor area is booked to: each with its m², or shared by households. */
export function ServesField({
  id,
  label,
  onCommit,
}: {
  readonly id: FacilityId;
  readonly label: string;
  /** The whole list, as text where m² are typed; says why it is refused. */
  readonly onCommit: (cell: unknown) => string | null;
}) {
  const { edits } = useTexts();
  const t = edits.serves;
  const areas = useWorkspaceState(({ plan }) => plan.areas);
  const serves = useWorkspaceState(({ plan }) => plan.facilities.get(id)?.serves) ?? NOBODY;
  return (
    <div className="form-field serves-field" role="group" aria-label={label}>
      <span className="label">{label}</span>
      <div>
        {serves.length === 0 ? <p className="muted">{t.none}</p> : null}
        <ul>
          {serves.map((service) => {
            const name = areas.get(service.area)?.name ?? service.area;
            const others = serves.filter((one) => one !== service);
            return (
              <li key={service.area}>
                <span className="serves-area">
                  {areas.has(service.area) ? <AreaLink id={service.area} /> : service.area}
                  {areas.has(service.area) ? null : <span className="muted"> {t.unknownArea}</span>}
                </span>
                <TypedField
                  label={t.m2(name)}
                  labelHidden
                  kind="amount"
                  unit={edits.unit.m2}
                  placeholder={t.shared}
                  clearable={false}
                  value={service.m2 === undefined ? '' : String(service.m2)}
                  onCommit={(text) => onCommit(withShare(serves, service, text))}
                />
                <IconButton icon="close" label={t.remove(name)} onPress={() => onCommit(others)} />
              </li>
            );
          })}
        </ul>
        <AreaPicker
          label={t.add}
          help={t.addHelp}
          areas={areas}
          except={serves}
          onPick={(area) => onCommit([...serves, { area }])}
        />
      </div>
    </div>
  );
}

/** What cannot be read as m² is no number, which the list is then refused for. */
function withShare(serves: readonly Service[], of: Service, text: string): readonly Service[] {
  const { value, fault } = readAmount(text, 'm2');
  const m2 = fault === undefined ? value : NaN;
  const share = m2 === undefined ? {} : { m2 };
  return serves.map((one) => (one === of ? { area: one.area, ...share } : one));
}

function AreaPicker({
  label,
  help,
  areas,
  except,
  onPick,
}: {
  readonly label: string;
  readonly help: string;
  readonly areas: ReadonlyMap<string, Area>;
  readonly except: readonly Service[];
  readonly onPick: (area: string) => void;
}) {
  const [typed, setTyped] = useState('');
  const items = useMemo(() => findAreas(areas, except, typed), [areas, except, typed]);
  return (
    <ComboBox
      className="area-picker"
      aria-label={label}
      items={items}
      inputValue={typed}
      value={null}
      menuTrigger="focus"
      allowsEmptyCollection={false}
      onInputChange={setTyped}
      onChange={(key) => {
        if (key === null) return;
        onPick(String(key));
        setTyped('');
      }}
    >
      <Label className="visually-hidden">{label}</Label>
      <Input placeholder={`${label}: ${help}`} />
      <Popover className="popover">
        <ListBox<Area>>
          {(area) => (
            <ListBoxItem id={area.id} textValue={area.name ?? area.id} className="option">
              <Text slot="label">{area.name ?? area.id}</Text>
              <Text slot="description">{[area.id, area.subdistrict, area.community].filter(Boolean).join(' · ')}</Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function findAreas(areas: ReadonlyMap<string, Area>, except: readonly Service[], typed: string): Area[] {
  const text = foldText(typed.trim());
  const taken = new Set(except.map(({ area }) => area));
  const found: Area[] = [];
  for (const area of areas.values()) {
    if (found.length === MOST_FOUND) break;
    if (taken.has(area.id)) continue;
    if (foldText(area.name ?? '').includes(text) || foldText(area.id).includes(text)) found.push(area);
  }
  return found;
}
