import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../src/core/network/join-lines.ts';

describe('lines joined end to end', () => {
  it('joins pieces in any order and direction', () => {
    const [line, ...others] = joinLines([
      [3, 4],
      [2, 1],
      [3, 2],
    ]);
    expect(others).toEqual([]);
    expect(line![0] === 1 ? line : line!.toReversed()).toEqual([1, 2, 3, 4]);
  });

  it('leaves apart what does not meet end to end', () => {
    const crossing = [
      [1, 2, 3],
      [4, 2, 5],
    ];
    expect(joinLines(crossing)).toEqual(crossing);
  });

  it('keeps every piece where three meet', () => {
    const lines = joinLines([
      [1, 2],
      [2, 3],
      [2, 4],
    ]);
    expect(lines.map(({ length }) => length).sort((a, b) => a - b)).toEqual([2, 3]);
  });

  it('closes a ring once, and goes no further round it', () => {
    const [ring, ...others] = joinLines([
      [1, 2],
      [2, 3, 1],
      [1, 9],
    ]);
    expect(ring![0]).toBe(ring!.at(-1));
    expect(others.map((line) => [...line].sort((a, b) => a - b))).toEqual([[1, 9]]);
  });

  it('takes a closed piece as it is', () => {
    expect(joinLines([[1, 2, 3, 1]])).toEqual([[1, 2, 3, 1]]);
  });
});
