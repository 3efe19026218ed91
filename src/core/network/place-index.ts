/** Numbers distinct positions in the order in which they come; the same pair of numbers always gets the same number. */
export class PlaceIndex {
  private slots: Uint32Array;
  private mask: number;
  private x = new Float64Array(1024);
  private y = new Float64Array(1024);
  /** Distinct positions so far. */
  size = 0;

  constructor() {
    this.slots = new Uint32Array(4096);
    this.mask = this.slots.length - 1;
  }

  /** The number of a position. */
  place(x: number, y: number): number {
    if (this.size === this.x.length) this.grow();
    let slot = hash(x, y) & this.mask;
    for (;;) {
      const held = this.slots[slot]!;
      if (held === 0) break;
      if (this.x[held - 1] === x && this.y[held - 1] === y) return held - 1;
      slot = (slot + 1) & this.mask;
    }
    this.x[this.size] = x;
    this.y[this.size] = y;
    this.slots[slot] = ++this.size;
    return this.size - 1;
  }

  xs(): Float64Array {
    return this.x.slice(0, this.size);
  }

  ys(): Float64Array {
    return this.y.slice(0, this.size);
  }

  private grow(): void {
    const x = new Float64Array(this.x.length * 2);
    const y = new Float64Array(this.x.length * 2);
    x.set(this.x);
    y.set(this.y);
    this.x = x;
    this.y = y;
    this.slots = new Uint32Array(x.length * 4);
    this.mask = this.slots.length - 1;
    for (let i = 0; i < this.size; i++) {
      let slot = hash(x[i]!, y[i]!) & this.mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = i + 1;
    }
  }
}

const pair = new Float64Array(2);
const bits = new Uint32Array(pair.buffer);

function hash(x: number, y: number): number {
  // Adding 0 turns −0 into 0, which is the same number with other bits.
  pair[0] = x + 0;
  pair[1] = y + 0;
  let h = Math.imul(bits[0]!, 0x9e37_79b1) ^ Math.imul(bits[1]!, 0x85eb_ca6b);
  h ^= Math.imul(bits[2]!, 0xc2b2_ae35) ^ Math.imul(bits[3]!, 0x27d4_eb2f);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b_3c6d);
  return h ^ (h >>> 13);
}
