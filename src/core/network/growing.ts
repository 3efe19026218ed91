type Numbers = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/** A typed array whose length is not known beforehand: it doubles when full. */
export class Growing<T extends Numbers> {
  private array: T;
  private readonly make: new (length: number) => T;
  length = 0;

  constructor(make: new (length: number) => T, capacity = 1024) {
    this.make = make;
    this.array = new make(capacity);
  }

  push(value: number): void {
    if (this.length === this.array.length) this.grow();
    this.array[this.length++] = value;
  }

  /** Takes the last value off; there must be one. */
  pop(): number {
    return this.array[--this.length]!;
  }

  at(index: number): number {
    return this.array[index]!;
  }

  /** A copy of what is held, of its exact length. */
  trimmed(): T {
    return this.array.slice(0, this.length) as T;
  }

  private grow(): void {
    const larger = new this.make(this.array.length * 2);
    larger.set(this.array);
    this.array = larger;
  }
}
