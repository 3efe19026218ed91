import type { Texts } from '../texts.ts';

export const choosing: Texts['choosing'] = {
  several: 'Choose several',
  severalHelp: 'Choose several: one press chooses, another takes it back. Without it, hold Shift or Ctrl and press.',
  allListed: 'Choose all listed areas',
  choose: (name) => `Choose ${name}`,
  chooseListed: (count) => `Choose the ${count} listed areas`,
  label: 'What is chosen',
  areas: (count) => `${count} ${count === '1' ? 'area' : 'areas'} chosen`,
  facilities: (count) => `${count} ${count === '1' ? 'facility' : 'facilities'} chosen`,
  none: 'Press areas or facilities, one by one',
  clear: 'Choose nothing',
};
