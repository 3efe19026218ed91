import { useId, type ReactNode } from 'react';

/** One question about the data with its answer as a table; without rows a sentence says that there is nothing. */
export function HealthSection({
  title,
  help,
  none,
  head,
  rows,
}: {
  readonly title: string;
  readonly help: string;
  readonly none: string;
  /** `number`: its figures stand right. */
  readonly head: readonly { readonly text: string; readonly number?: boolean }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  const heading = useId();
  return (
    <section className="health-section" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {rows.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <>
          <p className="muted health-help">{help}</p>
          <table className="health-table" aria-labelledby={heading}>
            <thead>
              <tr>
                {head.map(({ text, number }) => (
                  <th key={text} scope="col" className={number ? 'number' : undefined}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells }) => (
                <tr key={key}>
                  {cells.map((cell, i) => (
                    <td
                      key={head[i]!.text}
                      className={head[i]!.number ? 'number' : undefined}
                      data-title={head[i]!.text}
                    >
                      <div>{cell}</div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
