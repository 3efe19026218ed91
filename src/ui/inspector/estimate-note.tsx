import { ESTIMATED_FIGURES, type Estimates } from '../../core/plan/plan.ts';
import { estimateSentence } from '../../state/estimate-sentence.ts';
import { useElderAge } from '../use-settings.ts';
import { useTexts } from '../workspace-context.tsx';

/** Which figures of an area are estimates, and from what. */
export function EstimateNote({ estimated }: { readonly estimated: Estimates | undefined }) {
  const texts = useTexts();
  const age = Number(useElderAge());
  const said = ESTIMATED_FIGURES.flatMap((figure) => {
    const source = estimated?.[figure];
    return source === undefined ? [] : estimateSentence(figure, source, texts, age);
  });
  if (said.length === 0) return null;
  return (
    <p className="estimate-note">
      <span className="badge" data-kind="estimate">
        {texts.population.mark}
      </span>{' '}
      {said.join(' ')}
    </p>
  );
}
