import { Button } from 'react-aria-components';
import { applyRemedy } from '../../actions/apply-remedy.ts';
import { selectAndShow } from '../../actions/select.ts';
import type { DiagnosedSubject, Remedy } from '../../core/checks/remedy.ts';
import type { LonLat } from '../../core/geo/geometry.ts';
import { TOLERANCE } from '../../core/units.ts';
import { refsOfRemedy } from '../../state/refs-of-remedy.ts';
import { isOutOfDate } from '../../state/selectors.ts';
import { formatGap } from '../../text/numbers.ts';
import { AreaLink, FacilityLink } from '../parts/place-links.tsx';
import { weave } from '../parts/weave.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { remedySentence, remedyText } from './remedy-sentence.ts';

/** One remedy as a sentence, what would still be missing after it, and a button that does it. */
export function RemedyLine({
  of,
  remedy,
  self,
}: {
  readonly of: DiagnosedSubject;
  readonly remedy: Remedy;
  readonly self: string;
}) {
  const texts = useTexts();
  const t = texts.diagnosis.remedy;
  const { verdict, gap } = remedy.outcome;
  const isShort = verdict === 'short' || verdict === 'met_if_built';
  const inShare = remedy.kind === 'new_facility';
  const links = refsOfRemedy(remedy).map(({ kind, id }) =>
    kind === 'area' ? <AreaLink key={id} id={id} /> : <FacilityLink key={id} id={id} />,
  );
  return (
    <>
      {weave(remedySentence(remedy, self, texts), links)}
      {'at' in remedy ? <PlaceLink at={remedy.at} /> : null}
      {!isShort || gap === null || gap <= TOLERANCE
        ? null
        : inShare || gap < 1
          ? t.outcome.leftShare
          : t.outcome.left(formatGap(gap))}{' '}
      <ApplyButton of={of} remedy={remedy} self={self} />
    </>
  );
}

/** Does it at once; the strip above the list says what came of it, and takes it back. */
function ApplyButton({ of, remedy, self }: Parameters<typeof RemedyLine>[0]) {
  const texts = useTexts();
  const workspace = useWorkspace();
  const stale = useWorkspaceState(isOutOfDate);
  const plan = useWorkspaceState((state) => state.plan);
  const nameOf = (id: string): string => plan.facilities.get(id)?.name ?? plan.areas.get(id)?.name ?? id;
  return (
    <Button
      className="button small apply-remedy"
      aria-label={texts.edits.applyOf(remedyText(remedy, self, texts, nameOf))}
      isDisabled={stale}
      onPress={() => void applyRemedy(workspace, of, remedy)}
    >
      {texts.edits.apply}
    </Button>
  );
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
