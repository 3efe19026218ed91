import type { SourceFile } from '../core/import/table.ts';
import { AnalysisCancelled, type AnalysisApi, type Job } from './api.ts';
import type { FromWorker, Method, ToWorker } from './protocol.ts';

interface Call {
  resolve(result: unknown): void;
  reject(error: Error): void;
  readonly job: Job | null;
  /** Each asker gets parts of what it asked for. */
  readonly onPart: ((part: never) => void) | null;
  settle(): void;
}

/** Starts the analysis in a worker of its own. `onFault` hears of a worker that could not start or broke down. */
export function createAnalysis(onFault: (error: Error) => void): AnalysisApi {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'yiquan-analysis' });
  const calls = new Map<number, Call>();
  let last = 0;

  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const call = calls.get(data.call);
    if (!call) return;
    if ('progress' in data) return call.job?.onProgress(data.progress);
    if ('part' in data) return call.onPart?.(data.part as never);
    calls.delete(data.call);
    call.settle();
    if ('result' in data) return call.resolve(data.result);
    if ('cancelled' in data) return call.reject(new AnalysisCancelled());
    const fault = new Error(data.fault.message);
    if (data.fault.stack !== undefined) fault.stack = data.fault.stack;
    call.reject(fault);
  };
  worker.onerror = (event) => {
    const fault = new Error(event.message || 'the analysis worker could not start');
    for (const call of calls.values()) {
      call.settle();
      call.reject(fault);
    }
    calls.clear();
    onFault(fault);
  };

  const send = (message: ToWorker, handedOver: Transferable[] = []) => worker.postMessage(message, handedOver);
  const ask = (
    method: Method,
    argument?: unknown,
    job: Job | null = null,
    onPart: Call['onPart'] = null,
    handedOver: Transferable[] = [],
  ) =>
    new Promise<never>((resolve, reject) => {
      if (job?.signal.aborted) return reject(new AnalysisCancelled());
      const call = ++last;
      // Whoever stops it need not wait for the worker to hear of it, which may be in the midst of one long step.
      const cancel = () => {
        send({ cancel: call });
        calls.delete(call);
        reject(new AnalysisCancelled());
      };
      job?.signal.addEventListener('abort', cancel, { once: true });
      const settle = () => job?.signal.removeEventListener('abort', cancel);
      calls.set(call, { resolve, reject, job, onPart, settle });
      send({ call, method, argument }, handedOver);
    });

  return {
    patch: (patch) => ask('patch', patch),
    read: (request, job, onPart) => ask('read', request, job, onPart, buffersOf(request.files)),
    openSource: (request, job) => ask('openSource', request, job, null, buffersOf(request.files)),
    readSource: (request, job, onPart) => ask('readSource', request, job, onPart),
    sourceRows: (request) => ask('sourceRows', request),
    suggestCrs: (question) => ask('suggestCrs', question),
    closeSource: (handle) => ask('closeSource', handle),
    hasStreets: (sha256) => ask('hasStreets', sha256),
    audit: (request, job) => ask('audit', request, job),
    compare: (request, job) => ask('compare', request, job),
    explainCompared: (question) => ask('explainCompared', question),
    closeComparison: () => ask('closeComparison'),
    explainArea: (id) => ask('explainArea', id),
    explainFacility: (id) => ask('explainFacility', id),
    explainWalk: (start) => ask('explainWalk', start),
    remedies: (of, job) => ask('remedies', of, job),
    tryPool: (question, job) => ask('tryPool', question, job),
    poolInstance: (reach, job) => ask('poolInstance', reach, job),
    accessibility: (question, job) => ask('accessibility', question, job),
    spreadPopulation: (request, job) => ask('spreadPopulation', request, job),
    rollUp: () => ask('rollUp'),
    unbooked: () => ask('unbooked'),
    mapTile: (request, job) => ask('mapTile', request, job),
    dataHealth: (job) => ask('dataHealth', undefined, job),
    outlook: (question, job) => ask('outlook', question, job),
    leases: (job) => ask('leases', undefined, job),
    counties: () => ask('counties'),
    countyBooks: (request) => ask('countyBooks', request),
    readCountyBook: (file) => ask('readCountyBook', file),
    facilityBands: (id) => ask('facilityBands', id),
    surface: (request) => ask('surface', request),
    exportResult: (format) => ask('exportResult', format),
    stageDocument: (part) => ask('stageDocument', part),
    writeProject: (request, job) =>
      ask('writeProject', request, job, null, request.streets ? buffersOf([request.streets]) : []),
    readProject: (request, job, onPart) => ask('readProject', request, job, onPart, buffersOf([request.file])),
    exportTables: (request, job) => ask('exportTables', request, job),
  };
}

/** A file's bytes are handed over, not copied: a city's streets are a hundred megabytes. */
function buffersOf(files: readonly SourceFile[]): Transferable[] {
  return files.map(({ bytes }) => bytes.buffer as ArrayBuffer);
}
