import type { ReactNode } from 'react';
import type { ExtraColumns } from '../../core/plan/plan.ts';
import { useTexts } from '../workspace-context.tsx';

/** Names and values side by side. */
export function FactList({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Columns of the table that the tool does not know, as they came. */
export function ExtraColumnList({ extra }: { readonly extra: ExtraColumns | undefined }) {
  const t = useTexts().inspector;
  const columns = Object.entries(extra ?? {});
  if (columns.length === 0) return null;
  return (
    <details className="more">
      <summary>{t.moreColumns}</summary>
      <FactList facts={columns} />
    </details>
  );
}
