import { expect, it } from 'vitest';
import { openFiles } from '../../src/actions/open-files.ts';
import { textsFor } from '../../src/text/texts.ts';
import { mainProblem } from '../../src/state/main-problem.ts';
import { csvFile, openWorkspace } from '../builders/open-workspace.ts';

const texts = textsFor('zh-CN');
const { problem, separator } = texts.gaps;

it.each([
  ['short', [problem.floor('10'), problem.circleNone]],
  ['new', [problem.floor('300'), problem.unitNone, problem.circleNone]],
  ['blank', [problem.floorUnknown, problem.circleNone]],
  ['nowhere', [problem.circleUnknown]],
])('the main problem of %s is said by its figures', async (id, said) => {
  const workspace = openWorkspace();
  await openFiles(workspace, [
    csvFile(
      'areas.csv',
      'id,class,households,lon,lat',
      'short,built,1000,120.9,32',
      'new,new,1000,120.95,32',
      'blank,built,,121,32',
      'nowhere,built,100,,',
    ),
    csvFile(
      'facilities.csv',
      'id,type,status,floor_area,serves,lon,lat',
      'F,station,open,190,short,121.5,32',
      'G,station,open,20,nowhere,121.6,32',
    ),
  ]);
  const digest = workspace.store.getState().digest!;
  expect(mainProblem(digest, digest.areaIds.indexOf(id), texts)).toBe(said.join(separator));
});
