import { useTexts } from '../workspace-context.tsx';
import type { ChartContent } from './chart-content.ts';

/** The figures of a chart as a table, all of them; names lead to their units. */
export function ChartTable({
  content: { title, table, bars },
  onPress,
}: {
  readonly content: ChartContent;
  readonly onPress: (bar: number) => void;
}) {
  const { workspace } = useTexts();
  return (
    // A wide table must be scrollable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="chart-table" role="group" aria-label={title} tabIndex={0}>
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.head.map((head, i) => (
              <th key={head} scope="col" className={i > 0 ? 'number' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...figures], bar) => (
            <tr key={`${String(name)} ${bars[bar]?.path ?? ''}`}>
              <th scope="row">
                {bars[bar]?.path === null ? (
                  name
                ) : (
                  <button type="button" className="link" onClick={() => onPress(bar)}>
                    {name}
                  </button>
                )}
              </th>
              {figures.map((figure, i) => (
                <td key={table.head[i + 1]} className="number">
                  {figure ?? workspace.unknown}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
