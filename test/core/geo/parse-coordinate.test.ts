import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCoordinate } from '../../../src/core/geo/parse-coordinate.ts';

/** 119°54′36″ E, 32°27′ N. */
const HERE = [119.91, 32.45];

describe('a typed coordinate', () => {
  it.each([
    '119.91, 32.45',
    '32.45,119.91',
    '119.91 32.45',
    '119.91，32.45',
    '１１９.９１，３２.４５',
    '32.45N 119.91E',
    '119.91E, 32.45N',
    'N32.45 E119.91',
    '32.45n119.91e',
    '北纬32.45 东经119.91',
    '东经119.91度，北纬32.45度',
    `119°54'36"E 32°27'0"N`,
    '32°27′N, 119°54.6′E',
    '119°54′36″，32°27′',
    '东经119度54分36秒 北纬32度27分',
  ])('%s is one place', (typed) => {
    const places = parseCoordinate(typed);
    expect(places).toHaveLength(1);
    expect(places[0]![0]).toBeCloseTo(HERE[0]!, 9);
    expect(places[0]![1]).toBeCloseTo(HERE[1]!, 9);
  });

  it('that could be read either way is both, longitude first', () => {
    expect(parseCoordinate('8.68, 49.41')).toEqual([
      [8.68, 49.41],
      [49.41, 8.68],
    ]);
    expect(parseCoordinate('45.5 45.5')).toEqual([[45.5, 45.5]]);
  });

  it('south and west are negative', () => {
    expect(parseCoordinate('30.03S 51.2W')).toEqual([[-51.2, -30.03]]);
    expect(parseCoordinate('-51.2, -30.03')).toContainEqual([-51.2, -30.03]);
    expect(parseCoordinate('南纬30.03 西经51.2')).toEqual([[-51.2, -30.03]]);
  });

  it.each([
    '',
    '119.91',
    '幸福里',
    '12 34',
    '3-201',
    'A1 B2',
    '200.5, 32.4',
    '119.91, 95.2',
    '32.45N 33.1N',
    `32°61'N 119°E`,
    '119.91, 32.45, 7',
    '32.45 Nanjing',
    '-32.45S 119E',
  ])('“%s” is none', (typed) => {
    expect(parseCoordinate(typed)).toEqual([]);
  });

  it('comes back as it was written, whatever the notation', () => {
    const lon = fc.integer({ min: -179 * 3600, max: 179 * 3600 });
    const lat = fc.integer({ min: -89 * 3600, max: 89 * 3600 });
    fc.assert(
      fc.property(lon, lat, fc.boolean(), (lonSeconds, latSeconds, lonFirst) => {
        const written = [dms(lonSeconds, 'E', 'W'), dms(latSeconds, 'N', 'S')];
        const [place, ...others] = parseCoordinate((lonFirst ? written : written.reverse()).join(' '));
        expect(others).toEqual([]);
        expect(place![0]).toBeCloseTo(lonSeconds / 3600, 9);
        expect(place![1]).toBeCloseTo(latSeconds / 3600, 9);
      }),
    );
  });
});

function dms(seconds: number, plus: string, minus: string): string {
  const size = Math.abs(seconds);
  return `${Math.floor(size / 3600)}°${Math.floor((size % 3600) / 60)}'${size % 60}"${seconds < 0 ? minus : plus}`;
}
