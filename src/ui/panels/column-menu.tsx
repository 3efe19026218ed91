import { Button, Checkbox, CheckboxGroup, Dialog, DialogTrigger, Heading, Label, Popover } from 'react-aria-components';
import { chooseColumns, resetColumns } from '../../actions/arrange-gaps.ts';
import { gapColumnTitle } from '../../state/gap-column-title.ts';
import { GAP_COLUMN_GROUPS, type GapColumn, type GapColumnGroup } from '../../state/gap-columns.ts';
import { settingsInUse } from '../../state/selectors.ts';
import { Icon } from '../parts/icon.tsx';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';

const GROUPS = Object.keys(GAP_COLUMN_GROUPS) as GapColumnGroup[];

/** Which columns the list shows, and with it what is copied and exported. */
export function ColumnMenu() {
  const { gaps: t } = useTexts();
  const workspace = useWorkspace();
  return (
    <DialogTrigger>
      <Button className="button small">
        <Icon name="columns" size={14} />
        {t.columns}
      </Button>
      <Popover className="popover column-menu" placement="top end">
        <Dialog>
          <header>
            <Heading slot="title">{t.columnsTitle}</Heading>
            <Button className="button quiet small" onPress={() => resetColumns(workspace)}>
              {t.columnsReset}
            </Button>
          </header>
          <div className="column-groups">
            {GROUPS.map((group) => (
              <ColumnGroup key={group} group={group} />
            ))}
          </div>
          <p className="muted">{t.columnsNote}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ColumnGroup({ group }: { readonly group: GapColumnGroup }) {
  const texts = useTexts();
  const workspace = useWorkspace();
  const plan = useWorkspaceState((state) => state.plan);
  const { gapColumns } = useWorkspaceState(({ preferences }) => preferences);
  const age = settingsInUse({ plan }).elder_age;
  const members: readonly GapColumn[] = GAP_COLUMN_GROUPS[group];
  const title = (column: GapColumn): string => {
    const { title: name, unit } = gapColumnTitle(column, texts, age);
    return unit === null ? name : texts.gaps.withUnit(name, unit);
  };
  return (
    <CheckboxGroup
      className="column-group"
      value={members.filter((one) => gapColumns.includes(one))}
      onChange={(chosen) =>
        chooseColumns(workspace, [
          ...gapColumns.filter((one) => !members.includes(one)),
          ...members.filter((one) => chosen.includes(one)),
        ])
      }
    >
      <Label>{texts.gaps.columnGroups[group]}</Label>
      {members.map((column) => (
        <Checkbox key={column} value={column} className="check-option">
          <span className="check-box">
            <Icon name="tick" size={12} />
          </span>
          {title(column)}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
