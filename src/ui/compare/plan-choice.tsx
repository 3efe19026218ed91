import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components';
import type { ComparedSource } from '../../actions/read-compared-document.ts';
import type { ComparedPlan, ComparedSides } from '../../state/compare/compare-side.ts';
import { isSamePlan, offeredPlans } from '../../state/compare/offered-plans.ts';
import { planName } from '../../state/compare/plan-name.ts';
import type { Version } from '../../state/versions.ts';
import { formatDateTime, formatNumber } from '../../text/numbers.ts';
import { Icon } from '../parts/icon.tsx';
import { stepText } from '../step-text.ts';
import { useTexts, useWorkspaceState } from '../workspace-context.tsx';

/** One thing that a side can be of, and what choosing it does. */
interface Offer {
  readonly id: string;
  readonly text: string;
  readonly note?: string;
  readonly choose: () => void;
}

/** Which plan a side is of: of this project, of what was read already, of what the device keeps, of files. */
export function PlanChoice({
  sides,
  value,
  versions,
  onChoose,
  onRead,
  onFiles,
}: {
  readonly sides: ComparedSides;
  readonly value: ComparedPlan;
  /** Earlier ones, the latest first. */
  readonly versions: readonly Version[];
  readonly onChoose: (of: ComparedPlan) => void;
  readonly onRead: (source: ComparedSource) => void;
  readonly onFiles: () => void;
}) {
  const texts = useTexts();
  const t = texts.compare;
  const document = useWorkspaceState((state) => state.document);
  const kept = useWorkspaceState((state) => state.kept);
  const openId = useWorkspaceState(({ project }) => project.id);
  const offered = offeredPlans(document, sides);
  const plans = [...offered.open, ...offered.read];
  const offerOf = (of: ComparedPlan): Offer => ({
    id: `plan ${plans.indexOf(of)}`,
    text: planName(of, texts),
    choose: () => onChoose(of),
  });
  const isRead = (at: number): boolean =>
    offered.read.some((of) => of.kind === 'document' && of.from.kind === 'version' && of.from.at === at);
  const others = kept.state === 'ready' ? kept.projects.filter(({ id }) => id !== openId) : [];
  const groups: Readonly<Record<keyof typeof t.offered, readonly Offer[]>> = {
    open: offered.open.map(offerOf),
    read: offered.read.map(offerOf),
    versions: versions
      .filter(({ at }) => !isRead(at))
      .map((version) => ({
        id: `version ${version.seq}`,
        text: formatDateTime(version.at),
        ...(version.name === null ? {} : { note: stepText(texts, version.name) }),
        choose: () => onRead({ kind: 'version', version }),
      })),
    kept: others.map((project) => ({
      id: `kept ${project.id}`,
      text: project.shownName,
      note: t.keptNote(formatNumber(project.areas), formatDateTime(project.openedAt)),
      choose: () => onRead({ kind: 'kept', project }),
    })),
    files: [{ id: 'choose-files', text: t.chooseFiles, choose: onFiles }],
  };
  const sections = Object.entries(groups).filter(([, offers]) => offers.length > 0);
  const at = plans.findIndex((one) => isSamePlan(one, value));
  return (
    <Select
      className="choice version-choice"
      value={`plan ${at}`}
      onChange={(key) =>
        sections
          .flatMap(([, offers]) => offers)
          .find(({ id }) => id === key)
          ?.choose()
      }
    >
      <Label className="label">{t.version}</Label>
      <Button className="button">
        <SelectValue className="value">
          <span className="chosen">{planName(value, texts)}</span>
        </SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover">
        <ListBox>
          {sections.map(([id, offers]) => (
            <ListBoxSection key={id} id={`group ${id}`}>
              <Header className="menu-header">{t.offered[id as keyof typeof t.offered]}</Header>
              {offers.map(({ id: key, text, note }) => (
                <ListBoxItem key={key} id={key} textValue={text} className="option">
                  <Text slot="label">{text}</Text>
                  {note === undefined ? null : <Text slot="description">{note}</Text>}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
