/**
 * Frames on a byte stream (docs/protocol.md, "Frames"): four bytes of length, big endian, then so many
 * bytes. Knows no stream.
 */
import { uint32 } from "#crypto";

const LENGTH_BYTES = 4;
const EMPTY = new Uint8Array(0);

/** A frame with its length before it. */
export function frameOf(bytes: Uint8Array): Uint8Array {
  const framed = new Uint8Array(LENGTH_BYTES + bytes.length);
  framed.set(uint32(bytes.length));
  framed.set(bytes, LENGTH_BYTES);
  return framed;
}

/** Puts frames together again from the pieces that a stream delivers. */
export class FrameReader {
  readonly #maxBytes: number;
  #pieces: Uint8Array[] = [];
  #waiting = 0;
  #failed = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether a frame has begun and is not whole. */
  get midFrame(): boolean {
    return this.#waiting > 0;
  }

  /** The frames that are whole now; null, and ever after, when one is announced that is too long or empty. */
  push(piece: Uint8Array): Uint8Array[] | null {
    if (this.#failed) return null;
    this.#pieces.push(piece);
    this.#waiting += piece.length;
    const frames: Uint8Array[] = [];
    for (let length = this.#nextLength(); length !== null; length = this.#nextLength()) {
      if (length === 0 || length > this.#maxBytes) {
        this.#failed = true;
        this.#pieces = [];
        return null;
      }
      if (this.#waiting < LENGTH_BYTES + length) break;
      frames.push(this.#take(LENGTH_BYTES + length).subarray(LENGTH_BYTES));
    }
    return frames;
  }

  #nextLength(): number | null {
    if (this.#waiting < LENGTH_BYTES) return null;
    const first = this.#pieces[0] ?? EMPTY;
    if (first.length < LENGTH_BYTES) this.#pieces = [join(this.#pieces, this.#waiting)];
    const bytes = this.#pieces[0] ?? EMPTY;
    return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }

  #take(length: number): Uint8Array {
    const all = this.#pieces.length === 1 ? (this.#pieces[0] ?? EMPTY) : join(this.#pieces, this.#waiting);
    const rest = all.subarray(length);
    this.#pieces = rest.length > 0 ? [rest] : [];
    this.#waiting = rest.length;
    return all.subarray(0, length);
  }
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
