import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { openSettings } from '../../actions/arrange.ts';
import { changeSetting, resetSettings } from '../../actions/change-setting.ts';
import { DEFAULT_SETTINGS, WALKING_SPEEDS_KM_H, type Settings } from '../../core/plan/settings.ts';
import type { RuleKey } from '../../core/standards/standard.ts';
import { valueInForce } from '../../core/standards/value-in-force.ts';
import { chosenStandard, settingsInUse } from '../../state/selectors.ts';
import { formatNumber } from '../../text/numbers.ts';
import { breakEvenOf } from '../inspector/break-even.ts';
import { Choice } from '../parts/choice.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { NumberInput } from '../parts/number-input.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { SettingRow } from './setting-row.tsx';
import { StandardFacts } from './standard-facts.tsx';

/** Every choice that the texts leave open, each with what it means and where its default comes from. */
export function SettingsDrawer() {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const open = useWorkspaceState((state) => state.settingsOpen);
  const changed = useWorkspaceState(({ plan }) => Object.keys(plan.settings).length > 0);
  return (
    <ModalOverlay
      className="drawer-overlay"
      isOpen={open}
      isDismissable
      onOpenChange={(next) => openSettings(workspace, next)}
    >
      <Modal className="drawer">
        <Dialog className="drawer-body">
          <header className="drawer-head">
            <Heading slot="title">{t.title}</Heading>
            <Button className="button small" isDisabled={!changed} onPress={() => void resetSettings(workspace)}>
              {t.resetAll}
            </Button>
            <IconButton icon="close" label={t.close} onPress={() => openSettings(workspace, false)} />
          </header>
          <p className="muted drawer-lead">{t.lead}</p>
          <StandardFacts />
          <h3>{t.groups.circle}</h3>
          <SpeedSetting />
          <OptionalFigure setting="minutes" rule="circle_minutes" unit={t.unit.minutes} max={60} start={15} />
          <ShareSetting />
          <FigureSetting setting="detour_factor" unit={t.unit.detour_factor} min={1} max={3} step={0.05} />
          <h3>{t.groups.floor}</h3>
          <ChoiceSetting setting="per_hundred" choices={['pro_rata', 'started']} />
          <ChoiceSetting setting="single_unit" choices={['each_unit', 'at_least_one']} />
          <OptionalFigure setting="pool_minutes" rule="pool_minutes" unit={t.unit.minutes} max={60} start={15} />
          <OptionalFigure
            setting="pool_small_households"
            rule={null}
            unit={t.unit.households}
            max={100000}
            start={2000}
          />
          <h3>{t.groups.land}</h3>
          <ChoiceSetting setting="land_per" choices={['residents', 'elders']} />
          <LandBinds />
          <h3>{t.groups.people}</h3>
          <FigureSetting setting="elder_age" unit={t.unit.elder_age} min={50} max={90} step={1} />
          <OptionalFigure setting="persons_per_household" rule={null} unit={t.unit.persons} max={10} start={2.22} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useSettings(): Settings {
  const plan = useWorkspaceState((state) => state.plan);
  return settingsInUse({ plan });
}

type FigureKey = 'detour_factor' | 'elder_age';

function FigureSetting(props: {
  readonly setting: FigureKey;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}) {
  const { setting, ...rest } = props;
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const settings = useSettings();
  return (
    <SettingRow setting={setting}>
      <NumberInput
        label={t.name[setting]}
        value={settings[setting]}
        onChange={(value) => void changeSetting(workspace, setting, value)}
        {...rest}
      />
    </SettingRow>
  );
}

/** The required share is kept from 0 to 1 and shown as per cent. */
function ShareSetting() {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const { circle_share: share } = useSettings();
  return (
    <SettingRow setting="circle_share">
      <NumberInput
        label={t.name.circle_share}
        value={Math.round(share * 1000) / 10}
        unit={t.unit.circle_share}
        min={1}
        max={100}
        step={0.5}
        onChange={(percent) => void changeSetting(workspace, 'circle_share', Math.round(percent * 10) / 1000)}
      />
    </SettingRow>
  );
}

function SpeedSetting() {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const { speed_km_h: speed } = useSettings();
  const run = useWorkspaceState(({ digest }) => digest?.run.minutes ?? null);
  const presets = ['slow', 'elder', 'planning'] as const;
  const preset = presets.find((one) => WALKING_SPEEDS_KM_H[one] === speed) ?? 'custom';
  return (
    <SettingRow
      setting="speed_km_h"
      {...(run === null ? {} : { note: t.speed.reach(formatNumber((run * speed * 1000) / 60, 0), formatNumber(run)) })}
    >
      <Choice
        label={t.speed.label}
        labelHidden
        value={preset}
        options={[...presets, 'custom' as const].map((id) => ({ id, text: t.speed[id] }))}
        onChange={(id) => {
          if (id !== 'custom') void changeSetting(workspace, 'speed_km_h', WALKING_SPEEDS_KM_H[id]);
        }}
      />
      <NumberInput
        label={t.name.speed_km_h}
        value={speed}
        unit={t.unit.speed_km_h}
        min={0.5}
        max={8}
        step={0.01}
        onChange={(value) => void changeSetting(workspace, 'speed_km_h', value)}
      />
    </SettingRow>
  );
}

type ChoiceKey = 'single_unit' | 'per_hundred' | 'land_per';

function ChoiceSetting<K extends ChoiceKey>({
  setting,
  choices,
}: {
  readonly setting: K;
  readonly choices: readonly Settings[K][];
}) {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const settings = useSettings();
  const names = t.options[setting] as Record<string, string>;
  return (
    <SettingRow setting={setting}>
      <Choice
        label={t.name[setting]}
        labelHidden
        value={settings[setting]}
        options={choices.map((id) => ({ id: id as string, text: names[id] ?? id }))}
        onChange={(id) => {
          const chosen = choices.find((one) => one === id);
          if (chosen !== undefined) void changeSetting(workspace, setting, chosen);
        }}
      />
    </SettingRow>
  );
}

function LandBinds() {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const { land_binds: binds } = useSettings();
  return (
    <SettingRow setting="land_binds">
      <SwitchRow selected={binds} onChange={(on) => void changeSetting(workspace, 'land_binds', on)}>
        <span>{t.landBinds}</span>
      </SwitchRow>
    </SettingRow>
  );
}

type OptionalKey = 'minutes' | 'pool_minutes' | 'pool_small_households' | 'persons_per_household';

/** A figure that stands back behind the standard's (or behind none) until the person gives one. */
function OptionalFigure({
  setting,
  rule,
  unit,
  max,
  start,
}: {
  readonly setting: OptionalKey;
  readonly rule: RuleKey | null;
  readonly unit: string;
  readonly max: number;
  /** What stands in the field when the person takes it over and the standard says nothing. */
  readonly start: number;
}) {
  const t = useTexts().settings;
  const workspace = useWorkspace();
  const value = useSettings()[setting];
  const state = useWorkspaceState((whole) => whole);
  const given = rule === null ? null : valueInForce(chosenStandard(state).standard, rule, state.asOf);
  const said = absentMeans();
  function absentMeans(): string {
    if (setting === 'persons_per_household') return t.noEstimate;
    if (setting === 'pool_small_households') {
      const found = breakEvenOf(state);
      return found === null ? t.noBreakEven : t.breakEven(formatNumber(found.households));
    }
    return given === null ? t.sameAsCircle : t.byStandard(formatNumber(given.value));
  }
  return (
    <SettingRow
      setting={setting}
      fromStandard={value === null && given !== null}
      {...(value === null ? { note: said } : {})}
    >
      <SwitchRow
        selected={value !== null}
        onChange={(own) =>
          void changeSetting(workspace, setting, own ? (given?.value ?? start) : DEFAULT_SETTINGS[setting])
        }
      >
        <span>{t.own}</span>
      </SwitchRow>
      {value === null ? null : (
        <NumberInput
          label={t.name[setting]}
          value={value}
          unit={unit}
          min={setting === 'persons_per_household' ? 0.5 : 1}
          max={max}
          step={setting === 'persons_per_household' ? 0.01 : 1}
          onChange={(next) => void changeSetting(workspace, setting, next)}
        />
      )}
    </SettingRow>
  );
}
