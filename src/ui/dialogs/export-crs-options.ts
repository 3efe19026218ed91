import { parseCrs } from '../../core/geo/crs.ts';
import { fitsCrs } from '../../core/geo/fits-crs.ts';
import { fromWgs84 } from '../../core/geo/from-wgs84.ts';
import type { LonLat } from '../../core/geo/geometry.ts';
import { innerPosition } from '../../core/geo/polygon.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Texts } from '../../text/texts.ts';
import { crsOptions } from '../import/crs-options.ts';
import type { Option } from '../parts/choice.tsx';

/** Degrees, and of China's zones those in whose range the plan lies. */
export function exportCrsOptions(texts: Texts, plan: Plan): Option<string>[] {
  const somewhere = somePlace(plan);
  return crsOptions(texts).filter(({ id }) => {
    const crs = parseCrs(id);
    if (crs?.kind === 'degrees') return true;
    if (crs?.kind !== 'projected' || somewhere === null) return false;
    const [x, y] = fromWgs84(crs)!(...somewhere);
    return fitsCrs(crs, x, y) === 'fits';
  });
}

/** Where the first thing is that has a place: a zone is as wide as many a city. */
function somePlace({ areas, facilities, candidates, units, population }: Plan): LonLat | null {
  for (const table of [areas, facilities, candidates, units]) {
    for (const { geometry } of table.values()) if (geometry !== undefined) return innerPosition(geometry);
  }
  return population !== null && population.lon.length > 0 ? [population.lon[0]!, population.lat[0]!] : null;
}
