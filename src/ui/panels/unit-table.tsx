import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { listUnit } from '../../actions/arrange.ts';
import { select } from '../../actions/select.ts';
import { CHECK_IDS, VERDICTS, type Check, type CheckId, type UnitResult } from '../../core/checks/result.ts';
import { UNIT_LEVELS, type UnitLevel } from '../../core/plan/plan.ts';
import { formatNumber, formatShare, formatTruncated } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { Choice } from '../parts/choice.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useUnits } from '../queries.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

/** CSS pixels: `--row` in theme.css, and larger where a finger must hit it. */
const ROW_PX = matchMedia('(pointer: coarse)').matches ? 44 : 32;
const ALL = 'all';

/** Units with their checks; every check that any of them carries has a column. */
export function UnitTable() {
  const texts = useTexts();
  const t = texts.workspace.units;
  const units = useUnits();
  const [level, setLevel] = useState<UnitLevel | typeof ALL>(ALL);
  const levels = useMemo(() => UNIT_LEVELS.filter((one) => units?.some((unit) => unit.level === one)), [units]);
  const rows = useMemo(() => treeOrder(units ?? [], level), [units, level]);
  const columns = useMemo(
    () => CHECK_IDS.filter((id) => rows.some(({ checks }) => checks.some(({ check }) => check === id))),
    [rows],
  );
  if (units === null || units.length === 0) return <EmptyNote title={t.empty} />;
  return (
    <div className="gap-list">
      <div className="verdict-chips">
        <Choice<UnitLevel | typeof ALL>
          label={t.levelFilter}
          value={level}
          options={[{ id: ALL, text: t.all }, ...levels.map((id) => ({ id, text: texts.checks.level[id] }))]}
          onChange={setLevel}
        />
      </div>
      <UnitRows rows={rows} columns={columns} indented={level === ALL} />
    </div>
  );
}

/** Parents before their children: the order of their paths, name by name. */
function treeOrder(units: readonly UnitResult[], level: UnitLevel | typeof ALL): UnitResult[] {
  return units
    .filter((unit) => level === ALL || unit.level === level)
    .map((unit) => ({ unit, key: unit.path.split('/').join('\u0000') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ unit }) => unit);
}

function UnitRows({
  rows,
  columns,
  indented,
}: {
  readonly rows: readonly UnitResult[];
  readonly columns: readonly CheckId[];
  readonly indented: boolean;
}) {
  const texts = useTexts();
  const t = texts.workspace.units;
  const workspace = useWorkspace();
  const selection = useWorkspaceState((state) => state.selection);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  });
  const highest = Math.min(...rows.map(({ level }) => UNIT_LEVELS.indexOf(level)));
  return (
    <div
      ref={scroller}
      className="grid-scroller units"
      role="table"
      aria-label={t.title}
      aria-rowcount={rows.length + 1}
      // A long table must be scrollable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div className="grid-row grid-head" role="row" aria-rowindex={1}>
        <div role="columnheader" className="cell unit-name">
          {t.unit}
        </div>
        <div role="columnheader" className="cell unit-level">
          {t.level}
        </div>
        <div role="columnheader" className="cell unit-areas">
          {t.areas}
        </div>
        {columns.map((check) => (
          <div key={check} role="columnheader" className="cell unit-check">
            {texts.checks.check[check]}
          </div>
        ))}
      </div>
      <div className="grid-body" role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const unit = rows[index]!;
          return (
            <div
              key={`${unit.level}:${unit.path}`}
              className="grid-row"
              role="row"
              aria-rowindex={index + 2}
              data-selected={selection?.kind === 'unit' && selection.id === unit.path}
              style={{ transform: `translateY(${start}px)` }}
            >
              <div
                role="cell"
                className="cell unit-name"
                data-depth={indented ? UNIT_LEVELS.indexOf(unit.level) - highest : 0}
              >
                <button
                  type="button"
                  className="link"
                  onClick={() => select(workspace, { kind: 'unit', id: unit.path })}
                >
                  {unit.name}
                </button>
              </div>
              <div role="cell" className="cell unit-level muted">
                {texts.checks.level[unit.level]}
              </div>
              <div role="cell" className="cell unit-areas">
                <VerdictTally unit={unit} onPress={() => listUnit(workspace, unit.path)} />
              </div>
              {columns.map((id) => (
                <div key={id} role="cell" className="cell unit-check">
                  <UnitFigure check={unit.checks.find(({ check }) => check === id)} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function VerdictTally({ unit, onPress }: { readonly unit: UnitResult; readonly onPress: () => void }) {
  const { workspace, checks } = useTexts();
  return (
    <button type="button" className="tally" aria-label={workspace.units.showAreas(unit.name)} onClick={onPress}>
      {VERDICTS.filter((verdict) => (unit.areas_by_verdict[verdict] ?? 0) > 0).map((verdict) => (
        <span key={verdict} title={checks.verdict[verdict]}>
          <VerdictMark verdict={verdict} size={12} />
          {formatNumber(unit.areas_by_verdict[verdict] ?? 0)}
        </span>
      ))}
    </button>
  );
}

function UnitFigure({ check }: { readonly check: Check | undefined }) {
  const texts = useTexts();
  if (check === undefined) return null;
  const planned = check.planned?.counted ?? null;
  return (
    <>
      <VerdictMark verdict={check.verdict} title={texts.checks.verdict[check.verdict]} />
      <span className="unit-figure">{unitFigure(check, texts)}</span>
      {check.check === 'land_per_person' && planned !== null && planned !== check.counted && check.basis?.quantity ? (
        <span className="muted">{texts.workspace.units.planned(formatTruncated(planned / check.basis.quantity))}</span>
      ) : null}
    </>
  );
}

/** The figure that a unit's check turns on, cut off and never rounded up. */
export function unitFigure({ check, ratio, counted, verdict }: Check, { workspace: t }: Texts): string {
  if (verdict === 'not_applicable') return t.notApplicable;
  switch (check) {
    case 'floor_area':
      return ratio === null ? t.unknown : t.units.ratioPer100(formatTruncated(ratio));
    case 'land_per_person':
      return ratio === null ? t.unknown : t.units.perPerson(formatTruncated(ratio));
    case 'walk_circle':
    case 'nursing_beds':
      return ratio === null ? t.unknown : formatShare(ratio);
    default:
      return counted === null ? t.unknown : formatNumber(counted);
  }
}
