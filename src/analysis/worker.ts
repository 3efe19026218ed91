import { AnalysisEngine } from './engine.ts';
import { inlineAnalysis } from './inline-analysis.ts';
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import { fetchSqliteWasm } from './sqlite-wasm.ts';
import { TOOL_VERSION } from './tool-version.ts';

const analysis = inlineAnalysis(new AnalysisEngine(TOOL_VERSION), { sqliteWasm: fetchSqliteWasm });
const handle = serve(analysis, (message, transfer = []) => self.postMessage(message, { transfer }));
self.onmessage = ({ data }: MessageEvent<ToWorker>) => void handle(data);
