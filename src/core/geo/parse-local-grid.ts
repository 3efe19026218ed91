import type { Crs } from './crs.ts';
import { fitLocalGrid, type ControlPoint, type LocalGridResult } from './local-grid.ts';

/** Whether a text declares a local grid: it begins with the word. */
export function isLocalGrid(text: string): boolean {
  return /^\s*local\s/i.test(text);
}

/**
 * A local grid from its declaration: `local SYSTEM: x,y = X,Y; x,y = X,Y; …`, where x,y are the grid's own and X,Y those of
 * the system (longitude or east first). `parseSystem` reads the system's name. Spaces may stand for commas.
 */
export function parseLocalGrid(text: string, parseSystem: (name: string) => Crs | null): LocalGridResult {
  const match = /^\s*local\s+(?<system>.+):(?<pairs>[^:]*)$/is.exec(text.normalize('NFKC'));
  const system = match === null ? null : parseSystem(match.groups!['system']!);
  if (match === null || system === null) return MALFORMED;
  const points: ControlPoint[] = [];
  for (const pair of match.groups!['pairs']!.split(';').filter((part) => part.trim() !== '')) {
    const [local, world, more] = pair.split('=').map(readPair);
    if (!local || !world || more !== undefined) return MALFORMED;
    points.push({ local, world });
  }
  return fitLocalGrid(system, points);
}

const MALFORMED: LocalGridResult = { grid: null, refusal: { reason: 'malformed', points: [] } };

function readPair(text: string): readonly [number, number] | null {
  const numbers = text.trim().split(/\s*,\s*|\s+/);
  if (numbers.length !== 2 || !numbers.every((number) => /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(number)))
    return null;
  return [Number(numbers[0]), Number(numbers[1])];
}
