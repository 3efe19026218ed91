import type { AccessibilityQuestion } from '../core/checks/accessibility.ts';
import type { DiagnosedSubject } from '../core/checks/remedy.ts';
import type { Table } from '../core/import/table.ts';
import type { OutlookQuestion } from '../core/outlook/outlook.ts';
import type { DocumentChange } from '../core/plan/document.ts';
import type { SpreadRequest } from '../core/population/spread.ts';
import type { PoolReach } from '../core/siting/pools/pool-instance.ts';
import type { PoolQuestion } from '../core/siting/pools/try-pool.ts';
import {
  AnalysisCancelled,
  type AnalysisApi,
  type AuditRequest,
  type CompareRequest,
  type ExportTablesRequest,
  type Job,
  type OpenRequest,
  type ProjectRequest,
  type ReadProjectRequest,
  type ReadRequest,
  type ReadSourceRequest,
  type TileRequest,
} from './api.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** Serves an analysis to the other end of a message port: the whole of what the worker does. */
export function serve(analysis: AnalysisApi, post: (message: FromWorker, transfer?: Transferable[]) => void) {
  const running = new Map<number, AbortController>();
  return async (message: ToWorker): Promise<void> => {
    if ('cancel' in message) {
      running.get(message.cancel)?.abort();
      return;
    }
    const { call, method, argument } = message;
    const controller = new AbortController();
    running.set(call, controller);
    const job: Job = { signal: controller.signal, onProgress: (progress) => post({ call, progress }) };
    try {
      const result = await answer(analysis, method, argument, job, (part) => post({ call, part }));
      post({ call, result }, transferable(result));
    } catch (error) {
      if (error instanceof AnalysisCancelled) post({ call, cancelled: true });
      else post({ call, fault: { message: String(error), stack: error instanceof Error ? error.stack : undefined } });
    } finally {
      running.delete(call);
    }
  };
}

function answer(
  analysis: AnalysisApi,
  method: keyof AnalysisApi,
  argument: unknown,
  job: Job,
  onPart: (part: Table | DocumentChange) => void,
): Promise<unknown> {
  if (method === 'read') return analysis.read(argument as ReadRequest, job, onPart);
  if (method === 'openSource') return analysis.openSource(argument as OpenRequest, job);
  if (method === 'readSource') return analysis.readSource(argument as ReadSourceRequest, job, onPart);
  if (method === 'audit') return analysis.audit(argument as AuditRequest, job);
  if (method === 'compare') return analysis.compare(argument as CompareRequest, job);
  if (method === 'mapTile') return analysis.mapTile(argument as TileRequest, job);
  if (method === 'remedies') return analysis.remedies(argument as DiagnosedSubject, job);
  if (method === 'tryPool') return analysis.tryPool(argument as PoolQuestion, job);
  if (method === 'poolInstance') return analysis.poolInstance(argument as PoolReach, job);
  if (method === 'dataHealth') return analysis.dataHealth(job);
  if (method === 'outlook') return analysis.outlook(argument as OutlookQuestion, job);
  if (method === 'leases') return analysis.leases(job);
  if (method === 'accessibility') return analysis.accessibility(argument as AccessibilityQuestion, job);
  if (method === 'spreadPopulation') return analysis.spreadPopulation(argument as SpreadRequest, job);
  if (method === 'writeProject') return analysis.writeProject(argument as ProjectRequest, job);
  if (method === 'readProject') return analysis.readProject(argument as ReadProjectRequest, job, onPart);
  if (method === 'exportTables') return analysis.exportTables(argument as ExportTablesRequest, job);
  return (analysis[method] as (argument: unknown) => Promise<unknown>)(argument);
}

/** Bytes are handed over, not copied. Columns of a digest are small: copying them leaves the worker's own intact. */
function transferable(result: unknown): Transferable[] {
  const bytes: unknown = result instanceof Uint8Array ? result : (result as { bytes?: unknown } | null)?.bytes;
  return bytes instanceof Uint8Array ? [bytes.buffer as ArrayBuffer] : [];
}
