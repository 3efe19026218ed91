import { useState, type ReactNode } from 'react';
import type { FacilityBooking } from '../../analysis/api.ts';
import type { BookedHow } from '../../core/checks/result.ts';
import { isEligibleFloorArea, isCircleDestination } from '../../core/plan/facility-tiers.ts';
import type { Facility } from '../../core/plan/plan.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { RecordActions } from '../forms/record-actions.tsx';
import { RecordForm } from '../forms/record-form.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { AreaLink } from '../parts/place-links.tsx';
import { FacilitySign } from '../parts/facility-sign.tsx';
import { useFacilityBooking } from '../queries.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { ExtraColumnList, FactList } from './fact-list.tsx';
import { InspectorHead } from './inspector.tsx';
import { unitsOf } from './units-of.ts';
import { MeasureCard } from './measure-card.tsx';

/** Rows shown before the rest are asked for. */
const FIRST_ROWS = 12;

/** A facility: its figures, where its floor area went, and who can walk to it. */
export function FacilityDetails({ id }: { readonly id: string }) {
  const texts = useTexts();
  const t = texts.inspector;
  const facility = useWorkspaceState(({ plan }) => plan.facilities.get(id));
  const editing = useWorkspaceState((state) => state.editing);
  const booking = useFacilityBooking(id);
  if (facility === undefined) return <EmptyNote title={t.gone} />;
  return (
    <>
      <InspectorHead kind={t.facilityKind} name={facility.name ?? facility.id} units={unitsOf(facility)} />
      <p className="facility-kind">
        <FacilitySign type={facility.type} />
        {texts.facilities.type[facility.type]}
        <span className="badge">
          {facility.status === undefined ? texts.facilities.statusBlank : texts.facilities.status[facility.status]}
        </span>
      </p>
      {editing ? <RecordForm table="facilities" id={id} /> : <FactList facts={factsOf(facility, texts)} />}
      {booking === undefined || booking === null ? (
        <p className="muted inspector-wait">{t.loading}</p>
      ) : (
        <>
          <Booked booking={booking} facility={facility} />
          {isCircleDestination(facility) ? <Reached booking={booking} /> : null}
        </>
      )}
      <MeasureCard subject={{ kind: 'facility', id }} />
      <ExtraColumnList extra={facility.extra} />
      {editing ? <RecordActions table="facilities" id={id} /> : null}
    </>
  );
}

function factsOf(facility: Facility, { facilities: t, workspace, inspector }: Texts): [string, ReactNode][] {
  const figure = (value: number | undefined, unit = ''): string =>
    value === undefined ? workspace.unknown : `${formatNumber(value)}${unit}`;
  const { validFrom, validTo, landBasis, acquisition, ownership } = facility;
  const words: [string, string | undefined][] = [
    [t.field.acquisition, acquisition && t.acquisition[acquisition]],
    [t.field.ownership, ownership && t.ownership[ownership]],
    [t.field.publicBenefit, facility.publicBenefit === undefined ? undefined : facility.publicBenefit ? t.yes : t.no],
    [
      t.field.valid,
      validFrom === undefined && validTo === undefined
        ? undefined
        : t.validRange(validFrom ?? t.anyTime, validTo ?? t.anyTime),
    ],
    [t.field.building, facility.building],
    [t.field.storey, facility.storey],
    [t.field.operator, facility.operator],
    [t.field.grade, facility.grade],
    [t.field.address, facility.address],
    [t.field.phone, facility.phone],
    [t.field.hours, facility.hours],
    [t.field.services, facility.services],
    [t.field.evidence, facility.evidence],
    [t.field.updated, facility.updated],
  ];
  return [
    [t.field.floorArea, figure(facility.floorAreaM2, inspector.unitM2)],
    [
      t.field.landArea,
      `${figure(facility.landAreaM2, inspector.unitM2)}${landBasis === undefined ? '' : ` ${t.landBasis[landBasis]}`}`,
    ],
    ...(facility.beds === undefined && !facility.type.includes('institution')
      ? []
      : [
          [t.field.beds, figure(facility.beds)] as [string, string],
          [t.field.nursingBeds, figure(facility.nursingBeds)] as [string, string],
          [t.field.occupiedBeds, figure(facility.occupiedBeds)] as [string, string],
        ]),
    ...words.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  ];
}

function Booked({ booking, facility }: { readonly booking: FacilityBooking; readonly facility: Facility }) {
  const { inspector, reasons } = useTexts();
  const t = inspector.facility;
  const [all, setAll] = useState(false);
  const m2 = (value: number | null): string => (value === null ? t.unknownM2 : t.m2(formatNumber(value)));
  const { areas, pool, unbooked } = booking;
  const shown = all ? areas : areas.slice(0, FIRST_ROWS);
  return (
    <section className="bookings">
      <h3>{t.booked}</h3>
      {areas.length === 0 && pool === null ? (
        <p className="muted">{isEligibleFloorArea(facility) ? t.bookedNone : t.notEligible}</p>
      ) : (
        <ul className="figure-rows">
          {pool === null ? null : (
            <li>
              <span>{t.pool(pool.pool)}</span>
              <span className="number">{m2(pool.m2)}</span>
              <span className="muted">{reasons.how.pool}</span>
            </li>
          )}
          {shown.map(({ area, m2: part, how }) => (
            <li key={`${area} ${how}`}>
              <AreaLink id={area} />
              <span className="number">{m2(part)}</span>
              <span className="muted">{reasons.how[how as BookedHow]}</span>
            </li>
          ))}
        </ul>
      )}
      <More hidden={areas.length - shown.length} onPress={() => setAll(true)} />
      {unbooked === null ? null : (
        <p className="hint">
          <strong>{unbooked.m2 === null ? t.unknownM2 : t.unbooked(formatNumber(unbooked.m2))}</strong>{' '}
          {reasons.unbooked[unbooked.reason]}
        </p>
      )}
    </section>
  );
}

function Reached({ booking: { reached } }: { readonly booking: FacilityBooking }) {
  const { inspector } = useTexts();
  const t = inspector.facility;
  const run = useWorkspaceState(({ digest }) => digest?.run);
  const [all, setAll] = useState(false);
  const shown = all ? reached : reached.slice(0, FIRST_ROWS);
  return (
    <section className="bookings">
      <h3>
        {t.reached}{' '}
        {run?.method === 'straight_line' ? (
          <span className="badge" data-kind="estimate">
            {inspector.estimate}
          </span>
        ) : null}
      </h3>
      {reached.length === 0 ? (
        <p className="muted">{t.reachedNone}</p>
      ) : (
        <ul className="figure-rows">
          {shown.map(({ area, share }) => (
            <li key={area}>
              <AreaLink id={area} />
              <span className="muted wide">{t.reachedShare(formatShare(share))}</span>
            </li>
          ))}
        </ul>
      )}
      <More hidden={reached.length - shown.length} onPress={() => setAll(true)} />
    </section>
  );
}

function More({ hidden, onPress }: { readonly hidden: number; readonly onPress: () => void }) {
  const t = useTexts().inspector.facility;
  if (hidden <= 0) return null;
  return (
    <button type="button" className="link" onClick={onPress}>
      {t.more(formatNumber(hidden))}
    </button>
  );
}
