import type { AreaList } from '../state/gap-rows.ts';
import type { Workspace } from '../state/workspace.ts';
import { chooseMany } from './choose.ts';

/** Chooses all areas of the list from one row to another, both included, beside what is chosen already. */
export function chooseRange(workspace: Workspace, list: AreaList, from: number, to: number): void {
  const first = Math.min(from, to);
  const rows = Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => list.idAt(first + i));
  chooseMany(workspace, 'area', rows, 'more');
}
