/** An id that no record of a table has, for a thing that is made here: `F-new-1`, `F-new-2`, … */
export function freshId(taken: { has(id: string): boolean }, prefix: string): string {
  let number = 1;
  while (taken.has(`${prefix}-new-${number}`)) number++;
  return `${prefix}-new-${number}`;
}
