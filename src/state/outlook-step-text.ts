import type { Texts } from '../text/texts.ts';
import type { OutlookStepName } from './step-name.ts';

/** What a step that changed an assumption or a measure is called. */
export function outlookStepText(name: OutlookStepName, { outlook }: Texts): string {
  const { step: t } = outlook;
  if (name.kind === 'growth') {
    const what = name.of ?? outlook.assumptions.all;
    if (name.figure === 'survival') return t.survival;
    return name.figure === 'removed' ? t.growthRemoved(what) : t.growth(what, outlook.figure[name.figure]);
  }
  if (name.kind === 'measure') {
    const sentence = {
      form: t.measureForm,
      year: t.measureYear,
      stages: t.measureStages,
      removed: t.measureRemoved,
    }[name.part];
    return sentence(name.of);
  }
  return (name.kind === 'housing' ? t.housing : t.housingRemoved)(name.of, String(name.year));
}
