type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

const LEAST = 1024;

/**
 * A typed array whose length is not known beforehand: it doubles when full. A capacity that is too large costs little, for
 * memory is not taken before it is written to; one that is too small costs copies.
 */
export class Growing<T extends Numbers> {
  private array: T;
  private readonly make: new (length: number) => T;
  length = 0;

  constructor(make: new (length: number) => T, capacity = LEAST) {
    this.make = make;
    this.array = new make(capacity);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.grow();
    this.array[this.length++] = value;
  }

  pushAll(values: ArrayLike<number>): void {
    while (this.length + values.length > this.array.length) this.grow();
    this.array.set(values, this.length);
    this.length += values.length;
  }

  /** Takes the last value off; there must be one. */
  pop(): number {
    return this.array[--this.length]!;
  }

  at(index: number): number {
    return this.array[index]!;
  }

  /** Turns round the order of what is held from a place on. */
  reverse(from: number): void {
    this.array.subarray(from, this.length).reverse();
  }

  /** What is held, of its exact length. Nothing may be added afterwards: where it is full already, it is no copy. */
  trimmed(): T {
    return this.length === this.array.length ? this.array : (this.array.slice(0, this.length) as T);
  }

  private grow(): void {
    const larger = new this.make(Math.max(LEAST, this.array.length * 2));
    larger.set(this.array);
    this.array = larger;
  }
}
