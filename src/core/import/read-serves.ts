import type { Service } from '../plan/plan.ts';
import { isBlankCell, cellText, NUMBER_UNITS, parseNumber } from './read-cell.ts';

/**
 * The areas that floor area is booked to: `A1;A2`, `A1:200;A2:100` (m²), or mixed; full-width `；` and `：` too. What stands
 * after an entry's last colon is its m². Undefined: the cell is blank. Entries that cannot be read are listed as they stood; an
 * empty list of services means that areas were named but none legibly, which is not the same as naming none.
 */
export function readServes(cell: unknown): { services: readonly Service[] | undefined; malformed: readonly string[] } {
  const text = cellText(cell);
  if (isBlankCell(text)) return { services: undefined, malformed: [] };
  const services = new Map<string, Service>();
  const malformed: string[] = [];
  for (const part of text.split(/[;；]/)) {
    const entry = part.trim();
    if (entry === '') continue;
    const service = readEntry(entry);
    if (service === null || services.has(service.area)) malformed.push(entry);
    else services.set(service.area, service);
  }
  if (services.size === 0 && malformed.length === 0) return { services: undefined, malformed: [text] };
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
