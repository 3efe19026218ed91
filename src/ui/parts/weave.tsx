import { Fragment, type ReactNode } from 'react';

/** Stands in a sentence for something that is more than text; from Unicode's private use area, which no text holds. */
const FIRST_MARK = 0xe000;

/** Marks for `weave`: give them to a sentence in place of names, and the names' own nodes to `weave`. */
export function markOf(index: number): string {
  return String.fromCodePoint(FIRST_MARK + index);
}

/** A sentence with nodes in the places of its marks. */
export function weave(sentence: string, nodes: readonly ReactNode[]): ReactNode {
  const last = String.fromCodePoint(FIRST_MARK + Math.max(0, nodes.length - 1));
  const pieces = sentence.split(new RegExp(`([${markOf(0)}-${last}])`, 'u'));
  return pieces.map((piece, i) => {
    const index = (piece.codePointAt(0) ?? 0) - FIRST_MARK;
    // oxlint-disable-next-line react/no-array-index-key -- pieces of one sentence have no other name
    return <Fragment key={i}>{index >= 0 && index < nodes.length ? nodes[index] : piece}</Fragment>;
  });
}
