/**
 * Reading Automerge's binary format piece by piece (https://automerge.org/automerge-binary-format-spec/):
 * LEB128 numbers and length-prefixed bytes. Total: null where they are not there.
 */

export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** Unsigned LEB128; null at the end of the bytes or above 2^53. */
export function readVarint(cursor: Cursor): number | null {
  let value = 0;
  let scale = 1;
  for (let count = 0; count < 8; count++) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) return null;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return Number.isSafeInteger(value) ? value : null;
    scale *= 0x80;
  }
  return null;
}

/** Signed LEB128 of up to 53 bits; null at the end of the bytes. */
export function readSignedVarint(cursor: Cursor): number | null {
  const start = cursor.at;
  const unsigned = readVarint(cursor);
  const last = cursor.bytes[cursor.at - 1];
  if (unsigned === null || last === undefined) return null;
  const negative = (last & 0x40) !== 0;
  return negative ? unsigned - 2 ** (7 * (cursor.at - start)) : unsigned;
}

/** The length-prefixed bytes at the cursor; null when they are not there, or more than `most`. */
export function readBytes(cursor: Cursor, most: number): Uint8Array | null {
  const length = readVarint(cursor);
  if (length === null || length > most) return null;
  const bytes = cursor.bytes.subarray(cursor.at, cursor.at + length);
  cursor.at += length;
  return bytes.length === length ? bytes : null;
}
