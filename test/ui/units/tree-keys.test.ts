import { describe, expect, it } from 'vitest';
import { allExpanded, unitsInSight } from '../../../src/state/unit-order.ts';
import { treeMove, type TreeKeyboard } from '../../../src/ui/units/tree-keys.ts';
import { PlanBuilder } from '../../builders/plan-builder.ts';
import { rollUpPlan } from '../../builders/rolled-up.ts';

/** X, X/S, X/S/K, X/T, Y. */
function keyboard(open = true): TreeKeyboard {
  const { forest } = rollUpPlan(
    new PlanBuilder()
      .area('A', { county: 'X', subdistrict: 'S', community: 'K' })
      .area('B', { county: 'X', subdistrict: 'T' })
      .area('C', { county: 'Y' })
      .build(),
  );
  const expanded = open ? allExpanded(forest) : new Set<string>();
  const rows = unitsInSight(forest, expanded, null, { column: 'name', descending: false }, 'en');
  return { rows, columns: 5, nested: true, isOpen: ({ key }) => expanded.has(key), pageRows: 2 };
}

function row(at: number, column: number | null = null) {
  return { to: { row: at, column } };
}

describe('keys on a row', () => {
  it('move up and down, and stop at the ends', () => {
    expect(treeMove('ArrowDown', { row: 0, column: null }, keyboard())).toEqual(row(1));
    expect(treeMove('ArrowDown', { row: 4, column: null }, keyboard())).toEqual(row(4));
    expect(treeMove('ArrowUp', { row: 0, column: null }, keyboard())).toEqual(row(0));
    expect(treeMove('PageDown', { row: 1, column: null }, keyboard())).toEqual(row(3));
    expect(treeMove('End', { row: 1, column: null }, keyboard())).toEqual(row(4));
    expect(treeMove('Home', { row: 3, column: null }, keyboard())).toEqual(row(0));
  });

  it('open on the right, and go into the cells once there is nothing to open', () => {
    expect(treeMove('ArrowRight', { row: 0, column: null }, keyboard(false))).toEqual({ open: true });
    expect(treeMove('ArrowRight', { row: 0, column: null }, keyboard())).toEqual(row(0, 0));
    expect(treeMove('ArrowRight', { row: 2, column: null }, keyboard())).toEqual(row(2, 0));
  });

  it('close on the left, then go to the unit above', () => {
    expect(treeMove('ArrowLeft', { row: 1, column: null }, keyboard())).toEqual({ open: false });
    expect(treeMove('ArrowLeft', { row: 2, column: null }, keyboard())).toEqual(row(1));
    expect(treeMove('ArrowLeft', { row: 3, column: null }, keyboard())).toEqual(row(0));
    expect(treeMove('ArrowLeft', { row: 4, column: null }, keyboard())).toBeNull();
  });

  it('mean nothing else', () => {
    expect(treeMove('a', { row: 0, column: null }, keyboard())).toBeNull();
  });
});

describe('keys on a cell', () => {
  it('move within the row, and back to it', () => {
    expect(treeMove('ArrowRight', { row: 1, column: 3 }, keyboard())).toEqual(row(1, 4));
    expect(treeMove('ArrowRight', { row: 1, column: 4 }, keyboard())).toEqual(row(1, 4));
    expect(treeMove('ArrowLeft', { row: 1, column: 0 }, keyboard())).toEqual(row(1));
    expect(treeMove('End', { row: 1, column: 0 }, keyboard())).toEqual(row(1, 4));
    expect(treeMove('ArrowDown', { row: 1, column: 2 }, keyboard())).toEqual(row(2, 2));
  });
});
