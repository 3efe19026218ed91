import type { Service } from '../plan/plan.ts';
import { isBlankCell, cellText, NUMBER_UNITS, parseNumber } from './read-cell.ts';

/**
 * The areas that floor area is booked to: `A1;A2`, `A1:200;A2:100` (m²), or mixed; full-width `；` and `：` too. What stands
 * after an entry's last colon is its m². Undefined: the cell is blank. An entry that cannot be read is listed, and stays among
 * the services word for word, as an area that does not exist: a facility that names areas illegibly is not one that names none.
 * An area named twice is listed too, and only its first entry kept.
 */
export function readServes(cell: unknown): { services: readonly Service[] | undefined; malformed: readonly string[] } {
  const text = cellText(cell);
  if (isBlankCell(text)) return { services: undefined, malformed: [] };
  const services = new Map<string, Service>();
  const malformed: string[] = [];
  for (const part of text.split(/[;；]/)) {
    const entry = part.trim();
    if (entry === '') continue;
    const read = readEntry(entry);
    const service = read ?? { area: entry };
    if (read === null || services.has(service.area)) malformed.push(entry);
    if (!services.has(service.area)) services.set(service.area, service);
  }
  if (services.size === 0) return { services: undefined, malformed: [text] };
  return { services: [...services.values()], malformed };
}

function readEntry(entry: string): Service | null {
  const colon = Math.max(entry.lastIndexOf(':'), entry.lastIndexOf('：'));
  if (colon < 0) return { area: entry };
  const area = entry.slice(0, colon).trim();
  const m2 = parseNumber(
    entry
      .slice(colon + 1)
      .normalize('NFKC')
      .trim()
      .replace(NUMBER_UNITS.m2, ''),
  );
  return area !== '' && Number.isFinite(m2) && m2 >= 0 ? { area, m2 } : null;
}
