import { formatDateTime } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import type { ComparedPlan, DocumentSource } from './compare-side.ts';

/** What the plan of a side is called: baseline or scenario, after where it is from. */
export function planName(of: ComparedPlan, texts: Texts): string {
  if (of.kind === 'files') return of.name;
  const { from, document, shown } = of;
  const part = shown === null ? texts.scenarios.baseline : (document.scenarios.get(shown)?.name ?? shown);
  if (from.kind === 'open') return part;
  const source = sourceName(from, texts);
  return document.scenarios.size === 0 ? source : texts.compare.partOf(source, part);
}

/** What another document than the open one is called. */
export function sourceName(from: Exclude<DocumentSource, { readonly kind: 'open' }>, { compare }: Texts): string {
  return from.kind === 'project' ? from.name : compare.versionOf(formatDateTime(from.at));
}
