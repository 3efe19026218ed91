function counted(count: string, one: string, many: string): string {
  return `${count} ${count === '1' ? one : many}`;
}

export const counties = {
  title: 'Exchange with counties',
  lead: 'Send each county its rows as a workbook; what comes back is merged field by field. The rows as sent are hidden in the workbook: a county works in the file it was given.',
  sendTitle: 'Send',
  sendHelp: 'One workbook a county, in one zip. Outlines of areas are not sent: those here stay.',
  sendNone: 'No county is known yet. Fill in the county of areas and facilities to send by county.',
  sendList: 'Counties',
  rows: (areas: string, facilities: string, candidates: string) =>
    [
      counted(areas, 'area', 'areas'),
      counted(facilities, 'facility', 'facilities'),
      counted(candidates, 'site', 'sites'),
    ].join(', '),
  elsewhere: 'County unknown',
  send: (count: string) => `Make ${counted(count, 'workbook', 'workbooks')}`,
  zip: 'counties',
  returnTitle: 'A workbook that came back',
  returnHelp: 'Choose one, look through what differs, and merge. Merging is one step that can be undone.',
  choose: 'Choose a workbook',
  another: 'Choose another workbook',
  facts: (county: string, sentOn: string, project: string) => `${county}, sent on ${sentOn}, project “${project}”`,
  otherProject: (project: string) =>
    `This workbook comes from the project “${project}”, which is not the one that is open. Make sure before you merge.`,
  same: 'The workbook says what is here already: there is nothing to merge.',
  counts: (theirs: string, mine: string, both: string) =>
    `The county changed ${theirs}, here ${mine} were changed, both changed ${both}`,
  list: 'What differs',
  what: 'Which',
  sent: (day: string) => `As sent (${day})`,
  mine: 'Here now',
  theirs: (day: string) => `From the county (${day})`,
  take: 'Take',
  sides: { mine: 'here', theirs: 'county' },
  changed: { mine: 'changed here', theirs: 'changed by the county', both: 'changed by both' },
  takeAll: { mine: 'All conflicts: here', theirs: 'All conflicts: county' },
  wholeRow: 'the whole row',
  present: 'there',
  absent: 'not there',
  blank: 'blank',
  more: (count: string) => `${count} more are not listed and go by the same rules; conflicts are listed first.`,
  moreIssues: (count: string) => `${count} more issues`,
  unread: 'Cells that could not be read take no part: what is here stays.',
  open: (count: string) => `${counted(count, 'conflict', 'conflicts')} without a choice: what is here stays`,
  merge: (count: string) => `Merge ${count}`,
  merged: (file: string) =>
    `${file} was merged; this can be undone. A project only remembers opened files: export the merged data in time.`,
};
