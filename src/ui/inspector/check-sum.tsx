import { useState, type ReactNode } from 'react';
import type { Check, Part } from '../../core/checks/result.ts';
import { valueInForce } from '../../core/standards/value-in-force.ts';
import { AREA_CLASSES } from '../../core/plan/plan.ts';
import { chosenStandard, settingsInUse } from '../../state/selectors.ts';
import { formatGap, formatNumber, formatShare, formatTruncated } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { FacilityLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import type { CheckSubject, UnitSubject } from './check-card.tsx';
import { WalkLine } from './walk-line.tsx';

/** Parts shown before the rest are asked for. */
const FIRST_PARTS = 5;

/** The arithmetic of a check in words, so that a pocket calculator can follow it. */
export function CheckSum({ check, of }: { readonly check: Check; readonly of: CheckSubject }) {
  const texts = useTexts();
  return (
    <div className="sum">
      {check.own_required === undefined || check.own_required === null ? null : (
        <p>{texts.inspector.sum.ownRequired(formatNumber(check.own_required))}</p>
      )}
      <p>
        {of.unit !== undefined && check.check === 'floor_area' ? (
          <RequiredByClass check={check} unit={of.unit} />
        ) : (
          <Required check={check} />
        )}
      </p>
      <p>
        <Counted check={check} />
        <Parts check={check} parts={check.parts} inUnit={of.unit !== undefined} />
      </p>
      {of.unit === undefined ? null : <UnitRatio check={check} of={of} unit={of.unit} />}
      <p>
        <Missing check={check} of={of} />
      </p>
      {check.check === 'floor_area' && typeof of.unit?.space.floorGapM2 === 'number' ? (
        <p>{texts.inspector.sum.gapsOfAreas(formatGap(of.unit.space.floorGapM2))}</p>
      ) : null}
      {check.check === 'walk_circle' && check.verdict !== 'no_data' ? <Nearest of={of} /> : null}
      {check.check === 'walk_circle' && check.verdict !== 'no_data' && of.walkFrom !== undefined ? (
        <WalkLine from={{ area: of.walkFrom }} />
      ) : null}
      <Planned check={check} inUnit={of.unit !== undefined} />
    </div>
  );
}

function unitOf(check: Check, { checks }: Texts): string {
  return check.unit === 'share' ? '' : ` ${checks.unit[check.unit]}`;
}

function Required({ check }: { readonly check: Check }): ReactNode {
  const texts = useTexts();
  const t = texts.inspector.sum;
  const plan = useWorkspaceState((state) => state.plan);
  const { required, basis } = check;
  if (required === null) return t.requiredUnknown;
  if (check.check === 'walk_circle') return t.requiredShare(formatShare(required));
  if (check.check === 'single_unit') return t.requiredUnit(formatNumber(required));
  if (basis === null || basis.quantity === null) return t.required(formatNumber(required), unitOf(check, texts));
  const [quantity, rate, total] = [basis.quantity, basis.rate, required].map((figure) => formatNumber(figure));
  if (check.check === 'floor_area') {
    const say = settingsInUse({ plan }).per_hundred === 'started' ? t.householdsStarted : t.households;
    return say(quantity!, rate!, total!);
  }
  if (check.check === 'nursing_beds') return t.beds(quantity!, rate!, total!);
  if (check.check === 'land_per_person') return t.people(quantity!, rate!, total!);
  return t.required(total!, unitOf(check, texts));
}

function Counted({ check }: { readonly check: Check }): ReactNode {
  const texts = useTexts();
  const t = texts.inspector.sum;
  const plan = useWorkspaceState((state) => state.plan);
  const { counted } = check;
  if (check.check === 'walk_circle') return counted === null ? t.coveredUnknown : t.coveredShare(formatShare(counted));
  if (counted === null) return t.countedUnknown;
  if (check.check === 'single_unit') {
    const say = settingsInUse({ plan }).single_unit === 'at_least_one' ? t.largest : t.smallest;
    return say(formatNumber(counted));
  }
  return t.counted(formatNumber(counted), unitOf(check, texts));
}

function Missing({ check, of }: { readonly check: Check; readonly of: CheckSubject }): ReactNode {
  const texts = useTexts();
  const t = texts.inspector.sum;
  if (check.check === 'walk_circle') {
    if (check.verdict === 'no_data') return null;
    return of.eldersUncovered === null ? t.uncoveredUnknown : t.uncovered(formatNumber(of.eldersUncovered, 0));
  }
  if (check.gap === null) return null;
  if (check.gap === 0 && of.unit !== undefined && check.unit === 'm2') return t.enoughInSum;
  return check.gap === 0 ? t.enough : <strong>{t.missing(formatGap(check.gap), unitOf(check, texts))}</strong>;
}

/** Which facilities a figure is made of, each with its m² and how it came to be booked here. */
function Parts({
  check,
  parts,
  inUnit,
  sign = '',
}: {
  readonly check: Check;
  readonly parts: readonly Part[];
  readonly inUnit: boolean;
  readonly sign?: string;
}): ReactNode {
  const { inspector, workspace } = useTexts();
  const t = inspector.sum;
  const [all, setAll] = useState(false);
  if (parts.length === 0) return null;
  const shown = all ? parts : parts.slice(0, FIRST_PARTS);
  return (
    <>
      {t.partOpen}
      {sign}
      {shown.map(({ facility, m2, how }, i) => (
        <span key={`${facility} ${how}`} className="part">
          {i > 0 ? t.plus : ''}
          <FacilityLink id={facility} /> <PartFigure check={check} part={{ facility, m2, how }} inUnit={inUnit} />
        </span>
      ))}
      {parts.length > FIRST_PARTS ? (
        <>
          {workspace.listSeparator}
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {all ? t.fewerParts : t.moreParts(formatNumber(parts.length - FIRST_PARTS))}
          </button>
        </>
      ) : null}
      {t.partClose}
    </>
  );
}

/** What one facility brings: m² and how it came to be booked here; beds; of a count, itself. */
function PartFigure({
  check,
  part: { facility, m2, how },
  inUnit,
}: {
  readonly check: Check;
  readonly part: Part;
  readonly inUnit: boolean;
}): ReactNode {
  const { inspector, reasons, workspace } = useTexts();
  const t = inspector.sum;
  const known = useWorkspaceState(({ plan }) => plan.facilities.get(facility));
  if (check.unit === 'facilities') return null;
  if (check.unit === 'beds') {
    const say = (beds: number | undefined): string => (beds === undefined ? workspace.unknown : formatNumber(beds));
    return t.nursingOfBeds(say(known?.nursingBeds), say(known?.beds));
  }
  const figure = m2 === null ? t.partUnknown : formatNumber(m2);
  // Land counts for a unit where it lies: there is no way of booking to tell.
  return inUnit ? figure : `${figure} ${reasons.how[how]}`;
}

/** A unit's need: each class at its own rate. */
function RequiredByClass({ check, unit: { space } }: { readonly check: Check; readonly unit: UnitSubject }): ReactNode {
  const texts = useTexts();
  const t = texts.inspector.sum;
  const standard = useWorkspaceState((state) => chosenStandard(state).standard);
  const asOf = useWorkspaceState((state) => state.asOf);
  const plan = useWorkspaceState((state) => state.plan);
  const started = settingsInUse({ plan }).per_hundred === 'started';
  const said = AREA_CLASSES.flatMap((name) => {
    const { households, required, areas } = space.byClass[name];
    const rule = name === 'new' ? 'floor_area_rate_new' : 'floor_area_rate_built';
    const rate = valueInForce(standard, rule, asOf)?.value;
    if (areas === 0 || required === null || rate === undefined) return [];
    const say = started ? t.classNeedStarted : t.classNeed;
    return [say(texts.checks.areaClass[name], formatNumber(households), formatNumber(rate), formatNumber(required))];
  });
  if (said.length === 0) return <Required check={check} />;
  const total =
    said.length > 1 && check.required !== null ? [t.required(formatNumber(check.required), unitOf(check, texts))] : [];
  return [...said, ...total].map((line) => (
    <span key={line} className="sum-line">
      {line}
    </span>
  ));
}

/** How a unit's ratio comes from its sums, for it is never an average. */
function UnitRatio({
  check,
  of,
  unit: { space, elders },
}: {
  readonly check: Check;
  readonly of: CheckSubject;
  readonly unit: UnitSubject;
}): ReactNode {
  const t = useTexts().inspector.sum;
  const { ratio, counted } = check;
  if (ratio === null || counted === null) return null;
  if (check.check === 'floor_area') {
    const households = AREA_CLASSES.reduce((sum, name) => sum + space.byClass[name].households, 0);
    return <p>{t.per100(formatNumber(counted), formatNumber(households), formatTruncated(ratio))}</p>;
  }
  if (check.check === 'land_per_person' && check.basis?.quantity) {
    return <p>{t.perPerson(formatNumber(counted), formatNumber(check.basis.quantity), formatTruncated(ratio, 3))}</p>;
  }
  if (check.check === 'walk_circle' && elders !== null && elders > 0 && of.eldersUncovered !== null) {
    const covered = formatNumber(elders - of.eldersUncovered, 0);
    return <p>{t.coveredOf(covered, formatNumber(elders), formatShare(ratio))}</p>;
  }
  return check.check === 'nursing_beds' && check.basis?.quantity ? (
    <p>{t.nursingShare(formatNumber(counted), formatNumber(check.basis.quantity), formatShare(ratio))}</p>
  ) : null;
}

function Nearest({ of: { nearest } }: { readonly of: CheckSubject }) {
  const t = useTexts().inspector.sum;
  if (nearest === undefined) return null;
  if (nearest === null) return <p>{t.nearestNone}</p>;
  return (
    <p>
      {t.nearest}
      <FacilityLink id={nearest.facility} /> {t.nearestMinutes(formatNumber(nearest.minutes, 1))}
    </p>
  );
}

/** What changes once everything that is building or planned opens; nothing is said when nothing does. */
function Planned({ check, inUnit }: { readonly check: Check; readonly inUnit: boolean }) {
  const texts = useTexts();
  const t = texts.inspector.planned;
  const { planned } = check;
  const adds = planned?.adds ?? [];
  if (planned === null || (adds.length === 0 && planned.counted === check.counted)) return null;
  const unit = unitOf(check, texts);
  const said = [
    t.line(texts.checks.verdict[planned.verdict]),
    ...(planned.counted === null
      ? []
      : [
          check.check === 'walk_circle'
            ? t.share(formatShare(planned.counted))
            : t.counted(formatNumber(planned.counted), unit),
        ]),
    ...(planned.gap === null || planned.gap === 0 || check.unit === 'share'
      ? []
      : [t.gap(formatGap(planned.gap), unit)]),
  ];
  return (
    <p className="planned">
      {said.join(texts.workspace.clauseSeparator)}
      <Parts check={check} parts={adds} inUnit={inUnit} sign="+ " />
    </p>
  );
}
