/** Whether two records say the same, field by field: an edit that was taken back makes a new one. */
export function sameRecord(a: object | undefined, b: object | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.is(a[key as keyof typeof a], b[key as keyof typeof b]));
}

/** Whether two tables hold the same records under the same ids. */
export function sameTable(a: ReadonlyMap<string, object>, b: ReadonlyMap<string, object>): boolean {
  if (a === b) return true;
  return a.size === b.size && [...a].every(([id, record]) => sameRecord(record, b.get(id)));
}
