import { describe, expect, it } from 'vitest';
import { readWkb } from '../../../src/core/import/read-wkb.ts';

function bytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.replaceAll(' ', '').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** 30 and 10 as doubles, the small end first. */
const X = '0000000000003E40';
const Y = '0000000000002440';
const Z = '0000000000001440';

describe('well-known binary', () => {
  const point = { type: 'Point', coordinates: [30, 10] };

  // As PostGIS and the OGC standard write them.
  it.each([
    ['little-endian', `01 01000000 ${X}${Y}`],
    ['big-endian', '00 00000001 403E000000000000 4024000000000000'],
    ['ISO Z', `01 E9030000 ${X}${Y}${Z}`],
    ['ISO M', `01 D1070000 ${X}${Y}${Z}`],
    ['ISO ZM', `01 B90B0000 ${X}${Y}${Z}${Z}`],
    ['PostGIS Z', `01 01000080 ${X}${Y}${Z}`],
    ['PostGIS with an SRID', `01 01000020 E6100000 ${X}${Y}`],
  ])('a point, %s', (_, hex) => {
    expect(readWkb(bytes(hex))).toEqual(point);
  });

  it('parts have headers of their own', () => {
    expect(readWkb(bytes(`01 04000000 02000000 01 01000000 ${X}${Y} 01 01000000 ${Y}${X}`))).toEqual({
      type: 'MultiPoint',
      coordinates: [
        [30, 10],
        [10, 30],
      ],
    });
    expect(readWkb(bytes(`01 07000000 01000000 01 01000000 ${X}${Y}`))).toEqual({
      type: 'GeometryCollection',
      geometries: [point],
    });
  });

  it('an empty point is nowhere', () => {
    expect(readWkb(bytes('01 01000000 000000000000F87F 000000000000F87F'))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['half a point', `01 01000000 ${X}`],
    ['a count beyond the end', '01 02000000 FFFFFFFF'],
    ['a type that is none', '01 63000000'],
    ['a part of another type', `01 04000000 01000000 01 02000000 01000000 ${X}${Y}`],
    ['collections without end', '01 07000000 01000000'.repeat(40)],
  ])('%s is damage, not an exception', (_, hex) => {
    expect(readWkb(bytes(hex))).toEqual({ damaged: expect.stringMatching(/^WKB: /) as string });
  });
});
