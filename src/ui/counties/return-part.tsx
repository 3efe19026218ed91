import { useMemo, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { mergeCounty } from '../../actions/merge-county.ts';
import { openCountyBook } from '../../actions/open-county-book.ts';
import { mergeReturned, type Side } from '../../core/counties/merge-returned.ts';
import type { ReadCountyBook } from '../../core/counties/read-county-book.ts';
import { nameOfPlan } from '../../state/project.ts';
import { describeIssue } from '../../text/describe-issue.ts';
import { formatDateTime, formatNumber } from '../../text/numbers.ts';
import { useTexts, useWorkspace, useWorkspaceState } from '../workspace-context.tsx';
import { DifferenceTable } from './difference-table.tsx';

interface Returned extends ReadCountyBook {
  readonly file: string;
  /** The day on which the file was last saved. */
  readonly savedOn: string;
}

/** Problems listed of a workbook: whoever has more of them sends it back. */
const MOST_ISSUES = 20;

const NOTHING_CHOSEN: ReadonlyMap<string, Side> = new Map();

/** A workbook that came back: what differs, side by side, and what is taken of it. */
export function ReturnPart() {
  const { counties: t } = useTexts();
  const workspace = useWorkspace();
  const [returned, setReturned] = useState<Returned | null>(null);
  const [choices, setChoices] = useState(NOTHING_CHOSEN);
  const [merged, setMerged] = useState<string | null>(null);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await openCountyBook(workspace, file);
    setChoices(NOTHING_CHOSEN);
    setMerged(null);
    setReturned(read && { ...read, file: file.name, savedOn: formatDateTime(file.lastModified).slice(0, 10) });
  };
  return (
    <DropZone
      className="county-part county-drop"
      getDropOperation={() => 'copy'}
      onDrop={({ items }) => {
        const [item] = items.filter((one) => one.kind === 'file');
        void item?.getFile().then(open);
      }}
    >
      <h3>{t.returnTitle}</h3>
      <p className="muted">{t.returnHelp}</p>
      <FileTrigger acceptedFileTypes={['.xlsx']} onSelect={(files) => void open(files?.[0])}>
        <Button className="button">{returned === null ? t.choose : t.another}</Button>
      </FileTrigger>
      <p role="status" className="county-merged">
        {merged === null ? '' : t.merged(merged)}
      </p>
      {returned === null ? null : <BookIssues issues={returned.issues} />}
      {returned === null || returned.book === null || merged !== null ? null : (
        <Merging
          key={returned.file}
          book={returned.book}
          savedOn={returned.savedOn}
          choices={choices}
          onChoose={setChoices}
          onMerge={(book) => {
            setMerged(returned.file);
            void mergeCounty(workspace, book, choices, returned.file);
          }}
        />
      )}
    </DropZone>
  );
}

/** What reading the workbook found; what could not be read takes no part. */
function BookIssues({ issues }: Pick<ReadCountyBook, 'issues'>) {
  const { counties: t } = useTexts();
  const language = useWorkspaceState(({ preferences }) => preferences.language);
  if (issues.length === 0) return null;
  const left = issues.length - MOST_ISSUES;
  return (
    <>
      <ul className="county-issues">
        {issues.slice(0, MOST_ISSUES).map((issue) => (
          <li key={JSON.stringify(issue)}>
            <span className="severity" data-severity={issue.severity} aria-hidden="true" />
            {describeIssue(language, issue)}
          </li>
        ))}
        {left > 0 ? <li className="muted">{t.moreIssues(formatNumber(left))}</li> : null}
      </ul>
      {issues.some(({ severity }) => severity === 'error') ? <p className="muted">{t.unread}</p> : null}
    </>
  );
}

function Merging({
  book,
  savedOn,
  choices,
  onChoose,
  onMerge,
}: {
  readonly book: NonNullable<ReadCountyBook['book']>;
  readonly savedOn: string;
  readonly choices: ReadonlyMap<string, Side>;
  readonly onChoose: (choices: ReadonlyMap<string, Side>) => void;
  readonly onMerge: (book: NonNullable<ReadCountyBook['book']>) => void;
}) {
  const { counties: t } = useTexts();
  const plan = useWorkspaceState((state) => state.plan);
  const inputs = useWorkspaceState((state) => state.inputs);
  const project = useWorkspaceState((state) => state.project.name) ?? nameOfPlan(plan, inputs);
  const { differences, open } = useMemo(() => mergeReturned(plan, book, choices), [plan, book, choices]);
  const { facts } = book;
  const count = (changed: string): string => formatNumber(differences.filter((one) => one.changed === changed).length);
  const taken = differences.filter((one) => one.taken === 'theirs').length;
  const conflicts = differences.filter(({ changed }) => changed === 'both');
  const settle = (side: Side): void =>
    onChoose(new Map([...choices, ...conflicts.map(({ key }) => [key, side] as const)]));
  return (
    <>
      <p>{t.facts(facts.county === '' ? t.elsewhere : facts.county, facts.sentOn, facts.project)}</p>
      {facts.project === project ? null : <p className="stale-note">{t.otherProject(facts.project)}</p>}
      {differences.length === 0 ? (
        <p>{t.same}</p>
      ) : (
        <>
          <p>{t.counts(count('theirs'), count('mine'), count('both'))}</p>
          {conflicts.length === 0 ? null : (
            <div className="county-settle">
              {(['mine', 'theirs'] as const).map((side) => (
                <Button key={side} className="button small" onPress={() => settle(side)}>
                  {t.takeAll[side]}
                </Button>
              ))}
            </div>
          )}
          <DifferenceTable
            differences={differences}
            sentOn={facts.sentOn}
            savedOn={savedOn}
            onChoose={(key, side) => onChoose(new Map(choices).set(key, side))}
          />
          <div className="dialog-buttons">
            {open.length === 0 ? null : <span className="stale-note">{t.open(formatNumber(open.length))}</span>}
            <Button className="button primary" isDisabled={taken === 0} onPress={() => onMerge(book)}>
              {t.merge(formatNumber(taken))}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
