import {
  Button,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
  type Selection,
} from 'react-aria-components';
import type { SourceReport } from '../../analysis/api.ts';
import { ROW_NUMBERS } from '../../core/import/mapping.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts } from '../workspace-context.tsx';

/** Columns that hold one thing and cannot be put together out of several. */
const SINGLE: ReadonlySet<string> = new Set(['lon', 'lat', 'x', 'y', 'wkt', 'entrance', 'serves']);

/** Which headers of the file hold a column: none, one, or several that are added up or joined. */
export function HeaderChoice({
  label,
  source,
  column,
  adds,
  headers,
  onChange,
}: {
  readonly label: string;
  readonly source: SourceReport;
  readonly column: string;
  /** Whether several are added up; else they are joined as text. */
  readonly adds: boolean;
  readonly headers: readonly string[];
  readonly onChange: (headers: readonly string[]) => void;
}) {
  const t = useTexts().imports;
  const nameOf = (header: string): string => (header === ROW_NUMBERS ? t.rowNumbers : header);
  const count = String(headers.length);
  const shown =
    headers.length === 0
      ? t.notRead
      : headers.length === 1
        ? nameOf(headers[0]!)
        : adds
          ? t.several(count)
          : t.joined(count);
  const options = [
    ...(column === 'id' ? [{ id: ROW_NUMBERS, text: t.rowNumbers, note: '1, 2, 3 …' }] : []),
    ...source.profiles.map(({ header, samples }) => ({ id: header, text: header, note: samples.join(' · ') })),
  ];
  const choose = (keys: Selection): void => {
    const chosen = options.map(({ id }) => id).filter((id) => keys === 'all' || keys.has(id));
    const added = chosen.find((id) => !headers.includes(id));
    const replaces = SINGLE.has(column) || added === ROW_NUMBERS || headers.includes(ROW_NUMBERS);
    onChange(replaces && added !== undefined ? [added] : chosen);
  };
  return (
    <DialogTrigger>
      <Button className="button header-choice" aria-label={`${label} ${shown}`} data-empty={headers.length === 0}>
        <span className="chosen">{shown}</span>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover header-popover">
        <Dialog aria-label={label}>
          <ListBox
            aria-label={label}
            items={options}
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={new Set(headers)}
            onSelectionChange={choose}
          >
            {({ id, text, note }) => (
              <ListBoxItem id={id} textValue={text} className="option">
                <Text slot="label">{text}</Text>
                <Text slot="description">{note}</Text>
              </ListBoxItem>
            )}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
