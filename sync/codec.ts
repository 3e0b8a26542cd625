/**
 * Canonical binary writing and reading, shared by entries, operations and messages
 * (docs/protocol.md, "Encoding"): big-endian fixed integers, LEB128 varints in their shortest form,
 * length-prefixed bytes. A {@link Reader} never throws: the first fault makes it fail, every later
 * read returns an empty value, and `finish()` tells. Callers cap sizes before they allocate.
 */
import { fromUtf8, utf8 } from "#crypto";

const MAX_VARINT = Number.MAX_SAFE_INTEGER;

/** Collects bytes. Throws only on misuse by our own code (a negative or fractional number). */
export class Writer {
  #buffer = new Uint8Array(256);
  #length = 0;

  #grow(by: number): void {
    const needed = this.#length + by;
    if (needed <= this.#buffer.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = larger;
  }

  byte(value: number): this {
    this.#grow(1);
    this.#buffer[this.#length++] = value;
    return this;
  }

  /** Fixed-length bytes: the reader knows the length. */
  raw(bytes: Uint8Array): this {
    this.#grow(bytes.length);
    this.#buffer.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  varint(value: number): this {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("varint takes a natural number");
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.byte(rest);
  }

  bytes(value: Uint8Array): this {
    return this.varint(value.length).raw(value);
  }

  text(value: string): this {
    return this.bytes(utf8(value));
  }

  list<T>(items: readonly T[], write: (item: T, writer: this) => void): this {
    this.varint(items.length);
    for (const item of items) write(item, this);
    return this;
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }
}

/** Reads untrusted bytes. After a fault `failed` is true and every read is empty. */
export class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #failed = false;

  constructor(bytes: Uint8Array) {
    // A Node Buffer's `slice` shares memory; a plain view of the same bytes makes `raw` copy.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Bytes not read yet. */
  get remaining(): number {
    return this.#failed ? 0 : this.#bytes.length - this.#at;
  }

  /** Marks the input as malformed; returns 0 for use in expressions. */
  fail(): 0 {
    this.#failed = true;
    return 0;
  }

  byte(): number {
    if (this.remaining < 1) return this.fail();
    return this.#bytes[this.#at++] ?? 0;
  }

  /** Exactly `length` bytes, as a copy. */
  raw(length: number): Uint8Array {
    if (this.remaining < length) {
      this.fail();
      return new Uint8Array(0);
    }
    const out = this.#bytes.slice(this.#at, this.#at + length);
    this.#at += length;
    return out;
  }

  varint(max: number = MAX_VARINT): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 8; count++) {
      const byte = this.byte();
      if (this.#failed) return 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) {
        const shortest = count === 0 || byte !== 0;
        return shortest && value <= max ? value : this.fail();
      }
      scale *= 0x80;
    }
    return this.fail();
  }

  bytes(maxLength: number): Uint8Array {
    return this.raw(this.varint(maxLength));
  }

  text(maxLength: number): string {
    const text = fromUtf8(this.bytes(maxLength));
    if (text === null) this.fail();
    return text ?? "";
  }

  list<T>(maxItems: number, read: (reader: this) => T): T[] {
    const count = this.varint(maxItems);
    const items: T[] = [];
    for (let index = 0; index < count && !this.#failed; index++) items.push(read(this));
    return items;
  }

  /** True when everything was read and nothing was wrong. */
  finish(): boolean {
    return !this.#failed && this.#at === this.#bytes.length;
  }
}
