import { AnalysisEngine } from './engine.ts';
import { inlineAnalysis } from './inline-analysis.ts';
import type { ToWorker } from './protocol.ts';
import { serve } from './serve.ts';
import { TOOL_VERSION } from './tool-version.ts';

const handle = serve(inlineAnalysis(new AnalysisEngine(TOOL_VERSION)), (message, transfer = []) =>
  self.postMessage(message, { transfer }),
);
self.onmessage = ({ data }: MessageEvent<ToWorker>) => void handle(data);
