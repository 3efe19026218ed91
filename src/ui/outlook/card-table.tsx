import type { ReactNode } from 'react';

export interface CardHead {
  readonly text: string;
  /** Its figures stand right. */
  readonly number?: boolean;
  /** What stands in the head in place of its text, such as a button that sorts by it. */
  readonly shown?: ReactNode;
  readonly sorted?: 'ascending' | 'descending';
}

/** A table that becomes a card a row where there is little room: each cell on a line of its own, its column's title before it. */
export function CardTable({
  label,
  head,
  rows,
}: {
  readonly label: string;
  readonly head: readonly CardHead[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <table className="health-table outlook-table" aria-label={label}>
      <thead>
        <tr>
          {head.map(({ text, number, shown, sorted }) => (
            <th key={text} scope="col" className={number ? 'number' : undefined} aria-sort={sorted}>
              {shown ?? text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key} data-row={key}>
            {cells.map((cell, i) => (
              <td key={head[i]!.text} className={head[i]!.number ? 'number' : undefined} data-title={head[i]!.text}>
                <div>{cell}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
