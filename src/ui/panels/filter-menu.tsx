import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { setFilter } from '../../actions/arrange.ts';
import { AREA_CLASSES, SETTLEMENTS } from '../../core/plan/plan.ts';
import { activeFilters } from '../../state/active-filters.ts';
import { Choice } from '../parts/choice.tsx';
import { Icon } from '../parts/icon.tsx';
import { SwitchRow } from '../parts/switch-row.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const ANY = 'any';

/** Conditions that are wanted now and then: class, settlement, pools, deadlines. */
export function FilterMenu() {
  const { gaps: t, checks } = useTexts();
  const workspace = useWorkspace();
  const filter = useWorkspaceState((state) => state.filter);
  const used = activeFilters(filter).filter((key) => key !== 'text' && key !== 'unit').length;
  return (
    <DialogTrigger>
      <Button className="button small filter-button">
        <Icon name="filter" size={14} />
        {t.filters}
        {used === 0 ? null : <span className="used-count">{used}</span>}
      </Button>
      <Popover className="popover filter-menu" placement="top">
        <Dialog aria-label={t.filtersTitle}>
          <Choice
            label={t.classFilter}
            value={filter.class ?? ANY}
            options={[{ id: ANY, text: t.anyClass }, ...AREA_CLASSES.map((id) => ({ id, text: checks.areaClass[id] }))]}
            onChange={(id) => setFilter(workspace, { class: AREA_CLASSES.find((one) => one === id) ?? null })}
          />
          <Choice
            label={t.settlementFilter}
            value={filter.settlement ?? ANY}
            options={[
              { id: ANY, text: t.anySettlement },
              ...SETTLEMENTS.map((id) => ({ id, text: checks.settlement[id] })),
            ]}
            onChange={(id) => setFilter(workspace, { settlement: SETTLEMENTS.find((one) => one === id) ?? null })}
          />
          <SwitchRow selected={filter.overdue} onChange={(overdue) => setFilter(workspace, { overdue })}>
            {t.overdueOnly}
          </SwitchRow>
          <SwitchRow selected={filter.pooled} onChange={(pooled) => setFilter(workspace, { pooled })}>
            {t.pooledOnly}
          </SwitchRow>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
