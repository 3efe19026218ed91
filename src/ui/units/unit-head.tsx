import { setUnitView } from '../../actions/arrange.ts';
import { valueInForce } from '../../core/standards/value-in-force.ts';
import { chosenStandard } from '../../state/selectors.ts';
import type { UnitSort } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { LARGEST_FIRST, UNIT_COLUMNS, type UnitColumn } from './unit-columns.tsx';

/** The heads, each of which sorts siblings by its column. */
export function UnitHead() {
  const { units: t } = useTexts();
  const workspace = useWorkspace();
  const sort = useWorkspaceState(({ unitView }) => unitView.sort);
  const titleOf = useTitles();
  return (
    <div className="grid-row grid-head" role="row" aria-rowindex={1}>
      {UNIT_COLUMNS.map((column, i) => (
        <div
          key={column}
          role="columnheader"
          aria-colindex={i + 1}
          className={`cell unit-${column}`}
          title={column in t.help ? t.help[column as keyof typeof t.help] : undefined}
          {...(column === sort.column ? { 'aria-sort': sort.descending ? 'descending' : 'ascending' } : {})}
        >
          {column === 'below' ? (
            titleOf(column)
          ) : (
            <button
              type="button"
              className="sort"
              aria-label={t.sortBy(titleOf(column))}
              onClick={() => setUnitView(workspace, { sort: { column, descending: nextDirection(sort, column) } })}
            >
              {titleOf(column)}
              {sort.column === column ? <Icon name={sort.descending ? 'down' : 'up'} size={11} /> : null}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

function nextDirection(sort: UnitSort, column: UnitColumn): boolean {
  return sort.column === column ? !sort.descending : LARGEST_FIRST.includes(column);
}

/** Heads that name the standard's line beside the figures that it is drawn against. */
function useTitles(): (column: UnitColumn) => string {
  const { units: t } = useTexts();
  const line = useWorkspaceState((state) => {
    const { standard } = chosenStandard(state);
    const valueOf = (key: Parameters<typeof valueInForce>[1]): string => {
      const value = valueInForce(standard, key, state.asOf)?.value;
      return value === undefined ? '' : formatNumber(value);
    };
    const [built, fresh] = [valueOf('floor_area_rate_built'), valueOf('floor_area_rate_new')];
    const floor = built === '' || fresh === '' ? built + fresh : t.lines(built, fresh);
    return JSON.stringify([floor, valueOf('land_per_person')]);
  });
  const [floor, land] = JSON.parse(line) as [string, string];
  return (column) => {
    if (column === 'ratio') return t.column.ratio(floor);
    return column === 'land' ? t.column.land(land) : t.column[column];
  };
}
