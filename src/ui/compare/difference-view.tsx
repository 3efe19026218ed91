import { useMemo, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { exportDifferences } from '../../actions/export-differences.ts';
import { AREA_CHECKS, type AreaCheckId } from '../../core/checks/result.ts';
import { DIFFERENCE_KINDS, type Both } from '../../core/compare/comparison.ts';
import type { AreaId, Plan } from '../../core/plan/plan.ts';
import type { CompareWords } from '../../state/compare/cause-text.ts';
import {
  countKinds,
  DIFFERENCE_ORDERS,
  EVERY_DIFFERENCE,
  listDifferences,
  type DifferenceFilter,
} from '../../state/compare/difference-list.ts';
import { formatNumber } from '../../text/numbers.ts';
import { Choice } from '../parts/choice.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace } from '../workspace-context.tsx';
import { DifferenceDetail } from './difference-detail.tsx';
import { DifferenceGrid } from './difference-grid.tsx';
import type { Compared } from './use-comparison.ts';

const ANY = 'any';

/** Area by area, check by check: filtered, sorted, explained, exported. */
export function DifferenceView({
  compared,
  plans,
  names,
  words,
  selected,
  onSelect,
  onCheck,
}: {
  readonly compared: Compared;
  readonly plans: Both<Plan>;
  readonly names: Both<string>;
  readonly words: CompareWords;
  readonly selected: AreaId | null;
  readonly onSelect: (area: AreaId | null) => void;
  readonly onCheck: (check: AreaCheckId | null) => void;
}) {
  const { compare, checks } = useTexts();
  const { list: t } = compare;
  const workspace = useWorkspace();
  const { report } = compared;
  const [filter, setFilter] = useState<DifferenceFilter>(EVERY_DIFFERENCE);
  const [row, setRow] = useState<number | null>(null);
  const shown = useMemo(() => listDifferences(report.rows, filter), [report, filter]);
  const counts = useMemo(() => countKinds(report.rows, filter.check), [report, filter.check]);
  const nameOf = (id: AreaId) => (plans.right.areas.get(id) ?? plans.left.areas.get(id))?.name;
  const rowShown =
    row !== null && report.areaIds[report.rows.area[row]!] === selected ? row : firstOf(shown, compared, selected);
  if (report.rows.area.length === 0) return <EmptyNote title={compare.same} help={compare.sameHelp} />;
  return (
    <div className="difference-view">
      <div className="compare-filters">
        <ToggleButtonGroup
          className="difference-kinds"
          aria-label={t.filter}
          disallowEmptySelection
          selectedKeys={[filter.kind ?? ANY]}
          onSelectionChange={(keys) =>
            setFilter({ ...filter, kind: DIFFERENCE_KINDS.find((kind) => keys.has(kind)) ?? null })
          }
        >
          <ToggleButton id={ANY} className="chip">
            {t.anyKind}
          </ToggleButton>
          {DIFFERENCE_KINDS.filter((kind) => counts[kind] > 0 || kind === filter.kind).map((kind) => (
            <ToggleButton key={kind} id={kind} className="chip" data-difference={kind}>
              {compare.kind[kind]} <span className="number">{formatNumber(counts[kind])}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Choice
          label={t.check}
          labelHidden
          value={filter.check ?? ANY}
          options={[{ id: ANY, text: t.anyCheck }, ...AREA_CHECKS.map((id) => ({ id, text: checks.check[id] }))]}
          onChange={(id) => {
            const check = AREA_CHECKS.find((one) => one === id) ?? null;
            setFilter({ ...filter, check });
            onCheck(check);
          }}
        />
        <Choice
          label={t.sort}
          labelHidden
          value={filter.order}
          options={DIFFERENCE_ORDERS.map((id) => ({ id, text: t.order[id] }))}
          onChange={(order) => setFilter({ ...filter, order })}
        />
        <span className="muted" role="status">
          {t.count(formatNumber(shown.length), formatNumber(report.rows.area.length))}
        </span>
        <Button
          className="button small"
          onPress={() => void exportDifferences(workspace, { comparison: report, shown, words, sides: names, nameOf })}
        >
          <Icon name="export" size={14} />
          {t.export}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p className="compare-note muted">{t.none}</p>
      ) : (
        <DifferenceGrid
          report={report}
          shown={shown}
          selected={rowShown}
          words={words}
          nameOf={nameOf}
          onSelect={(r) => {
            setRow(r);
            onSelect(report.areaIds[report.rows.area[r]!]!);
          }}
        />
      )}
      {rowShown === null ? null : (
        <DifferenceDetail
          key={rowShown}
          report={report}
          row={rowShown}
          plans={plans}
          names={names}
          words={words}
          nameOf={nameOf}
          onClose={() => {
            setRow(null);
            onSelect(null);
          }}
        />
      )}
    </div>
  );
}

/** The first listed difference of an area that was pointed at on the map; null: none is listed. */
function firstOf(shown: Uint32Array, { report }: Compared, area: AreaId | null): number | null {
  if (area === null) return null;
  return shown.find((r) => report.areaIds[report.rows.area[r]!] === area) ?? null;
}
