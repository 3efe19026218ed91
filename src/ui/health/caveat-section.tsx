import type { Caveat } from '../../core/checks/health/caveats.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useTexts } from '../workspace-context.tsx';
import { ConcernedAreas, ConcernedRecords } from './concerned.tsx';
import { HealthSection } from './health-section.tsx';

/** What verdicts that were given rest on. */
export function CaveatSection({ rows }: { readonly rows: readonly Caveat[] }) {
  const { health } = useTexts();
  const t = health.caveats;
  return (
    <HealthSection
      title={t.title}
      help={t.help}
      none={t.none}
      head={[{ text: t.says }, { text: t.subjects }, { text: t.next }]}
      rows={rows.map(({ code, table, ids }) => ({
        key: code,
        cells: [
          health.caveat[code].says,
          table === 'areas' ? (
            <ConcernedAreas key="who" ids={ids} what={{ kind: 'caveat', code }} />
          ) : (
            <ConcernedRecords
              key="who"
              table={table}
              ids={ids}
              said={health.count.facilities(formatNumber(ids.length))}
            />
          ),
          health.caveat[code].next,
        ],
      }))}
    />
  );
}
