import { metresPerDegree } from '../geo/distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import type { Bounds } from '../geo/polygon.ts';
import type { Steps } from '../progress.ts';

interface Placed<T> {
  readonly place: T;
  readonly box: Box;
}

/** Places whose boxes hang together in one group each; the boxes of different groups do not meet. */
export function* neighbourhoodsSteps<T>(placed: readonly Placed<T>[]): Steps<T[][]> {
  const groups: T[][] = [];
  let left = [...placed];
  while (left.length > 0) {
    const group = left.splice(0, 1);
    for (const { box } of group) {
      yield { stage: 'reach', done: placed.length - left.length, total: placed.length };
      const farther: Placed<T>[] = [];
      for (const other of left) (other.box.meets(box) ? group : farther).push(other);
      left = farther;
    }
    groups.push(group.map(({ place }) => place));
  }
  return groups;
}

/** A box in degrees that grows. */
export class Box {
  private west = Infinity;
  private south = Infinity;
  private east = -Infinity;
  private north = -Infinity;

  around([lon, lat]: LonLat, metres: number): void {
    const { perLon, perLat } = metresPerDegree(lat);
    this.hold(lon - metres / perLon, lat - metres / perLat);
    this.hold(lon + metres / perLon, lat + metres / perLat);
  }

  hold(lon: number, lat: number): void {
    if (lon < this.west) this.west = lon;
    if (lon > this.east) this.east = lon;
    if (lat < this.south) this.south = lat;
    if (lat > this.north) this.north = lat;
  }

  meets(other: Box): boolean {
    const besides = this.west > other.east || this.east < other.west;
    return !besides && this.south <= other.north && this.north >= other.south;
  }

  within(other: Box): Bounds {
    return [
      Math.max(this.west, other.west),
      Math.max(this.south, other.south),
      Math.min(this.east, other.east),
      Math.min(this.north, other.north),
    ];
  }
}
