import { afterEach, describe, expect, it, vi } from 'vitest';
import { cancelWork } from '../../src/actions/cancel-work.ts';
import { openFiles } from '../../src/actions/open-files.ts';
import { openSample } from '../../src/actions/open-sample.ts';
import { isEmpty, isOutOfDate } from '../../src/state/selectors.ts';
import { memoryShelf } from '../builders/memory-shelf.ts';
import { AREAS_CSV, csvFile, FACILITIES_CSV, openWorkspace } from '../builders/open-workspace.ts';

const SAMPLE = [
  { name: 'areas.csv', url: '/areas-1a2b.csv' },
  { name: 'facilities.csv', url: '/facilities-3c4d.csv' },
];
const FILES: Readonly<Record<string, File>> = { '/areas-1a2b.csv': AREAS_CSV, '/facilities-3c4d.csv': FACILITIES_CSV };

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A server of the sample's files; those that are not there are 404. */
function serve(files: Readonly<Record<string, File>>): void {
  vi.stubGlobal('fetch', async (url: string) => {
    const file = files[url];
    return file === undefined
      ? new Response('', { status: 404, statusText: 'Not Found' })
      : new Response(await file.arrayBuffer());
  });
}

describe('the sample city', () => {
  it('is judged as its files dropped would be, and is said to be made up', async () => {
    serve(FILES);
    const sample = openWorkspace(undefined, { sample: SAMPLE });
    await openSample(sample);
    const dropped = openWorkspace();
    await openFiles(dropped, [AREAS_CSV, FACILITIES_CSV]);
    const state = sample.store.getState();
    expect(state.plan).toEqual(dropped.store.getState().plan);
    expect(state.digest!.verdict).toEqual(dropped.store.getState().digest!.verdict);
    expect(state.project.madeUp).toBe(true);
    expect(isOutOfDate(state)).toBe(false);
    expect(state.opening).toEqual([]);
  });

  it('is judged by what its files say: other households, another verdict', async () => {
    const verdicts = async (households: number): Promise<Uint8Array> => {
      const areas = csvFile('areas.csv', 'id,class,households,lon,lat', `A,built,${households},120.9,32`);
      serve({ ...FILES, '/areas-1a2b.csv': areas });
      const workspace = openWorkspace(undefined, { sample: SAMPLE });
      await openSample(workspace);
      return workspace.store.getState().digest!.checks.floor_area.verdict;
    };
    expect(await verdicts(100)).not.toEqual(await verdicts(10_000));
  });

  it('is one project on the device, however often it is opened, and leaves others alone', async () => {
    serve(FILES);
    const shelf = memoryShelf();
    const workspace = openWorkspace(undefined, { sample: SAMPLE, shelf });
    await openFiles(workspace, [AREAS_CSV]);
    await openSample(workspace);
    await openSample(workspace);
    await workspace.keeper.settle();
    expect([...shelf.projects.values()].map(({ madeUp }) => madeUp)).toEqual([false, true]);
  });

  it('that cannot be had is said, and the start page stays', async () => {
    serve({ '/areas-1a2b.csv': AREAS_CSV });
    const workspace = openWorkspace(undefined, { sample: SAMPLE });
    await openSample(workspace);
    const { failures } = workspace.store.getState();
    expect(failures).toEqual([{ kind: 'fetch', file: 'facilities.csv', message: '404 Not Found' }]);
    expect(isEmpty(workspace.store.getState())).toBe(true);
  });

  it('stopped half way leaves nothing open, and nothing on the device', async () => {
    serve(FILES);
    const shelf = memoryShelf();
    const workspace = openWorkspace(
      (analysis) => ({
        ...analysis,
        openSource: (request, job) => {
          if (request.files[0]!.name === 'facilities.csv') cancelWork(workspace);
          return analysis.openSource(request, job);
        },
      }),
      { sample: SAMPLE, shelf },
    );
    await openSample(workspace);
    await workspace.keeper.settle();
    expect(isEmpty(workspace.store.getState())).toBe(true);
    expect(workspace.store.getState().inputs).toEqual([]);
    expect(shelf.projects.size).toBe(0);
  });
});
