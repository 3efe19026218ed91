import { useMemo } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  useFilter,
  Virtualizer,
} from 'react-aria-components';
import { setFilter } from '../../actions/arrange.ts';
import { unitTree } from '../../state/unit-tree.ts';
import { useGapRows } from '../gap-rows-context.tsx';
import { Icon } from '../parts/icon.tsx';
import { SearchInput } from '../parts/search-input.tsx';
import { COARSE, useMedia } from '../parts/use-media.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const ALL = '';

/** The unit whose areas are listed: city, county, subdistrict or community, found in the tree or by typing. */
export function UnitChoice() {
  const t = useTexts().gaps;
  const gaps = useGapRows();
  const chosen = useWorkspaceState(({ filter }) => filter.unit);
  const known = gaps !== null && gaps.columns.path.some((path) => path !== '');
  if (!known && chosen === null) return null;
  return (
    <DialogTrigger>
      <Button className="button small unit-choice" aria-label={t.unitFilter}>
        <span className="chosen">{chosen === null ? t.anyUnit : chosen.slice(chosen.lastIndexOf('/') + 1)}</span>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover unit-menu" placement="top start">
        <Dialog aria-label={t.unitFilter}>{({ close }) => <UnitTree onChosen={close} />}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** Made when it is opened: a metropolis has thousands of communities. */
function UnitTree({ onChosen }: { readonly onChosen: () => void }) {
  const t = useTexts().gaps;
  const workspace = useWorkspace();
  const gaps = useGapRows();
  const chosen = useWorkspaceState(({ filter }) => filter.unit);
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  const { contains } = useFilter({ sensitivity: 'base' });
  const path = gaps?.columns.path;
  const items = useMemo(
    () => [{ path: ALL, name: t.anyUnit, depth: 0 }, ...unitTree(path ?? [], language)],
    [path, language, t],
  );
  const rowHeight = useMedia(COARSE) ? 44 : 30;
  return (
    <Autocomplete filter={contains}>
      <SearchInput label={t.unitSearch} clearLabel={t.clearSearch} />
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
        <ListBox
          className="unit-list"
          aria-label={t.unitFilter}
          items={items}
          selectionMode="single"
          selectedKeys={[chosen ?? ALL]}
          renderEmptyState={() => <p className="muted">{t.unitNone}</p>}
          onSelectionChange={(keys) => {
            const [key] = keys;
            // The chosen one pressed again is no change.
            if (key !== undefined) setFilter(workspace, { unit: key === ALL ? null : String(key) });
            onChosen();
          }}
        >
          {(item) => (
            <ListBoxItem
              id={item.path}
              textValue={item.path === ALL ? item.name : item.path}
              className="option"
              style={{ paddingLeft: 10 + item.depth * 16 }}
            >
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Virtualizer>
    </Autocomplete>
  );
}
