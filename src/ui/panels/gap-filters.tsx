import { useEffect, useMemo } from 'react';
import { Button, Tag, TagGroup, TagList, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { setFilter } from '../../actions/arrange.ts';
import { clearFilter, filterByCheck, removeFilter } from '../../actions/arrange-gaps.ts';
import { AREA_CHECKS, VERDICTS } from '../../core/checks/result.ts';
import { activeFilters, isFiltered, type FilterKey } from '../../state/active-filters.ts';
import { verdictCounts, type GapRows } from '../../state/gap-rows.ts';
import { isOutOfDate } from '../../state/selectors.ts';
import type { GapFilter, PickedFor, VerdictOf } from '../../state/workspace-state.ts';
import { formatNumber } from '../../text/numbers.ts';
import type { Texts } from '../../text/texts.ts';
import { blankColumnLabel } from '../health/blank-section.tsx';
import { Choice } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { VerdictMark } from '../parts/verdict-mark.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const CHECKS: readonly VerdictOf[] = ['overall', ...AREA_CHECKS];

/** What the list shows of all there is: verdicts as switches, the other conditions as chips that can be taken away. */
export function GapFilters({ gaps }: { readonly gaps: GapRows }) {
  const { gaps: t, checks } = useTexts();
  const workspace = useWorkspace();
  const filter = useWorkspaceState((state) => state.filter);
  const stale = useWorkspaceState(isOutOfDate);
  const counts = useMemo(() => verdictCounts(gaps.digest, gaps.columns, gaps.filter), [gaps]);
  return (
    <div className="verdict-chips">
      <Choice
        label={t.checkFilter}
        labelHidden
        value={filter.of}
        options={CHECKS.map((id) => ({ id, text: id === 'overall' ? checks.overall : checks.check[id] }))}
        onChange={(of) => filterByCheck(workspace, of)}
      />
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
        {t.count(formatNumber(gaps.rows.length), formatNumber(gaps.digest.areaIds.length))}
      </span>
      <ActiveFilters />
      {isFiltered(filter) ? (
        <Button className="button quiet small" onPress={() => clearFilter(workspace)}>
          {t.clear}
        </Button>
      ) : null}
      <span className="spring" />
      <HiddenSelection gaps={gaps} />
      <CopiedNote />
      {stale ? <span className="stale-note">{t.stale}</span> : null}
    </div>
  );
}

function ActiveFilters() {
  const texts = useTexts();
  const t = texts.gaps;
  const workspace = useWorkspace();
  const filter = useWorkspaceState((state) => state.filter);
  const active = activeFilters(filter);
  if (active.length === 0) return null;
  return (
    <TagGroup
      className="active-filters"
      aria-label={t.activeFilters}
      onRemove={(keys) => active.filter((key) => keys.has(key)).forEach((key) => removeFilter(workspace, key))}
    >
      <TagList className="tag-list" items={active.map((id) => ({ id, text: filterText(id, filter, texts) }))}>
        {({ id, text }) => (
          <Tag id={id} textValue={text} className="chip tag">
            <span className="tag-text">{text}</span>
            <Button slot="remove" className="tag-remove" aria-label={t.removeFilter(text)}>
              <Icon name="close" size={11} />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}

function filterText(key: FilterKey, filter: GapFilter, texts: Texts): string {
  const { gaps: t, checks } = texts;
  switch (key) {
    case 'text':
      return t.textChip(filter.text.trim());
    case 'unit':
      return filter.unit ?? '';
    case 'class':
      return filter.class === null ? '' : checks.areaClass[filter.class];
    case 'settlement':
      return filter.settlement === null ? '' : checks.settlement[filter.settlement];
    case 'pooled':
      return t.pooledOnly;
    case 'picked':
      return filter.picked === null ? '' : pickedText(filter.picked.what, texts);
    default:
      return t.overdueOnly;
  }
}

function pickedText(what: PickedFor, texts: Texts): string {
  const { checks, edits, health } = texts;
  switch (what.kind) {
    case 'blank':
      return health.blank(blankColumnLabel(texts, what.column));
    case 'undecided':
      return health.undecidedOf(checks.check[what.check], health.missing[what.missing].what);
    case 'effect':
      return edits.effect.picked[what.now];
    default:
      return health.caveat[what.code].title;
  }
}

/** The map or the search selected an area that the conditions leave out. */
function HiddenSelection({ gaps }: { readonly gaps: GapRows }) {
  const { gaps: t } = useTexts();
  const workspace = useWorkspace();
  const selection = useWorkspaceState((state) => state.selection);
  if (selection?.kind !== 'area' || gaps.list.indexOf(selection.id) >= 0) return null;
  const area = gaps.areas.get(selection.id);
  if (area === undefined) return null;
  return (
    <span className="hidden-selection" role="status">
      {t.hidden(area.name ?? area.id)}
      <Button
        className="button quiet small"
        onPress={() => {
          clearFilter(workspace);
          setFilter(workspace, { verdicts: VERDICTS });
        }}
      >
        {t.reveal}
      </Button>
    </span>
  );
}

/** Time to read a short sentence, ms. */
const COPIED_MS = 6000;

/** The region is there before there is anything to say: a screen reader only hears what changes in it. */
function CopiedNote() {
  const { gaps: t } = useTexts();
  const { store } = useWorkspace();
  const copied = useWorkspaceState((state) => state.copied);
  useEffect(() => {
    if (copied === null) return undefined;
    const timer = setTimeout(() => store.setState({ copied: null }), COPIED_MS);
    return () => clearTimeout(timer);
  }, [copied, store]);
  return (
    <span className="copied-note" role="status">
      {copied === null ? '' : copied.rows === 0 ? t.copiedNone : t.copied(formatNumber(copied.rows))}
    </span>
  );
}
