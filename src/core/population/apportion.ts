import { TOLERANCE } from '../units.ts';

/**
 * Divides a total by weights into whole persons by the largest remainder (Hamilton's method): each gets the whole part of
 * its quota, and what is left goes one by one to those with the largest remainders, the first of equals first. The parts
 * add up to the total: where it is itself not whole, its fraction goes to the one next in line.
 * Weights ≥ 0, at least one above 0 unless the total is 0; total ≥ 0.
 */
export function apportion(total: number, weights: ArrayLike<number>): Float64Array {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]!;
  if (sum === 0 && total === 0) return new Float64Array(weights.length);
  if (!(sum > 0)) throw new Error(`apportion: expected a weight above 0, got a sum of ${sum}`);
  const whole = Math.floor(total + TOLERANCE);
  const fraction = Math.abs(total - whole) < TOLERANCE ? 0 : total - whole;
  const parts = new Float64Array(weights.length);
  const remainders = new Float64Array(weights.length);
  let given = 0;
  for (let i = 0; i < weights.length; i++) {
    const quota = (whole * weights[i]!) / sum;
    parts[i] = Math.floor(quota + TOLERANCE);
    // One without weight gets nothing, not even what is left over.
    remainders[i] = weights[i]! > 0 ? quota - parts[i]! : -Infinity;
    given += parts[i]!;
  }
  const inLine = [...remainders.keys()].sort((a, b) => remainders[b]! - remainders[a]! || a - b);
  const left = whole - given;
  for (let k = 0; k < left; k++) parts[inLine[k]!]!++;
  if (fraction > 0) parts[inLine[left]!]! += fraction;
  return parts;
}
