import type { Undecided } from '../../core/checks/health/undecided.ts';
import { formatNumber } from '../../text/numbers.ts';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts } from '../workspace-context.tsx';
import { ConcernedAreas, ConcernedRecords } from './concerned.tsx';
import { HealthSection } from './health-section.tsx';

/** What each gap in the data keeps from being judged. */
export function UndecidedSection({ rows }: { readonly rows: readonly Undecided[] }) {
  const { checks, health } = useTexts();
  const t = health.undecided;
  return (
    <HealthSection
      title={t.title}
      help={t.help}
      none={t.none}
      head={[{ text: t.check }, { text: t.missing }, { text: t.subjects }, { text: t.next }]}
      rows={rows.map(({ on, check, verdict, missing, subjects }) => ({
        key: [on, check, verdict, missing].join(' '),
        cells: [
          <>
            <VerdictMark verdict={verdict} size={12} /> {checks.check[check]}
          </>,
          health.missing[missing].what,
          on === 'area' ? (
            <ConcernedAreas key="who" ids={subjects} what={{ kind: 'undecided', check, missing }} />
          ) : (
            <ConcernedRecords
              key="who"
              table="units"
              ids={subjects}
              said={health.count.units(formatNumber(subjects.length), checks.level[on])}
            />
          ),
          health.missing[missing].next,
        ],
      }))}
    />
  );
}
