import { useEffect, useState } from 'react';
import type { SideName } from '../../analysis/api.ts';
import type { AreaResult } from '../../core/checks/result.ts';
import type { Both, Comparison } from '../../core/compare/comparison.ts';
import type { AreaId, Plan } from '../../core/plan/plan.ts';
import { causeText, type CompareWords } from '../../state/compare/cause-text.ts';
import { differenceRow } from '../../state/compare/difference-cells.ts';
import { CheckCard } from '../inspector/check-card.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';

const SIDES: readonly SideName[] = ['left', 'right'];

/** One difference: its causes in full, and the arithmetic of both sides. */
export function DifferenceDetail({
  report,
  row,
  plans,
  names,
  words,
  nameOf,
  onClose,
}: {
  readonly report: Comparison;
  readonly row: number;
  readonly plans: Both<Plan>;
  readonly names: Both<string>;
  readonly words: CompareWords;
  readonly nameOf: (area: AreaId) => string | undefined;
  readonly onClose: () => void;
}) {
  const { compare: t, checks } = useTexts();
  const { area, check, causes } = differenceRow(report, row);
  const explained = useExplained(report, area);
  const title = t.detail.label(nameOf(area) ?? area, checks.check[check]);
  return (
    <section className="difference-detail" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <IconButton icon="close" label={t.detail.close} onPress={onClose} />
      </header>
      <ul className="difference-causes">
        {causes.map((cause) => {
          const text = causeText(cause, area, words);
          return <li key={text}>{text}</li>;
        })}
      </ul>
      <div className="compared-cards">
        {SIDES.map((side) => {
          const result = explained?.[side];
          const found = result?.checks.find((one) => one.check === check);
          return (
            <div key={side}>
              <h4>{names[side]}</h4>
              {found && result ? (
                <CheckCard
                  check={found}
                  of={{
                    nearest: result.nearest,
                    eldersUncovered: result.elders_uncovered,
                    households: plans[side].areas.get(area)?.households ?? null,
                  }}
                />
              ) : explained === null ? null : (
                <p className="muted">{t.detail.notThere}</p>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** The area's results on both sides; null: not known yet. */
function useExplained(report: Comparison, area: AreaId): Both<AreaResult | null> | null {
  const { analysis } = useWorkspace();
  const [explained, setExplained] = useState<Both<AreaResult | null> | null>(null);
  useEffect(() => {
    let current = true;
    const { only } = report;
    const isOn = { left: !only.right.includes(area), right: !only.left.includes(area) };
    Promise.all(
      SIDES.map((side) => (isOn[side] ? analysis.explainCompared({ side, area }) : Promise.resolve(null))),
    ).then(
      ([left = null, right = null]) => {
        if (current) setExplained({ left, right });
      },
      // A worker that broke down is told of elsewhere.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [analysis, report, area]);
  return explained;
}
