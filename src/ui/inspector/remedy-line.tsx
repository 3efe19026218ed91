import type { ReactNode } from 'react';
import { selectAndShow } from '../../actions/select.ts';
import type { Remedy } from '../../core/checks/remedy.ts';
import type { LonLat } from '../../core/geo/geometry.ts';
import { TOLERANCE } from '../../core/units.ts';
import { formatGap, formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { AreaLink, FacilityLink } from '../parts/place-links.tsx';
import { markOf, weave } from '../parts/weave.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';

/** One remedy as a sentence, and what would still be missing after it. */
export function RemedyLine({ remedy, self }: { readonly remedy: Remedy; readonly self: string }) {
  const texts = useTexts();
  const t = texts.diagnosis.remedy;
  const { verdict, gap } = remedy.outcome;
  const isShort = verdict === 'short' || verdict === 'met_if_built';
  const inShare = remedy.kind === 'new_facility';
  return (
    <>
      <Act remedy={remedy} self={self} texts={texts} />
      {!isShort || gap === null || gap <= TOLERANCE
        ? null
        : inShare || gap < 1
          ? t.outcome.leftShare
          : t.outcome.left(formatGap(gap))}
    </>
  );
}

function Act({
  remedy,
  self,
  texts,
}: {
  readonly remedy: Remedy;
  readonly self: string;
  readonly texts: Texts;
}): ReactNode {
  const { remedy: t, separator, and } = texts.diagnosis;
  const areaNames = (ids: readonly string[]): string => ids.map((_, i) => markOf(i)).join(separator);
  switch (remedy.kind) {
    case 'extend':
      return weave(
        remedy.facilities
          .map(({ addM2, arrivesM2, bookingShare }, i) =>
            bookingShare < 1 - TOLERANCE
              ? t.extendShared(markOf(i), roundUp(addM2), formatGap(arrivesM2), formatShare(bookingShare))
              : t.extend(markOf(i), roundUp(addM2)),
          )
          .join(and),
        remedy.facilities.map(({ facility }) => <FacilityLink key={facility} id={facility} />),
      );
    case 'new_space':
      return t.newSpace(roundUp(remedy.m2), formatNumber(remedy.withinM, 0), self);
    case 'open':
    case 'reopen':
      return weave(t[remedy.kind](markOf(0)), [<FacilityLink key="facility" id={remedy.facility} />]);
    case 'renew':
      return weave((remedy.leased ? t.renewLease : t.renew)(markOf(0), remedy.endedOn), [
        <FacilityLink key="facility" id={remedy.facility} />,
      ]);
    case 'pool':
      return weave(t.pool(areaNames(remedy.with)), areaLinks(remedy.with));
    case 'pool_and_build':
      return (
        <>
          {weave(
            t.poolAndBuild(areaNames(remedy.with), roundUp(remedy.m2), formatNumber(remedy.jointNeedM2)),
            areaLinks(remedy.with),
          )}
          <PlaceLink at={remedy.at} />
        </>
      );
    default:
      return (
        <>
          {t.newFacility(formatShare(remedy.share))}
          <PlaceLink at={remedy.at} />
        </>
      );
  }
}

function areaLinks(ids: readonly string[]): ReactNode[] {
  return ids.map((id) => <AreaLink key={id} id={id} />);
}

/** What is to be built is rounded up: a hundredth less would not do. */
function roundUp(m2: number): string {
  return formatNumber(Math.ceil(m2 * 100 - TOLERANCE) / 100);
}

function PlaceLink({ at }: { readonly at: LonLat }) {
  const t = useTexts().diagnosis.remedy;
  const workspace = useWorkspace();
  return (
    <button
      type="button"
      className="link"
      onClick={() => selectAndShow(workspace, { kind: 'place', id: at.join(','), at })}
    >
      {t.place}
    </button>
  );
}
