import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitTree } from '../../src/state/unit-tree.ts';

describe('the tree of units', () => {
  it('puts parents before their children, in the order of the language, and no unit twice', () => {
    const nodes = unitTree(['市/乙区/10社区', '市/乙区/2社区', '', '市/甲区', '市/乙区/2社区'], 'zh-CN');
    expect(nodes.map(({ path, depth }) => `${'  '.repeat(depth)}${path.split('/').at(-1)}`)).toEqual([
      '市',
      '  甲区',
      '  乙区',
      '    2社区',
      '    10社区',
    ]);
  });

  it('lets nothing come between a unit and what lies in it', () => {
    const name = fc.constantFrom('城', '城东', '城-东', 'a', 'B');
    fc.assert(
      fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 4 })), (names) => {
        const paths = unitTree(
          names.map((parts) => parts.join('/')),
          'zh-CN',
        ).map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        paths.forEach((path, at) => {
          const above = path.slice(0, path.lastIndexOf('/'));
          if (path.includes('/')) {
            const from = paths.indexOf(above);
            expect(from).toBeGreaterThanOrEqual(0);
            for (const between of paths.slice(from + 1, at)) expect(between.startsWith(`${above}/`)).toBe(true);
          }
        });
      }),
    );
  });
});
