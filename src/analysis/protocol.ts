import type { Progress } from '../core/progress.ts';
import type { Table } from '../core/import/table.ts';
import type { DocumentChange } from '../core/plan/document.ts';
import type { AnalysisApi } from './api.ts';

// What the page and the worker say to each other. Calls are numbered; every answer carries its call's number.

export type Method = keyof AnalysisApi;

export type ToWorker =
  { readonly call: number; readonly method: Method; readonly argument: unknown } | { readonly cancel: number };

export type FromWorker =
  | { readonly call: number; readonly progress: Progress }
  | { readonly call: number; readonly part: Table | DocumentChange }
  | { readonly call: number; readonly result: unknown }
  | { readonly call: number; readonly cancelled: true }
  | { readonly call: number; readonly fault: { readonly message: string; readonly stack: string | undefined } };
