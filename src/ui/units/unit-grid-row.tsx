import type { UnitRow } from '../../state/unit-forest.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts } from '../workspace-context.tsx';
import { FIGURE_COLUMNS, UNIT_COLUMNS, unitCell } from './unit-columns.tsx';

const INDENT_PX = 18;

export function UnitGridRow({
  row,
  index,
  top,
  nested,
  open,
  selected,
  column,
  onToggle,
  onPress,
}: {
  readonly row: UnitRow;
  readonly index: number;
  readonly top: number;
  readonly nested: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  /** The cell that has the keyboard; null: the row has, or another. */
  readonly column: number | null;
  readonly onToggle: (open: boolean) => void;
  readonly onPress: () => void;
}) {
  const opens = nested && row.children.length > 0;
  return (
    // The grid itself has the keyboard; a row only answers to a pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={`unit-${index}`}
      className="grid-row"
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-level={nested ? row.depth + 1 : 1}
      aria-selected={selected}
      {...(opens ? { 'aria-expanded': open } : {})}
      data-cell={selected && column !== null}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onPress}
    >
      {UNIT_COLUMNS.map((name, i) => (
        <div
          key={name}
          id={`unit-${index}-${name}`}
          role="gridcell"
          tabIndex={-1}
          aria-colindex={i + 1}
          className={`cell unit-${name}`}
          data-figure={FIGURE_COLUMNS.includes(name) || undefined}
          data-active={column === i || undefined}
        >
          {name === 'name' ? (
            <UnitName row={row} nested={nested} opens={opens} open={open} onToggle={onToggle} />
          ) : (
            unitCell(name, row)
          )}
        </div>
      ))}
    </div>
  );
}

function UnitName({
  row: { unit, depth, parent },
  nested,
  opens,
  open,
  onToggle,
}: {
  readonly row: UnitRow;
  readonly nested: boolean;
  readonly opens: boolean;
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}) {
  const { units: t, checks } = useTexts();
  return (
    <span className="unit-label" style={{ paddingLeft: nested ? depth * INDENT_PX : 0 }}>
      {opens ? (
        <button
          type="button"
          className="expander"
          tabIndex={-1}
          aria-label={open ? t.collapse(unit.name) : t.expand(unit.name)}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(!open);
          }}
        >
          <Icon name={open ? 'down' : 'right'} size={14} />
        </button>
      ) : nested ? (
        <span className="expander" />
      ) : null}
      <span className="unit-name-text" title={unit.path}>
        {unit.name}
      </span>
      <span className="unit-level">{nested || parent === null ? checks.level[unit.level] : parent.unit.name}</span>
    </span>
  );
}
