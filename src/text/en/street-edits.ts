import type { StreetEditCause, StreetEditKind } from '../../core/plan/plan.ts';

const kind: Record<StreetEditKind, string> = { barrier: 'barrier', link: 'link' };
const cause: Record<StreetEditCause, string> = {
  wall: 'wall',
  canal: 'canal',
  expressway: 'expressway',
  gate: 'gate',
  footbridge: 'footbridge',
  other: 'other',
};
export const streetEdits = {
  kind,
  cause,
  title: 'Street edit',
  kindLabel: 'Kind',
  kindNote: {
    barrier: 'nobody walks across this line',
    link: 'one walks along this line, which joins the streets at either end',
  } satisfies Record<StreetEditKind, string>,
  causeLabel: 'Cause',
  nameLabel: 'Name',
  length: 'Length',
  metres: (metres: string) => `${metres} m`,
  step: {
    add: (name: string) => `Add ${name}`,
    remove: (name: string) => `Remove ${name}`,
    change: (name: string) => `Change ${name}`,
  },
  named: (name: string) => `“${name}”`,
  unnamed: (kindText: string, causeText: string) => `${kindText} (${causeText})`,
};
