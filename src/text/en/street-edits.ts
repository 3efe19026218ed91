import type { StreetEditCause, StreetEditKind } from '../../core/plan/plan.ts';
import type { StreetEditRefusal } from '../../core/plan/street-edit-line.ts';

const kind: Record<StreetEditKind, string> = { barrier: 'barrier', link: 'link' };
const cause: Record<StreetEditCause, string> = {
  wall: 'wall',
  canal: 'canal',
  expressway: 'expressway',
  gate: 'gate',
  footbridge: 'footbridge',
  other: 'other',
};
const refusal: Record<StreetEditRefusal, string> = {
  line_too_short: 'The line is too short: draw at least 1 m.',
  line_invalid: 'The coordinates are no longitudes and latitudes: draw it on the map again.',
  unknown: 'This street edit is no longer in the plan.',
};

export const streetEdits = {
  kind,
  cause,
  refusal,
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
  delete: 'Delete',
  step: {
    add: (name: string) => `add ${name}`,
    remove: (name: string) => `remove ${name}`,
    change: (name: string) => `change ${name}`,
  },
  named: (name: string) => `“${name}”`,
  unnamed: (kindText: string, causeText: string) => `${kindText} (${causeText})`,
};
