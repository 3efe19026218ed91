import { CANDIDATE_KINDS } from '../../core/plan/plan.ts';
import { formatNumber } from '../../text/numbers.ts';
import { CandidateSign } from '../parts/candidate-sign.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

export function CandidatesLegend() {
  const t = useTexts().map.layers;
  const candidates = useWorkspaceState(({ plan }) => plan.candidates);
  const counted = CANDIDATE_KINDS.map((kind) => ({
    kind,
    count: [...candidates.values()].filter((one) => one.kind === kind).length,
  }));
  return (
    <ul className="legend">
      {counted
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <li key={kind} className="legend-row">
            <CandidateSign kind={kind} />
            <span>{t.candidateKinds[kind]}</span>
            <span className="number">{formatNumber(count)}</span>
          </li>
        ))}
    </ul>
  );
}
