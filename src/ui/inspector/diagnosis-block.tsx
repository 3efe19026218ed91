import type { ReactNode } from 'react';
import type { Cause, Diagnosis } from '../../core/checks/remedy.ts';
import { useTexts } from '../workspace-context.tsx';
import { CauseLine } from './cause-line.tsx';
import { RemedyLine } from './remedy-line.tsx';

/** Why a check falls short, and each thing that would close the gap by itself. Undefined: being found. */
export function DiagnosisBlock({ diagnosis }: { readonly diagnosis: Diagnosis | undefined }) {
  const t = useTexts().diagnosis;
  if (diagnosis === undefined) return <p className="muted diagnosis-wait">{t.waiting}</p>;
  const self = 'pool' in diagnosis.of ? t.selfPool : t.self;
  // The card's own sum tells that already.
  const causes = diagnosis.causes.filter(({ code }) => code !== 'too_small');
  return (
    <div className="diagnosis">
      {causes.length === 0 ? null : (
        <Lines title={t.why}>
          {causes.map((cause) => (
            <li key={keyOfCause(cause)}>
              <CauseLine cause={cause} self={self} />
            </li>
          ))}
        </Lines>
      )}
      <Lines title={t.how}>
        {diagnosis.remedies.map((remedy) => (
          <li key={JSON.stringify({ ...remedy, change: null })}>
            <RemedyLine of={diagnosis.of} remedy={remedy} self={self} />
          </li>
        ))}
        {diagnosis.remedies.length === 0 ? <li>{t.remedy.none}</li> : null}
      </Lines>
    </div>
  );
}

function Lines({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </section>
  );
}

function keyOfCause(cause: Cause): string {
  return 'facility' in cause ? `${cause.code} ${cause.facility}` : JSON.stringify(cause);
}
