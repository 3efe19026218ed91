/**
 * Small whole numbers that come in any order and leave ascending: one bit a number, and one bit for each 32 of them, so
 * that a few thousand out of a million are collected without sorting. Empty again after `drain`.
 */
export class AscendingSet {
  private readonly bits: Uint32Array;
  private readonly blocks: Uint32Array;
  size = 0;

  /** For numbers from 0 up to `limit`. No number may be added twice. */
  constructor(limit: number) {
    this.bits = new Uint32Array(Math.ceil(limit / 32));
    this.blocks = new Uint32Array(Math.ceil(limit / 1024));
  }

  add(value: number): void {
    this.bits[value >>> 5]! |= 1 << (value & 31);
    this.blocks[value >>> 10]! |= 1 << ((value >>> 5) & 31);
    this.size++;
  }

  drain(): Uint32Array<ArrayBuffer> {
    const { bits, blocks } = this;
    const values = new Uint32Array(this.size);
    let count = 0;
    for (let b = 0; b < blocks.length && count < this.size; b++) {
      for (let block = blocks[b]!; block !== 0; block &= block - 1) {
        const word = b * 32 + lowestBit(block);
        for (let left = bits[word]!; left !== 0; left &= left - 1) values[count++] = word * 32 + lowestBit(left);
        bits[word] = 0;
      }
      blocks[b] = 0;
    }
    this.size = 0;
    return values;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
