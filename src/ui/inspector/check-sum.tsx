import { useState, type ReactNode } from 'react';
import type { Check, Part } from '../../core/checks/result.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { formatGap, formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { FacilityLink } from '../parts/place-links.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import type { CheckSubject } from './check-card.tsx';
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
        <Required check={check} />
      </p>
      <p>
        <Counted check={check} />
        <Parts parts={check.parts} />
      </p>
      <p>
        <Missing check={check} of={of} />
      </p>
      {check.check === 'walk_circle' && check.verdict !== 'no_data' ? <Nearest of={of} /> : null}
      {check.check === 'walk_circle' && check.verdict !== 'no_data' && of.walkFrom !== undefined ? (
        <WalkLine from={{ area: of.walkFrom }} />
      ) : null}
      <Planned check={check} />
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
  return check.gap === 0 ? t.enough : <strong>{t.missing(formatGap(check.gap), unitOf(check, texts))}</strong>;
}

/** Which facilities a figure is made of, each with its m² and how it came to be booked here. */
function Parts({ parts, sign = '' }: { readonly parts: readonly Part[]; readonly sign?: string }): ReactNode {
  const { inspector, reasons, workspace } = useTexts();
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
          <FacilityLink id={facility} /> {m2 === null ? t.partUnknown : formatNumber(m2)} {reasons.how[how]}
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
function Planned({ check }: { readonly check: Check }) {
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
      <Parts parts={adds} sign="+ " />
    </p>
  );
}
