const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Places in order of ascending keys; equal keys stay in the order they came in. */
export function radixOrder(keys: Uint32Array): Uint32Array {
  let order: Uint32Array<ArrayBuffer> = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  let other: Uint32Array<ArrayBuffer> = new Uint32Array(keys.length);
  let largest = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i]! > largest) largest = keys[i]!;
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += DIGIT_BITS) {
    starts.fill(0);
    for (let i = 0; i < keys.length; i++) starts[((keys[i]! >>> shift) & (DIGITS - 1)) + 1]!++;
    for (let d = 0; d < DIGITS; d++) starts[d + 1]! += starts[d]!;
    for (let i = 0; i < order.length; i++) {
      const item = order[i]!;
      other[starts[(keys[item]! >>> shift) & (DIGITS - 1)]!++] = item;
    }
    [order, other] = [other, order];
  }
  return order;
}
