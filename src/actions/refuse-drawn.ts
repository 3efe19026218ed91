import type { PlaceRefusal } from '../core/plan/place-refusal.ts';
import type { Workspace } from '../state/workspace.ts';

/** Says why what is being drawn cannot be taken. */
export function refuseDrawn({ store }: Workspace, refused: PlaceRefusal): void {
  store.setState({ refused });
}
