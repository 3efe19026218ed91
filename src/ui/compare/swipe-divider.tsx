import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { formatShare } from '../../text/numbers.ts';
import { useTexts } from '../workspace-context.tsx';

const STEP = 0.02;
const PAGE = 0.1;

/** Where one map ends and the other begins: dragged by pointer or finger, moved by arrow keys. */
export function SwipeDivider({
  stage,
  share,
  onChange,
}: {
  readonly stage: RefObject<HTMLElement | null>;
  /** Of the stage's width, to the left of it. */
  readonly share: number;
  readonly onChange: (share: number) => void;
}) {
  const { compare: t } = useTexts();
  const moveTo = (next: number): void => onChange(Math.max(0, Math.min(1, next)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: share - STEP,
      ArrowDown: share - STEP,
      ArrowRight: share + STEP,
      ArrowUp: share + STEP,
      PageDown: share - PAGE,
      PageUp: share + PAGE,
      Home: 0,
      End: 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || stage.current === null) return;
    const { left, width } = stage.current.getBoundingClientRect();
    moveTo((event.clientX - left) / width);
  };
  return (
    <div
      className="swipe-divider"
      role="slider"
      tabIndex={0}
      aria-label={t.divider}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={t.dividerAt(formatShare(share))}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    >
      <span className="swipe-handle" aria-hidden="true" />
    </div>
  );
}
