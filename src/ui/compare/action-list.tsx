import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { PlanAction } from '../../core/plan/plan-actions.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { actionText } from '../../state/compare/action-text.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts } from '../workspace-context.tsx';

/** Until a line is measured, CSS pixels: most take one or two lines of text. */
const LINE_PX = 40;

/** Everything that was done from the left plan to the right one, with values; only what is in view is drawn. */
export function ActionList({
  actions,
  plan,
}: {
  readonly actions: readonly PlanAction[];
  /** The right one. */
  readonly plan: Plan;
}) {
  const texts = useTexts();
  const t = texts.compare.action;
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: actions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 8,
  });
  if (actions.length === 0) return <p className="compare-note muted">{t.none}</p>;
  return (
    // A list that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="action-list" role="region" aria-label={t.label} tabIndex={0}>
      <ol aria-label={t.count(formatNumber(actions.length))} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <li
            key={index}
            ref={virtualizer.measureElement}
            data-index={index}
            data-kind={actions[index]!.kind}
            aria-setsize={actions.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {actionText(actions[index]!, texts, plan)}
          </li>
        ))}
      </ol>
    </div>
  );
}
