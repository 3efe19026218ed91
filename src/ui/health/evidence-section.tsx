import type { EvidencedSpace, EvidenceReport } from '../../core/checks/health/evidenced-space.ts';
import { formatNumber, formatShare } from '../../text/numbers.ts';
import { useTexts } from '../workspace-context.tsx';
import { ConcernedRecords } from './concerned.tsx';
import { HealthSection } from './health-section.tsx';

/** Floor area that somebody vouches for against what is only claimed. */
export function EvidenceSection({ evidence: { total, byType } }: { readonly evidence: EvidenceReport }) {
  const { facilities, health } = useTexts();
  const t = health.evidence;
  const cellsOf = (name: string, { facilities: all, without, evidencedM2, claimedM2, areaBlank }: EvidencedSpace) => [
    name,
    formatNumber(all),
    without.length === 0 ? (
      <span key="who" className="muted">
        0
      </span>
    ) : (
      <ConcernedRecords
        key="who"
        table="facilities"
        ids={without}
        said={health.count.facilities(formatNumber(without.length))}
      />
    ),
    formatNumber(evidencedM2),
    formatNumber(claimedM2),
    evidencedM2 + claimedM2 > 0 ? formatShare(evidencedM2 / (evidencedM2 + claimedM2)) : '—',
    formatNumber(areaBlank),
  ];
  return (
    <HealthSection
      title={t.title}
      help={t.help}
      none={t.none}
      head={[
        { text: t.type },
        { text: t.facilities, number: true },
        { text: t.without },
        { text: t.evidencedM2, number: true },
        { text: t.claimedM2, number: true },
        { text: t.share, number: true },
        { text: t.areaBlank, number: true },
      ]}
      rows={
        byType.length === 0
          ? []
          : [
              ...byType.map((space) => ({ key: space.type, cells: cellsOf(facilities.type[space.type], space) })),
              { key: 'total', cells: cellsOf(t.total, total) },
            ]
      }
    />
  );
}
