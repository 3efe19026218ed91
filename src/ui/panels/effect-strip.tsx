import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { dismissEffect, listPicked } from '../../actions/arrange.ts';
import { redo } from '../../actions/redo.ts';
import { undo } from '../../actions/undo.ts';
import { TOLERANCE } from '../../core/units.ts';
import type { Effect } from '../../state/effect-of.ts';
import type { EffectBase } from '../../state/effect-base.ts';
import { lastEffect, type LastEffect } from '../../state/last-effect.ts';
import type { ParcelLoss } from '../../state/parcel-losses.ts';
import { EFFECTS_ON, type EffectOn } from '../../state/workspace-state.ts';
import { issueSentence } from '../../text/describe-issue.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { Icon } from '../parts/icon.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { stepText } from '../step-text.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** What the last step changed, until the next one or until it is dismissed. The region is always there, so that it is heard. */
export function EffectStrip() {
  const { edits } = useTexts();
  const last = useLastEffect();
  return (
    <section className="effect-strip" aria-label={edits.effect.label} data-shown={last !== null}>
      <div role="status" className="effect-said">
        {last === null ? null : <Said last={last} />}
      </div>
      {last === null ? null : <Acts last={last} />}
    </section>
  );
}

function useLastEffect(): LastEffect | null {
  const base = useWorkspaceState((state) => state.effectBase);
  const digest = useWorkspaceState((state) => state.digest);
  const version = useWorkspaceState((state) => state.planVersion);
  const standard = useWorkspaceState((state) => state.standardId);
  const asOf = useWorkspaceState((state) => state.asOf);
  const { store } = useWorkspace();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- what the answer is derived from; the rest of the state is not
  return useMemo(() => lastEffect(store.getState()), [store, base, digest, version, standard, asOf]);
}

function Said({ last: { base, effect } }: { readonly last: LastEffect }) {
  const texts = useTexts();
  const t = texts.edits.effect;
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const step = nameOf(base, texts);
  if (effect === null) return <p className="muted">{t.waiting(step)}</p>;
  const warnings = [
    ...base.losses.map((loss) => lossText(loss, t.lost)),
    ...effect.parcels.map((issue) => issueSentence(language, issue)),
  ];
  return (
    <>
      <p>{t.says(step, partsOf(effect, t).join(t.separator))}</p>
      {warnings.map((warning) => (
        <p key={warning} className="effect-warning">
          <Icon name="warning" size={14} /> {warning}
        </p>
      ))}
    </>
  );
}

function Acts({ last: { base, effect } }: { readonly last: LastEffect }) {
  const { edits } = useTexts();
  const t = edits.effect;
  const workspace = useWorkspace();
  const changed = EFFECTS_ON.filter((now) => (effect?.areas[now].length ?? 0) > 0);
  const show = (now: EffectOn): void =>
    listPicked(workspace, { ids: new Set(effect?.areas[now]), what: { kind: 'effect', now } });
  return (
    <div className="effect-acts">
      {changed.map((now) => {
        const what = t.areas[now](formatNumber(effect!.areas[now].length));
        return (
          <Button key={now} className="button small" aria-label={t.show(what)} onPress={() => show(now)}>
            <Icon name="list" size={13} />
            {what}
          </Button>
        );
      })}
      <Button className="button small" onPress={() => void (base.undone ? redo : undo)(workspace)}>
        <Icon name={base.undone ? 'redo' : 'undo'} size={13} />
        {base.undone ? t.redo : t.undo}
      </Button>
      <IconButton icon="close" label={t.dismiss} onPress={() => dismissEffect(workspace)} />
    </div>
  );
}

function nameOf({ step, undone, moves }: EffectBase, texts: Texts): string {
  const t = texts.edits.effect;
  const said = stepText(texts, step);
  const named = undone ? t.undone(said) : said;
  return moves === 1 ? named : t.moves(named, formatNumber(moves));
}

/** What changed, in words; what did not is not told. */
function partsOf(
  { areas, floorGapM2, landGapM2, eldersCovered, unknown }: Effect,
  t: Texts['edits']['effect'],
): string[] {
  const parts = [
    ...EFFECTS_ON.flatMap((now) => (areas[now].length === 0 ? [] : [t.areas[now](formatNumber(areas[now].length))])),
    ...changeText(floorGapM2, t.floorGap),
    ...changeText(landGapM2, t.landGap),
    ...changeText(eldersCovered, t.covered),
    ...changeText(unknown.floor, t.floorUnknown),
    ...changeText(unknown.land, t.landUnknown),
    ...changeText(unknown.elders, t.eldersUnknown),
  ];
  return parts.length === 0 ? [t.nothing] : parts;
}

function changeText(change: number | null, say: (text: string) => string): string[] {
  return change === null || Math.abs(change) < TOLERANCE ? [] : [say(formatChange(change))];
}

/** With its sign; a change is never shown as nothing. */
function formatChange(change: number): string {
  const size = Math.abs(change);
  return `${change < 0 ? '\u2212' : '+'}${size < 0.005 ? '< 0.01' : formatNumber(size)}`;
}

function lossText({ kind, name, m2 }: ParcelLoss, t: Texts['edits']['effect']['lost']): string {
  return t[kind](name, m2 === null ? t.unknownM2 : t.m2(formatNumber(m2)));
}
