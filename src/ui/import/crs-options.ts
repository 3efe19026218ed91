import { parseCrs } from '../../core/geo/crs.ts';
import type { Texts } from '../../text/texts.ts';
import type { Option } from '../parts/choice.tsx';

/** EPSG:4513–4533 carry the zone in the easting, 4534–4554 do not. */
const FIRST_PROJECTED = 4513;
const LAST_PROJECTED = 4554;

/** Coordinate systems that files in Chinese cities mostly are in; any other may be typed. */
export function crsOptions({ start: { crs: t } }: Texts): Option<string>[] {
  const plain = (['GCJ-02', 'BD-09', 'EPSG:4326', 'EPSG:4490'] as const).map((id) => ({
    id: id as string,
    text: t[id],
  }));
  const projected: Option<string>[] = [];
  for (let code = FIRST_PROJECTED; code <= LAST_PROJECTED; code++) {
    const id = `EPSG:${code}`;
    const crs = parseCrs(id);
    if (crs?.kind !== 'projected') continue;
    const zoned = code < 4534;
    const meridian = zoned ? (code - FIRST_PROJECTED + 25) * 3 : 75 + (code - 4534) * 3;
    projected.push({
      id,
      text: zoned ? t.withZone(id, String(meridian / 3)) : t.withMeridian(id, String(meridian)),
    });
  }
  return [...plain, ...projected];
}
