/** `values` at the given places. (`Float64Array.from` with a function takes ten times as long.) */
export function gather(values: Float64Array, places: Uint32Array): Float64Array<ArrayBuffer> {
  const gathered = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) gathered[i] = values[places[i]!]!;
  return gathered;
}
