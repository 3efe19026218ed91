import type { ReactNode } from 'react';
import type { Cause, TooLongWalk } from '../../core/checks/remedy.ts';
import { formatGap, formatNumber, formatShare } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { AreaLink, FacilityLink, PoolLink } from '../parts/place-links.tsx';
import { markOf, weave } from '../parts/weave.tsx';
import { useCircleMinutes } from '../use-settings.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { selectAndShow } from '../../actions/select.ts';

/** Areas named before the rest are only counted. */
const FIRST_AREAS = 3;

/** One cause as a sentence, its facilities and areas as links. */
export function CauseLine({ cause, self }: { readonly cause: Cause; readonly self: string }): ReactNode {
  const texts = useTexts();
  const minutes = formatNumber(useCircleMinutes());
  const t = texts.diagnosis.cause;
  switch (cause.code) {
    case 'none_within_circle':
      if (cause.nearest === null) return t.nobodyNear;
      return (
        <>
          {t.noneWithinCircle(minutes)}
          {texts.workspace.clauseSeparator}
          <Walk walk={cause.nearest} sentence={nearestSentence(cause.nearest, t)} />
        </>
      );
    case 'partly_within_circle':
      return (
        <>
          {t.partly(formatShare(cause.uncoveredShare))}
          {cause.farthest === null ? null : (
            <>
              {texts.workspace.clauseSeparator}
              <Walk walk={cause.farthest} sentence={farthestSentence(cause.farthest, t)} />
            </>
          )}
        </>
      );
    case 'nothing_booked':
      return t.nothingBooked(self);
    case 'too_small':
      return null;
    case 'unit_too_small': {
      const names = cause.facilities.map((_, i) => markOf(i)).join(texts.diagnosis.separator);
      return weave(
        t.unitTooSmall(names, formatNumber(cause.sizeM2), formatNumber(cause.leastM2)),
        cause.facilities.map((id) => <FacilityLink key={id} id={id} />),
      );
    }
    default:
      return <OfFacility cause={cause} self={self} texts={texts} />;
  }
}

type CauseTexts = Texts['diagnosis']['cause'];

function nearestSentence({ metres, minutes, overM }: TooLongWalk, t: CauseTexts): string {
  return t.nearest(markOf(0), formatNumber(metres, 0), formatNumber(minutes, 1), formatNumber(overM, 0));
}

function farthestSentence({ minutes, overMinutes }: TooLongWalk, t: CauseTexts): string {
  return t.farthest(markOf(0), formatNumber(minutes, 1), formatNumber(overMinutes, 1));
}

/** A walk that is too long, which leads to where it starts. */
function Walk({ walk: { facility, from }, sentence }: { readonly walk: TooLongWalk; readonly sentence: string }) {
  const t = useTexts().diagnosis.remedy;
  const workspace = useWorkspace();
  return (
    <>
      {weave(sentence, [<FacilityLink key="facility" id={facility} />])}{' '}
      <button
        type="button"
        className="link"
        onClick={() => selectAndShow(workspace, { kind: 'place', id: from.join(','), at: from })}
      >
        {t.place}
      </button>
    </>
  );
}

type FacilityCause = Extract<Cause, { facility: string }>;

function OfFacility({
  cause,
  self,
  texts,
}: {
  readonly cause: FacilityCause;
  readonly self: string;
  readonly texts: Texts;
}): ReactNode {
  const { cause: t, state } = texts.diagnosis;
  const asOf = useWorkspaceState((whole) => whole.asOf);
  const here = markOf(0);
  const link = <FacilityLink key="facility" id={cause.facility} />;
  const wouldCount = 'm2' in cause && cause.m2 !== null && cause.m2 > 0 ? t.wasM2(formatGap(cause.m2)) : '';
  switch (cause.code) {
    case 'closed':
    case 'suspended':
      return weave(t[cause.code](here, cause.since) + wouldCount, [link]);
    case 'ended':
      return weave((cause.leased ? t.leaseEnded : t.ended)(here, cause.on) + wouldCount, [link]);
    case 'under_way':
      return weave(
        t.underWay(here, state[cause.state] ?? '') +
          (cause.from === null ? '' : (cause.from < asOf ? t.openingMissed : t.opening)(cause.from)) +
          wouldCount,
        [link],
      );
    case 'not_public_benefit':
      return weave(t.notPublic(here), [link]);
    case 'shared':
      return (
        <>
          {weave(t.shared(here, formatNumber(cause.ofM2), formatGap(cause.m2), self), [link])}
          <ToAreas areas={cause.others.map(({ area }) => area)} />
        </>
      );
    default:
      return (
        <>
          {weave(cause.m2 === null ? t.elsewhereUnknown(here) : t.elsewhere(here, formatNumber(cause.m2)), [link])}
          {cause.pool !== null ? (
            weave(t.toPool(markOf(0)), [<PoolLink key="pool" id={cause.pool} />])
          ) : cause.areas.length > 0 ? (
            <ToAreas areas={cause.areas} />
          ) : (
            t.toNobody(cause.unbooked === null ? texts.workspace.unknown : texts.reasons.unbooked[cause.unbooked])
          )}
        </>
      );
  }
}

function ToAreas({ areas }: { readonly areas: readonly string[] }) {
  const { cause: t, separator } = useTexts().diagnosis;
  const shown = areas.slice(0, FIRST_AREAS);
  const names = shown.map((_, i) => markOf(i)).join(separator);
  const more = areas.length > shown.length ? t.moreAreas(formatNumber(areas.length)) : '';
  return weave(
    t.toAreas(names + more),
    shown.map((id) => <AreaLink key={id} id={id} />),
  );
}
