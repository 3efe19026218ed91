import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components';
import { openDialog, setMobileView } from '../../actions/arrange.ts';
import { selectAndShow } from '../../actions/select.ts';
import { extentOf } from '../../actions/show-extent.ts';
import { showPlace } from '../../actions/show-place.ts';
import { searchTerms } from '../../state/find-places.ts';
import { isEmpty } from '../../state/selectors.ts';
import { useCommandHost, useCommands } from '../commands/use-commands.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { searchItems, type SearchGroup, type SearchGroupId, type SearchItem } from './search-items.ts';
import { SearchRow, useRowText } from './search-row.tsx';
import { useSearchIndex } from './use-search-index.ts';

/** One box for what is on the map and what can be done. */
export function SearchDialog() {
  const workspace = useWorkspace();
  const open = useWorkspaceState(({ dialog }) => dialog === 'search');
  const index = useSearchIndex(open);
  return (
    <ModalOverlay
      className="search-overlay"
      isOpen={open}
      isDismissable
      onOpenChange={(next) => openDialog(workspace, next ? 'search' : null)}
    >
      <Modal className="search-modal">
        <SearchBox index={index} />
      </Modal>
    </ModalOverlay>
  );
}

const NONE: ReadonlySet<SearchGroupId> = new Set();

function SearchBox({ index }: { readonly index: ReturnType<typeof useSearchIndex> }) {
  const texts = useTexts().commands;
  const t = texts.search;
  const workspace = useWorkspace();
  const host = useCommandHost();
  const commands = useCommands();
  const state = useWorkspaceState((whole) => whole);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState(NONE);
  const extent = useMemo(() => extentOf(state.plan), [state.plan]);
  const groups = searchItems({ query, index, extent, commands, state, opened });
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [item.id, item])));
  const count = [...items.values()].filter(({ is }) => is !== 'more').length;

  const choose = (item: SearchItem): void => {
    if (item.is === 'more') {
      setOpened(new Set([...opened, item.group]));
      return;
    }
    openDialog(workspace, null);
    if (item.is === 'command') item.command.run(host);
    else if (item.is === 'place') showPlace(workspace, item.at);
    else selectAndShow(workspace, { kind: item.entry.kind, id: item.entry.id });
    if (item.is !== 'command') setMobileView(workspace, 'map');
  };

  return (
    <Dialog className="search-dialog" aria-label={t.label}>
      <Autocomplete
        inputValue={query}
        onInputChange={(text) => {
          setQuery(text);
          setOpened(NONE);
        }}
      >
        {/* A dialog that opens takes the focus: its field, or the harmless button. */}
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
        <TextField className="search-field" aria-label={t.label} autoFocus>
          <Icon name="search" size={18} />
          <Input placeholder={t.placeholder} autoComplete="off" spellCheck="false" />
          <button
            type="button"
            className="button quiet icon"
            aria-label={texts.close}
            onClick={() => openDialog(workspace, null)}
          >
            <Icon name="close" />
          </button>
        </TextField>
        <ListBox
          className="search-results"
          aria-label={t.results}
          items={groups}
          dependencies={[query]}
          onAction={(key) => {
            const item = items.get(String(key));
            if (item !== undefined) choose(item);
          }}
          renderEmptyState={() => <Nothing query={query} gathering={index === null && !isEmpty(state)} />}
        >
          {(group: SearchGroup) => <Group group={group} query={query} />}
        </ListBox>
      </Autocomplete>
      <p className="search-foot">
        <span>{t.hint}</span>
        <span role="status">{query.trim() === '' ? '' : t.count(String(count))}</span>
      </p>
    </Dialog>
  );
}

function Group({ group, query }: { readonly group: SearchGroup; readonly query: string }) {
  const t = useTexts().commands.search;
  const titles: Readonly<Record<SearchGroupId, string>> = {
    ...t.kind,
    place: t.place,
    command: t.commands,
    suggested: t.suggested,
  };
  const textOf = useRowText();
  const terms = searchTerms(query.replace(/^\s*>/, ''));
  return (
    <ListBoxSection id={group.id}>
      <Header className="search-group">{titles[group.id]}</Header>
      <Collection items={group.items} dependencies={[query]}>
        {(item) => (
          <ListBoxItem id={item.id} className="search-item" textValue={textOf(item)}>
            <SearchRow item={item} terms={terms} />
          </ListBoxItem>
        )}
      </Collection>
    </ListBoxSection>
  );
}

function Nothing({ query, gathering }: { readonly query: string; readonly gathering: boolean }) {
  const t = useTexts().commands.search;
  const nothing = useWorkspaceState(isEmpty);
  if (gathering) return <p className="search-wait">{t.gathering}</p>;
  return <EmptyNote title={t.nothing(query.trim())} help={nothing ? t.noPlan : t.nothingHelp} />;
}
