import { metresToBorder } from '../geo/border-distance.ts';
import type { LonLat } from '../geo/geometry.ts';
import { UNIT_LEVELS, type Plan, type Unit } from '../plan/plan.ts';
import { compareText } from '../units.ts';
import { areaLocator, type AreaLocator } from './plan-index.ts';
import type { UnitPaths } from './unit-tree.ts';

/** Where units lie, as far as they have polygons. */
export class UnitPlaces {
  private readonly placed: readonly Unit[];
  private readonly locator: AreaLocator;

  constructor(units: Plan['units']) {
    this.placed = [...units.values()]
      .filter((unit) => unit.geometry)
      .sort((a, b) => UNIT_LEVELS.indexOf(a.level) - UNIT_LEVELS.indexOf(b.level) || compareText(a.path, b.path));
    this.locator = areaLocator(this.placed);
  }

  /** Units whose polygon holds a place, each as the path of its own level, highest first. */
  at(place: LonLat): UnitPaths[] {
    return this.locator.containing(place).map((index) => {
      const { level, path } = this.placed[index]!;
      return { [level]: path };
    });
  }

  /** Metres from a place to the border of a unit, or of the nearest unit within it; null: none of them has a polygon. */
  metresFrom(path: string, place: LonLat): number | null {
    const parts = this.placed.filter((unit) => unit.path === path || unit.path.startsWith(`${path}/`));
    const least = Math.min(...parts.map(({ geometry }) => metresToBorder(geometry!, place)));
    return Number.isFinite(least) ? least : null;
  }
}
