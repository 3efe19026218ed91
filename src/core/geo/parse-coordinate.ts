import type { LonLat } from './geometry.ts';

/** One angle as it was typed: degrees, and which axis its letter says; null: no letter. */
interface Angle {
  readonly degrees: number;
  readonly axis: 'lon' | 'lat' | null;
  /** Whether it is written as only an angle would be: with a point, a degree sign or a letter. */
  readonly certain: boolean;
}

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
const LETTER = String.raw`(?:[NSEW]|北纬|南纬|东经|西经)`;
const SIZE = String.raw`(?<number>${NUMBER})(?:\s*(?<sign>[°度])\s*(?:(?<minutes>\d+(?:\.\d+)?)\s*['′’分]\s*(?:(?<seconds>\d+(?:\.\d+)?)\s*(?:"|″|”|''|′′|秒)?)?)?)?`;
/** Letters stand after both angles or before both: else the second's would be taken for the first's. */
const ANGLES = [
  new RegExp(String.raw`${SIZE}\s*(?<letter>${LETTER}(?![A-Z]))?`, 'iuy'),
  new RegExp(String.raw`(?<letter>${LETTER})\s*${SIZE}`, 'iuy'),
];
const SEPARATOR = /\s*[,;，；、\s]\s*/uy;

const AXES: Readonly<Record<string, { axis: 'lon' | 'lat'; sign: 1 | -1 }>> = {
  N: { axis: 'lat', sign: 1 },
  S: { axis: 'lat', sign: -1 },
  E: { axis: 'lon', sign: 1 },
  W: { axis: 'lon', sign: -1 },
  北纬: { axis: 'lat', sign: 1 },
  南纬: { axis: 'lat', sign: -1 },
  东经: { axis: 'lon', sign: 1 },
  西经: { axis: 'lon', sign: -1 },
};

/**
 * The places that a typed pair of angles may mean, in degrees: decimal (`119.91, 32.45`), with letters (`32.45N 119.91E`) or
 * in degrees, minutes and seconds. One place where letters or size say which is the longitude; two, longitude first
 * and then latitude first, where both readings are possible; none where it is not a pair of angles.
 */
export function parseCoordinate(text: string): readonly LonLat[] {
  // Full-width digits and signs become plain; a prime stays a prime.
  const typed = text.normalize('NFKC').trim();
  for (const angle of ANGLES) {
    const pair = pairOf(typed, angle);
    if (pair !== null) return readings(...pair);
  }
  return [];
}

function pairOf(typed: string, pattern: RegExp): [Angle, Angle] | null {
  const first = angleAt(typed, 0, pattern);
  if (first === null) return null;
  SEPARATOR.lastIndex = first.end;
  // A letter may set the two apart without a space: 32.45N119.91E.
  const gap = SEPARATOR.exec(typed)?.[0].length ?? 0;
  if (gap === 0 && first.angle.axis === null) return null;
  const second = angleAt(typed, first.end + gap, pattern);
  return second === null || second.end !== typed.length ? null : [first.angle, second.angle];
}

function readings(a: Angle, b: Angle): readonly LonLat[] {
  if (!a.certain && !b.certain) return [];
  if (a.axis !== null && a.axis === b.axis) return [];
  const found: LonLat[] = [];
  if (a.axis !== 'lat' && b.axis !== 'lon' && isPlace(a.degrees, b.degrees)) found.push([a.degrees, b.degrees]);
  if (a.axis !== 'lon' && b.axis !== 'lat' && isPlace(b.degrees, a.degrees)) found.push([b.degrees, a.degrees]);
  return a.degrees === b.degrees ? found.slice(0, 1) : found;
}

function isPlace(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function angleAt(typed: string, at: number, pattern: RegExp): { angle: Angle; end: number } | null {
  pattern.lastIndex = at;
  const match = pattern.exec(typed);
  if (match === null) return null;
  const { number = '', sign, minutes, seconds, letter } = match.groups!;
  const named = letter === undefined ? null : AXES[letter.toUpperCase()]!;
  if (Number(minutes ?? 0) >= 60 || Number(seconds ?? 0) >= 60) return null;
  // A letter and a minus would say two things; minutes belong to whole degrees.
  if (named !== null && /[+-]/.test(number)) return null;
  if (minutes !== undefined && number.includes('.')) return null;
  const size = Math.abs(Number(number)) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const negative = number.startsWith('-') || named?.sign === -1;
  return {
    angle: {
      degrees: negative ? -size : size,
      axis: named?.axis ?? null,
      certain: named !== null || sign !== undefined || number.includes('.'),
    },
    end: at + match[0].trimEnd().length,
  };
}
