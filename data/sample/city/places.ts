import type { Chance } from './chance.ts';
import type { Block } from './ground.ts';
import { middleOf } from './ground.ts';
import type { Residence } from './residences.ts';
import { centroid, distance, grain, holds, type Point } from './plane.ts';
import type { Community } from './units.ts';

/** Where something stands, with its address. */
export interface Site {
  readonly at: Point;
  readonly address: string;
  readonly community: Community;
}

/** Just inside one of an estate's open gates, where such rooms are. */
export function siteInEstate({ estate, block, community }: Residence, chance: Chance): Site {
  const gate = chance.pick(estate.gates.filter(({ locked }) => !locked));
  const middle = centroid(estate.area);
  const away = Math.max(1, distance(gate.inside, middle));
  const step = Math.min(away * 0.4, chance.between(12, 45));
  const at = grain([
    gate.inside[0] + ((middle[0] - gate.inside[0]) / away) * step,
    gate.inside[1] + ((middle[1] - gate.inside[1]) / away) * step,
  ]);
  return { at: holds(estate.area, at) ? at : gate.inside, address: addressOn(block, chance), community };
}

/** On ground of its own. */
export function siteOnBlock(block: Block, community: Community, chance: Chance): Site {
  const [x, y] = middleOf(block.face);
  return { at: grain([x, y]), address: addressOn(block, chance), community };
}

function addressOn({ face }: Block, chance: Chance): string {
  const names = face.sides.flatMap(({ name, over }) =>
    name === undefined || over || name.endsWith('步道') ? [] : [name],
  );
  return names.length === 0 ? '' : `${chance.pick(names)}${chance.whole(1, 399)}号`;
}
