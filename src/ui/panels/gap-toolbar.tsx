import { useDeferredValue, useMemo } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setLayer } from '../../actions/arrange-layers.ts';
import { clearFilter, setFilter } from '../../actions/arrange.ts';
import { nextProblem } from '../../actions/next-problem.ts';
import { AREA_CHECKS, VERDICTS } from '../../core/checks/result.ts';
import { AREA_CLASSES } from '../../core/plan/plan.ts';
import { verdictCounts } from '../../state/gap-rows.ts';
import { PROBLEM_VERDICTS, type GapFilter, type VerdictOf } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import { useGapRows } from '../gap-rows-context.tsx';
import { Choice } from '../parts/choice.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const CHECKS: readonly VerdictOf[] = ['overall', ...AREA_CHECKS];
const ANY = 'any';

/** Filters of the gap list, and the way through its problems. */
export function GapToolbar() {
  const { gaps: t, checks } = useTexts();
  const workspace = useWorkspace();
  const rows = useGapRows();
  const filter = useWorkspaceState((state) => state.filter);
  return (
    <div className="gap-toolbar">
      <SearchInput
        label={t.search}
        clearLabel={t.clearSearch}
        value={filter.text}
        onChange={(text) => setFilter(workspace, { text })}
      />
      <Choice
        label={t.checkFilter}
        labelHidden
        value={filter.of}
        options={CHECKS.map((id) => ({ id, text: id === 'overall' ? checks.overall : checks.check[id] }))}
        onChange={(of) => {
          setFilter(workspace, { of });
          setLayer(workspace, 'areas', { colour: of });
        }}
      />
      <Choice
        label={t.classFilter}
        labelHidden
        value={filter.class ?? ANY}
        options={[{ id: ANY, text: t.anyClass }, ...AREA_CLASSES.map((id) => ({ id, text: checks.areaClass[id] }))]}
        onChange={(id) => setFilter(workspace, { class: AREA_CLASSES.find((one) => one === id) ?? null })}
      />
      <UnitChoice />
      <span className="spring" />
      <Button
        className="button small next-problem"
        isDisabled={rows === null || rows.rows.length === 0}
        onPress={() => rows !== null && nextProblem(workspace, rows.list)}
      >
        {t.next}
        <kbd>{t.nextKey}</kbd>
      </Button>
    </div>
  );
}

function isFiltered({ text, verdicts, class: only, unit }: GapFilter): boolean {
  return text !== '' || only !== null || unit !== null || verdicts.join() !== PROBLEM_VERDICTS.join();
}

/** Verdicts as switches, each with the number of areas behind it. */
export function VerdictChips() {
  const { gaps: t, checks } = useTexts();
  const workspace = useWorkspace();
  const gaps = useGapRows();
  const filter = useWorkspaceState((state) => state.filter);
  const counts = useMemo(
    () => (gaps === null ? null : verdictCounts(gaps.digest, gaps.columns, filter)),
    [gaps, filter],
  );
  if (counts === null || gaps === null) return null;
  const total = gaps.digest.areaIds.length;
  return (
    <div className="verdict-chips">
      <ToggleButtonGroup
        aria-label={t.verdictFilter}
        selectionMode="multiple"
        selectedKeys={filter.verdicts}
        onSelectionChange={(keys) => setFilter(workspace, { verdicts: VERDICTS.filter((one) => keys.has(one)) })}
      >
        {VERDICTS.map((verdict, code) => (
          <ToggleButton key={verdict} id={verdict} className="chip">
            <VerdictMark verdict={verdict} size={12} />
            {checks.verdictShort[verdict]}
            <span>{formatNumber(counts[code]!)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <span className="muted count" role="status">
        {t.count(formatNumber(gaps.rows.length), formatNumber(total))}
      </span>
      {isFiltered(filter) ? (
        <Button className="button quiet small" onPress={() => clearFilter(workspace)}>
          {t.clear}
        </Button>
      ) : null}
    </div>
  );
}

/** Units above the community, from the areas' own columns; communities are found by text or in the roll-up. */
function UnitChoice() {
  const t = useTexts().gaps;
  const workspace = useWorkspace();
  const areas = useDeferredValue(useWorkspaceState(({ plan }) => plan.areas));
  const chosen = useWorkspaceState(({ filter }) => filter.unit);
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const options = useMemo(() => {
    const found = new Set<string>();
    for (const { city, county, subdistrict } of areas.values()) {
      const names = [city, county, subdistrict].filter((name) => name !== undefined);
      for (let end = 1; end <= names.length; end++) found.add(names.slice(0, end).join('/'));
    }
    if (chosen !== null) found.add(chosen);
    const paths = [...found].sort(new Intl.Collator(language, { numeric: true }).compare);
    return [{ id: '', text: t.anyUnit }, ...paths.map((path) => ({ id: path, text: path }))];
  }, [areas, chosen, language, t]);
  if (options.length === 1) return null;
  return (
    <Choice
      label={t.unitFilter}
      labelHidden
      className="unit-choice"
      value={chosen ?? ''}
      options={options}
      onChange={(path) => setFilter(workspace, { unit: path === '' ? null : path })}
    />
  );
}
