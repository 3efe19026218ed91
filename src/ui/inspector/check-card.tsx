import type { Check, NearestFacility, ReasonCode } from '../../core/checks/result.ts';
import { REMEDIED_CHECKS, type Diagnosis } from '../../core/checks/remedy.ts';
import type { UnitSpace } from '../../core/checks/unit-space.ts';
import type { AreaId } from '../../core/plan/plan.ts';
import { formatGap, formatNumber, formatShare, formatTruncated } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';
import { DiagnosisBlock } from './diagnosis-block.tsx';
import { CheckBar } from './check-bar.tsx';
import { CheckSourceLine, DeadlineLine } from './check-source.tsx';
import { CheckSum } from './check-sum.tsx';
import { breakEvenOf } from './break-even.ts';

/** What the cards of one place have in common beside the check. */
export interface CheckSubject {
  /** Absent: not asked of such a place. Null: none within the walk. */
  readonly nearest?: NearestFacility | null;
  /** Where the walk that is explained starts; absent: none is. */
  readonly walkFrom?: AreaId;
  readonly eldersUncovered: number | null;
  readonly households: number | null;
  /** Why its checks fail and what would help; undefined while that is being found, absent where it is not asked. */
  readonly diagnoses?: readonly Diagnosis[] | null | undefined;
  /** Of an administrative unit alone: what its sums are made of. */
  readonly unit?: UnitSubject;
}

/** What the sums of a unit are made of. */
export interface UnitSubject {
  readonly space: UnitSpace;
  /** Elders of its areas; null: not known of every one. */
  readonly elders: number | null;
}

/** Said by the card's own figures or badges already. */
const SAID_ELSEWHERE: readonly ReasonCode[] = [
  'straight_line_estimate',
  'partial',
  'none',
  'below_break_even',
  'in_pool',
  'class_unknown',
];

/** Said in full by the causes. */
const SAID_BY_DIAGNOSIS: readonly ReasonCode[] = ['no_facility', 'work_under_way', 'planned_only', 'opens_later'];

/** One clause, applied: what is required, what counts, what is missing, by which words, and since when. */
export function CheckCard({ check, of }: { readonly check: Check; readonly of: CheckSubject }) {
  const texts = useTexts();
  const t = texts.inspector;
  const estimated = check.reasons.includes('straight_line_estimate');
  const diagnosed = 'diagnoses' in of && isDiagnosed(check);
  const said = diagnosed ? [...SAID_ELSEWHERE, ...SAID_BY_DIAGNOSIS] : SAID_ELSEWHERE;
  const reasons = check.reasons.filter((reason) => !said.includes(reason));
  return (
    <section className="check-card" data-verdict={check.verdict} aria-label={texts.checks.check[check.check]}>
      <header>
        <VerdictMark verdict={check.verdict} title={texts.checks.verdict[check.verdict]} />
        <h3>{texts.checks.check[check.check]}</h3>
        <span className={`headline ink-${check.verdict}`}>{headline(check, of, texts)}</span>
      </header>
      {check.role === 'indicator' || estimated ? (
        <p className="role">
          {check.role === 'indicator' ? <span>{of.unit ? t.unit.sum : texts.checks.indicator}</span> : null}
          {estimated ? (
            <span className="badge" data-kind="estimate">
              {t.estimate}
            </span>
          ) : null}
        </p>
      ) : null}
      {check.verdict === 'not_applicable' ? null : (
        <>
          <CheckBar check={check} />
          <CheckSum check={check} of={of} />
        </>
      )}
      {check.by_class === undefined ? null : <ByClass check={check} />}
      {reasons.length === 0 ? null : (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{texts.reasons.reason[reason]}</li>
          ))}
        </ul>
      )}
      {check.reasons.includes('in_pool') ? <p className="hint">{texts.reasons.reason.in_pool}</p> : null}
      {check.reasons.includes('below_break_even') ? <BreakEven households={of.households} /> : null}
      {diagnosed ? <DiagnosisBlock diagnosis={of.diagnoses?.find((one) => one.check === check.check)} /> : null}
      <DeadlineLine deadline={check.deadline} check={check} />
      <CheckSourceLine source={check.source} />
    </section>
  );
}

function isDiagnosed({ check, verdict }: Check): boolean {
  return (verdict === 'short' || verdict === 'met_if_built') && (REMEDIED_CHECKS as readonly string[]).includes(check);
}

/** The one figure that the check turns on. */
function headline(check: Check, of: CheckSubject, { inspector: { headline: t }, checks, workspace }: Texts): string {
  if (check.verdict === 'not_applicable') return checks.verdict.not_applicable;
  if (check.verdict === 'no_data') return checks.verdictShort.no_data;
  if (check.check === 'walk_circle') {
    const share = t.covered(formatShare(check.counted ?? 0));
    if (check.verdict === 'met' || of.eldersUncovered === null || of.eldersUncovered < 0.5) return share;
    return [share, t.uncovered(formatNumber(of.eldersUncovered, 0))].join(workspace.clauseSeparator);
  }
  if (check.check === 'land_per_person' && check.ratio !== null) return t.perPerson(formatTruncated(check.ratio));
  if (check.check === 'nursing_beds' && check.ratio !== null) return t.share(formatShare(check.ratio));
  if (check.gap !== null && check.gap > 0) {
    if (check.unit === 'facilities') return t.gapFacilities(formatNumber(check.gap));
    return check.unit === 'beds' ? t.gapBeds(formatNumber(check.gap)) : t.gap(formatGap(check.gap));
  }
  if (check.check === 'floor_area' && check.ratio !== null) return t.perHundred(formatTruncated(check.ratio));
  return checks.verdictShort[check.verdict];
}

function ByClass({ check }: { readonly check: Check }) {
  const texts = useTexts();
  const t = texts.inspector.byClass;
  if (check.by_class === undefined) return null;
  const figure = (value: number | null): string => (value === null ? texts.workspace.unknown : formatNumber(value));
  return (
    <div className="by-class">
      <h4>{t.title}</h4>
      <ul>
        {(['new', 'built'] as const).map((as) => {
          const figures = check.by_class![as];
          return (
            <li key={as}>
              <VerdictMark verdict={figures.verdict} title={texts.checks.verdict[figures.verdict]} size={12} />
              <span>{t.as(texts.checks.areaClass[as])}</span>
              <span>
                {figures.verdict === 'not_applicable'
                  ? texts.checks.verdict.not_applicable
                  : t.figures(figure(figures.required), figure(figures.counted), figure(figures.gap))}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Below so many households the per-household rate never reaches the least single unit: says what can be done. */
function BreakEven({ households }: { readonly households: number | null }) {
  const t = useTexts();
  const state = useWorkspaceState((whole) => whole);
  const found = breakEvenOf(state);
  if (found === null) return null;
  return (
    <p className="hint">
      {t.inspector.breakEven(
        formatNumber(found.singleUnitM2),
        formatNumber(found.households),
        households === null ? t.workspace.unknown : formatNumber(households),
      )}
    </p>
  );
}
