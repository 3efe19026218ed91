import type { Texts } from '../texts.ts';

export const mapTools: Texts['mapTools'] = {
  label: 'Drawing tools',
  kind: {
    facilities: 'facility',
    areas: 'residential area',
    candidates: 'candidate site',
    parcels: 'reserved parcel',
    streetEdits: 'street edit',
  },
  refused: {
    record_unknown: 'This is no longer in the data.',
    not_located: 'This has no place yet, so it cannot be moved.',
    outside_world: 'The place lies outside of longitude and latitude. Draw it on the map.',
    too_few_positions: 'Too few points: an area takes 3 different points, a line 2.',
    self_intersecting: 'The outline crosses itself and was not taken. Move or delete the corner where it crosses.',
  },
  tool: {
    select: 'Select',
    facility: 'Add a facility',
    area: 'Draw a residential area',
    candidate: 'Add a candidate site',
    parcel: 'Draw a reserved parcel',
    barrier: 'Draw a barrier',
    link: 'Draw a link',
    shape: 'Edit the shape',
  },
  hint: {
    facility: 'Click the map to place the facility',
    candidate: 'Click the map to place the site',
    polygonFirst: 'Click along the boundary; it snaps to the neighbours’',
    polygonNext: 'Go on clicking: two more points make an area',
    polygonLast: 'Double-click or click the first point to finish',
    barrierFirst: 'Click along the wall, the canal, …',
    linkFirst: 'Click where the way begins; it snaps to the streets',
    lineNext: 'Go on clicking, double-click to finish',
    shape:
      'Drag corners, click a middle to add one, right-click or long-press to delete, drag the inside to move it all',
    keys: 'Keyboard: arrows move the map, Space sets a point, Enter finishes',
  },
  finish: 'Finish',
  leave: 'Leave',
  corners: (count) => `${count} points`,
  handle: (name) => `${name}: drag to move; with the focus here arrow keys move it 10 m, with Shift 100 m`,
  held: (step) => `${step} (trial)`,
  heldHelp: 'Let go or press Enter to move it here, Esc puts it back',
  metres: (metres) => `${metres} m`,
  step: {
    add: (what, name) => `Add ${what} ${name}`,
    reshape: (name) => `Reshape ${name}`,
    move: (name, metres) => `Move ${name} ${metres} m`,
  },
};
