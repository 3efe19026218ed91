import type { TriedPool } from '../../core/siting/pools/try-pool.ts';
import { CheckCard } from '../inspector/check-card.tsx';
import { useTexts } from '../workspace-context.tsx';
import { PoolNeed } from './pool-need.tsx';
import { PoolReach } from './pool-reach.tsx';

/** A pool that was tried: what its members need together, whether they reach a common place, how it would be judged. */
export function TriedPoolView({ tried }: { readonly tried: TriedPool }) {
  const { pools: t } = useTexts();
  return (
    <>
      <PoolNeed tried={tried} />
      <PoolReach tried={tried} />
      <h3 className="pool-verdict">{t.verdict}</h3>
      <div className="check-cards">
        {tried.checks.map((check) => (
          <CheckCard key={check.check} check={check} of={{ eldersUncovered: null, households: null }} />
        ))}
      </div>
    </>
  );
}
