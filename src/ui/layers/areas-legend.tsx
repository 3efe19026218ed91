import { useMemo } from 'react';
import { ToggleButton } from 'react-aria-components';
import { setFilter } from '../../actions/arrange.ts';
import { VERDICTS } from '../../core/checks/result.ts';
import { verdictCounts } from '../../state/gap-rows.ts';
import { NO_FILTER, PROBLEM_VERDICTS } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useGapRows } from '../gap-rows-context.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { AreaColourChoice } from './layer-options.tsx';

/** Verdicts with their patterns and counts; pressing one shows only those in the list. */
export function AreasLegend() {
  const texts = useTexts();
  const workspace = useWorkspace();
  const gaps = useGapRows();
  const filter = useWorkspaceState((state) => state.filter);
  const { of } = filter;
  const counts = useMemo(
    () => (gaps === null ? null : verdictCounts(gaps.digest, gaps.columns, { ...NO_FILTER, of })),
    [gaps, of],
  );
  const only = filter.verdicts.length === 1 ? filter.verdicts[0] : null;
  return (
    <>
      <AreaColourChoice />
      <ul className="legend">
        {VERDICTS.map((verdict, code) => (
          <li key={verdict}>
            <ToggleButton
              className="legend-row"
              isSelected={only === verdict}
              aria-label={texts.map.layers.filterTo(texts.checks.verdict[verdict])}
              onChange={(on) => setFilter(workspace, { verdicts: on ? [verdict] : PROBLEM_VERDICTS })}
            >
              <span className="swatch" data-verdict={verdict} aria-hidden="true" />
              <span>{texts.checks.verdict[verdict]}</span>
              <span className="number">{counts === null ? '' : formatNumber(counts[code]!)}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
      <p className="layer-help">{texts.map.layers.worst}</p>
    </>
  );
}
