import { issue, type Issue, type IssuePlace } from '../issue.ts';
import type { SourceLayer } from './source.ts';

/** The layer to open: the chosen, else the first with rows, which is said where others have rows too. Null: no such layer. */
export function chooseLayer<Layer extends SourceLayer>(
  layers: readonly Layer[],
  chosen: string | undefined,
  where: IssuePlace,
): { layer: Layer | null; issues: Issue[] } {
  const names = layers.map(({ name }) => name);
  if (chosen !== undefined) {
    const layer = layers.find(({ name }) => name === chosen) ?? null;
    return { layer, issues: layer ? [] : [issue('layer_unknown', where, { found: chosen, expected: names })] };
  }
  const filled = layers.filter(({ rows }) => rows !== 0);
  const layer = filled[0] ?? layers[0] ?? null;
  if (!layer || filled.length < 2) return { layer, issues: [] };
  return { layer, issues: [issue('layer_assumed', where, { used: layer.name, found: names })] };
}
